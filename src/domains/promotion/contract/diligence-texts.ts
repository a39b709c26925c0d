import { contractClauseWords, redLineWords } from "#domains/promotion/contract/statement-red-lines.ts";
import type { Text } from "#kernel/texts.ts";

/** Why a button of due diligence or of a tailored plan is closed, and what a paper lacks. */
export const diligenceReasons: Readonly<Record<string, Text>> = {
  "paper-not-draft": { zh: "已经提交，不能再改", en: "it has been submitted and is not changed any more" },
  "not-own-paper": { zh: "由起草人办理", en: "whoever wrote it does this" },
  "paper-not-submitted": { zh: "不在待复核状态", en: "it does not await a review" },
  "paper-open": { zh: "上一稿还没有结论", en: "the edition before has not been decided on" },
  "event-lifted": { zh: "事项已经解除", en: "the event was lifted already" },
  "watch-closed": { zh: "已经了结", en: "it is closed already" },
  "memo-figures-missing": {
    zh: "红线所需数据不全，不能写“可以引进”：补齐报表，或改为附条件引进",
    en: "figures that the red lines need are missing: complete the statements, or advise conditions",
  },
  "memo-not-unconditional": {
    zh: "触及警示红线，只能附条件引进或不宜引进",
    en: "a red line is touched: only conditions, or advice against it, are possible",
  },
  "memo-no-condition": { zh: "附条件引进至少写一项条件", en: "give at least one condition" },
  "memo-stop:parentage": {
    zh: "所称隶属已被公开否认，只能写“不宜引进”",
    en: "the claimed parent denied it in public: only advice against it is possible",
  },
  "dossier-plan": { zh: "专案还没有写企业情况和契合点", en: "who they are and how they fit is not written yet" },
  ...Object.fromEntries(
    Object.entries(redLineWords).map(([line, { zh, en }]) => [
      `memo-stop:${line}`,
      { zh: `“${zh}”触及止步红线，只能写“不宜引进”`, en: `“${en}” is at its stop line: only advice against it is possible` },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(contractClauseWords).map(([clause, { zh, en }]) => [
      `memo-clause:${clause}`,
      { zh: `红线要求的条件“${zh}”还没有写`, en: `the condition “${en}” that a red line asks for is not there` },
    ]),
  ),
};

const diligenceTexts = {
  "promotion.no-such-event": { zh: "没有这条登记事项。", en: "There is no such event on record." },
  "promotion.no-such-holding": { zh: "没有这条持股记录。", en: "There is no such holding." },
  "promotion.no-such-memo": { zh: "没有这份风险评估意见。", en: "There is no such risk memo." },
  "promotion.no-such-dossier": { zh: "没有这份专案。", en: "There is no such tailored plan." },
  "promotion.no-such-watch": { zh: "没有这条预警登记。", en: "There is no such entry." },
  "promotion.no-such-resident": { zh: "本园区的企业名册里没有这家企业。", en: "The zone's book has no such resident." },
  "promotion.clause-twice": { zh: "同一类条件写了两次。", en: "A condition stands there twice." },
  "promotion.ladder-bands": {
    zh: "各档阈值应按顺序给出，且只能是规定的档次。",
    en: "The thresholds should come in the order of their bands, and be of known bands only.",
  },
  "promotion.event-kind-twice": { zh: "同一类事项定了两次规则。", en: "A kind of event stands there twice." },
  "promotion.rules-changed": {
    zh: "规则在您打开之后已由{name}改为第 {version} 版，请重新打开后再改。",
    en: "{name} has set version {version} since you opened the rules. Open them again before you change them.",
  },
  "promotion.share": { zh: "持股比例应大于 0、不超过 100。", en: "A share above 0 and up to 100 was expected." },
  "promotion.same-enterprise": { zh: "“{name}”不能是自己的股东或上级。", en: "“{name}” cannot hold or own itself." },
  "promotion.parent-claimed": { zh: "所称上级“{parent}”已经登记。", en: "The claimed parent “{parent}” is on record already." },
  "promotion.before-holding": { zh: "日期 {date} 早于持股开始日期 {from}。", en: "{date} is before the holding began, on {from}." },
  "promotion.statement-year": { zh: "第 {row} 行：{year} 年还没有结束。", en: "Row {row}: {year} has not ended." },
  "promotion.statement-party": {
    zh: "第 {row} 行：企业库和线索里都没有“{party}”，应为统一社会信用代码、证券代码或登记的名称。",
    en: "Row {row}: neither the register nor the leads know “{party}”; a credit code, a stock code or the registered name was expected.",
  },
  "promotion.statement-party-several": {
    zh: "第 {row} 行：叫“{party}”的不止一家，应填统一社会信用代码。",
    en: "Row {row}: several are called “{party}”; give the credit code.",
  },
  "promotion.statement-twice": {
    zh: "第 {row} 行：同一企业同一年度在第 {first} 行已有。",
    en: "Row {row}: row {first} has the same year of the same enterprise.",
  },
  "promotion.dossier-money": {
    zh: "“{place}”中“{found}”是对单个企业的金额或比例承诺。公平竞争审查条例第十条：没有法律、行政法规依据或者未经国务院批准，不得给予特定经营者税收优惠和选择性、差异化的财政奖励或者补贴；应改为引用普遍适用的政策条款。",
    en: "“{found}” in “{place}” promises money or a rate to one enterprise. By article 10 of the Fair Competition Review Regulation no tax preference to a specific operator and no selective reward or subsidy without law or approval of the State Council: refer to a general clause instead.",
  },
  "promotion.dossier-promise": {
    zh: "“{place}”中“{found}”是公平竞争审查禁止的对单个企业的优惠（公平竞争审查条例第九条、第十条），应改为引用普遍适用的政策条款。",
    en: "“{found}” in “{place}” is a preference for one enterprise that the Fair Competition Review Regulation forbids (articles 9 and 10): refer to a general clause instead.",
  },
} as const satisfies Record<string, Text>;

export const diligenceErrorTexts: Readonly<Record<string, Text>> = {
  ...diligenceTexts,
  ...Object.fromEntries(
    Object.entries(diligenceReasons).map(([code, { zh, en }]) => [
      `promotion.refused.${code}`,
      { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` },
    ]),
  ),
};
