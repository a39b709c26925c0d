import type { ProjectStage } from "#domains/intelligence/contract/extraction.ts";
import { yuanOf } from "#domains/intelligence/rules/entities/projects/investments.ts";
import type { Candidate } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { cleanProjectName } from "#domains/intelligence/rules/entities/projects/project-names.ts";
import { furthest, stageHits } from "#domains/intelligence/rules/entities/projects/stage-words.ts";

type Cell = { readonly text: string; readonly start: number; readonly end: number };
type Columns = { readonly name: number; readonly company: number; readonly money: number; readonly stage: number; readonly scale: string };

const LONGEST_ROW = 400;
const NAME = /^(?:[\u4e00-\u9fff]{0,4}项目|工程)(?:名称)?$/;
const COMPANY = /^(?:投资|建设|业主|实施|承建|责任|申报)(?:方|主体|单位|企业|商|公司)$|^(?:企业|公司|单位)(?:名称)?$/;
const MONEY = /^(?:计划|项目|协议|预计)?(?:总投资|投资)(?:总?额|规模|金额)?(?:\((?:单位[:：])?(亿|万|亿元|万元)(?:人民币)?\))?$/;
const STAGE = /^(?:项目|建设|目前|当前)?(?:进展|进度|状态|阶段|建设情况|进展情况)(?:情况)?$/;
const AMOUNT = /^约?(\d{1,9}(?:\.\d{1,6})?)\s?(亿|万)?元?$/;

function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let from = start;
  while (from <= end) {
    const bar = text.indexOf("|", from);
    const to = bar < 0 || bar > end ? end : bar;
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== "" || (from > start && to < end)) cells.push({ text: trimmed, start: from + lead, end: from + lead + trimmed.length });
    from = to + 1;
  }
  return cells;
}

function columnsOf(cells: readonly Cell[]): Columns | undefined {
  const find = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell.text.replace(/\s/g, "")));
  const name = find(NAME);
  const money = find(MONEY);
  const company = find(COMPANY);
  if (name < 0 || (money < 0 && company < 0)) return undefined;
  const scale = MONEY.exec(cells[money]?.text.replace(/\s/g, "") ?? "")?.[1]?.slice(0, 1) ?? "";
  return { name, company, money, stage: find(STAGE), scale };
}

const stageIn = (text: string): ProjectStage | null => furthest(stageHits(text, 0, text.length).filter((hit) => !hit.planned));

/** A table with a column of projects and one of investors or of money: each row is a project. */
export function findTabledProjects(text: string): Candidate[] {
  const found: Candidate[] = [];
  let columns: Columns | undefined;
  let heading: ProjectStage | null = null;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const barred = end - start <= LONGEST_ROW && text.slice(start, end).includes("|");
    if (!barred) {
      columns = undefined;
      if (end - start >= 4 && end - start <= 200) heading = stageIn(text.slice(start, end)) ?? heading;
      else if (end > start) heading = null;
    } else {
      const cells = cellsOf(text, start, end);
      const header = columnsOf(cells);
      if (header) columns = header;
      else if (columns) {
        const row = rowOf(columns, cells, heading);
        if (row) found.push(row);
      }
    }
    start = end + 1;
  }
  return found;
}

function rowOf(columns: Columns, cells: readonly Cell[], heading: ProjectStage | null): Candidate | undefined {
  const cell = cells[columns.name];
  const name = cleanProjectName(cell?.text ?? "");
  if (!cell || name.length < 3 || name.length > 60 || !/[\u4e00-\u9fff]{2}/.test(name) || /^(?:合计|总计|小计|共计|-+)/.test(name))
    return undefined;
  const amount = AMOUNT.exec(cells[columns.money]?.text ?? "");
  const scale = amount?.[2] ?? columns.scale;
  const stage = stageIn(cells[columns.stage]?.text ?? "") ?? heading;
  const last = cells.at(-1)?.end ?? cell.end;
  return {
    start: cell.start,
    end: cell.end,
    name,
    stage,
    investmentYuan: amount && scale !== "" ? yuanOf(amount[1] ?? "0", scale) : null,
    company: cells[columns.company]?.text.trim() || null,
    evidence: [cell.start, Math.min(last, cell.start + 200)],
    confidence: 0.85,
    rule: "project-in-a-table",
  };
}
