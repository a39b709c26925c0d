import { createHash, generateKeyPairSync, hash, sign, verify } from "node:crypto";
import { sm2 } from "sm-crypto-v2";

/** The algorithms of one kind of digest: how it is hashed and how it is signed. Another pair is another row of `SUITES` (docs/decisions/0010). */
export type Suite = {
  readonly name: string;
  /** Hex of the hash of a text in UTF-8. */
  digest(text: string): string;
  /** Keys as text: the public one is published, the private one is sealed. */
  newKeys(): { readonly publicKey: string; readonly privateKey: string };
  sign(privateKey: string, text: string): string;
  verify(publicKey: string, text: string, signature: string): boolean;
  /** Whether the private key is the one of the public key. */
  isPair(publicKey: string, privateKey: string): boolean;
};

const PROBE = "yuanshu key pair";
/** A key or signature that cannot even be read proves nothing. */
const orFalse = (decide: () => boolean): boolean => {
  try {
    return decide();
  } catch {
    return false;
  }
};

const ed25519: Omit<Suite, "name" | "digest" | "isPair"> = {
  newKeys: () => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    return {
      publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    };
  },
  sign: (privateKey, text) => sign(null, Buffer.from(text), privateKey).toString("base64"),
  verify: (publicKey, text, signature) => orFalse(() => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64"))),
};

/** GB/T 32918 with the usual identity 1234567812345678; DER in hex. The curve alone is in OpenSSL, the signature as Node offers it is not. */
const sm2Options = { hash: true, der: true, userId: "1234567812345678" } as const;
const sm2Keys: Omit<Suite, "name" | "digest" | "isPair"> = {
  newKeys: () => sm2.generateKeyPairHex(),
  sign: (privateKey, text) => sm2.doSignature(text, privateKey, sm2Options),
  verify: (publicKey, text, signature) => orFalse(() => sm2.doVerifySignature(text, signature, publicKey, sm2Options)),
};

const suite = (name: string, digest: Suite["digest"], keys: Omit<Suite, "name" | "digest" | "isPair">): Suite => ({
  name,
  digest,
  ...keys,
  isPair: (publicKey, privateKey) => orFalse(() => keys.verify(publicKey, PROBE, keys.sign(privateKey, PROBE))),
});

export const SUITE_NAMES = ["sha256-ed25519", "sm3-sm2"] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];

export const SUITES: Readonly<Record<SuiteName, Suite>> = {
  "sha256-ed25519": suite("sha256-ed25519", (text) => hash("sha256", text), ed25519),
  "sm3-sm2": suite("sm3-sm2", (text) => createHash("sm3").update(text).digest("hex"), sm2Keys),
};

export const findSuite = (name: string): Suite | undefined => (SUITES as Readonly<Record<string, Suite>>)[name];
