import { listZoneRows } from "#domains/system/server/zone-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { removeZone } from "#kernel/server/remove-zone.ts";

/** Runs as the local administrator, who alone holds the owner's door; the platform's own journal keeps that it was done. */
export async function removeSample(_: object, context: OperationContext): Promise<{ removed: boolean }> {
  if (context.adminUrl === undefined) throw new AppError("sample.only-embedded", "forbidden");
  const sample = (await listZoneRows(context.tx)).find((zone) => zone.sample);
  if (!sample) return { removed: false };
  const { personIds } = await removeZone(context.adminUrl, sample.id, context.store);
  await context.sessions.signIn.remove(personIds);
  context.journal({ subject: `zone:${sample.id}`, before: { slug: sample.slug, name: sample.name }, after: { removed: true } });
  return { removed: true };
}
