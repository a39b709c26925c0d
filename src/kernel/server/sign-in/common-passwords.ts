import { dictionary } from "@zxcvbn-ts/language-common";

/** The 49,000 passwords that leaks hold most often, and those of Chinese leaks that this list lacks. */
const CHINESE = [
  "woaini1314",
  "woaini520",
  "woaini1314520",
  "5201314520",
  "1qaz2wsx3edc",
  "qq123456789",
  "a123456789a",
  "zhongguo",
  "woaizhongguo",
  "admin123456",
];

let words: ReadonlySet<string> | undefined;
/** Made at the first question: most processes never ask. */
export function isCommonPassword(word: string): boolean {
  words ??= new Set([...(dictionary["passwords-common"] as readonly string[]), ...CHINESE]);
  return words.has(word);
}
