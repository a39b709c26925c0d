import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what has to be read again, such as the seed of a second factor: at rest it is ciphertext. */
export type SecretBox = {
  seal(text: string): string;
  /** @returns undefined for what was sealed elsewhere, for another purpose, or has been changed. */
  open(sealed: string): string | undefined;
};

/** A key of its own for each purpose, derived from the installation's secret: who holds the database alone holds none. */
export function createSecretBox(installationSecret: string, purpose: string): SecretBox {
  const key = Buffer.from(hkdfSync("sha256", installationSecret, "yuanshu", purpose, 32));
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.byteLength < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
