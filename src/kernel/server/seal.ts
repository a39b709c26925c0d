import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Keeps secrets at rest: AES-256-GCM under a key that is derived from the installation's secret and from what the secret is for.
 * Whoever has the database alone reads nothing, and puts nothing there that opens.
 */
export type Seal = {
  /** @param purpose what the text is for, such as `journal-key <id>`: sealed for one, it opens for no other. */
  close(purpose: string, text: string): string;
  /** @throws Error when the text was sealed under another secret, for another purpose, or changed since. */
  open(purpose: string, sealed: string): string;
};

const VERSION = "s1";
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export function createSeal(secret: string): Seal {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "yuanshu seal", purpose, 32));
  return {
    close: (purpose, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
      const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [VERSION, base64(nonce), base64(bytes), base64(cipher.getAuthTag())].join(".");
    },
    open: (purpose, sealed) => {
      const [version, nonce = "", bytes = "", tag = ""] = sealed.split(".");
      if (version !== VERSION) throw new Error("Not a sealed text");
      const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), Buffer.from(nonce, "base64url"), { authTagLength: 16 });
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(Buffer.from(bytes, "base64url")), decipher.final()]).toString("utf8");
    },
  };
}

/** Where nothing is to be sealed, such as a test of one domain: says so when somebody tries. */
export const noSeal: Seal = {
  close: () => {
    throw new Error("No installation secret was given");
  },
  open: () => {
    throw new Error("No installation secret was given");
  },
};
