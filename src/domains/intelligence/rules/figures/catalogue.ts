import { type Indicator, indicators } from "#domains/intelligence/contract/indicators.ts";
import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

let byName: ReadonlyMap<string, Indicator> | undefined;

const MARKS = new FindPattern(/[“”"()·\s]/);

const plain = (name: string): string =>
  MARKS.replaceAll(
    name.includes("额以上") || name.includes("模以上") ? name.replace(/规模以上/g, "规上").replace(/限额以上/g, "限上") : name,
    "",
  );

function names(): ReadonlyMap<string, Indicator> {
  const map = new Map<string, Indicator>();
  for (const indicator of indicators) {
    for (const name of [indicator.name.zh, ...indicator.aliases]) {
      const key = plain(name);
      if (!map.has(key)) map.set(key, indicator);
    }
  }
  return map;
}

const HEAD = new StartPattern(/^(?:全区|全市|全县|全省|区属|区级|全年|累计|共|实现|完成|达到|新区|园区|辖区|地方)/);
const TAIL = new EndPattern(/(?:同比增速|平均增速|增速|增长率|增长|总数|数量|个数|总额|总值|总量|额|数|值)$/);

/** The indicator of the catalogue that a name says for certain: the same words, without 全区, 实现 before and 增速, 数 behind. */
export function indicatorOf(name: string): Indicator | undefined {
  byName ??= names();
  let key = plain(name);
  for (let step = 0; step < 3; step += 1) {
    const found = byName.get(key);
    if (found) return found;
    const shorter = HEAD.cut(key);
    if (shorter === key || shorter.length < 2) break;
    key = shorter;
  }
  for (let step = 0; step < 2; step += 1) {
    const shorter = TAIL.cut(key);
    if (shorter === key || shorter.length < 2) return undefined;
    key = shorter;
    const found = byName.get(key);
    if (found) return found;
  }
  return undefined;
}
