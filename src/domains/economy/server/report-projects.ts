import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { type ComputedFigure, reportAllFromRows } from "#domains/economy/server/report-from-rows.ts";
import { listProjectFigures } from "#domains/projects/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber, JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enqueueUnlessQueued } from "#kernel/server/jobs.ts";
import { actorOf, appendToJournal, recordedAt } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

const KIND = "economy.report-projects";
const TITLE: Text = { zh: "由项目台账更新成绩单指标", en: "Figures of the report card from the register of projects" };
/** Events come in bursts, as when a spreadsheet is taken in: the figures are computed once they have passed. */
const CALM_SECONDS = 3;

/** What happens to projects that a figure of theirs can follow. */
const TELLING = [
  "projects.registered",
  "projects.imported",
  "projects.edited",
  "projects.moved",
  "projects.milestone-reached",
  "projects.date-decided",
  "projects.month-reported",
  "projects.plan-set",
  "projects.statistics-entered",
  "projects.investment-imported",
  "projects.recoloured",
] as const;

type Reported = {
  readonly region: string;
  readonly periods: { readonly period: string; readonly figures: number; readonly changed: number }[];
};

/** Writes what the register says of the zone's own region, for the period of the day, as facts with their rows. */
async function reportProjects(tx: Tx, today: LocalDate): Promise<Reported> {
  const zone = await tx.selectFrom("zone").select(["region", "name"]).where("id", "=", actorOf(tx).zoneId).executeTakeFirstOrThrow();
  const region = zone.region === "" ? zone.name : zone.region;
  const periods: Reported["periods"] = [];
  for (const { period, figures } of await listProjectFigures(tx, today)) {
    const computed = figures.map(
      // Papers say “上半年…在建197个” of the period and not of its last day: with the same basis both are one key.
      (figure): ComputedFigure => ({ ...figure, region, period, basis: "cumulative" }),
    );
    const { changed, withdrawn } = await reportAllFromRows(tx, { region, period, domain: "projects", figures: computed });
    periods.push({ period, figures: figures.length, changed: changed + withdrawn });
  }
  return { region, periods };
}

export const reportProjectsNow: EconomyHandlers["reportProjects"] = async (_, context) => {
  const reported = await reportProjects(context.tx, context.today);
  context.journal({ subject: `region:${reported.region}`, after: { periods: reported.periods } });
  return reported;
};

export const reportProjectsJob: JobHandler = async (job) => {
  let reported: Reported | undefined;
  await job.step(async (tx) => {
    reported = await reportProjects(tx, await businessDayOf(tx));
    const changed = reported.periods.filter((period) => period.changed > 0);
    if (changed.length > 0) appendToJournal(tx, { operation: KIND, subject: `region:${reported.region}`, after: { periods: changed } });
    return { done: 1, total: 1 };
  });
  return reported;
};

export const projectSubscribers: Readonly<Record<string, EventSubscriber>> = Object.fromEntries(
  TELLING.map((kind): [string, EventSubscriber] => [
    `economy.figures-after.${kind}`,
    {
      kind,
      handle: async (_, tx) => {
        const runAfter = new Date(Date.parse(recordedAt(tx)) + CALM_SECONDS * 1000).toISOString();
        await enqueueUnlessQueued(tx, { kind: KIND, title: TITLE, payload: {}, runAfter });
      },
    },
  ]),
);

/** Lists and rates are as of a day: the day itself changes them. */
export const reportProjectsDaily: DailyJob = { kind: KIND, title: TITLE, at: "00:40" };
export const REPORT_PROJECTS = KIND;
