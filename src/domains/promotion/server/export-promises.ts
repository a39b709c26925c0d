import { type PromiseLine, promiseMetricWords, promiseStateWords } from "#domains/promotion/contract/promise.ts";
import type { PromisesView } from "#domains/promotion/contract/promise-operations.ts";
import type { PromiseHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { ledgerOn } from "#domains/promotion/server/promises.ts";
import { type SheetColumn, sheetFile } from "#domains/promotion/server/sheet-file.ts";
import type { Language } from "#kernel/texts.ts";

type Line = { readonly of: PromisesView; readonly line: PromiseLine };

const columnsIn = (language: Language): readonly SheetColumn<Line>[] => [
  { head: { zh: "线索编号", en: "Lead" }, width: 16, cell: ({ of }) => of.lead.code },
  { head: { zh: "项目名称", en: "Project" }, width: 36, cell: ({ of }) => of.lead.projectName },
  { head: { zh: "投资方", en: "Investor" }, width: 32, cell: ({ of }) => of.lead.party },
  { head: { zh: "合同编号", en: "Contract" }, width: 20, cell: ({ of }) => of.contractNumber ?? "" },
  { head: { zh: "项目编号", en: "Project code" }, width: 16, cell: ({ of }) => of.project?.code ?? "" },
  { head: { zh: "承诺日期", en: "Promised on" }, width: 12, cell: ({ of }) => of.promisedOn },
  { head: { zh: "承诺事项", en: "Promise" }, width: 14, cell: ({ line }) => promiseMetricWords[line.metric][language] },
  { head: { zh: "年份", en: "Year" }, width: 8, cell: ({ line }) => (line.year === null ? "" : String(line.year)) },
  { head: { zh: "承诺", en: "Promised" }, width: 18, cell: ({ line }) => line.promised ?? line.promisedOn ?? "", figure: true },
  { head: { zh: "实际", en: "Actual" }, width: 18, cell: ({ line }) => line.actual ?? line.actualOn ?? "", figure: true },
  { head: { zh: "兑现率（%）", en: "Kept (%)" }, width: 12, cell: ({ line }) => line.pct ?? "", figure: true },
  {
    head: { zh: "逾期天数", en: "Days late" },
    width: 10,
    cell: ({ line }) => (line.daysLate === null ? "" : String(line.daysLate)),
    figure: true,
  },
  { head: { zh: "状态", en: "State" }, width: 10, cell: ({ line }) => promiseStateWords[line.state][language] },
];

/** One row a promise: amounts in 元, people or 亩 as they were promised. */
export const exportPromises: PromiseHandlers["exportPromises"] = async ({ asOf, format }, { tx, today, language }) => {
  const day = asOf ?? today;
  const all = (await ledgerOn(tx, day)) as readonly PromisesView[];
  const lines = all.flatMap((of) => of.lines.map((line) => ({ of, line })));
  return sheetFile({ name: `${language === "zh" ? "承诺台账" : "promises"}-${day}`, format, language }, columnsIn(language), lines);
};
