import type { ColumnMapping, ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { findColumn } from "#domains/registry/rules/column-mapping.ts";
import { cellProblem } from "#domains/registry/rules/read-cells.ts";
import { enterpriseRowReader, type KnownCodes } from "#domains/registry/rules/read-enterprise-row.ts";
import { type FigureReading, financeRowReader, productRowReader } from "#domains/registry/rules/read-figure-rows.ts";
import { tieRowReader } from "#domains/registry/rules/read-tie-row.ts";
import { type Merged, mergeEnterprises, type Told } from "#domains/registry/server/imports/merge-enterprises.ts";
import { type FigureRow, type MergedFigures, mergeFinances, mergeProducts } from "#domains/registry/server/imports/merge-figures.ts";
import { mergeTies, type TieProblem, type TieRow } from "#domains/registry/server/imports/merge-ties.ts";
import type { SourceRow } from "#domains/registry/server/imports/source.ts";
import { type StagedDraft, stagedLines, withId } from "#domains/registry/server/imports/stage-enterprises.ts";
import type { Tx } from "#kernel/server/database.ts";
import { joined } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

/** A row that was refused, or taken with a warning. */
export type ImportProblem = {
  readonly row: number;
  readonly refused: boolean;
  readonly name: string;
  readonly identifier: string;
  readonly problem: Text;
};

/** A batch as far as it can be made ready without the database. */
export type Prepared = {
  readonly rows: number;
  readonly problems: readonly ImportProblem[];
  merge(tx: Tx, told: Told): Promise<Merged & { readonly problems: readonly ImportProblem[] }>;
};
export type Prepare = (rows: readonly SourceRow[]) => Prepared;

function prepareEnterprises(headings: readonly string[], mapping: ColumnMapping, known: KnownCodes): Prepare {
  const read = enterpriseRowReader(headings, mapping, known);
  return (rows) => {
    const problems: ImportProblem[] = [];
    const drafts = new Map<string, StagedDraft & { readonly row: number }>();
    for (const { row, cells, broken } of rows) {
      const reading = broken === undefined ? read(row, cells) : undefined;
      if (reading === undefined) problems.push(brokenRow(row, cells, broken ?? "quote"));
      else if (!reading.ok)
        problems.push({ row, refused: true, name: reading.name, identifier: reading.identifier, problem: joined(reading.problems) });
      else {
        const staged = { ...withId(reading.draft), row };
        const before = drafts.get(staged.id);
        if (before !== undefined) problems.push(warning(before.row, before, superseded(before.row, row)));
        drafts.set(staged.id, staged);
        if (reading.warnings.length > 0) problems.push(warning(row, staged, joined(reading.warnings)));
      }
    }
    const staged = [...drafts.values()];
    const lines = stagedLines(staged);
    return {
      rows: rows.length,
      problems,
      merge: async (tx, told) => ({ ...(await mergeEnterprises(tx, staged, lines, told)), problems: [] }),
    };
  };
}

const warning = (row: number, { identifier, draft }: StagedDraft, problem: Text): ImportProblem => ({
  row,
  refused: false,
  name: draft.name,
  identifier,
  problem,
});

const superseded = (row: number, by: number): Text => ({
  zh: `第 ${row} 行与第 ${by} 行是同一家企业，以后者为准。`,
  en: `Rows ${row} and ${by} are one enterprise; the later was taken.`,
});

const BROKEN: Readonly<Record<NonNullable<SourceRow["broken"]>, (row: number) => Text>> = {
  quote: (row) => ({
    zh: `第 ${row} 行：引号没有闭合，应成对出现。`,
    en: `Row ${row}: a quotation mark is not closed; they should come in pairs.`,
  }),
  wide: (row) => ({
    zh: `第 ${row} 行：列数多于表头，有的值里可能带着分隔符；这样的值应放在引号里。`,
    en: `Row ${row}: it has more columns than there are headings; a value with a separator in it should stand in quotation marks.`,
  }),
  json: (row) => ({ zh: `第 ${row} 行：不是一个 JSON 对象。`, en: `Row ${row}: it is not one JSON object.` }),
  cut: (row) => ({
    zh: `第 ${row} 行：文件在这一行中间断开，可能在传输中被截断；请取得完整文件再导入一次。`,
    en: `Row ${row}: the file ends in the middle of this row and may have been cut in transfer; import it again from a whole file.`,
  }),
};

const brokenRow = (row: number, cells: readonly string[], broken: NonNullable<SourceRow["broken"]>): ImportProblem => ({
  row,
  refused: true,
  name: (cells[0] ?? "").slice(0, 60),
  identifier: "",
  problem: BROKEN[broken](row),
});

function prepareTies(headings: readonly string[], mapping: ColumnMapping, { today }: KnownCodes): Prepare {
  const read = tieRowReader(headings, mapping, today);
  return (rows) => {
    const problems: ImportProblem[] = [];
    const ties: TieRow[] = [];
    for (const { row, cells, broken } of rows) {
      const reading = broken === undefined ? read(row, cells) : undefined;
      if (reading === undefined) problems.push(brokenRow(row, cells, broken ?? "quote"));
      else if (!reading.ok)
        problems.push({ row, refused: true, name: reading.from, identifier: reading.to, problem: joined(reading.problems) });
      else ties.push({ row, draft: reading.draft });
    }
    return {
      rows: rows.length,
      problems,
      merge: async (tx, told) => {
        const merged = await mergeTies(tx, ties, told);
        return { ...merged, problems: merged.problems.map(sayTieProblem) };
      },
    };
  };
}

/** Figures of enterprises that are registered, with one row each. */
function prepareFigures<Draft extends { readonly enterprise: string }>(
  subject: ImportSubject,
  read: (row: number, cells: readonly string[]) => FigureReading<Draft>,
  merge: (tx: Tx, rows: readonly FigureRow<Draft>[], told: Told) => Promise<MergedFigures>,
): Prepare {
  return (rows) => {
    const problems: ImportProblem[] = [];
    const kept: FigureRow<Draft>[] = [];
    for (const { row, cells, broken } of rows) {
      const reading = broken === undefined ? read(row, cells) : undefined;
      if (reading === undefined) problems.push(brokenRow(row, cells, broken ?? "quote"));
      else if (!reading.ok)
        problems.push({ row, refused: true, name: reading.enterprise, identifier: "", problem: joined(reading.problems) });
      else {
        kept.push({ row, draft: reading.draft });
        if (reading.warnings.length > 0)
          problems.push({ row, refused: false, name: reading.draft.enterprise, identifier: "", problem: joined(reading.warnings) });
      }
    }
    return {
      rows: rows.length,
      problems,
      merge: async (tx, told) => {
        const merged = await merge(tx, kept, told);
        return {
          ...merged,
          problems: merged.problems.map(({ row, because, found }) => nobody(subject, "enterprise", row, because, found)),
        };
      },
    };
  };
}

/** How the rows of a file are made ready, by what it holds. */
export const PREPARE: Readonly<Record<ImportSubject, (headings: readonly string[], mapping: ColumnMapping, known: KnownCodes) => Prepare>> =
  {
    enterprises: prepareEnterprises,
    ties: prepareTies,
    finances: (headings, mapping, { today }) => prepareFigures("finances", financeRowReader(headings, mapping, today), mergeFinances),
    products: (headings, mapping, { today }) => prepareFigures("products", productRowReader(headings, mapping, today), mergeProducts),
  };

const TIE_PROBLEMS: Readonly<Record<TieProblem["because"], Text>> = {
  nobody: { zh: "没有登记这家企业", en: "no such enterprise is registered" },
  several: { zh: "有几家企业叫这个名称", en: "several enterprises have this name" },
  itself: { zh: "两端是同一家企业", en: "both ends are one enterprise" },
};

const sayTieProblem = ({ row, end, because, found }: TieProblem): ImportProblem => nobody("ties", end, row, because, found);

function nobody(subject: ImportSubject, key: string, row: number, because: TieProblem["because"], found: string): ImportProblem {
  const column = findColumn(key, subject);
  const words = TIE_PROBLEMS[because];
  const instead = { zh: `“${found.slice(0, 40)}”：${words.zh}`, en: `“${found.slice(0, 40)}”: ${words.en}` };
  const problem = column === undefined ? instead : joined([cellProblem(row, column, found, instead)]);
  return { row, refused: true, name: found, identifier: "", problem };
}
