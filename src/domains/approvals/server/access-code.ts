import { createHash, randomInt } from "node:crypto";

/** Without letters and digits that look alike: it is read from a receipt. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 12;

/** Sixty bits of chance: `K7QM-2RTX-9PWA`. Shown once, kept as its digest only. */
export function newAccessCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** Zone and number are the salt: equal codes of two cases have different digests. */
export const digestOfCode = (zoneId: string, number: string, code: string): string =>
  createHash("sha256")
    .update(`${zoneId}\n${number}\n${code.toUpperCase().replace(/[^A-Z0-9]/g, "")}`)
    .digest("hex");
