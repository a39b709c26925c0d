import { createHmac, randomBytes } from "node:crypto";

const KEY_BYTES = 32;

export const newSigningKey = (): string => `whk_${randomBytes(KEY_BYTES).toString("base64url")}`;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 under the signing key over `<seconds>.<body>`, so that an old message cannot be sent again as a new one. */
export function signMessage(key: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex")}`;
}
