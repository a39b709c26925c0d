import type { z } from "zod";
import type { SupervisionView } from "#domains/projects/contract/colour-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.input<typeof SupervisionView>;
type Choice = {
  readonly id?: string;
  readonly projectId?: string;
  readonly state?: View["state"] | undefined;
  readonly kind?: View["kind"] | undefined;
};

export async function supervisionViews(tx: Tx, { id, projectId, state, kind }: Choice, today: LocalDate): Promise<View[]> {
  let query = tx
    .selectFrom("project_supervision as letter")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "letter.zone_id").onRef("project.id", "=", "letter.project_id"))
    .selectAll("letter")
    .select(["project.code", "project.name"])
    .where("letter.zone_id", "=", actorOf(tx).zoneId)
    .orderBy("letter.id", "desc")
    .limit(500);
  if (id !== undefined) query = query.where("letter.id", "=", id);
  if (projectId !== undefined) query = query.where("letter.project_id", "=", projectId);
  if (state !== undefined) query = query.where("letter.state", "=", state);
  if (kind !== undefined) query = query.where("letter.kind", "=", kind);
  return (await query.execute()).map((row) => {
    const awaited = (row.state === "OPEN" ? row.issue_by : row.state === "ISSUED" ? row.due_on : null) as LocalDate | null;
    return {
      id: row.id,
      project: { id: row.project_id, code: row.code, name: row.name },
      kind: row.kind as View["kind"],
      number: row.number,
      openedOn: row.opened_on as LocalDate,
      issueBy: row.issue_by as LocalDate | null,
      issuedOn: row.issued_on as LocalDate | null,
      dueOn: row.due_on as LocalDate | null,
      dueProvisional: row.due_provisional,
      text: row.text,
      state: row.state as View["state"],
      reply: row.reply,
      repliedOn: row.replied_on as LocalDate | null,
      closedOn: row.closed_on as LocalDate | null,
      closingNote: row.closing_note,
      daysLate: awaited === null ? 0 : Math.max(0, daysBetween(awaited, today)),
      version: row.version,
    };
  });
}

export async function getSupervision(tx: Tx, id: string, today: LocalDate): Promise<View> {
  const [found] = await supervisionViews(tx, { id }, today);
  if (found === undefined) throw new AppError("projects.no-such-supervision", "not-found");
  return found;
}

export type SupervisionChange = {
  readonly state: View["state"];
  readonly number?: string;
  readonly issued_on?: LocalDate;
  readonly due_on?: LocalDate;
  readonly due_provisional?: boolean;
  readonly text?: string;
  readonly replied_on?: LocalDate;
  readonly reply?: string;
  readonly closed_on?: LocalDate;
  readonly closed_by?: string;
  readonly closing_note?: string;
};

/** @throws AppError `record.changed` when somebody else changed it since. */
export async function updateSupervision(tx: Tx, id: string, version: number, change: SupervisionChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("project_supervision")
    .set({ ...change, version: version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}

/** `督〔2026〕7号`: numbered within the year of issue. */
export async function nextLetterNumber(tx: Tx, today: LocalDate): Promise<string> {
  const year = today.slice(0, 4);
  const { count } = await tx
    .selectFrom("project_supervision")
    .select((by) => by.fn.countAll<string>().as("count"))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("number", "like", `督〔${year}〕%`)
    .executeTakeFirstOrThrow();
  return `督〔${year}〕${Number(count) + 1}号`;
}
