import { Matter, type MatterVersion } from "#domains/approvals/contract/matter.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Row = {
  code: string;
  version: number;
  effective_on: string;
  content: unknown;
  reason: string;
  changed_on: string;
  by_name: string;
};

const COLUMNS = ["code", "version", "effective_on", "content", "reason", "changed_on", "by_name"] as const;

const versionOf = (row: Row): MatterVersion => ({
  code: row.code,
  version: row.version,
  effectiveOn: row.effective_on as LocalDate,
  matter: Matter.parse(row.content),
  reason: row.reason,
  changedOn: row.changed_on as LocalDate,
  changedBy: row.by_name,
});

/**
 * The version in force on a day: the newest of those that have begun. So a version with an earlier day takes the place of one before it that
 * has not begun: a mistyped day is put right by the next version, and the history keeps both.
 */
export async function findMatterOn(tx: Tx, code: string, day: LocalDate): Promise<MatterVersion | undefined> {
  const row = await tx
    .selectFrom("approval_matter")
    .select(COLUMNS)
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("code", "=", code)
    .where("effective_on", "<=", day)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : versionOf(row);
}

/** @throws AppError `approvals.no-such-matter` when none is in force on that day. */
export async function matterOn(tx: Tx, code: string, day: LocalDate): Promise<MatterVersion> {
  const found = await findMatterOn(tx, code, day);
  if (found === undefined) throw new AppError("approvals.no-such-matter", "not-found", { code, day });
  return found;
}

/** The version that a case stays on. */
export async function matterVersion(tx: Tx, code: string, version: number): Promise<MatterVersion> {
  const found = (await matterVersions(tx, [{ code, version }])).get(versionKey(code, version));
  if (found === undefined) throw new Error(`matter ${code} has no version ${version}`);
  return found;
}

export const versionKey = (code: string, version: number): string => `${code} ${version}`;

/** Several versions by one query, by `versionKey`. */
export async function matterVersions(
  tx: Tx,
  wanted: readonly { readonly code: string; readonly version: number }[],
): Promise<ReadonlyMap<string, MatterVersion>> {
  if (wanted.length === 0) return new Map();
  const keys = new Set(wanted.map(({ code, version }) => versionKey(code, version)));
  const rows = await tx
    .selectFrom("approval_matter")
    .select(COLUMNS)
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("code", "in", [...new Set(wanted.map(({ code }) => code))])
    .where("version", "in", [...new Set(wanted.map(({ version }) => version))])
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const key = versionKey(row.code, row.version);
      return keys.has(key) ? [[key, versionOf(row)] as const] : [];
    }),
  );
}

/** All versions of one matter, or of all, in order. */
export async function listMatterVersions(tx: Tx, code?: string): Promise<readonly MatterVersion[]> {
  let query = tx.selectFrom("approval_matter").select(COLUMNS).where("zone_id", "=", actorOf(tx).zoneId);
  if (code !== undefined) query = query.where("code", "=", code);
  return (await query.orderBy("code").orderBy("version").execute()).map(versionOf);
}
