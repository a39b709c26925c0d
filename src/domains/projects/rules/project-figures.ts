import type { IndicatorCode } from "#domains/intelligence/contract/indicators.ts";
import type { ColourRule } from "#domains/projects/contract/colour.ts";
import { type KeyLevel, keyLevelWords, stageWords } from "#domains/projects/contract/project.ts";
import { readColour } from "#domains/projects/rules/colours.ts";
import { investedInAll, percentOf, standingThrough, type YearToDate } from "#domains/projects/rules/investment.ts";
import { lastClosedMonth, type Month, monthOf } from "#domains/projects/rules/months.ts";
import { constructionRate, plannedFor, type RateOfProjects, startRate } from "#domains/projects/rules/project-lists.ts";
import { actualOf, type ProjectRecord, plannedOf, stageOn } from "#domains/projects/rules/project-record.ts";
import { compare, type Decimal, divide, sum, whole, ZERO } from "#kernel/decimal.ts";
import { daysBetween, type LocalDate, yearOf } from "#kernel/local-date.ts";

/** One figure of the register with every project that it was counted from. Counts and rates in `unit`, money in 亿元. */
export type ProjectFigure = {
  readonly code: IndicatorCode;
  /** Null for the calibre that the catalogue describes; otherwise what is counted differently. */
  readonly calibre: string | null;
  readonly value: Decimal;
  readonly unit: "个" | "%" | "亿元";
  /** Names the list that was counted, one for each figure: `projects.building`. */
  readonly dataset: string;
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly label: string }[];
};

/** The day that stages and lists are as of, the last month of investment, and the day by which its reports had come. */
export type FigureDays = { readonly asOf: LocalDate; readonly through: Month; readonly known: LocalDate };

/** Handbook §4, calibre trap: papers count completed projects beside those under construction, or among them. */
const WITH_COMPLETED = "含完工";
/** Of these two the catalogue says which stands without a name: the plan of the whole year, and this year alone. */
const PHASED = "序时计划";
const SINCE_START = "开工以来累计";

const KEY_LEVELS: readonly (readonly [KeyLevel, string])[] = [
  ["national", "国家级"],
  ["provincial", "省级"],
  ["municipal", "市级"],
  ["zone", "区级"],
];
const HUNDRED_MILLION = "100000000" as Decimal;
const PLACES = 4;

type Line = (project: ProjectRecord) => string;

/** Everything that the register can say of the zone's projects, as of a day; figures without a denominator are left out. */
export function projectFigures(records: readonly ProjectRecord[], rule: ColourRule, days: FigureDays): readonly ProjectFigure[] {
  const { asOf } = days;
  const planned = plannedFor(records, asOf);
  const stageLine: Line = (project) => stageWords[stageOn(project, asOf) ?? "SIGNED"].zh;
  const count = (code: IndicatorCode, calibre: string | null, name: string, title: string, of: readonly ProjectRecord[], say = stageLine) =>
    ({ code, calibre, value: whole(of.length), unit: "个", dataset: `projects.${name}`, title, rows: rowsOf(of, say) }) as const;
  const among = ({ counted }: RateOfProjects) => {
    const ids = new Set(counted);
    return records.filter((project) => ids.has(project.id));
  };
  const [building, withCompleted] = [
    constructionRate(planned, asOf, "without-completed"),
    constructionRate(planned, asOf, "with-completed"),
  ];
  const onlyCompleted = new Set(building.counted);
  const completed = among(withCompleted).filter((project) => !onlyCompleted.has(project.id));
  const reached = (kind: "start" | "produce") =>
    records.filter((project) => {
      const on = actualOf(project, kind, asOf);
      return on !== null && yearOf(on) === yearOf(asOf);
    });
  const reachedLine =
    (kind: "start" | "produce"): Line =>
    (project) =>
      actualOf(project, kind, asOf) ?? "";
  return [
    count("planned-projects", null, "planned", "年度计划项目", planned),
    count("projects-building", null, "building", "在建项目（不含完工）", among(building)),
    count("projects-building", WITH_COMPLETED, "building-with-completed", "在建项目（含完工）", among(withCompleted)),
    count("projects-started", null, "started", "本年新开工项目", reached("start"), reachedLine("start")),
    count("projects-completed", null, "completed", "本年完工项目", completed),
    // None where none was due says nothing of the zone's work.
    ...(reached("produce").length > 0 || dueToProduce(records, asOf)
      ? [count("projects-producing", null, "producing", "本年投产项目", reached("produce"), reachedLine("produce"))]
      : []),
    ...rate("start-rate", null, "start-rate", "开工率：已开工÷应开工", startRate(records, asOf), records, stageLine),
    ...rate("building-rate", null, "building-rate", "在建率（不含完工）：在建÷年度计划项目", building, records, stageLine),
    ...rate(
      "building-rate",
      WITH_COMPLETED,
      "building-rate-with-completed",
      "在建率（含完工）：在建和完工÷年度计划项目",
      withCompleted,
      records,
      stageLine,
    ),
    ...keyFigures(planned, asOf, stageLine),
    ...investmentFigures(records, days),
    count("red-light-projects", null, "red", "红灯项目", ...redOnes(records, rule, asOf)),
  ];
}

