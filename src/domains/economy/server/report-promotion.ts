import { type ComputedFigure, reportAllFromRows } from "#domains/economy/server/report-from-rows.ts";
import { listPromotionFigures } from "#domains/promotion/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber, JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enqueueUnlessQueued } from "#kernel/server/jobs.ts";
import { actorOf, appendToJournal, recordedAt } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

export const REPORT_PROMOTION = "economy.report-promotion";
const TITLE: Text = { zh: "由合同台账更新成绩单指标", en: "Figures of the report card from the contracts" };
/** Contracts are entered one after the other: the figures are computed once they have passed. */
const CALM_SECONDS = 3;

/** What happens to contracts and funds that a figure of theirs can follow. */
const TELLING = ["promotion.contract-entered", "promotion.contract-ended", "promotion.funds-decided"] as const;

type Reported = { readonly period: string; readonly figures: number; readonly changed: number };

/** Writes what contracts and funds say of the zone's own region, for the period of the day, as facts with their rows. */
async function reportPromotion(tx: Tx, today: LocalDate): Promise<{ readonly region: string; readonly periods: readonly Reported[] }> {
  const zone = await tx.selectFrom("zone").select(["region", "name"]).where("id", "=", actorOf(tx).zoneId).executeTakeFirstOrThrow();
  const region = zone.region === "" ? zone.name : zone.region;
  const periods: Reported[] = [];
  for (const { period, figures } of await listPromotionFigures(tx, today)) {
    const computed = figures.map((figure): ComputedFigure => ({ ...figure, region, period, basis: "cumulative" }));
    const { changed, withdrawn } = await reportAllFromRows(tx, { region, period, domain: "promotion", figures: computed });
    periods.push({ period, figures: figures.length, changed: changed + withdrawn });
  }
  return { region, periods };
}

export const reportPromotionJob: JobHandler = async (job) => {
  let reported: Awaited<ReturnType<typeof reportPromotion>> | undefined;
  await job.step(async (tx) => {
    reported = await reportPromotion(tx, await businessDayOf(tx));
    const changed = reported.periods.filter((period) => period.changed > 0);
    if (changed.length > 0)
      appendToJournal(tx, { operation: REPORT_PROMOTION, subject: `region:${reported.region}`, after: { periods: changed } });
    return { done: 1, total: 1 };
  });
  return reported;
};

export const promotionSubscribers: Readonly<Record<string, EventSubscriber>> = Object.fromEntries(
  TELLING.map((kind): [string, EventSubscriber] => [
    `economy.figures-after.${kind}`,
    {
      kind,
      handle: async (_, tx) => {
        const runAfter = new Date(Date.parse(recordedAt(tx)) + CALM_SECONDS * 1000).toISOString();
        await enqueueUnlessQueued(tx, { kind: REPORT_PROMOTION, title: TITLE, payload: {}, runAfter });
      },
    },
  ]),
);

/** A new period begins with the day, and late entries of the one before end with one. */
export const reportPromotionDaily: DailyJob = { kind: REPORT_PROMOTION, title: TITLE, at: "00:45" };
