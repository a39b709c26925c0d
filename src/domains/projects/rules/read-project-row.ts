import { categoryWords, KeyLevel, keyLevelWords, type Milestone, ProjectCategory } from "#domains/projects/contract/project.ts";
import { type ProjectColumn, projectColumns } from "#domains/projects/contract/project-columns.ts";
import type { ProjectDraft } from "#domains/projects/contract/register-operations.ts";
import { add, compare, type Decimal, findDecimal, multiply, ZERO } from "#kernel/decimal.ts";
import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";
import { say, type Text } from "#kernel/texts.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type ProjectCells = Readonly<Partial<Record<ProjectColumn["key"], { readonly text: string; readonly error?: string }>>>;
/** Milestones that were reached before the project came into this register. */
export type ReachedDates = Readonly<Partial<Record<"start" | "complete" | "produce", LocalDate>>>;
export type ProjectRowReading =
  | { readonly ok: true; readonly draft: ProjectDraft; readonly reached: ReachedDates }
  | { readonly ok: false; readonly problems: readonly Text[] };

const TEN_THOUSAND = "10000" as Decimal;

/** Reads one row; every bad cell becomes one sentence, and a row with any is refused alone. */
export function readProjectRow(row: number, cells: ProjectCells): ProjectRowReading {
  const problems: Text[] = [];
  const read = <Value>(key: ProjectColumn["key"], reader: (text: string) => Value | undefined): Value | undefined => {
    const column = projectColumns.find((one) => one.key === key);
    const cell = cells[key];
    const found = cell?.text.trim() ?? "";
    if (column === undefined) return undefined;
    if (cell?.error !== undefined) problems.push(sentence(row, column, "sheet.formula-error", cell.error));
    else if (found === "") {
      if (column.required) problems.push(sentence(row, column, "sheet.empty-cell", ""));
    } else {
      const value = reader(found);
      if (value === undefined) problems.push(sentence(row, column, "sheet.not-that", found.slice(0, 40)));
      return value;
    }
    return undefined;
  };
  const upTo = (most: number) => (found: string) => (found.length <= most ? found : undefined);
  const name = read("name", (found) => (found.length >= 2 && found.length <= 120 ? found : undefined));
  const enterprise = read("enterprise", (found) => (found.length >= 2 && found.length <= 120 ? found : undefined));
  const uscc = read("uscc", (found) => (isUscc(normaliseUscc(found)) ? found : undefined));
  const category = read("category", (found) => keyOf(categoryWords, ProjectCategory.options, found));
  const level = read("level", (found) => keyOf(keyLevelWords, KeyLevel.options, found));
  const industry = read("industry", upTo(60));
  const amount = read("amount", readAmount);
  const contractNumber = read("contract", upTo(60));
  const signedOn = read("signed", readDay);
  const leasedPlant = read("leased", (found) =>
    /^(是|yes|y|1|true)$/i.test(found) ? true : /^(否|no|n|0|false)$/i.test(found) ? false : undefined,
  );
  const parcel = read("parcel", upTo(60));
  const place = read("place", upTo(200));
  const plan = (["land", "start", "complete", "produce"] as const).flatMap((kind): { kind: Milestone; plannedOn: LocalDate }[] => {
    const plannedOn = read(kind, readDay);
    return plannedOn === undefined ? [] : [{ kind, plannedOn }];
  });
  const reached = {
    start: read("started", readDay),
    complete: read("completed", readDay),
    produce: read("produced", readDay),
  };
  if (
    problems.length > 0 ||
    name === undefined ||
    enterprise === undefined ||
    category === undefined ||
    amount === undefined ||
    contractNumber === undefined ||
    signedOn === undefined
  )
    return { ok: false, problems };
  return {
    ok: true,
    draft: {
      name,
      enterprise,
      ...(uscc === undefined ? {} : { uscc }),
      category,
      level: level ?? "ordinary",
      industry: industry ?? "",
      plannedTotalYuan: amount,
      contractNumber,
      signedOn,
      leasedPlant: leasedPlant ?? false,
      place: place ?? "",
      ...(parcel === undefined ? {} : { parcel }),
      contactName: "",
      contactPhone: "",
      description: "",
      plan,
    },
    reached: Object.fromEntries(Object.entries(reached).filter(([, on]) => on !== undefined)),
  };
}

const sentence = (row: number, column: ProjectColumn, code: keyof typeof gridTexts, found: string): Text => {
  const inLanguage = (language: "zh" | "en") =>
    say(gridTexts["sheet.bad-cell"], language, {
      row,
      column: column.head[language],
      problem: say(gridTexts[code], language, { found }),
      expected: column.expected[language],
    });
  return { zh: inLanguage("zh"), en: inLanguage("en") };
};

/** 万元 as written, with or without separators; in 元. */
function readAmount(text: string): Decimal | undefined {
  const written = findDecimal(text.replace(/[,，\s]/g, "").replace(/万元$/, ""));
  if (written === undefined || compare(written, ZERO) <= 0 || written.length > 15) return undefined;
  return add(multiply(written, TEN_THOUSAND), ZERO);
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

function readDay(text: string): LocalDate | undefined {
  const [, year, month = "", date = ""] = DAY.exec(text.replace(/\s/g, "")) ?? [];
  return year === undefined ? undefined : findLocalDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

const keyOf = <Key extends string>(words: Readonly<Record<Key, Text>>, keys: readonly Key[], found: string): Key | undefined =>
  keys.find((key) => words[key].zh === found || words[key].en.toLowerCase() === found.toLowerCase() || words[key].zh.startsWith(found));
