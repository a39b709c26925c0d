import type { Text } from "#kernel/texts.ts";

export const bookPageTexts = {
  title: { zh: "园区企业名册", en: "The zone's book of enterprises" },
  state: { zh: "{day} 的名册：{count} 条。", en: "The book on {day}: {count} entries." },
  search: { zh: "企业名称", en: "Name" },
  kind: { zh: "列为", en: "As" },
  liaison: { zh: "联络员", en: "Liaison" },
  asOf: { zh: "截至", en: "As of" },
  enterprise: { zh: "企业", en: "Enterprise" },
  span: { zh: "起止", en: "From and to" },
  class: { zh: "行业", en: "Class" },
  capital: { zh: "注册资本", en: "Capital" },
  revenue: { zh: "营业收入", en: "Revenue" },
  note: { zh: "说明", en: "Note" },
  empty: { zh: "名册里还没有企业", en: "The book is empty" },
  emptyHint: {
    zh: "在企业页点“列入名册”，写明在园、目标、伙伴或基金，从哪天起，谁联络。",
    en: "Enter an enterprise from its page: as what, since when, and who looks after it.",
  },
} as const satisfies Record<string, Text>;
