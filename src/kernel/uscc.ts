/** 统一社会信用代码: 18 characters of this alphabet, the last a check character. Source: GB 32100-2015. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const LENGTH = 18;

/** Without spaces, in half width and capitals, with the letters that the code does not have read as the digits that they look like. */
export function normaliseUscc(written: string): string {
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
export function isUscc(code: string): boolean {
  if (code.length !== LENGTH) return false;
  const places = [...code].map((character) => ALPHABET.indexOf(character));
  if (places.includes(-1)) return false;
  const total = WEIGHTS.reduce((all, weight, place) => all + weight * (places[place] ?? 0), 0);
  return (ALPHABET.length - (total % ALPHABET.length)) % ALPHABET.length === places[LENGTH - 1];
}
