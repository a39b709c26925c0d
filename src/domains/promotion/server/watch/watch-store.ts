import type { Selectable } from "kysely";
import type { z } from "zod";
import type { RelocationSign } from "#domains/promotion/contract/distress-warning.ts";
import { EarlyWarning } from "#domains/promotion/contract/distress-warning.ts";
import type { WarningRow, WatchEntry } from "#domains/promotion/contract/watch-operations.ts";
import { namesOf } from "#domains/promotion/server/lead-store.ts";
import { listResidents, type Resident } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type WatchRow = Selectable<DB["resident_watch"]>;
export type WarningTableRow = Selectable<DB["resident_warning"]>;

/** @throws AppError `promotion.no-such-resident` for whoever does not stand in the zone's book on the day. */
export async function requireResident(tx: Tx, enterpriseId: string, today: LocalDate): Promise<Resident> {
  const resident = (await listResidents(tx, today)).find((one) => one.enterpriseId === enterpriseId);
  if (resident === undefined) throw new AppError("promotion.no-such-resident", "not-found");
  return resident;
}

/** Of one resident, or of all, closed entries too. */
export async function watchRows(tx: Tx, enterpriseId?: string): Promise<WatchRow[]> {
  let query = tx.selectFrom("resident_watch").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
  if (enterpriseId !== undefined) query = query.where("enterprise_id", "=", enterpriseId);
  return query.orderBy("on_day", "desc").orderBy("id", "desc").execute();
}

export const watchEntry = (row: WatchRow): WatchEntry => ({
  id: row.id,
  kind: row.kind as "permit" | "sign",
  sign: row.sign as RelocationSign | null,
  subject: row.subject,
  on: row.on_day as LocalDate,
  renewalAskedOn: row.renewal_asked_on as LocalDate | null,
  closed: row.closed_on === null ? null : { on: row.closed_on as LocalDate, because: row.closed_because ?? "" },
  source: row.source,
  by: row.by_name,
  version: row.version,
});

/** With the liaison of each enterprise as the zone's book has it on the day. */
export async function warningViews(tx: Tx, rows: readonly WarningTableRow[], today: LocalDate): Promise<z.input<typeof WarningRow>[]> {
  const liaisons = new Map((await listResidents(tx, today)).map(({ enterpriseId, liaisonId }) => [enterpriseId, liaisonId]));
  const names = await namesOf(
    tx,
    rows.map((row) => liaisons.get(row.enterprise_id) ?? null),
  );
  return rows.map((row) => ({
    id: row.id,
    enterpriseId: row.enterprise_id,
    enterprise: row.enterprise_name,
    liaison: names.get(liaisons.get(row.enterprise_id) ?? "") ?? null,
    warning: EarlyWarning.parse(row.content),
    raisedOn: row.raised_on as LocalDate,
    endedOn: row.ended_on as LocalDate | null,
  }));
}
