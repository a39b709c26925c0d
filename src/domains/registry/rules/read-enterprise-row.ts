import {
  type BookKind,
  bookWords,
  type Controller,
  controllerWords,
  EnterpriseStatus,
  type IdentifierKind,
  identifierWords,
} from "#domains/registry/contract/enterprise.ts";
import type { ImportColumn } from "#domains/registry/contract/import-columns.ts";
import type { ColumnMapping } from "#domains/registry/contract/import-operations.ts";
import { findColumn, scaleOf } from "#domains/registry/rules/column-mapping.ts";
import { readIdentifier } from "#domains/registry/rules/enterprise-identifier.ts";
import { tidyName } from "#domains/registry/rules/enterprise-name.ts";
import { readClass } from "#domains/registry/rules/industry-class.ts";
import { cellProblem, readCount, readDayOfRegister, readList, readMoney, readPercent } from "#domains/registry/rules/read-cells.ts";
import { type QualificationDraft, readQualification } from "#domains/registry/rules/read-qualifications.ts";
import { type Decimal, divide, isNegative, multiply, subtract } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** What a year's column may tell. */
export type YearFigures = {
  revenue?: Decimal;
  profit?: Decimal;
  assets?: Decimal;
  liabilities?: Decimal;
  tax?: Decimal;
  research?: Decimal;
  employees?: number;
};

/** One row as it was told. What it does not say is not there, and takes nothing away from what is known. */
export type EnterpriseDraftRow = {
  identifierKind: IdentifierKind;
  /** Empty where only a name was given: it gets a provisional number computed from the name. */
  identifier: string;
  name: string;
  status?: EnterpriseStatus;
  classCode?: string;
  otherClasses?: readonly string[];
  regionCode?: string;
  address?: string;
  foundedOn?: LocalDate;
  capitalYuan?: Decimal;
  employees?: number;
  controller?: Controller;
  scope?: string;
  products?: readonly string[];
  website?: string;
  stockCode?: string;
  revenueYuan?: Decimal;
  revenueYear?: number;
  revenueGrowthPct?: Decimal;
  qualifications?: readonly QualificationDraft[];
  formerNames?: readonly string[];
  shortName?: string;
  englishName?: string;
  years?: Record<string, YearFigures>;
  /** What it is to the zone that imports, and from when. */
  book?: BookKind;
  bookFrom?: LocalDate;
};

export type RowReading =
  | { readonly ok: true; readonly draft: EnterpriseDraftRow; readonly warnings: readonly Text[] }
  | { readonly ok: false; readonly name: string; readonly identifier: string; readonly problems: readonly Text[] };

type Reading = { readonly draft: EnterpriseDraftRow; readonly problems: Text[]; readonly warnings: Text[]; readonly row: number };
type CellReader = (text: string, reading: Reading, column: ImportColumn) => void;

const REGION = /^\d{2}(\d{2}){0,2}$/;

/** What is known beside the file itself. */
export type KnownCodes = {
  readonly isRegion: (code: string) => boolean;
  /** The code of a division that is written by its name: 重庆市, 重庆, 重庆市渝北区; undefined for a name that several have. */
  readonly regionOf: (name: string) => string | undefined;
  readonly today: LocalDate;
};

/** A reader for one file: its headings and what they are, made once; called for each row. */
export function enterpriseRowReader(headings: readonly string[], mapping: ColumnMapping, known: KnownCodes) {
  const places = headings.flatMap((heading, place) => {
    const key = mapping[heading];
    const column = key === undefined ? undefined : findColumn(key, "enterprises");
    return key === undefined || column === undefined ? [] : [{ place, column, key, read: readerFor(key, heading, known) }];
  });
  const order = (key: string): number => (key === "identifierKind" ? 0 : key === "identifier" ? 1 : 2);
  // The kind of a code says how the code is read.
  places.sort((one, other) => order(one.key) - order(other.key));
  const nameColumn = findColumn("name", "enterprises") as ImportColumn;
  return (row: number, cells: readonly string[]): RowReading => {
    const draft: EnterpriseDraftRow = { identifierKind: "uscc", identifier: "", name: "" };
    const reading: Reading = { draft, problems: [], warnings: [], row };
    for (const { place, column, read } of places) {
      const cell = cells[place];
      if (cell === undefined || cell === "") continue;
      const text = cell.trim();
      if (text === "" || text === "-" || text === "--") continue;
      if (text.includes("\ufffd")) reading.problems.push(cellProblem(row, column, text, UNREADABLE));
      else read(text, reading, column);
    }
    if (draft.name === "" && reading.problems.length === 0) reading.problems.push(cellProblem(row, nameColumn, ""));
    return reading.problems.length > 0
      ? { ok: false, name: draft.name, identifier: draft.identifier, problems: reading.problems }
      : { ok: true, draft: settle(draft), warnings: reading.warnings };
  };
}

