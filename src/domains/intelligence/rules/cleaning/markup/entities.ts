/** Named character references that Chinese pages use; from the HTML Living Standard, section 13.5. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  middot: "·",
  bull: "•",
  times: "×",
  divide: "÷",
  deg: "°",
  copy: "©",
  reg: "®",
  trade: "™",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  yen: "¥",
  permil: "‰",
  sup2: "²",
  sup3: "³",
  raquo: "»",
  laquo: "«",
  rsaquo: "›",
  lsaquo: "‹",
  plusmn: "±",
  zwnj: "\u200c",
  zwj: "\u200d",
  rarr: "→",
  larr: "←",
  para: "¶",
  sect: "§",
  frac12: "½",
  euro: "€",
  shy: "\u00ad",
  le: "≤",
  ge: "≥",
  ne: "≠",
  minus: "−",
  prime: "′",
  Prime: "″",
  micro: "µ",
  cent: "¢",
  pound: "£",
  lang: "〈",
  rang: "〉",
  sdot: "⋅",
  tilde: "˜",
  macr: "¯",
  uml: "¨",
};
/** Numbers 128–159 mean windows-1252 in practice (same section, table of replacements). */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

type Entity = { readonly text: string; readonly length: number };

/** The character reference that starts with `&` at `place`; undefined when it is a plain ampersand. */
export function readEntity(source: string, place: number): Entity | undefined {
  const limit = Math.min(source.length, place + 12);
  let end = place + 1;
  while (end < limit && /[#A-Za-z0-9]/.test(source[end] ?? "")) end += 1;
  const name = source.slice(place + 1, end);
  if (name === "") return undefined;
  const length = end - place + (source[end] === ";" ? 1 : 0);
  if (name[0] === "#") {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (!Number.isFinite(code) || code <= 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    if (code >= 128 && code <= 159) return { text: WINDOWS[code - 128] ?? "", length };
    return { text: String.fromCodePoint(code), length };
  }
  if (source[end] !== ";" && name !== "nbsp") return undefined;
  const text = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  return text === undefined ? undefined : { text, length };
}
