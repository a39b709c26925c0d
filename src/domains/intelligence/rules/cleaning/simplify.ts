import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });
const FIRST = 0x3400;
const LAST = 0x9fff;
let table: Uint16Array | undefined;

/** Simplified form of every ideograph of the basic plane, one for one. */
function buildTable(): Uint16Array {
  const made = new Uint16Array(LAST - FIRST + 1);
  for (let unit = FIRST; unit <= LAST; unit += 1) {
    const character = String.fromCharCode(unit);
    const simple = convert(character);
    made[unit - FIRST] = simple.length === 1 ? simple.charCodeAt(0) : unit;
  }
  return made;
}

export function simplifyUnit(unit: number): number {
  if (unit < FIRST || unit > LAST) return unit;
  table ??= buildTable();
  return table[unit - FIRST] ?? unit;
}

/** Phrase-wise (乾隆 stays, 乾燥 becomes 干燥) where that keeps the length; otherwise character by character. */
export function simplifyText(text: string): string {
  const byPhrase = convert(text);
  if (byPhrase.length === text.length) return byPhrase;
  let byCharacter = "";
  for (let place = 0; place < text.length; place += 1) byCharacter += String.fromCharCode(simplifyUnit(text.charCodeAt(place)));
  return byCharacter;
}
