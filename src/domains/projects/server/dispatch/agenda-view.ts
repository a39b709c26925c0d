import type { z } from "zod";
import { type AgendaChange, AgendaSource, type PersonRef, type ProjectRef, type Sentence } from "#domains/projects/contract/dispatch.ts";
import type { AgendaItemView, AgendaView } from "#domains/projects/contract/dispatch-operations.ts";
import { AGENDA_ORDER, type AgendaEdit, type EditedItem, editAgenda } from "#domains/projects/rules/dispatch-agenda.ts";
import { gatherAgenda } from "#domains/projects/server/dispatch/gather-agenda.ts";
import type { MeetingTableRow } from "#domains/projects/server/dispatch/meeting-store.ts";
import { loadProjectPeople } from "#domains/projects/server/dispatch/project-people.ts";
import { resolutionViews } from "#domains/projects/server/dispatch/resolution-store.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Item = z.input<typeof AgendaItemView>;
type View = z.input<typeof AgendaView>;

/** Until it is convened the agenda of a meeting is made anew each time; from then on it is what was stored. */
export async function viewAgenda(tx: Tx, meeting: MeetingTableRow, today: LocalDate): Promise<View> {
  const heldOn = meeting.held_on as LocalDate;
  if (meeting.state === "PLANNED") {
    const items = await freshAgenda(tx, meeting, today);
    return viewOf(meeting.id, heldOn, today, false, items.map(asView));
  }
  const items = await frozenAgenda(tx, meeting.id, today);
  return viewOf(meeting.id, heldOn, (meeting.convened_on ?? meeting.held_on) as LocalDate, true, items);
}

/** The agenda of the day on which the next meeting would be held, while none is planned. */
export async function viewProposedAgenda(tx: Tx, heldOn: LocalDate, today: LocalDate): Promise<View> {
  const items = editAgenda(await gatherAgenda(tx, heldOn, today), []);
  return viewOf(null, heldOn, today, false, items.map(asView));
}

export const freshAgenda = async (tx: Tx, meeting: MeetingTableRow, today: LocalDate): Promise<readonly EditedItem[]> =>
  editAgenda(await gatherAgenda(tx, meeting.held_on as LocalDate, today), await editsOf(tx, meeting.id));

const asView = (item: EditedItem): Item => ({
  ...item,
  also: [...item.also],
  id: null,
  ordinal: null,
  notes: "",
  resolutions: [],
  version: 0,
});

function viewOf(meetingId: string | null, heldOn: LocalDate, asOf: LocalDate, frozen: boolean, items: readonly Item[]): View {
  let ordinal = 0;
  return {
    meetingId,
    heldOn,
    asOf,
    frozen,
    order: AgendaSource.options.flatMap((source) => {
      const count = items.filter((item) => item.source === source && item.change === "keep").length;
      return count === 0 ? [] : [{ source, count, why: AGENDA_ORDER[source] }];
    }),
    items: items.map((item) => {
      if (item.change === "keep") ordinal += 1;
      return { ...item, ordinal: item.change === "keep" ? ordinal : null };
    }),
  };
}

async function editsOf(tx: Tx, meetingId: string): Promise<readonly AgendaEdit[]> {
  const rows = await tx
    .selectFrom("dispatch_agenda_change")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("meeting_id", "=", meetingId)
    .orderBy("id")
    .execute();
  const refs = await refsOf(tx, rows);
  return rows.map((row) => ({
    key: row.item_key,
    change: row.change as AgendaEdit["change"],
    title: row.title,
    ...refs(row),
    reason: row.reason,
    by: row.by_name,
  }));
}

async function frozenAgenda(tx: Tx, meetingId: string, today: LocalDate): Promise<Item[]> {
  const rows = await tx
    .selectFrom("dispatch_agenda_item")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("meeting_id", "=", meetingId)
    .orderBy("ordinal")
    .execute();
  const refs = await refsOf(tx, rows);
  const resolved = await resolutionViews(tx, { meetingId }, today);
  const owning = await tx
    .selectFrom("dispatch_resolution")
    .select(["id", "item_id"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("meeting_id", "=", meetingId)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.item_key,
    ordinal: null,
    source: row.source as AgendaSource,
    sourceId: row.source_id,
    ...refs(row),
    title: row.title,
    reason: { zh: row.reason_zh, en: row.reason_en },
    also: row.also as unknown as { source: AgendaSource; reason: Sentence }[],
    change: row.change as AgendaChange,
    changeReason: row.change_reason,
    changedBy: row.change_by_name,
    notes: row.notes,
    resolutions: owning.filter((one) => one.item_id === row.id).flatMap((one) => resolved.filter((view) => view.id === one.id)),
    version: row.version,
  }));
}

type Referring = { readonly project_id: string | null; readonly owner_id: string | null };
type Refs = { readonly project: ProjectRef | null; readonly owner: PersonRef | null };

async function refsOf(tx: Tx, rows: readonly Referring[]): Promise<(row: Referring) => Refs> {
  const people = rows.some((row) => row.project_id !== null) ? await loadProjectPeople(tx) : new Map<string, never>();
  const names = await namesOf(
    tx,
    rows.map((row) => row.owner_id),
  );
  return ({ project_id, owner_id }) => ({
    project: project_id === null ? null : (people.get(project_id)?.project ?? null),
    owner: owner_id === null ? null : { id: owner_id, name: names.get(owner_id) ?? "–" },
  });
}
