import type { Text } from "#kernel/texts.ts";

export const registerConflictTexts = {
  title: { zh: "与文档不一致", en: "Against documents" },
  state: {
    zh: "{open} 处待核实。已采纳的文档点名的项目，总投资、阶段或日期与台账对不上的列在这里，两边都留着。",
    en: "{open} open. Projects named in accepted documents whose total, stage or dates differ from the register; both sides are kept.",
  },
  filter: { zh: "状态", en: "State" },
  all: { zh: "全部", en: "All" },
  empty: { zh: "没有与文档不一致的项目", en: "Nothing contradicts the register" },
  emptyHint: {
    zh: "采纳文档时自动与台账核对；说法不同的，连同原句出现在这里。",
    en: "Accepted documents are held against the register by themselves; what differs appears here with its words.",
  },
  said: { zh: "文档", en: "Document" },
  registered: { zh: "台账", en: "Register" },
  none: { zh: "尚未签约", en: "not signed" },
  settle: { zh: "裁定", en: "Settle" },
  settleTitle: { zh: "裁定：{project}", en: "Settle: {project}" },
  resolution: { zh: "结论", en: "Conclusion" },
  correctedHint: {
    zh: "总投资改为文档的数；阶段和日期须先在项目页办理。",
    en: "The total becomes that of the document; stages and dates are corrected on the project's page first.",
  },
  keptHint: { zh: "台账不变，同一说法不再提示。", en: "The register stays; the same statement is not raised again." },
  notSameHint: { zh: "文档说的是别的项目，这篇的各处说法一并排除。", en: "The document means another project; all it says is set aside." },
  reason: { zh: "理由", en: "Reason" },
  decided: { zh: "{state}：{reason}（{by}，{on}）", en: "{state}: {reason} ({by}, {on})" },
  note: { zh: "{count} 处说法与文档不一致", en: "{count} contradictions with documents" },
  noteOpen: { zh: "查看", en: "See them" },
} as const satisfies Record<string, Text>;
