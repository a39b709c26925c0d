import { sql } from "kysely";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

/** Something by which enterprises are found that another domain knows of them. `until` is the first day on which it no longer holds. */
export type Label = {
  readonly enterpriseId: string;
  readonly value: string;
  readonly name: Text;
  /** The value above, null for the widest: a search narrows from one to those below it. */
  readonly parent: string | null;
  readonly until: LocalDate | null;
};
export type LabelKind = "chain";

/** All labels of a kind anew: of some enterprises, or of all of the zone. */
export async function labelEnterprises(tx: Tx, kind: LabelKind, labels: readonly Label[], only?: readonly string[]): Promise<void> {
  const { zoneId } = actorOf(tx);
  let there = tx.deleteFrom("enterprise_label").where("zone_id", "=", zoneId).where("kind", "=", kind);
  if (only !== undefined) there = there.where("enterprise_id", "=", sql<string>`any(${only}::uuid[])`);
  await there.execute();
  const rows = labels.map(({ enterpriseId, value, name, parent, until }) => ({
    enterpriseId,
    value,
    zh: name.zh,
    en: name.en,
    parent,
    until,
  }));
  await sql`insert into enterprise_label (zone_id, kind, value, enterprise_id, name_zh, name_en, parent, until_on)
    select ${zoneId}::uuid, ${kind}, t."value", t."enterpriseId", t.zh, t.en, t.parent, t."until"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t("enterpriseId" uuid, "value" text, zh text, en text, parent text, "until" date)`.execute(tx);
}
