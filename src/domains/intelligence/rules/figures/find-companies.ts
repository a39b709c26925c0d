import { EndPattern, FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

export type CompanyMention = { readonly name: string; readonly start: number; readonly end: number };

const LEGAL = new FindPattern(
  /(?:股份|责任)?有限(?:责任)?公司|股份公司|集团公司|集团(?!化|军|式|内|旗)|总公司|分公司|(?<=(?:科技|供应链|贸易|电力|水务|环保|环境|建设|能源|电子|医药|制药|生物|物流|置业|地产|汽车|机械|化工|焦化|煤业|矿业|水泥|陶瓷|纸业|药业|酒业|乳业|铝业|钢铁|纺织|光电|半导体|重工|实业|食品|材料|软件|信息|传媒|文旅|航空|铁路|港务|[市省州阳江安海京津沪川渝])(?:[\u4e00-\u9fff]{0,2}))公司/,
);
/** 子公司, 上市公司, 家科技公司: kinds of company, not names. */
const KIND_OF = new EndPattern(
  /(?:^|上市|子|母|分|控股|全资|国有|民营|外资|合资|平台|运营|龙头|跨国|知名|优质|高科技|新|多家|旗下|有限|开发|招商|投资|物业|保险|证券|关联|设立|注册|家|一些|各|大型|小|本)$/,
);
/** Chinese characters, Latin letters, digits and ()·&. */
const isNameUnit = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x28 ||
  unit === 0x29 ||
  unit === 0xb7 ||
  unit === 0x26;
const STOP = new EndPattern(
  /(?:位于|落户|落地|走进|入驻|来自|进驻|推动|推进|建设|打造|支持|作为|成为|依托|包括|以及|通过|根据|目前|今年|去年|日前|近日|获悉|上午|下午|引进|签约|其中|企业|公司|项目|采访|例如|联合|携手|负责人|的|了|和|与|及|对|由|从|到|为|是|将|向|被|让|使|以|在|于|据|家|区内?|有|等|如|给|跟|但|该|同)$/,
);
const TITLE = "(?:创始人|联合创始人|董事长|总经理|副总|总裁|负责人|经理|主管|首席|厂长|CEO|工程师|技术总监|相关负责)";
const TRADES =
  "科技|电子|微电子|药业|制药|生物|医药|医疗|汽车|重工|新材料?|新能源|光电|半导体|智能|机械|股份|化工|食品|信息|能源|材料|电气|动力|软件|通信|装备|精密|实业|电器|显示|航空|机器人|数码|传感|仪器|酒业|乳业|钢铁|铝业|铜业|纺织|服饰|家居|物流";
const titles = new FindPattern(new RegExp(TITLE));
const beforeTitle = new RegExp(`([\\u4e00-\\u9fffA-Za-z]{2,5}(?:${TRADES}))[\\u4e00-\\u9fff]{0,6}$`);
const trade = new RegExp(`^([\\u4e00-\\u9fff]{2,4})(?:${TRADES})`);
const abbreviation = /^[(（](?:以下)?(?:统称|简称)[:：]?[“"'‘]?([\u4e00-\u9fffA-Za-z0-9]{2,10})[”"'’]?[)）]/;

function startOf(text: string, end: number): number {
  let left = end;
  while (left > 0 && end - left < 22) {
    const unit = text.charCodeAt(left - 1);
    if (!isNameUnit(unit)) break;
    if (unit === 0x28 && !text.slice(left, end).includes(")")) break;
    if (STOP.testIn(text, left - 3, left)) break;
    left -= 1;
  }
  return left;
}

/** 四川华尔科技有限责任公司 → 华尔科技; 国芯微(重庆)科技有限公司 → 国芯微科技, 国芯微. */
function shortNames(full: string): string[] {
  const bare = full.replace(/\([^()]{1,8}\)/g, (bracket) => (bracket.length > 0 ? "|" : ""));
  const place = findPlaceAt(bare, 0);
  const stem = (place ? bare.slice(place.name.length) : bare)
    .replace(/^[省市区县]/, "")
    .replace(/(?:股份|责任)?有限(?:责任)?公司.*$|股份公司$|集团公司$|公司$|集团$|总公司$|分公司$/, "");
  const names = [stem.replace("|", ""), stem.split("|")[0] ?? ""];
  const traded = trade.exec(names[0] ?? "");
  if (traded?.[0]) names.push(traded[0]);
  return names.filter((name) => name.length >= 3 && name.length < full.length);
}

/** Companies by their legal names, by the short names that the text makes of these, and by a short name before a title (华尔科技董事长). */
export function findCompanies(text: string): CompanyMention[] {
  const mentions: CompanyMention[] = [];
  const shorts = new Map<string, string>();
  for (const match of LEGAL.all(text)) {
    const end = match.index + match[0].length;
    if ((mentions.at(-1)?.end ?? 0) >= end) continue;
    const start = Math.max(startOf(text, match.index), mentions.at(-1)?.end ?? 0);
    if (match.index - start < 2 || (match[0] === "集团" && /(?:跨国|大型|知名|龙头|产业|企业|家)$/.test(text.slice(start, match.index))))
      continue;
    const name = text.slice(start, end);
    if (
      match[0] === "公司" &&
      (match.index - start < 4 ||
        /^(?:[^\u4e00-\u9fff]|报告|期|本|该|两|多|一|这|那|我)|[内期家]/.test(text.slice(start, match.index)) ||
        KIND_OF.test(text.slice(start, match.index)))
    )
      continue;
    mentions.push({ name, start, end });
    for (const short of shortNames(name)) if (!shorts.has(short)) shorts.set(short, name);
    const named = abbreviationAt(text, end);
    if (named) shorts.set(named, name);
  }
  for (const title of titles.all(text)) {
    const name = beforeTitle.exec(text.slice(Math.max(0, title.index - 14), title.index))?.[1] ?? "";
    if (name === "") continue;
    if (!STOP.test(name.slice(0, 1)) && !shorts.has(name)) shorts.set(name, name);
  }
  return withShortNames(text, mentions, shorts);
}

function abbreviationAt(text: string, at: number): string | undefined {
  return "(（".includes(text[at] ?? " ") ? abbreviation.exec(text.slice(at, at + 24))?.[1] : undefined;
}

/** Short names beyond this are no article. */
const MOST = 200;

function withShortNames(text: string, legal: readonly CompanyMention[], shorts: ReadonlyMap<string, string>): CompanyMention[] {
  if (shorts.size === 0) return [...legal];
  const found: { start: number; name: string }[] = [];
  for (const name of [...shorts.keys()].slice(0, MOST))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) found.push({ start: at, name });
  found.sort((left, right) => left.start - right.start || right.name.length - left.name.length);
  const mentions = [...legal];
  let next = 0;
  let behind = 0;
  for (const { start, name } of found) {
    if (start < behind) continue;
    behind = start + name.length;
    while (next < legal.length && (legal[next]?.end ?? 0) <= start) next += 1;
    const span = legal[next];
    if (span && span.start <= start) continue;
    mentions.push({ name: shorts.get(name) ?? name, start, end: behind });
  }
  return mentions.sort((left, right) => left.start - right.start);
}
