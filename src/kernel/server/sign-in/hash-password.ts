import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** scrypt with 32 MB and three rounds, the strength that OWASP's Password Storage Cheat Sheet asks for; about 0.2 s on one core. */
export const SCRYPT = { N: 32_768, r: 8, p: 3 } as const;
/** What the sign-in library took before: `salt:hash` in hexadecimal, 32 MB and one round. Such a hash is replaced at the next sign-in. */
const EARLIER = { N: 16_384, r: 16, p: 1 } as const;
const KEY_BYTES = 64;
const SALT_BYTES = 16;

type Cost = { readonly N: number; readonly r: number; readonly p: number };
type Kept = { readonly cost: Cost; readonly salt: string; readonly key: string };

const derive = (password: string, salt: string, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((done, failed) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? failed(error) : done(key),
    );
  });

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES).toString("hex");
  const key = await derive(password, salt, SCRYPT);
  return `scrypt$${SCRYPT.N}$${SCRYPT.r}$${SCRYPT.p}$${salt}$${key.toString("hex")}`;
}

export async function verifyPassword({ hash, password }: { readonly hash: string; readonly password: string }): Promise<boolean> {
  const kept = readHash(hash);
  if (!kept) return false;
  const [expected, key] = [Buffer.from(kept.key, "hex"), await derive(password, kept.salt, kept.cost)];
  return expected.byteLength === key.byteLength && timingSafeEqual(expected, key);
}

/** Whether it should be hashed anew while the password is at hand. */
export const isWeakHash = (hash: string): boolean => !hash.startsWith(`scrypt$${SCRYPT.N}$${SCRYPT.r}$${SCRYPT.p}$`);

function readHash(hash: string): Kept | undefined {
  const [name, N, r, p, salt, key] = hash.split("$");
  if (name === "scrypt" && salt && key) return { cost: { N: Number(N), r: Number(r), p: Number(p) }, salt, key };
  const [earlierSalt, earlierKey] = hash.split(":");
  return earlierSalt && earlierKey ? { cost: EARLIER, salt: earlierSalt, key: earlierKey } : undefined;
}
