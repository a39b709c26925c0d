/** 统一社会信用代码: 18 characters of this alphabet, the last a check character. Source: GB 32100-2015. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const LENGTH = 18;
const WRITTEN_WELL = /^[0-9A-HJ-NPQRTUW-Y]{18}$/;

/** Without spaces, in half width and capitals, with the letters that the code does not have read as the digits that they look like. */
export function normaliseUscc(written: string): string {
  if (WRITTEN_WELL.test(written)) return written;
  return written
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/O/g, "0")
    .replace(/I/g, "1")
    .replace(/Z/g, "2")
    .replace(/S/g, "5");
}

/** @param code as `normaliseUscc` returns it. */
export const isUscc = (code: string): boolean => code.length === LENGTH && checkCharacter(code) === code.charAt(LENGTH - 1);

/** The check character of the first 17; undefined when one of them is outside the alphabet. */
function checkCharacter(code: string): string | undefined {
  let total = 0;
  for (let place = 0; place < LENGTH - 1; place += 1) {
    const value = ALPHABET.indexOf(code.charAt(place));
    if (value < 0) return undefined;
    total += value * (WEIGHTS[place] ?? 0);
  }
  return ALPHABET.charAt((ALPHABET.length - (total % ALPHABET.length)) % ALPHABET.length);
}

/** A whole code of its first 17 characters, for whoever makes up enterprises. @throws RangeError for characters that no code has. */
export function completeUscc(beginning: string): string {
  const check = beginning.length === LENGTH - 1 ? checkCharacter(beginning) : undefined;
  if (check === undefined) throw new RangeError(`not the beginning of a code: ${beginning}`);
  return `${beginning}${check}`;
}

/** 15 digits: the registration number that the code replaced in 2015. It names no enterprise any more. */
export const isOldRegistrationNumber = (written: string): boolean => /^\d{15}$/.test(written.normalize("NFKC").replace(/[\s-]/g, ""));

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an organisation code, of its first eight characters (GB 11714-1997). */
export function organisationCheck(eight: string): string {
  const total = ORGANISATION_WEIGHTS.reduce((all, weight, place) => all + weight * Number.parseInt(eight.charAt(place), 36), 0);
  const check = 11 - (total % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/**
 * Places 9 to 17 are the organisation code, whose last character checks the eight before it. Codes were issued against which this check fails,
 * so it is a warning and no refusal.
 * @param code of 18 characters.
 */
export const organisationCheckHolds = (code: string): boolean => organisationCheck(code.slice(8, 16)) === code.charAt(16);
