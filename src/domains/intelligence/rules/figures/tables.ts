import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import { tidyName } from "#domains/intelligence/rules/figures/naming.ts";
import { readUnit, type UnitKind } from "#domains/intelligence/rules/figures/units.ts";

type Cell = { readonly text: string; readonly start: number; readonly end: number };
const LONGEST_ROW = 400;
type Column = {
  readonly role: "name" | "unit" | "value" | "growth" | "other";
  readonly unit: string;
  readonly header: string;
  readonly ofWhom: boolean;
};

const NUMBER = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[+-]?\d+(?:\.\d+)?$/;
const GROWTH = /(?:增长|增速|增幅|增减|同比|±|比上年|比去年|涨跌|升降)/;
const VALUE = /(?:绝对数|绝对值|总量|数值|本期|累计|实绩|完成|总额|总值|金额|数量|指标值|全年|本年|\d{4}年|月)/;

/** Cells between bars; without bars between blanks ("规上工业总产值 亿元 1386.45 -6.3"). */
function cellsOf(text: string, start: number, end: number, pattern: RegExp): Cell[] {
  const cells: Cell[] = [];
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const trimmed = match[0].trim();
    const from = start + match.index + match[0].length - match[0].trimStart().length;
    cells.push({ text: trimmed, start: from, end: from + trimmed.length });
  }
  while (cells.at(-1)?.text === "") cells.pop();
  return cells;
}

const BARRED = /[^|]+/g;
const BLANKED = /[^\s|]+/g;
const HEADER = /^(?:指\s?标|项目|名称)\S*\s.*(?:增长|增速|增幅|同比|累计|绝对)/;

const unitIn = (header: string): string =>
  /[((](?:单位[:：])?([^()()]{1,10})[))]/.exec(header)?.[1] ?? /^单位[:：]?(.{1,8})$/.exec(header)?.[1] ?? "";

function columnsOf(header: readonly Cell[]): Column[] {
  return header.map((cell, index) => ({
    ...columnOf(cell.text, index),
    header: cell.text.replace(/\s|[((][^()()]*[))]/g, ""),
    ofWhom: index === 0 && OF_WHOM.test(cell.text.replace(/\s/g, "")),
  }));
}

function columnOf(text: string, index: number): Pick<Column, "role" | "unit"> {
  const plain = text.replace(/\s/g, "");
  const unit = unitIn(plain);
  if (index === 0 || /^(?:指标|项目|名称|类别|行业|产品|单位名称|地区|园区|县区)/.test(plain)) return { role: "name", unit };
  if (/^(?:计量)?单位$/.test(plain)) return { role: "unit", unit: "" };
  if (GROWTH.test(plain) || unit === "%" || /%/.test(plain)) return { role: /占|比重|完成率/.test(plain) ? "other" : "growth", unit: "%" };
  return { role: unit !== "" || VALUE.test(plain) ? "value" : "other", unit };
}

function kindOf(unit: string): { unit: string; kind: UnitKind } | undefined {
  const found = readUnit(unit, 0);
  return found && found.end === unit.length ? { unit: found.unit, kind: found.kind } : undefined;
}

/** Rows of tables that the reader wrote as `name | value | growth`, under a header that says which column is what. */
export function readTables(text: string): {
  readonly drafts: Draft[];
  readonly lines: readonly { readonly start: number; readonly end: number }[];
} {
  const drafts: Draft[] = [];
  const lines: { start: number; end: number }[] = [];
  let columns: Column[] | undefined;
  let start = 0;
  let pattern = BARRED;
  for (let end = text.indexOf("\n"); start < text.length; start = end + 1, end = text.indexOf("\n", start)) {
    if (end < 0) end = text.length;
    if (end - start > LONGEST_ROW) {
      columns = undefined;
      continue;
    }
    const line = text.slice(start, end);
    const barred = line.includes("|");
    if (!barred && columns === undefined && !HEADER.test(line)) continue;
    if (barred) pattern = BARRED;
    else if (HEADER.test(line)) pattern = BLANKED;
    const cells = cellsOf(text, start, end, pattern);
    if (
      !barred &&
      (cells.length < 2 || (columns && pattern === BLANKED && cells.length !== columns.length) || (columns && pattern === BARRED))
    ) {
      columns = undefined;
      continue;
    }
    const numbers = cells.filter((cell) => NUMBER.test(cell.text)).length;
    if (numbers === 0) {
      const made = cells.length >= 2 && cells.length <= 12 ? columnsOf(cells) : undefined;
      columns = made?.some((column) => column.role === "value" || column.role === "growth") ? made : columns;
      continue;
    }
    if (!columns) continue;
    lines.push({ start, end });
    for (const draft of rowOf(columns, cells)) drafts.push(draft);
  }
  return { drafts, lines };
}