const UNREADABLE: Text = {
  zh: "含有无法识别的字符（文件编码可能不对）",
  en: "it has characters that cannot be read (the encoding may be another)",
};
const FOREIGN_MONEY: Text = { zh: "为外币，未折算，没有采用", en: "is in a foreign currency and was left out" };
const UNKNOWN_REGION: Text = { zh: "不是现行的区划代码，没有采用", en: "is no division of today and was left out" };
const OLD_NUMBER: Text = { zh: "是 15 位的旧注册号", en: "is an old registration number of 15 digits" };
const CHECK_WARNING: Text = {
  zh: "第 9–17 位的校验位不符（GB 11714），已导入，请核对",
  en: "fails the check of its places 9 to 17 (GB 11714); taken, please verify",
};

const wrong = (text: string, { row, problems }: Reading, column: ImportColumn, instead?: Text): void => {
  problems.push(cellProblem(row, column, text, instead));
};

function readerFor(key: string, heading: string, known: KnownCodes): CellReader {
  const [name = "", year] = key.split(":");
  if (year !== undefined) return yearReader(name as keyof YearFigures, year, scaleOf(heading));
  return plainReaders(scaleOf(heading), known)[name] ?? (() => {});
}

function yearReader(name: keyof YearFigures, year: string, scale: number): CellReader {
  return (text, reading, column) => {
    const value = name === "employees" ? readCount(text) : readMoney(text, scale);
    if (value === undefined) return wrong(text, reading, column);
    if (value === "foreign") {
      reading.warnings.push(cellProblem(reading.row, column, text, FOREIGN_MONEY));
      return;
    }
    noteFigure(reading.draft, year, name, value);
  };
}

function noteFigure(draft: EnterpriseDraftRow, year: string, name: keyof YearFigures, value: Decimal | number): void {
  draft.years = { ...draft.years, [year]: { ...draft.years?.[year], [name]: value } };
}

