import type { z } from "zod";
import type { AttendanceStatus, Capacity } from "#domains/projects/contract/dispatch.ts";
import type { AttendanceView } from "#domains/projects/contract/dispatch-operations.ts";
import type { EditedItem } from "#domains/projects/rules/dispatch-agenda.ts";
import { freshAgenda } from "#domains/projects/server/dispatch/agenda-view.ts";
import type { MeetingTableRow } from "#domains/projects/server/dispatch/meeting-store.ts";
import { loadProjectPeople } from "#domains/projects/server/dispatch/project-people.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.input<typeof AttendanceView>;
const CAPACITIES: readonly Capacity[] = ["chair", "lead", "owner", "guest"];

/** Who should come: the chair, the leads of the task forces of the projects on the agenda, the owners of its items. Each person once. */
export async function inviteesOf(tx: Tx, meeting: MeetingTableRow, items: readonly EditedItem[]): Promise<ReadonlyMap<string, Capacity>> {
  const people = await loadProjectPeople(tx);
  const kept = items.filter((item) => item.change === "keep");
  const invited = new Map<string, Capacity>([[meeting.chair_id, "chair"]]);
  const add = (id: string | undefined, capacity: Capacity) => {
    if (id !== undefined && !invited.has(id)) invited.set(id, capacity);
  };
  for (const { project } of kept) if (project !== null) add(people.get(project.id)?.lead?.id, "lead");
  for (const { owner } of kept) add(owner?.id, "owner");
  return invited;
}

/** The list of a meeting: what is entered, and before it is convened those whom the agenda calls. */
export async function attendanceViews(tx: Tx, meeting: MeetingTableRow, today: LocalDate): Promise<View[]> {
  const rows = await tx
    .selectFrom("dispatch_attendance")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("meeting_id", "=", meeting.id)
    .execute();
  const called = meeting.state === "PLANNED" ? await inviteesOf(tx, meeting, await freshAgenda(tx, meeting, today)) : new Map();
  const ids = [...new Set([...rows.map((row) => row.person_id), ...called.keys()])];
  const names = await namesOf(tx, ids);
  return ids
    .map((id): View => {
      const row = rows.find((one) => one.person_id === id);
      return {
        person: { id, name: names.get(id) ?? "–" },
        capacity: (called.get(id) ?? row?.capacity ?? "guest") as Capacity,
        status: (row?.status ?? "INVITED") as AttendanceStatus,
        representedBy: row?.represented_by ?? null,
        reason: row?.reason ?? null,
      };
    })
    .sort(
      (one, other) =>
        CAPACITIES.indexOf(one.capacity) - CAPACITIES.indexOf(other.capacity) || one.person.name.localeCompare(other.person.name, "zh-CN"),
    );
}
