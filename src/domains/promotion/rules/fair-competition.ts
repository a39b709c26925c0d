import type { DossierPart, DossierSaid } from "#domains/promotion/contract/dossier.ts";

/** `money`: an amount or rate for one enterprise; `preference`: a kind of preference that the Regulation names. */
export type FairProblem = { readonly part: DossierPart; readonly kind: "money" | "preference"; readonly found: string };

/** 公平竞争审查条例（2024-08-01 起施行）第九条、第十条: what a plan for one enterprise may not hold. */
export const FAIR_SOURCE = "公平竞争审查条例第九条、第十条；handbook §3";

const NUMBER = "(?:\\d[\\d.,]*|[一二三四五六七八九十百千万亿两〇零半]+|[壹贰叁肆伍陆柒捌玖拾佰仟萬億零]+)";
const CURRENCY = "(?:元|块钱|人民币|rmb|cny|yuan|usd|美金|美元|欧元|港元|港币|日元|eur)";
const AMOUNT = new RegExp(
  `${NUMBER}(?:多|余|几)?[百千万亿佰仟萬億w]*(?:hundred|thousand|million|billion|m|bn)?${CURRENCY}|(?:¥|￥|\\$|€|rmb|cny|usd|人民币)${NUMBER}[百千万亿]*`,
  "iu",
);
/** 500万 or 500w without its currency, a percentage, or 五成: an amount only beside a word of giving. */
const QUANTITY = new RegExp(
  `${NUMBER}[百千佰仟]*[万亿萬億]|\\d[\\d.,]*w(?![a-z])|\\d[\\d.]*[%‰]|百分之${NUMBER}|[一二三四五六七八九]成|全额|等额`,
  "iu",
);
const GIVING =
  /给予|獎勵|補貼|补偿|奖金|奖励|补贴|补助|奖补|资助|扶持|贴息|返还|退还|减免|免征|免收|优惠|配套资金|grant|subsid|rebate|refund|reward|waive/iu;
/** In parts that tell of the enterprise, support that it received or asks for is a fact; what we would give is not. */
const OUR_GIVING = /给予|承诺(?:给|奖|补)|返还|减免|免征|一次性奖励|(?:园区|管委会|高新区|我区|我方)(?:奖励|补贴|补助|资助|扶持)/u;
const PREFERENCE =
  /先[征缴交]后[返退奖补]|即征即[退奖返]|即缴即[退奖返]|列收列支|零地价|零租金|免租|租金全免|免费(?:使用|提供|供应)[^,。;]{0,8}(?:厂房|土地|用地|楼宇)|无偿(?:使用|提供|供应|划拨)[^,。;]{0,8}(?:厂房|土地|用地|楼宇)|税收(?:返还|奖励|贡献奖)|财政(?:返还|贡献奖)|(?:财政|财力|税收|经济|地方)贡献[^,。;]{0,12}(?:奖|补|返|扶持)|(?:对|给|为)(?:该|本|贵|其|你)(?:企业|公司|项目|司)?[^,。;]{0,10}(?:专项|单独|定向|特别|额外)[^,。;]{0,10}(?:奖励|补贴|补助|奖补|扶持资金|资助)|财政返还|留存(?:部分)?(?:返还|奖励)|土地出让(?:金|价款)?(?:返还|减免|奖励)|(?:减免|免征|缓征|少征|不征)[^,。;]{0,12}(?:税|社会保险|社保|行政事业性收费|政府性基金)|taxholiday|taxrefund|rent-?free/iu;
/** 不得、不承诺、严禁 before it: the plan says that it is not done. */
const DENIED = /不得|不予|不按|不以|不因|不设|不承诺|不给予|不涉及|不含|严禁|禁止|没有|并非|无任何|withoutany|nosuch/iu;

/** Parts that say what is offered: no amount at all. The others may name the enterprise's own figures. */
const OFFERED: readonly DossierPart[] = ["introduction", "space", "conditions", "clauses"];

/** Full width becomes half width; spaces and whatever shows nothing go, so that none of them hides a figure. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .replace(/\n+/g, "。")
    .replace(/[\s\p{Cf}\p{Mn}\u115f\u1160\u3164]+/gu, "")
    .split(/[。；;！!？?]|\.(?!\d)/u)
    .filter((sentence) => sentence !== "");

const LONGEST = 40;

/** Every promise of money to one enterprise and every forbidden kind of preference, with the part and the words where it stands. */
export function checkFairCompetition(said: DossierSaid): readonly FairProblem[] {
  const clauses = said.clauses.map(({ document, article, says }) => `${document}\n${article}\n${says}`).join("\n");
  const texts = { ...said, clauses };
  const parts: readonly DossierPart[] = ["who", "fit", "introduction", "space", "conditions", "clauses", "risks", "asked"];
  return parts.flatMap((part) => sentencesOf(texts[part]).flatMap((sentence) => problemIn(part, sentence) ?? []));
}

/** Between commas, which are half width by now; those of 3,000,000 are none. */
const clausesOf = (sentence: string): readonly string[] => sentence.split(/,(?!\d{3}(?!\d))/);

/** A denial says so of the clause in which it stands and of no other: “没有附加条件，奖励500万元” promises. */
function problemIn(part: DossierPart, sentence: string): FairProblem | undefined {
  const clauses = clausesOf(sentence);
  for (const clause of clauses) {
    const preference = PREFERENCE.exec(clause);
    if (preference !== null && !DENIED.test(clause.slice(0, preference.index)))
      return { part, kind: "preference", found: around(clause, preference) };
  }
  const offered = OFFERED.includes(part);
  const words = offered ? GIVING : OUR_GIVING;
  const said = clauses.filter((clause) => !isDenied(clause, words)).join(",");
  const gives = words.test(said);
  const amount = AMOUNT.exec(said) ?? (gives ? QUANTITY.exec(said) : null);
  if (amount === null || (!offered && !gives)) return undefined;
  return { part, kind: "money", found: around(said, amount) };
}

function isDenied(clause: string, words: RegExp): boolean {
  const giving = words.exec(clause);
  return giving !== null && DENIED.test(clause.slice(0, giving.index + giving[0].length));
}

function around(sentence: string, { index, 0: found }: RegExpExecArray): string {
  const from = Math.max(0, Math.min(index - Math.floor((LONGEST - found.length) / 2), sentence.length - LONGEST));
  return sentence.slice(from, from + Math.max(LONGEST, found.length));
}
