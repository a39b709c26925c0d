import { sql } from "kysely";
import { DocumentEvent, FINDINGS_ACCEPTED } from "#domains/intelligence/contract/intelligence-events.ts";
import { findEnterprises, noteActivity } from "#domains/registry/server/api.ts";
import { findLocalDate, localDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";

const MOST_NAMES = 200;

/** An enterprise that an accepted document names, by exactly a name that is its own alone, has the document in its timeline, once. */
export const tellRegister: EventSubscriber = {
  kind: FINDINGS_ACCEPTED,
  handle: async ({ payload, zoneId, at }, tx) => {
    const { documentId } = DocumentEvent.parse(payload);
    const document = await tx
      .selectFrom("document")
      .select(["title", "published"])
      .where("zone_id", "=", zoneId)
      .where("id", "=", documentId)
      .executeTakeFirst();
    if (document === undefined) return;
    const on = findLocalDate(document.published ?? "") ?? localDate(at.slice(0, 10));
    for (const name of await acceptedNames(tx, zoneId, documentId)) {
      const [only, ...others] = await findEnterprises(tx, { name }, on);
      if (only === undefined || others.length > 0) continue;
      const subject = `document:${documentId}`;
      await noteActivity(tx, { enterpriseId: only.id, on, kind: "document", subject, summary: `文档提及：${document.title}`, once: true });
    }
  },
};

/** Organisations, and the companies of projects. */
async function acceptedNames(tx: Tx, zoneId: string, documentId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select distinct case when type = 'project' then content ->> 'company' else content ->> 'name' end as name
    from finding_current where zone_id = ${zoneId}::uuid and document_id = ${documentId}::uuid and status = 'accepted' and type in ('organisation', 'project')
    limit ${MOST_NAMES}`.execute(tx);
  return rows.flatMap(({ name }) => (name === null || name.length < 4 ? [] : [name]));
}
