import { type Environment, openRuntime } from "#apps/runtime.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { verifyJournal } from "#kernel/server/verify-journal.ts";

export type Verified = { readonly ok: boolean; readonly entries: number };

/** Brings the database up to date as a start would, and follows every zone's journal from its first entry. */
export async function verifyAfterwards(environment: Environment, dataDir: string): Promise<Verified> {
  const runtime = await openRuntime({ as: "guest", environment, dataDir });
  try {
    const { rows } = await runtime.pool.query<{ id: string }>("select id from zone order by id");
    let [ok, entries] = [true, 0];
    for (const id of new Set([SYSTEM_ZONE_ID, ...rows.map((row) => row.id)])) {
      const actor = localAdministrator(id, runtime.platform.permissions);
      const report = await runtime.unitOfWork.run(actor, { readOnly: true }, (tx) => verifyJournal(tx, id));
      ok &&= report.findings.length === 0;
      entries += report.entries;
    }
    return { ok, entries };
  } finally {
    await runtime.close();
  }
}