/** The rows are zones, districts or companies: the columns name what is measured of each. */
const OF_WHOM = /^(?:开发区|园区|经开区|高新区|地区|县区|区县|市县|县市区|县市|城市|企业|公司)(?:名称)?$/;

function rowOf(columns: readonly Column[], cells: readonly Cell[]): Draft[] {
  const name = cells[0];
  if (columns[0]?.ofWhom && name && cells.length === columns.length && !/^(?:合计|总计|全市|全省|全区|小计|平均)/.test(name.text)) {
    const drafts: Draft[] = [];
    cells.forEach((value, index) => {
      const column = columns[index];
      const growth = columns[index + 1]?.role === "growth" ? cells[index + 1] : undefined;
      if (column?.role !== "value" || !NUMBER.test(value.text)) return;
      const header: Cell = { text: column.header, start: name.start, end: name.end };
      const pair = growth ? [header, value, growth] : [header, value];
      const kinds: Column[] = [
        { ...column, role: "name", unit: "" },
        column,
        ...(growth ? [{ ...column, role: "growth" as const, unit: "%" }] : []),
      ];
      const draft = indicatorRow(kinds, pair);
      // The words that prove it are the cells, not the whole row.
      if (draft) drafts.push({ ...draft, subject: name.text, start: value.start });
    });
    return drafts;
  }
  const draft = indicatorRow(columns, cells);
  return draft ? [draft] : [];
}

function indicatorRow(columns: readonly Column[], cells: readonly Cell[]): Draft | undefined {
  const of = (role: Column["role"]) => cells.find((cell, index) => columns[index]?.role === role && cell.text !== "");
  const nameCell = of("name");
  if (!nameCell || NUMBER.test(nameCell.text)) return undefined;
  const value = of("value");
  const growth = of("growth");
  const rowUnit = unitIn(nameCell.text.replace(/\s/g, "")) || (of("unit")?.text ?? "");
  const column = value ? columns[cells.indexOf(value)] : undefined;
  const unit = kindOf(rowUnit || column?.unit || "");
  const name = tidyName(nameCell.text.replace(/^[一二三四五六七八九十\d]+[、.]/, "").replace(/^(?:其中|#)[:：]?/, ""));
  const yoyPct = growth && NUMBER.test(growth.text) ? growth.text.replace(/[+,]/g, "") : null;
  const level = value && unit && NUMBER.test(value.text) ? value : undefined;
  if (name.length < 2 || (!level && (yoyPct === null || !growth))) return undefined;
  const cell = level ?? growth ?? nameCell;
  const last = growth && growth.end > cell.end ? growth : cell;
  const number = cell.text.replace(/[+,]/g, "");
  const kind = level && unit ? unit.kind : "percent";
  return {
    token: {
      start: cell.start,
      end: cell.end,
      value: number,
      unit: level && unit ? unit.unit : "%",
      kind,
      more: false,
      less: false,
      chinese: false,
    },
    name: level ? name : `${name}增速`,
    noun: name,
    value: number,
    unit: level && unit ? unit.unit : "%",
    form: level ? "level" : "growth",
    yoyPct,
    growthBase: null,
    comparison: null,
    subject: null,
    side: null,
    period: null,
    start: nameCell.start,
    end: last.end,
    rule: "table-row",
    confidence: 0.8,
  };
}
