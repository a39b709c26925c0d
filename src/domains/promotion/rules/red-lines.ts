import { type Statement, statementItemWords } from "#domains/promotion/contract/statement.ts";
import type { RatioName } from "#domains/promotion/contract/statement-ratios.ts";
import {
  type ContractClause,
  type DiligenceEvent,
  diligenceEventWords,
  RedLineBand,
  type RedLineReading,
  type RedLineReport,
  type RedLineRule,
  redLineWords,
} from "#domains/promotion/contract/statement-red-lines.ts";
import { type RatioParts, ratioParts } from "#domains/promotion/rules/ratios.ts";
import { compare, type Decimal, divide, isNegative, multiply, round, subtract, whole, ZERO } from "#kernel/decimal.ts";
import { type Ladder, readLadder, worstOf } from "#kernel/ladder.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";

export type RedLineCase = {
  readonly statements: readonly Statement[];
  /** The year that is looked at; what was filed later is not. */
  readonly year: number;
  /** What the investor would commit itself to, 元; null while it is not known. */
  readonly committedYuan: Decimal | null;
  readonly events: readonly DiligenceEvent[];
  readonly asOf: LocalDate;
};

type Line = RedLineRule["debtRatio"];
type Band = RedLineBand;

/** Every line with its figure, its band and its reason. Missing data stay missing: neither zero nor passed. */
export function readRedLines(rule: RedLineRule, given: RedLineCase): RedLineReport {
  const readings = [
    byRatio("debtRatio", "debt-ratio", rule.debtRatio, given),
    byRatio("currentRatio", "current-ratio", rule.currentRatio, given),
    negativeCash(rule, given),
    commitment(rule, given),
    ...rule.events.flatMap((line) => eventLine(line, given)),
  ];
  const known = readings.filter((reading): reading is RedLineReading & { band: Band } => reading.band !== "missing");
  const worst = worstOf(RedLineBand.options, known)?.band ?? "clear";
  const complete = known.length === readings.length;
  return {
    year: given.year,
    band: worst === "clear" && !complete ? "missing" : worst,
    complete,
    readings,
    clauses: [...new Set(readings.flatMap(({ clauses }) => clauses))],
  };
}

/** A quotient to so many places that no amount of up to a quadrillion 元 is rounded onto a threshold. */
const FINE = 18;
const HUNDRED = "100" as Decimal;

const bandOf = (ladder: Ladder, value: Decimal): Band => RedLineBand.parse(readLadder(ladder, value).band);
const clausesOf = (band: Band, clauses: readonly ContractClause[]): ContractClause[] => (band === "clear" ? [] : [...clauses]);

function byRatio(line: "debtRatio" | "currentRatio", ratio: RatioName, { ladder, clauses }: Line, given: RedLineCase): RedLineReading {
  const parts: RatioParts = ratioParts(ratio, given.statements, given.year);
  if (parts.kind === "missing") return missing(line, ladder.source, parts.missing);
  // Without any current liabilities nothing presses for payment; without assets there is no debt ratio to speak of.
  if (parts.kind === "undefined")
    return line === "currentRatio"
      ? said(line, "clear", null, ladder.source, [], `${given.year}年没有流动负债`, `no current liabilities in ${given.year}`)
      : said(
          line,
          "stop",
          null,
          ladder.source,
          [...clauses],
          `${given.year}年总资产不为正`,
          `total assets of ${given.year} are not positive`,
        );
  const percent = line === "debtRatio";
  const value = divide(percent ? multiply(parts.over, HUNDRED) : parts.over, parts.under, FINE);
  const band = bandOf(ladder, value);
  const shown = printed(value, ladder);
  return said(
    line,
    band,
    value,
    ladder.source,
    clausesOf(band, clauses),
    `${given.year}年${redLineWords[line].zh}${shown}${percent ? "%" : ""}`,
    `${redLineWords[line].en.toLowerCase()} of ${given.year}: ${shown}${percent ? "%" : ""}`,
  );
}

function negativeCash({ negativeCash: { ladder, clauses }, cashYears }: RedLineRule, given: RedLineCase): RedLineReading {
  const years = Array.from({ length: cashYears }, (_, back) => given.year - back);
  const flows = years.map((year) => ({ year, flow: given.statements.find((one) => one.year === year)?.operatingCash ?? null }));
  const negative = flows.filter(({ flow }) => flow !== null && isNegative(flow)).map(({ year }) => year);
  const unknown = flows.filter(({ flow }) => flow === null).map(({ year }) => year);
  const [least, most] = [bandOf(ladder, whole(negative.length)), bandOf(ladder, whole(negative.length + unknown.length))];
  // A missing year matters only where it could change the answer.
  if (least !== most)
    return missing(
      "negativeCash",
      ladder.source,
      unknown.map((year) => ({ item: "operatingCash", year })),
    );
  return said(
    "negativeCash",
    least,
    whole(negative.length),
    ladder.source,
    clausesOf(least, clauses),
    negative.length === 0
      ? `近${cashYears}年经营现金流没有为负`
      : `近${cashYears}年中${negative.length}年经营现金流为负（${negative.join("、")}）`,
    negative.length === 0
      ? `operating cash flow was not negative in the last ${cashYears} years`
      : `operating cash flow was negative in ${negative.length} of the last ${cashYears} years (${negative.join(", ")})`,
  );
}

