import { Controller, controllerWords, EnterpriseStatus, type ProfileField, statusWords } from "#domains/registry/contract/enterprise.ts";
import { tidyName } from "#domains/registry/rules/enterprise-name.ts";
import { readClass } from "#domains/registry/rules/industry-class.ts";
import { readCount, readDayOfRegister, readList, readMoney, readPercent } from "#domains/registry/rules/read-cells.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

export type FieldValue = string | number | readonly string[] | null;
type Rule = { readonly column: string; readonly expected: Text; readonly read: (text: string, today: LocalDate) => FieldValue | undefined };

const text = (zh: string, en: string): Text => ({ zh, en });
const upTo = (most: number) => (given: string) => (given.length <= most ? given : undefined);
const keyOf = <Key extends string>(words: Readonly<Record<Key, Text>>, found: string): Key | undefined =>
  (Object.keys(words) as Key[]).find((key) => key === found || words[key].zh === found || words[key].en === found);
const classOf = (given: string): string | undefined => {
  const read = readClass(given);
  return read.ok ? read.code : undefined;
};

/** How a field of the profile is read when a person writes it, and the column that it stands in. */
const RULES: Readonly<Record<ProfileField, Rule>> = {
  name: {
    column: "name",
    expected: text("2 至 120 字的名称", "a name of 2 to 120 characters"),
    read: (given) => {
      const name = tidyName(given);
      return name.length >= 2 && name.length <= 120 ? name : undefined;
    },
  },
  status: {
    column: "status",
    expected: text("存续、歇业、吊销、注销、迁出之一", "active, suspended, revoked, deregistered or moved-out"),
    read: (given) => EnterpriseStatus.safeParse(given).data ?? keyOf(statusWords, given),
  },
  classCode: { column: "class_code", expected: text("GB/T 4754-2017 的代码", "a class of GB/T 4754-2017"), read: classOf },
  otherClasses: {
    column: "other_classes",
    expected: text("用分号分开的行业代码", "classes with semicolons between them"),
    read: (given) => {
      const codes = readList(given.replace(/[,，]/g, ";")).map(classOf);
      return codes.length > 10 || codes.includes(undefined) ? undefined : codes.flatMap((code) => code ?? []);
    },
  },
  regionCode: {
    column: "region_code",
    expected: text("2、4 或 6 位区划代码", "a code of 2, 4 or 6 digits"),
    read: (given) => (/^\d{2}(\d{2}){0,2}$/.test(given) ? given : undefined),
  },
  address: { column: "address", expected: text("不超过 300 字", "at most 300 characters"), read: upTo(300) },
  foundedOn: {
    column: "founded_on",
    expected: text("不晚于今天的日期，如 2015-03-02", "a day not later than today, such as 2015-03-02"),
    read: (given, today) => {
      const day = readDayOfRegister(given);
      return day !== undefined && day >= "1800-01-01" && day <= today ? day : undefined;
    },
  },
  capitalYuan: {
    column: "capital_yuan",
    expected: text("不小于 0 的元数", "an amount in yuan, not below 0"),
    read: (given) => money(given, false),
  },
  employees: { column: "employees", expected: text("不小于 0 的整数", "a whole number, not below 0"), read: readCount },
  controller: {
    column: "controller",
    expected: text("央企、地方国企、民营、外资、院所高校、其他之一", "central-state, local-state, private, foreign, institute or other"),
    read: (given) => Controller.safeParse(given).data ?? keyOf(controllerWords, given),
  },
  scope: { column: "scope", expected: text("不超过 4000 字", "at most 4,000 characters"), read: upTo(4000) },
  products: {
    column: "products",
    expected: text("用分号分开的产品，每个不超过 60 字", "products with semicolons between them, each of at most 60 characters"),
    read: (given) => {
      const products = [...new Set(readList(given))];
      return products.length <= 50 && products.every((product) => product.length <= 60) ? products : undefined;
    },
  },
  website: { column: "website", expected: text("不超过 200 字的网址", "an address of at most 200 characters"), read: upTo(200) },
  stockCode: {
    column: "stock_code",
    expected: text("不超过 12 位的证券代码", "a stock code of at most 12 characters"),
    read: (given) => (/^[0-9A-Za-z.]{1,12}$/.test(given) ? given.toUpperCase() : undefined),
  },
  revenueYuan: { column: "revenue_yuan", expected: text("元数", "an amount in yuan"), read: (given) => money(given, true) },
  revenueYear: {
    column: "revenue_year",
    expected: text("不晚于今年的年份", "a year not later than this one"),
    read: (given, today) =>
      /^(19[5-9]|20)\d{1,2}$/.test(given) && given.length === 4 && given <= today.slice(0, 4) ? Number(given) : undefined,
  },
  revenueGrowthPct: { column: "revenue_growth_pct", expected: text("百分数，如 12.5", "per cent such as 12.5"), read: readPercent },
};

function money(given: string, signed: boolean): string | undefined {
  const amount = readMoney(given, 0);
  return amount === undefined || amount === "foreign" || (!signed && amount.startsWith("-")) ? undefined : amount;
}

export const columnOfField = (field: ProfileField): string => RULES[field].column;
export const expectedOf = (field: ProfileField): Text => RULES[field].expected;
const NEVER_EMPTY: readonly ProfileField[] = ["name", "status"];

/** The value as it is kept; null for nothing, which a name and a status cannot be. Undefined when it will not do. */
export function readField(field: ProfileField, given: string, today: LocalDate): FieldValue | undefined {
  const written = given.trim();
  if (written !== "") return RULES[field].read(written, today);
  if (NEVER_EMPTY.includes(field)) return undefined;
  return field === "products" || field === "otherClasses" ? [] : null;
}

/** A kept value as a person would write it; null for nothing. */
export function fieldText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join("；");
  const written = String(value);
  return /^-?\d+\.\d*$/.test(written) ? written.replace(/\.?0+$/, "") : written;
}