function plainReaders(scale: number, known: KnownCodes): Readonly<Record<string, CellReader>> {
  const amount =
    (keep: (draft: EnterpriseDraftRow, value: Decimal) => void, signed = false): CellReader =>
    (text, reading, column) => {
      const value = readMoney(text, scale);
      if (value === "foreign") reading.warnings.push(cellProblem(reading.row, column, text, FOREIGN_MONEY));
      else if (value === undefined || (!signed && isNegative(value))) wrong(text, reading, column);
      else keep(reading.draft, value);
    };
  const short =
    (most: number, keep: (draft: EnterpriseDraftRow, value: string) => void): CellReader =>
    (text, reading, column) =>
      text.length <= most ? keep(reading.draft, text) : wrong(text, reading, column);
  const latest =
    (name: keyof YearFigures, signed: boolean): CellReader =>
    (text, reading, column) =>
      amount((draft, value) => noteFigure(draft, LATEST, name, value), signed)(text, reading, column);
  return {
    name: (text, reading, column) => {
      const name = tidyName(text);
      if (name.length < 2 || name.length > 120) wrong(text, reading, column);
      else reading.draft.name = name;
    },
    identifierKind: (text, reading, column) => {
      const kind = keyOf(identifierWords, text);
      if (kind === undefined) wrong(text, reading, column);
      else reading.draft.identifierKind = kind;
    },
    identifier: (text, reading, column) => {
      const read = readIdentifier(text, reading.draft.identifierKind);
      reading.draft.identifier = read.ok ? read.identifier : text.slice(0, 40);
      if (!read.ok) wrong(text, reading, column, read.because === "old-number" ? OLD_NUMBER : undefined);
      else if (read.warnings.length > 0) reading.warnings.push(cellProblem(reading.row, column, text, CHECK_WARNING));
    },
    status: (text, reading, column) => {
      const status = STATUS_SPELLINGS.find(([pattern]) => pattern.test(text))?.[1] ?? EnterpriseStatus.safeParse(text.toLowerCase()).data;
      if (status === undefined) wrong(text, reading, column);
      else reading.draft.status = status;
    },
    classCode: (text, reading, column) => {
      // Spreadsheets take the nought off the divisions 01 to 09.
      const read = readClass(/^[1-9]$/.test(text) ? `0${text}` : text);
      if (read.ok) reading.draft.classCode = read.code;
      else wrong(text, reading, column, classProblem(text, read));
    },
    otherClasses: (text, reading, column) => {
      const codes = readList(text.replace(/[,，]/g, ";")).map(readClass);
      const bad = codes.find((code) => !code.ok);
      if (bad !== undefined && !bad.ok) return wrong(text, reading, column, classProblem(text, bad));
      reading.draft.otherClasses = codes.flatMap((code) => (code.ok ? [code.code] : [])).slice(0, 10);
    },
    regionCode: (text, reading, column) => {
      const code = /^\d{6}$/.test(text) ? text.replace(/0000$|00$/, "") : (known.regionOf(text) ?? text);
      if (!REGION.test(code)) return wrong(text, reading, column);
      if (known.isRegion(code)) reading.draft.regionCode = code;
      else reading.warnings.push(cellProblem(reading.row, column, text, UNKNOWN_REGION));
    },
    address: short(300, (draft, value) => {
      draft.address = value;
    }),
    founded: (text, reading, column) => {
      const day = readDayOfRegister(text);
      if (day === undefined || day < "1800-01-01" || day > known.today) wrong(text, reading, column);
      else reading.draft.foundedOn = day;
    },
    capital: amount((draft, value) => {
      draft.capitalYuan = value;
    }),
    employees: (text, reading, column) => {
      const count = readCount(text);
      if (count === undefined) wrong(text, reading, column);
      else reading.draft.employees = count;
    },
    controller: (text, reading, column) => {
      const controller = keyOf(controllerWords, text) ?? CONTROLLER_SPELLINGS.find(([pattern]) => pattern.test(text))?.[1];
      if (controller === undefined) wrong(text, reading, column);
      else reading.draft.controller = controller;
    },
    scope: short(4000, (draft, value) => {
      draft.scope = value;
    }),
    products: (text, reading, column) => {
      const products = readList(text);
      if (products.some((product) => product.length > 60)) wrong(text, reading, column);
      else reading.draft.products = [...new Set(products)].slice(0, 50);
    },
    website: short(200, (draft, value) => {
      draft.website = value;
    }),
    stockCode: short(12, (draft, value) => {
      draft.stockCode = value.toUpperCase();
    }),
    revenue: amount((draft, value) => {
      draft.revenueYuan = value;
    }, true),
    revenueYear: (text, reading, column) => {
      const year = Number(/^(\d{4})年?$/.exec(text)?.[1]);
      if (year >= 1950 && year <= Number(known.today.slice(0, 4))) reading.draft.revenueYear = year;
      else wrong(text, reading, column);
    },
    revenueGrowth: (text, reading, column) => {
      const percent = readPercent(text);
      if (percent === undefined) wrong(text, reading, column);
      else reading.draft.revenueGrowthPct = percent;
    },
    profit: latest("profit", true),
    assets: latest("assets", false),
    liabilities: latest("liabilities", false),
    tax: latest("tax", true),
    research: latest("research", false),
    qualifications: (text, reading, column) => {
      const read = readList(text).map(readQualification);
      if (read.includes(undefined)) wrong(text, reading, column);
      else reading.draft.qualifications = read.flatMap((one) => one ?? []);
    },
    formerNames: (text, reading, column) => {
      const names = readList(text).map(tidyName);
      if (names.some((name) => name.length < 2 || name.length > 120)) wrong(text, reading, column);
      else reading.draft.formerNames = names.slice(0, 20);
    },
    shortName: short(60, (draft, value) => {
      draft.shortName = tidyName(value);
    }),
    book: (text, reading, column) => {
      const book = keyOf(bookWords, text);
      if (book === undefined) wrong(text, reading, column);
      else reading.draft.book = book;
    },
    bookFrom: (text, reading, column) => {
      const day = readDayOfRegister(text);
      if (day === undefined) wrong(text, reading, column);
      else reading.draft.bookFrom = day;
    },
    englishName: short(120, (draft, value) => {
      draft.englishName = value.replace(/\s+/g, " ");
    }),
  };
}

