import type { AppError } from "#kernel/app-error.ts";

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;
/** So many of the last passwords are not taken again. */
export const PASSWORDS_REMEMBERED = 5;
/** A common word with a year or two marks behind it is the common word. */
const LONGEST_TAIL = 6;
const FEWEST_CHARACTERS = 5;
const RUNS = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890"];

export type PasswordOwner = { readonly username: string; readonly name: string };
type Problem = Pick<AppError, "code"> & { readonly params: Readonly<Record<string, string | number>> };

/**
 * Why a password is not taken: too short, too long, holding the user name or the name, one of the most common ones, or made of almost nothing.
 * Length before a mixture of kinds (NIST SP 800-63B §3.1.1.2); that it was not used lately is asked where the earlier ones lie.
 */
export function problemOfPassword(
  password: string,
  { username, name }: PasswordOwner,
  isCommon: (word: string) => boolean,
): Problem | undefined {
  const folded = password.normalize("NFKC").toLowerCase();
  const count = [...folded].length;
  if (count < SHORTEST_PASSWORD) return { code: "password.too-short", params: { least: SHORTEST_PASSWORD } };
  if (password.length > LONGEST_PASSWORD) return { code: "password.too-long", params: { most: LONGEST_PASSWORD } };
  if (holds(folded, username)) return { code: "password.holds-username", params: {} };
  if (holds(folded, name)) return { code: "password.holds-name", params: {} };
  if (new Set(folded).size < FEWEST_CHARACTERS || isRun(folded) || isRun([...folded].reverse().join("")))
    return { code: "password.too-simple", params: {} };
  if (isCommon(folded) || isCommon(stemOf(folded))) return { code: "password.common", params: {} };
  return undefined;
}

/** Names of one or two letters stand in everything; a Chinese name of two characters does not. */
function holds(password: string, word: string): boolean {
  const folded = word.normalize("NFKC").trim().toLowerCase();
  const shortest = /\p{Script=Han}/u.test(folded) ? 2 : 3;
  return folded.length >= shortest && password.includes(folded);
}

const isRun = (password: string): boolean => RUNS.some((run) => `${run}${run}`.includes(password));

function stemOf(password: string): string {
  const stem = password.replace(/[\d\p{P}\p{S}]+$/u, "");
  return password.length - stem.length <= LONGEST_TAIL ? stem : "";
}
