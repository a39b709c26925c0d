import type { Text } from "#kernel/texts.ts";

export const dossierWebTexts = {
  title: { zh: "一企一策", en: "Tailored plan" },
  state: { zh: "共 {count} 稿。", en: "Editions: {count}." },
  stateNone: { zh: "还没有专案。", en: "No plan yet." },
  write: { zh: "起草专案", en: "Write the plan" },
  next: { zh: "另起一稿", en: "Begin another edition" },
  edition: { zh: "稿次", en: "Edition" },
  editions: { zh: "各稿", en: "Editions" },
  word: { zh: "Word", en: "Word" },
  pdf: { zh: "PDF", en: "PDF" },
  none: { zh: "还没有专案", en: "No plan yet" },
  noneHint: {
    zh: "右侧是平台已有的情况；起草时写清企业情况、契合点、支持条件和拟要求的承诺。",
    en: "At the right is what the platform knows; write who they are, how they fit, conditions and the promises asked.",
  },
  facts: { zh: "平台已有", en: "What the platform knows" },
  factsAsOf: { zh: "截至 {day}", en: "as of {day}" },
  review: { zh: "公平竞争审查", en: "Fair-competition review" },
  reviewHint: {
    zh: "由第二人审查：只引用普遍适用的条款，不承诺对单个企业的金额。",
    en: "By a second person: general clauses only, no money to one enterprise.",
  },
  generalOnly: {
    zh: "只写普遍适用的条件，不写对单个企业的金额或比例；写了会被拒绝并指出位置。",
    en: "General conditions only: money or a rate for one enterprise is refused, and the place is named.",
  },
  document: { zh: "政策文件", en: "Document" },
  article: { zh: "条款", en: "Article" },
  says: { zh: "内容要点", en: "What it says" },
  addClause: { zh: "加一条条款", en: "Add a clause" },
  removeClause: { zh: "去掉", en: "Remove" },
  save: { zh: "保存草稿", en: "Save the draft" },
  nothing: { zh: "（未填写）", en: "(nothing written)" },
  contact: { zh: "联系人", en: "Contact" },
  diligence: { zh: "尽职调查", en: "Due diligence" },
} as const satisfies Record<string, Text>;