/** Figures whose heading names no year belong to the year of the revenue. */
const LATEST = "latest";

const STATUS_SPELLINGS: readonly (readonly [RegExp, EnterpriseStatus])[] = [
  [/^(存续|在业|开业|正常|在营|登记成立)/, "active"],
  [/^(歇业|停业)/, "suspended"],
  [/^吊销/, "revoked"],
  [/^注销/, "deregistered"],
  [/^迁出/, "moved-out"],
];
const CONTROLLER_SPELLINGS: readonly (readonly [RegExp, Controller])[] = [
  [/^无|工会|持股会|^其他/, "other"],
  [/地方|省国资|市国资|区国资|县国资/, "local-state"],
  [/国资委|中央|央企|国务院|财政部/, "central-state"],
  [/国有|国企|集体|政府/, "local-state"],
  [/民营|私营|个人|自然人|境内/, "private"],
  [/外资|外商|港澳台|境外|合资/, "foreign"],
  [/院|大学|高校|事业/, "institute"],
];

const keyOf = <Key extends string>(words: Readonly<Record<Key, Text>>, found: string): Key | undefined =>
  (Object.keys(words) as Key[]).find(
    (key) => key === found.toLowerCase() || words[key].zh === found || words[key].en.toLowerCase() === found.toLowerCase(),
  );

const classProblem = (text: string, reading: Exclude<ReturnType<typeof readClass>, { ok: true }>): Text =>
  reading.because === "letter"
    ? {
        zh: `“${text.slice(0, 12)}”的门类字母与大类不符：${reading.division} 属于 ${reading.expected}`,
        en: `the letter of “${text.slice(0, 12)}” does not contain its division: ${reading.division} belongs to ${reading.expected}`,
      }
    : { zh: `“${text.slice(0, 12)}”不在 GB/T 4754-2017 里`, en: `“${text.slice(0, 12)}” is not in GB/T 4754-2017` };

/** Years put in order: the latest revenue is the profile's, with its growth where the year before is there too. */
function settle(draft: EnterpriseDraftRow): EnterpriseDraftRow {
  if (draft.identifier === "") draft.identifierKind = "provisional";
  const { years } = draft;
  if (years === undefined) return draft;
  const latest = years[LATEST];
  if (latest !== undefined) {
    delete years[LATEST];
    if (draft.revenueYear !== undefined) years[draft.revenueYear] = { ...latest, ...years[draft.revenueYear] };
  }
  const told = Object.keys(years)
    .filter((year) => years[year]?.revenue !== undefined)
    .sort();
  const last = told.at(-1);
  if (last === undefined || (draft.revenueYear !== undefined && draft.revenueYear >= Number(last))) return draft;
  const revenue = years[last]?.revenue as Decimal;
  draft.revenueYuan = revenue;
  draft.revenueYear = Number(last);
  const growth = growthPct(years[String(Number(last) - 1)]?.revenue, revenue);
  if (growth !== undefined && draft.revenueGrowthPct === undefined) draft.revenueGrowthPct = growth;
  return draft;
}

/** In per cent with two places; nothing where there was nothing, a loss, or so little before that the figure says nothing. */
export function growthPct(before: Decimal | undefined, after: Decimal): Decimal | undefined {
  if (before === undefined || before === "0" || isNegative(before)) return undefined;
  const growth = divide(multiply(subtract(after, before), "100" as Decimal), before, 2);
  return /^-?\d{7}/.test(growth) ? undefined : growth;
}
