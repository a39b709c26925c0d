import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { BLANKS, unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

/**
 * Places and zones that no list holds (renamed counties, new parks) are learnt from the text itself: a name before 市, 县, 区 that the text
 * treats as a government, or a stem that stands before 高新区 again and again.
 */
const AFTER_DIVISION =
  "统计局|人民政府|政府|委书记|委员会|委[、,，。]|市委|人大|政协|发改|国民经济|经济运行|经济社会|第.{1,3}届|财政局|工信局|商务局|市长|县长|区长|副市长|副县长|副区长|州长|GDP|地区生产总值|生产总值|规上|固投|招商|重点项目|重大项目|(?:19|20)\\d{2}年|上半年|下半年|[一二三四]季度|首季|前[一二三四]?[三季]|今年|[,，](?:今年|上半年|一季度|全市|全县|全区)|举行|召开|交出";
/** A county or city that does something, no government word behind it: such words tie to 县 and 市 only. */
const DOES =
  "完成|实现|先后|持续|坚持|立足|聚焦|紧扣|出台|累计|共|新增|拥有|委|工信|经信|发改|农业|住建|科技局|市场监管|开发区|经开区|高新区|工业园";
const ACTIVE = new FindPattern(new RegExp(`[市县](?=${DOES})`));
const ORDINARY_ACTIVE = new EndPattern(/(?:城市|[困范强大境点郡业小弱力级]县)$/);
const ending = new FindPattern(new RegExp(`[市县区州旗](?=${AFTER_DIVISION}|[:：])`));
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
/** What stands before 市, 县, 区 in ordinary words. */
const ORDINARY_DIVISION =
  /(?:全|本|我|该|各|两|多|都|超|股|楼|门|上|入|夜|菜|闹|省|设|辖|直|社|小|园|地|景|片|校|牧|库|山|郊|林|新|矿|港|厂|灾|疫|战|老|片|核心|示范|开发|高新|经开|保税|试验|合作|功能|先行|聚集|集聚|自贸|综保|度假|产业|街|住宅|商业|生活|办公|服务|市|县|区)(?:市|县|区)$|^(?:全|我|本|各|该|在|对|与|和|是|为|省|国|市|县|区|据|从|由|到|向|位|的)/;
/** The first characters of names are no particles. */
const PARTICLE = new StartPattern(/^[在与和为是的了对从由到向及将被以把至于据我全本该各两多]/);
/** Amounts and counts before an ending make no name: "千亿元园区". */
const QUANTITY = /[亿万千百元个家户项%\d]/;
/** 大城市, 文明城市 beside a city whose name ends in 城. */
const ORDINARY_CITY = new EndPattern(/(?:大|新|小|中|特|省|慧|明|园|型|级|各|该|全|个|座|态|林|示范|现代|创新|宜居)城市$/);
const LEADING = new StartPattern(
  /^(?:关于|印发|近日|日前|年度|据|在|来自|记者从|今年|去年|目前|截至|走进|位于|和|与|及|是|为|对|从|由|到|向|的|了|《|年|月|日)+/,
);
/** Two-character words before a zone ending that are no names. */
const ORDINARY_STEM = new EndPattern(
  /(?:位于|落户|落地|推动|推进|建设|打造|支持|加快|作为|成为|依托|带动|助力|入驻|进驻|走进|来到|我们|结合|围绕|通过|国家|省级|全省|全市|全国|各类|多个|一批|重点|主要|两个|三个|以及|包括|整个|聚焦|服务|引领|创新|发展|园区|产业|工业|科技|经济|实施|融入|全力|所在|负责|该区|来自|大学|现代|特色|智慧|高新|经开|综合|自由|边境|跨境|海关|有关|相关|下辖|开展|举办|设立|形成|发布|超过|增强|其中|此外|同时|目前|今年|去年|当前|同比|组建|成立|获批|申报|创建|管理|托管|与|和|在|为|是|的|了)$/,
);

/** One such sentence is enough: "在某某县第十六届人民代表大会", "代表某某县人民政府". */
const GOVERNED = new FindPattern(/(?:在|代表)([\u4e00-\u9fff]{2,4}(?:市|县|区|自治县|旗))(?:第.{1,3}届|人民政府)/);

/** Ordinary words before 区: 主城区, 都市区, 老厂区. */
const ORDINARY_AREA = new EndPattern(
  /(?:城|圈|带|都市|经济|工业|农业|商业|行政|流域|聚居|保护|风景|生产|办公|仓储|集中|片|厂|作业|服务|专|分|特|军|战|震|营|县级|地级|直辖)区$/,
);

/** "合肥新站区" twice and more: an area behind a listed city is a zone with a name of its own. */
function areasOfCities(scope: string): string[] {
  const counts = new Map<string, number>();
  for (let at = scope.indexOf("区", 4); at >= 0; at = scope.indexOf("区", at + 1)) {
    if (findPlaceAt(scope, at - 4)?.name.length !== 2 || !isHan(scope.charCodeAt(at - 1)) || !isHan(scope.charCodeAt(at - 2))) continue;
    const name = scope.slice(at - 4, at + 1);
    const inner = findPlaceAt(scope, at - 2);
    if ((inner && inner.level !== "stem") || ORDINARY_DIVISION.test(name) || ORDINARY_AREA.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= 2).map(([name]) => name);
}

export function learnDivisions(text: string): string[] {
  const counts = new Map<string, number>();
  const titled = new Set<string>();
  const scope = text.length > 60_000 ? text.slice(0, 60_000) : text;
  for (const { index } of ending.all(scope)) {
    let start = index;
    while (start > 0 && index - start < 4 && isHan(scope.charCodeAt(start - 1))) start -= 1;
    if (index - start < 2) continue;
    // Before a colon only the head of a line is a name: "桃源县:特色产业铺就致富路".
    if (/[:：]/.test(scope[index + 1] ?? "") && start > 0 && scope[start - 1] !== "\n") continue;
    const name = LEADING.cut(scope.slice(start, index + 1));
    if (name.length < 3 || ORDINARY_DIVISION.test(name) || ORDINARY_CITY.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    // The title opens with it: 云坪县2022年统计公报.
    if (start === 0 && name.length === index + 1 && !PARTICLE.test(name)) titled.add(name);
  }
  const active = new Set<string>();
  for (const { index } of ACTIVE.all(scope)) {
    let start = index;
    while (start > 0 && index - start < 4 && isHan(scope.charCodeAt(start - 1))) start -= 1;
    const name = LEADING.cut(scope.slice(start, index + 1));
    if (name.length !== 3 || ORDINARY_DIVISION.test(name) || ORDINARY_ACTIVE.test(name) || PARTICLE.test(name)) continue;
    active.add(name);
  }
  for (const name of active) counts.set(name, (counts.get(name) ?? 0) + 1);
  const governed = new Set<string>();
  for (const [, name = ""] of GOVERNED.all(scope)) {
    if (name.length < 3 || ORDINARY_DIVISION.test(name)) continue;
    governed.add(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts.keys()].filter((name) => {
    const count = counts.get(name) ?? 0;
    return (
      count >= 2 ||
      governed.has(name) ||
      titled.has(name) ||
      (name.length >= 3 && scope.split(name.slice(0, -1)).length > 3) ||
      scope.indexOf(name) !== scope.lastIndexOf(name)
    );
  });
  for (const name of areasOfCities(scope)) if (!names.some((other) => other.endsWith(name) || name.endsWith(other))) names.push(name);
  // "推动云溪市" beside "云溪市": the shorter stands inside the longer.
  return names.filter((name) => !names.some((other) => other !== name && name.endsWith(other)));
}

const clauseSign = unitTable(`,，。!！?？:：;；、“”《》()${BLANKS}`);

/** Stems of two to four characters that stand before zone endings at least three times, by ending. `heads` are the places of the endings. */
export function learnStems(text: string, heads: readonly number[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const head of heads) {
    for (const size of [2, 3, 4]) {
      if (!isHan(text.charCodeAt(head - size)) || (size === 2 && !isHan(text.charCodeAt(head - 1)))) break;
      const stem = text.slice(head - size, head);
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  const learnt = new Set<string>();
  for (const head of heads) {
    // A headline or paragraph that begins with the name: "江湾新区实现良好开局".
    for (const size of [2, 3, 4]) {
      const before = head - size - 1;
      const clear = before < 0 || text[before] === "\n";
      if (!clear && clauseSign[text.charCodeAt(before)] !== 1) continue;
      const stem = text.slice(Math.max(0, head - size), head);
      if (
        counts.has(stem) &&
        stem.length === size &&
        !ORDINARY_STEM.test(stem) &&
        !PARTICLE.test(stem) &&
        !"市县省的在".includes(stem.at(-1) ?? "") &&
        (counts.get(stem) ?? 0) >= (clear && size === 2 ? 1 : 2)
      )
        learnt.add(stem);
    }
  }
  for (const [stem, count] of counts) {
    if (stem.length !== 2 || count < 3 || ORDINARY_STEM.test(stem) || PARTICLE.test(stem) || QUANTITY.test(stem)) continue;
    let best = stem;
    for (const [longer, times] of counts) {
      if (
        longer.length > best.length &&
        longer.endsWith(stem) &&
        times >= count * 0.8 &&
        !PARTICLE.test(longer) &&
        !QUANTITY.test(longer) &&
        !ORDINARY_STEM.test(longer.slice(0, longer.length - stem.length))
      )
        best = longer;
    }
    learnt.add(best);
  }
  return learnt;
}