/** Whether any project's plan had it produce this year by the day. */
const dueToProduce = (records: readonly ProjectRecord[], asOf: LocalDate): boolean =>
  records.some((project) => {
    const planned = plannedOf(project, "produce", asOf);
    return planned !== null && planned <= asOf && yearOf(planned) === yearOf(asOf) && stageOn(project, asOf) !== "TERMINATED";
  });

const rowsOf = (projects: readonly ProjectRecord[], say: Line) =>
  projects.map((project) => ({ id: project.id, label: `${project.code} ${project.name}：${say(project)}` }));

/** Opens to its whole denominator; each row says whether it was counted. */
function rate(
  code: IndicatorCode,
  calibre: string | null,
  name: string,
  title: string,
  { counted, of, ratePct }: RateOfProjects,
  records: readonly ProjectRecord[],
  say: Line,
): readonly ProjectFigure[] {
  if (ratePct === null) return [];
  const [numerator, denominator] = [new Set(counted), new Set(of)];
  const line: Line = (project) => `${say(project)}${numerator.has(project.id) ? "，计入" : "，未计入"}`;
  const rows = rowsOf(
    records.filter((project) => denominator.has(project.id)),
    line,
  );
  return [
    {
      code,
      calibre,
      value: ratePct,
      unit: "%",
      dataset: `projects.${name}`,
      title: `${title}（${counted.length}÷${of.length}）`,
      rows,
    },
  ];
}

function keyFigures(planned: readonly ProjectRecord[], asOf: LocalDate, say: Line): readonly ProjectFigure[] {
  const key = planned.filter((project) => project.level !== "ordinary");
  const groups = [
    { calibre: null, name: "key", title: "重点项目", of: key },
    ...KEY_LEVELS.map(([level, calibre]) => ({
      calibre,
      name: `key-${level}`,
      title: `${keyLevelWords[level].zh}项目`,
      of: key.filter((project) => project.level === level),
    })),
  ];
  return groups
    .filter(({ of }) => of.length > 0)
    .flatMap(({ calibre, name, title, of }) => [
      { code: "key-projects", calibre, value: whole(of.length), unit: "个", dataset: `projects.${name}`, title, rows: rowsOf(of, say) },
      ...rate(
        "key-building-rate",
        calibre,
        `${name}-building-rate`,
        `${title}在建率（不含完工）`,
        constructionRate(of, asOf, "without-completed"),
        of,
        say,
      ),
    ]);
}

