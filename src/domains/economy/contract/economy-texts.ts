import type { Text } from "#kernel/texts.ts";

/** Refusals of the economy domain and reasons why a step is not possible now. */
export const economyTexts = {
  "economy.no-such-card": { zh: "没有这份成绩单。", en: "There is no such report card." },
  "economy.card-exists": {
    zh: "{region} {period} 的成绩单已经有了，请直接打开或修订。",
    en: "There is a report card of {region} for {period} already; open or revise it.",
  },
  "economy.not-a-period": {
    zh: "“{text}”不是有效的期间：应写成如 2026H1、2026Q1、2026、2026-06 或“2026年上半年”。",
    en: "“{text}” is not a period: something like 2026H1, 2026Q1, 2026 or 2026-06 was expected.",
  },
  "economy.signer-incomplete": {
    zh: "签发人须同时写明姓名和部门。",
    en: "The signer needs both a name and a department.",
  },
  "economy.nothing-published": {
    zh: "{region} {period} 在该日期没有已发布的成绩单。",
    en: "No report card of {region} for {period} was published on that date.",
  },
  "economy.never-published": {
    zh: "{region} {period} 没有已发布的成绩单。",
    en: "There is no published report card of {region} for {period}.",
  },
  "economy.no-such-publication": { zh: "没有这份已发布的成绩单。", en: "There is no such published report card." },
  "economy.publication-withdrawn": { zh: "这份成绩单已撤下：{reason}", en: "This report card has been withdrawn: {reason}" },
  "economy.unknown-indicator": { zh: "指标目录中没有“{code}”。", en: "“{code}” is not in the catalogue of indicators." },
} as const satisfies Record<string, Text>;

/** Why a button is closed, and what is missing before the next step. */
export const moveReasons = {
  "missing:figures": { zh: "还没有可列入的数据", en: "there are no figures yet" },
  "open-conflicts": { zh: "还有数据冲突未裁定", en: "conflicts are not yet resolved" },
  "missing:comment-on-checks": { zh: "核对有不符之处，须写明说明", en: "some checks are not in order; a remark is needed" },
  "missing:signer": { zh: "还没有填写签发人和部门", en: "signer and department are not yet given" },
  "missing:reason": { zh: "须写明理由", en: "a reason is needed" },
  "facts-changed": {
    zh: "核对之后数据有变动，须退回重新核对",
    en: "facts have changed since the check; return the card and check it again",
  },
  "self-approval": { zh: "修改、起草或核对的人不能自己审定", en: "whoever drafted, edited or checked a card may not approve it" },
  "first-edition": { zh: "这是首版", en: "this is the first edition" },
  "not-first-edition": { zh: "这不是首版", en: "this is not the first edition" },
  "wrong-state:DRAFT": { zh: "成绩单还是草稿", en: "the card is a draft" },
  "wrong-state:CHECKED": { zh: "成绩单处于已核对状态", en: "the card has been checked" },
  "wrong-state:APPROVED": { zh: "成绩单已审定", en: "the card has been approved" },
  "wrong-state:PUBLISHED": { zh: "成绩单已发布", en: "the card has been published" },
  "wrong-state:REVISED": { zh: "成绩单已修订发布", en: "the card has been published as a revision" },
  "wrong-state:WITHDRAWN": { zh: "成绩单已撤下", en: "the card has been withdrawn" },
  "missing-permission:economy.read": { zh: "当前岗位无权查看", en: "the present role may not read it" },
  "missing-permission:economy.draft": { zh: "当前岗位无权起草", en: "the present role may not draft" },
  "missing-permission:economy.check": { zh: "当前岗位无权核对", en: "the present role may not check" },
  "missing-permission:economy.approve": { zh: "当前岗位无权审定", en: "the present role may not approve" },
  "missing-permission:economy.publish": { zh: "当前岗位无权发布或撤下", en: "the present role may not publish or withdraw" },
} as const satisfies Record<string, Text>;

/** Every sentence that this domain can answer with, by code. */
export const economyErrorTexts: Readonly<Record<string, Text>> = {
  ...economyTexts,
  ...Object.fromEntries(
    Object.entries(moveReasons).map(([code, { zh, en }]) => [
      `economy.refused.${code}`,
      { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` },
    ]),
  ),
};
