import type { z } from "zod";
import { channelWords, leadNatureWords, leadStageWords, leadStatusWords } from "#domains/promotion/contract/lead.ts";
import { leadClockWords } from "#domains/promotion/contract/lead-texts.ts";
import type { LeadRow } from "#domains/promotion/contract/lead-view.ts";
import { chooseLeads } from "#domains/promotion/server/choose-leads.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { type SheetColumn, sheetFile } from "#domains/promotion/server/sheet-file.ts";
import { rowViews } from "#domains/promotion/server/view-lead.ts";
import { decimal, shift } from "#kernel/decimal.ts";
import type { Language } from "#kernel/texts.ts";

/** More leads than a zone has; a sheet of more is of no use to anybody. */
type Row = z.input<typeof LeadRow>;

const MOST_ROWS = 20_000;
const TEN_THOUSAND_YUAN = 4;

const columnsIn = (language: Language): readonly SheetColumn<Row>[] => [
  { head: { zh: "线索编号", en: "Lead" }, width: 16, cell: (row) => row.code },
  { head: { zh: "项目名称", en: "Project" }, width: 36, cell: (row) => row.projectName },
  { head: { zh: "投资方", en: "Investor" }, width: 32, cell: (row) => row.party },
  { head: { zh: "类型", en: "Nature" }, width: 10, cell: (row) => leadNatureWords[row.nature][language] },
  { head: { zh: "产业", en: "Industry" }, width: 16, cell: (row) => row.industry },
  { head: { zh: "渠道", en: "Channel" }, width: 12, cell: (row) => channelWords[row.channel][language] },
  {
    head: { zh: "意向投资额（万元）", en: "Intended investment (10,000 yuan)" },
    width: 18,
    cell: (row) => (row.amountYuan === null ? "" : shift(decimal(row.amountYuan), -TEN_THOUSAND_YUAN)),
    figure: true,
  },
  { head: { zh: "阶段", en: "Stage" }, width: 10, cell: (row) => leadStageWords[row.stage][language] },
  { head: { zh: "状态", en: "Status" }, width: 10, cell: (row) => leadStatusWords[row.status][language] },
  { head: { zh: "进入本阶段", en: "Since" }, width: 12, cell: (row) => row.stageSince },
  { head: { zh: "承办人", en: "Owner" }, width: 12, cell: (row) => row.owner ?? "" },
  { head: { zh: "最近对接", en: "Last contact" }, width: 12, cell: (row) => row.touchedOn ?? "" },
  { head: { zh: "到期事项", en: "Due" }, width: 14, cell: (row) => (row.due === null ? "" : leadClockWords[row.due.name][language]) },
  { head: { zh: "到期日", en: "Due on" }, width: 12, cell: (row) => row.due?.on ?? "" },
];

/** The list that stands on the page, as a file: same filter, in the order of the codes. */
export const exportLeads: LeadHandlers["exportLeads"] = async ({ format, ...filter }, { tx, today, language }) => {
  const rows = await chooseLeads(tx, filter, today).selectAll().orderBy("code").limit(MOST_ROWS).execute();
  const views = await rowViews(tx, rows, today);
  const name = `${language === "zh" ? "招商线索" : "leads"}-${today}`;
  return sheetFile({ name, format, language }, columnsIn(language), views);
};
