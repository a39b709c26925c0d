import { v7 } from "uuid";
import type { EarlyWarning, RelocationSign } from "#domains/promotion/contract/distress-warning.ts";
import { readEarlyWarnings } from "#domains/promotion/rules/early-warning.ts";
import { readDistress } from "#domains/promotion/server/diligence/findings.ts";
import { partyOfEnterprise } from "#domains/promotion/server/diligence/party.ts";
import { diligenceRulesOn } from "#domains/promotion/server/diligence/rules-store.ts";
import { statementsOf } from "#domains/promotion/server/diligence/statement-store.ts";
import type { WatchHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { type WarningTableRow, type WatchRow, watchRows } from "#domains/promotion/server/watch/watch-store.ts";
import type { EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import { listEnterprises, listResidents } from "#domains/registry/server/api.ts";
import { whole } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

export const LOOK_AT_RESIDENTS = "promotion.look-at-residents";

export const lookDaily: DailyJob = {
  kind: LOOK_AT_RESIDENTS,
  title: { zh: "每日核对在区企业预警", en: "Residents looked at for early warnings, day by day" },
  at: "00:50",
};

type Done = { readonly looked: number; readonly raised: number; readonly ended: number };
type Raised = { readonly enterpriseId: string; readonly enterprise: string; readonly warning: EarlyWarning };

const keyOf = (enterpriseId: string, kind: string, subject: string | null): string => `${enterpriseId} ${kind} ${subject ?? ""}`;

/**
 * Every resident of the zone's book against the thresholds in force: what is new is raised, what no longer holds ends with the day. A warning
 * whose level changes ends and another is raised, so that the history says when it became worse.
 */
async function lookAtAll(tx: Tx, today: LocalDate): Promise<Done> {
  const zone = actorOf(tx).zoneId;
  // Somebody who looks while the daily look runs finds what it raised, and raises nothing twice.
  await takeTurn(tx, "promotion", "look");
  const residents = await listResidents(tx, today);
  const found = await findingsOfResidents(
    tx,
    residents.map(({ enterpriseId }) => enterpriseId),
    today,
  );
  const standing = await tx
    .selectFrom("resident_warning")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("ended_on", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  const now = new Map(found.map((one) => [keyOf(one.enterpriseId, one.warning.kind, one.warning.subject), one]));
  const same = (row: WarningTableRow): boolean => now.get(keyOf(row.enterprise_id, row.kind, row.subject))?.warning.level === row.level;
  const over = standing.filter((row) => !same(row));
  const kept = standing.filter(same);
  if (over.length > 0)
    await tx
      .updateTable("resident_warning")
      .set({ ended_on: today })
      .where("zone_id", "=", zone)
      .where(
        "id",
        "in",
        over.map(({ id }) => id),
      )
      .execute();
  for (const row of kept)
    await tx
      .updateTable("resident_warning")
      .set({ seen_on: today, content: JSON.stringify(now.get(keyOf(row.enterprise_id, row.kind, row.subject))?.warning) })
      .where("zone_id", "=", zone)
      .where("id", "=", row.id)
      .execute();
  const known = new Set(kept.map((row) => keyOf(row.enterprise_id, row.kind, row.subject)));
  const fresh = found.filter((one) => !known.has(keyOf(one.enterpriseId, one.warning.kind, one.warning.subject)));
  for (const { enterpriseId, enterprise, warning } of fresh) {
    const id = v7();
    await tx
      .insertInto("resident_warning")
      .values({
        zone_id: zone,
        id,
        enterprise_id: enterpriseId,
        enterprise_name: enterprise,
        kind: warning.kind,
        level: warning.level,
        subject: warning.subject ?? "",
        content: JSON.stringify(warning),
        raised_on: today,
        seen_on: today,
      })
      .execute();
    await emitEvent(tx, "promotion.resident-warned", { warningId: id, enterpriseId, kind: warning.kind, level: warning.level });
  }
  const done = { looked: residents.length, raised: fresh.length, ended: over.length };
  await tx
    .insertInto("resident_look")
    .values({ zone_id: zone, id: v7(), looked_on: today, ...done })
    .execute();
  return done;
}

const AT_ONCE = 5_000;

async function findingsOfResidents(tx: Tx, ids: readonly string[], today: LocalDate): Promise<readonly Raised[]> {
  const { warnings: rule } = await diligenceRulesOn(tx, today);
  const watched = Map.groupBy(
    (await watchRows(tx)).filter(({ closed_on, recorded_on }) => closed_on === null && recorded_on <= today),
    (row) => row.enterprise_id,
  );
  const enterprises: EnterpriseRow[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    enterprises.push(...(await listEnterprises(tx, ids.slice(from, from + AT_ONCE), today)));
  const statements = await statementsOf(tx, enterprises.map(partyOfEnterprise));
  const raised: Raised[] = [];
  for (const enterprise of enterprises) {
    const { id } = enterprise;
    const { key } = partyOfEnterprise(enterprise);
    const distress = readDistress(key, statements.get(key) ?? []);
    const rows = watched.get(id) ?? [];
    const watch = {
      permits: latestPermits(rows).map((row) => ({
        name: row.subject,
        expiresOn: row.on_day as LocalDate,
        renewalAskedOn: row.renewal_asked_on as LocalDate | null,
      })),
      distress:
        distress === null
          ? null
          : {
              percentile: whole(distress.percentile),
              year: distress.year,
              drivers: distress.drivers.filter(({ direction }) => direction === "raises").map(({ zh, en }) => ({ zh, en })),
            },
      signs: rows
        .filter(({ kind }) => kind === "sign")
        .map((row) => ({ kind: row.sign as RelocationSign, on: row.on_day as LocalDate, subject: row.subject })),
    };
    for (const warning of readEarlyWarnings(rule, watch, today)) raised.push({ enterpriseId: id, enterprise: enterprise.name, warning });
  }
  return raised;
}

/** A renewed permit is entered again with its new last day: of one name the last counts. */
const latestPermits = (rows: readonly WatchRow[]): readonly WatchRow[] => [
  ...rows
    .filter(({ kind }) => kind === "permit")
    .toSorted((one, other) => (one.on_day < other.on_day ? -1 : 1))
    .reduce((latest, row) => latest.set(row.subject, row), new Map<string, WatchRow>())
    .values(),
];

export const lookAtResidents: WatchHandlers["lookAtResidents"] = async (_, context) => {
  const done = await lookAtAll(context.tx, context.today);
  context.journal({ subject: "residents", after: { asOf: context.today, ...done } });
  return done;
};

export const lookJob: JobHandler = async (job) => {
  let result: Readonly<Record<string, unknown>> = {};
  await job.step(async (tx) => {
    const today = await businessDayOf(tx);
    const done = await lookAtAll(tx, today);
    appendToJournal(tx, { operation: "promotion.lookAtResidents", subject: "residents", after: { asOf: today, ...done } });
    result = done;
    return { done: done.looked, total: done.looked };
  });
  return result;
};
