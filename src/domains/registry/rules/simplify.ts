import { Converter } from "opencc-js/t2cn";

const FIRST = 0x3400;
const LAST = 0x9fff;
let table: Uint16Array | undefined;

/** Simplified form of every ideograph of the basic plane, one for one: names are short, and phrases play no part in them. */
function buildTable(): Uint16Array {
  const convert = Converter({ from: "t", to: "cn" });
  const made = new Uint16Array(LAST - FIRST + 1);
  for (let unit = FIRST; unit <= LAST; unit += 1) {
    const simple = convert(String.fromCharCode(unit));
    made[unit - FIRST] = simple.length === 1 ? simple.charCodeAt(0) : unit;
  }
  return made;
}

/** Traditional characters of a name made simplified; a name that has none comes back as it is. */
export function simplified(name: string): string {
  table ??= buildTable();
  for (let place = 0; place < name.length; place += 1) {
    const unit = name.charCodeAt(place);
    if (unit >= FIRST && unit <= LAST && table[unit - FIRST] !== unit) return rewritten(name, table, place);
  }
  return name;
}

function rewritten(name: string, forms: Uint16Array, from: number): string {
  let made = name.slice(0, from);
  for (let place = from; place < name.length; place += 1) {
    const unit = name.charCodeAt(place);
    made += String.fromCharCode(unit >= FIRST && unit <= LAST ? (forms[unit - FIRST] ?? unit) : unit);
  }
  return made;
}
