import type { Text } from "#kernel/texts.ts";

/** What every import of a sheet says; which sheet it is and what stands in it, the page says. */
export const importTexts = {
  template: { zh: "下载模板", en: "Download the template" },
  check: { zh: "先检查", en: "Check first" },
  import: { zh: "导入", en: "Import" },
  checked: {
    zh: "检查结果：{ok} 行可以导入，{refused} 行有问题。尚未导入。",
    en: "Checked: {ok} rows can be imported, {refused} have problems. Nothing was imported yet.",
  },
  imported: { zh: "已导入 {ok} 行，{refused} 行被退回。", en: "{ok} rows imported, {refused} refused." },
  part: { zh: "下表列出 {count} 行，被退回的在前。", en: "{count} rows are listed below, the refused ones first." },
  row: { zh: "行", en: "Row" },
  result: { zh: "结果", en: "Result" },
  ok: { zh: "可以", en: "Right" },
  refused: { zh: "退回", en: "Refused" },
  problem: { zh: "问题", en: "Problem" },
} as const satisfies Record<string, Text>;

/** Why the import cannot begin yet. */
export const importReasons = {
  "no-file-chosen": { zh: "请先选择文件", en: "choose a file first" },
  "fields-missing": { zh: "请先填写必填项", en: "fill in what is required first" },
} as const satisfies Record<string, Text>;