/** Plans, actuals and rates of the projects that have a plan of the year; both denominators are stated (handbook §4). */
function investmentFigures(records: readonly ProjectRecord[], { asOf, through, known }: FigureDays): readonly ProjectFigure[] {
  const alive = records.filter((project) => {
    const stage = stageOn(project, asOf);
    return stage !== undefined && stage !== "TERMINATED";
  });
  // In January no month of the year is over: there is nothing yet to measure against its plan.
  const begun = Number(through.slice(0, 4)) === yearOf(asOf);
  const standings = alive.flatMap((project) => {
    if (!begun) return [];
    const standing = standingThrough(project, through, known);
    return standing === undefined ? [] : [{ project, standing }];
  });
  const ever = alive
    .map((project) => ({ project, amount: investedInAll(project, known) }))
    .filter(({ amount }) => compare(amount, ZERO) > 0);
  const actual = sum(standings.map(({ standing }) => standing.actual));
  const rateOver = (calibre: string | null, name: string, word: string, planOf: (standing: YearToDate) => Decimal) => {
    const plan = sum(standings.map(({ standing }) => planOf(standing)));
    const value = percentOf(actual, plan);
    if (value === undefined) return [];
    const rows = standings.map(({ project, standing }) => ({
      id: project.id,
      label: `${project.code} ${project.name}：完成${tenThousands(standing.actual)}，${word}${tenThousands(planOf(standing))}`,
    }));
    const title = `投资完成率：截至${through}完成${hundredMillions(actual)}亿元÷${word}${hundredMillions(plan)}亿元`;
    return [{ code: "investment-completion", calibre, value, unit: "%", dataset: `projects.${name}`, title, rows } as const];
  };
  return [
    ...(standings.length === 0
      ? []
      : [
          {
            code: "investment-completed",
            calibre: null,
            value: hundredMillions(actual),
            unit: "亿元",
            dataset: "projects.invested",
            title: `${through.slice(0, 4)}年截至${through}完成投资`,
            rows: standings.map(({ project, standing }) => ({
              id: project.id,
              label: `${project.code} ${project.name}：${tenThousands(standing.actual)}`,
            })),
          } as const,
        ]),
    ...(ever.length === 0
      ? []
      : [
          {
            code: "investment-completed",
            calibre: SINCE_START,
            value: hundredMillions(sum(ever.map(({ amount }) => amount))),
            unit: "亿元",
            dataset: "projects.invested-in-all",
            title: "开工以来累计完成投资",
            rows: ever.map(({ project, amount }) => ({
              id: project.id,
              label: `${project.code} ${project.name}：${tenThousands(amount)}`,
            })),
          } as const,
        ]),
    ...rateOver(null, "completion-annual", "全年计划", ({ annualPlan }) => annualPlan),
    ...rateOver(PHASED, "completion-phased", "序时计划", ({ phasedPlan }) => phasedPlan),
  ];
}

const hundredMillions = (yuan: Decimal): Decimal => divide(yuan, HUNDRED_MILLION, PLACES);
const tenThousands = (yuan: Decimal): string => `${divide(yuan, "10000" as Decimal, 2)}万元`;

/** A red project with the reasons of its colour. */
function redOnes(records: readonly ProjectRecord[], rule: ColourRule, asOf: LocalDate): readonly [readonly ProjectRecord[], Line] {
  const reasons = new Map<string, string>();
  const red = records.filter((project) => {
    const reading = readColour(project, rule, asOf);
    if (reading?.colour !== "red") return false;
    reasons.set(
      project.id,
      reading.reasons
        .filter((reason) => reason.colour === "red")
        .map((reason) => reason.zh)
        .join("；"),
    );
    return true;
  });
  return [red, (project) => reasons.get(project.id) ?? ""];
}

/** A period of the report card that the register speaks of: cumulative from January, with the days that its figures are as of. */
export type FigurePeriod = FigureDays & { readonly period: string };

/** Reports of a period's last month still come after its end; this long the period that is over is computed anew. */
const LATE_DAYS = 45;

/**
 * The cumulative period that a day stands in, as of that day, and the one before it while late reports may come, as of its last day.
 * A period that has been over for longer keeps the figures that it has.
 */
export function figurePeriodsOf(today: LocalDate): readonly FigurePeriod[] {
  const year = yearOf(today);
  const ends = [
    [`${year - 1}`, `${year - 1}-12-31`],
    [`${year}Q1`, `${year}-03-31`],
    [`${year}H1`, `${year}-06-30`],
    [`${year}Q1-Q3`, `${year}-09-30`],
    [`${year}`, `${year}-12-31`],
  ] as const;
  const place = ends.findIndex(([, end]) => end >= today);
  const [current, before] = [ends[place], ends[place - 1]];
  const over = before?.[1] as LocalDate | undefined;
  return [
    ...(before !== undefined && over !== undefined && daysBetween(over, today) <= LATE_DAYS
      ? [{ period: before[0], asOf: over, through: monthOf(over), known: today }]
      : []),
    ...(current === undefined ? [] : [{ period: current[0], asOf: today, through: lastClosedMonth(today), known: today }]),
  ];
}
