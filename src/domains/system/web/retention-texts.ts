import type { Text } from "#kernel/texts.ts";

export const retentionTexts = {
  title: { zh: "保存期限", en: "Retention" },
  state: { zh: "现在到期 {due} 条；每天凌晨自动清理，清理记入日志。", en: "{due} due now; cleared each night, and journalled." },
  what: { zh: "数据", en: "What" },
  kept: { zh: "保存", en: "Kept" },
  days: { zh: "{days} 天", en: "{days} days" },
  afterwards: { zh: "到期后", en: "Then" },
  erase: { zh: "抹去", en: "erased" },
  delete: { zh: "删除", en: "deleted" },
  before: { zh: "早于", en: "Before" },
  rows: { zh: "现在到期", en: "Due now" },
  source: { zh: "依据", en: "Source" },
  run: { zh: "立即清理", en: "Clear now" },
  done: { zh: "已清理 {rows} 条。", en: "{rows} cleared." },
} as const satisfies Record<string, Text>;
