/** The characters with which any of the words begins, as a table over all UTF-16 units. */
export function firstCharacters(words: Iterable<string>): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const word of words) table[word.charCodeAt(0)] = 1;
  return table;
}

/** The characters with which any of the words ends. */
export const lastCharacters = (words: Iterable<string>): Uint8Array => firstCharacters([...words].map((word) => word.slice(-1)));