/** Net assets as the statement has them: assets less liabilities, minority interests included. */
function commitment({ commitment: { ladder, clauses }, withoutNetAssets }: RedLineRule, given: RedLineCase): RedLineReading {
  const statement = given.statements.find(({ year }) => year === given.year);
  const lacking = (["assets", "liabilities"] as const).filter((item) => (statement?.[item] ?? null) === null);
  const absent: RedLineReading["missing"] = lacking.map((item) => ({ item, year: given.year }));
  if (given.committedYuan === null) absent.push({ item: "commitment", year: null });
  if (absent.length > 0) return missing("commitment", ladder.source, absent);
  const netAssets = subtract(statement?.assets ?? ZERO, statement?.liabilities ?? ZERO);
  if (compare(netAssets, ZERO) <= 0)
    return said(
      "commitment",
      withoutNetAssets,
      null,
      ladder.source,
      clausesOf(withoutNetAssets, clauses),
      `${given.year}年末净资产不为正，承诺投资没有自有资金支撑`,
      `net assets at the end of ${given.year} are not positive: nothing of one's own stands behind the commitment`,
    );
  const value = divide(given.committedYuan ?? ZERO, netAssets, FINE);
  const band = bandOf(ladder, value);
  const shown = printed(value, ladder);
  return said(
    "commitment",
    band,
    value,
    ladder.source,
    clausesOf(band, clauses),
    `承诺投资是${given.year}年末净资产的${shown}倍`,
    `the commitment is ${shown} times the net assets at the end of ${given.year}`,
  );
}

function eventLine(line: RedLineRule["events"][number], { events, asOf }: RedLineCase): RedLineReading[] {
  const weighing = events
    .filter((event) => event.kind === line.kind && weighs(event, line.days, asOf))
    .sort((one, other) => (one.on < other.on ? 1 : -1));
  const words = diligenceEventWords[line.kind];
  const [latest] = weighing;
  if (latest === undefined)
    return [said(line.kind, "clear", ZERO, line.source, [], `没有登记${words.zh}`, `none on record: ${words.en.toLowerCase()}`)];
  return [
    said(
      line.kind,
      line.band,
      whole(weighing.length),
      line.source,
      clausesOf(line.band, line.clauses),
      `${words.zh}${weighing.length}项，最近${latest.on}：${latest.subject}`,
      `${words.en}: ${weighing.length}, the latest on ${latest.on}: ${latest.subject}`,
    ),
  ];
}

/** From its day until it is lifted, and for `days` after its day whether lifted or not. */
function weighs({ on, liftedOn }: DiligenceEvent, days: number | null, asOf: LocalDate): boolean {
  if (on > asOf) return false;
  const stands = liftedOn === null || asOf < liftedOn;
  return stands || (days !== null && asOf <= addDays(on, days));
}

const MOST_PLACES = 18;

/** To two places, or to as many more as it takes to be seen on the right side of the threshold. */
function printed(value: Decimal, ladder: Ladder): string {
  const band = bandOf(ladder, value);
  for (let places = 2; places < MOST_PLACES; places += 1) {
    const shown = round(value, places);
    if (bandOf(ladder, shown) === band) return shown;
  }
  return value;
}

const said = (
  line: RedLineReading["line"],
  band: Band,
  value: Decimal | null,
  source: string,
  clauses: ContractClause[],
  zh: string,
  en: string,
): RedLineReading => ({ line, band, value, missing: [], clauses, source, zh, en });

/** Nothing is asked for in a contract for want of a figure: the figure is asked for. */
function missing(line: RedLineReading["line"], source: string, absent: Readonly<RedLineReading["missing"]>): RedLineReading {
  const name = ({ item, year }: RedLineReading["missing"][number], language: "zh" | "en"): string =>
    item === "commitment"
      ? { zh: "承诺投资", en: "the committed investment" }[language]
      : language === "zh"
        ? `${year}年${statementItemWords[item].zh}`
        : `${statementItemWords[item].en.toLowerCase()} of ${year}`;
  return {
    line,
    band: "missing",
    value: null,
    missing: [...absent],
    clauses: [],
    source,
    zh: `无法判断：缺少${absent.map((one) => name(one, "zh")).join("、")}`,
    en: `cannot be said: ${absent.map((one) => name(one, "en")).join(", ")} missing`,
  };
}
