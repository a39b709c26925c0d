import { yuanOf } from "#domains/promotion/web/lead-money.ts";
import { type Decimal, findDecimal } from "#kernel/decimal.ts";
import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";

/** What stands in the fields, as typed: amounts in 万元. */
export type PromiseFields = {
  readonly promisedOn: string;
  readonly years: readonly { readonly year: string; readonly amount: string }[];
  readonly startOn: string;
  readonly produceOn: string;
  readonly fullYear: string;
  readonly output: string;
  readonly tax: string;
  readonly jobs: string;
  readonly land: string;
  readonly taxPerMu: string;
  readonly reason: string;
};

export const EMPTY_PROMISES: PromiseFields = {
  promisedOn: "",
  years: [],
  startOn: "",
  produceOn: "",
  fullYear: "",
  output: "",
  tax: "",
  jobs: "",
  land: "",
  taxPerMu: "",
  reason: "",
};

const isEmpty = (text: string): boolean => text.trim() === "";
const isBad = (value: Decimal | undefined): boolean => value === undefined || value.startsWith("-");
const isYear = (text: string): boolean => /^20\d\d$/.test(text.trim());
const isWhole = (text: string): boolean => /^\d{1,7}$/.test(text.trim());

/** The first field that holds no figure; said before anything is sent. */
export function wrongField(fields: PromiseFields): "investment" | "fullYear" | "output" | "tax" | "jobs" | "land" | "taxPerMu" | undefined {
  const bad = fields.years.some(({ year, amount }) => !isEmpty(amount) && (!isYear(year) || isBad(yuanOf(amount))));
  if (bad) return "investment";
  if (!isEmpty(fields.fullYear) && !isYear(fields.fullYear)) return "fullYear";
  for (const name of ["output", "tax", "taxPerMu"] as const) if (!isEmpty(fields[name]) && isBad(yuanOf(fields[name]))) return name;
  if (!isEmpty(fields.jobs) && !isWhole(fields.jobs)) return "jobs";
  return !isEmpty(fields.land) && isBad(findDecimal(fields.land.trim())) ? "land" : undefined;
}

/** As the operation takes it: what is empty is not named. */
export function promisesFrom(fields: PromiseFields) {
  const day = (text: string) => findLocalDate(text.trim());
  const [startOn, produceOn] = [day(fields.startOn), day(fields.produceOn)];
  const money = (text: string) => (isEmpty(text) ? undefined : yuanOf(text));
  const [outputYuan, taxYuan, taxPerMuYuan] = [money(fields.output), money(fields.tax), money(fields.taxPerMu)];
  const landMu = isEmpty(fields.land) ? undefined : findDecimal(fields.land.trim());
  return {
    promisedOn: fields.promisedOn as LocalDate,
    investment: fields.years.flatMap(({ year, amount }) => {
      const yuan = money(amount);
      return yuan === undefined ? [] : [{ year: Number(year), yuan }];
    }),
    ...(startOn === undefined ? {} : { startOn }),
    ...(produceOn === undefined ? {} : { produceOn }),
    ...(isEmpty(fields.fullYear) ? {} : { fullYear: Number(fields.fullYear) }),
    ...(outputYuan === undefined ? {} : { outputYuan }),
    ...(taxYuan === undefined ? {} : { taxYuan }),
    ...(taxPerMuYuan === undefined ? {} : { taxPerMuYuan }),
    ...(isEmpty(fields.jobs) ? {} : { jobs: Number(fields.jobs) }),
    ...(landMu === undefined ? {} : { landMu }),
    reason: fields.reason,
  };
}
