import type { HeldItem, HeldKind } from "#domains/projects/contract/handover-operations.ts";
import { type SupervisionKind, supervisionKindWords } from "#domains/projects/contract/supervision-operations.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type Handover = { readonly fromId: string; readonly toId: string; readonly today: LocalDate };

/** One kind of what an official holds: how it is found, and how it moves. What another room adds to an official's work is a row here. */
export type Holding = {
  readonly find: (tx: Tx, personId: string) => Promise<HeldItem[]>;
  readonly move: (tx: Tx, handover: Handover) => Promise<void>;
};

const LIVE_SUPERVISION = ["OPEN", "ISSUED", "REPLIED"];

export const HOLDINGS: Readonly<Record<HeldKind, Holding>> = {
  owner: inRegister("owner", "owner_id"),
  leader: inRegister("leader", "leader_id"),
  "task-force-lead": { find: findLed, move: moveLed },
  member: { find: findMemberships, move: moveMemberships },
  task: { find: findTasks, move: moveTasks },
  supervision: { find: findSupervision, move: moveSupervision },
  resolution: { find: findResolutions, move: moveResolutions },
  meeting: { find: findMeetings, move: moveMeetings },
};

function inRegister(kind: HeldKind, column: "owner_id" | "leader_id"): Holding {
  const held = (tx: Tx, personId: string) =>
    tx
      .selectFrom("project")
      .select(["id", "code", "name", "version"])
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where(column, "=", personId)
      .where("stage", "<>", "TERMINATED")
      .orderBy("code");
  return {
    find: async (tx, personId) =>
      (await held(tx, personId).execute()).map(({ id, code, name }) => ({ kind, id, project: { id, code, name }, what: "", dueOn: null })),
    move: async (tx, { fromId, toId }) => {
      await tx
        .updateTable("project")
        .set((by) => ({ [column]: toId, version: by("version", "+", 1), changed_at: recordedAt(tx) }))
        .where("zone_id", "=", actorOf(tx).zoneId)
        .where(column, "=", fromId)
        .where("stage", "<>", "TERMINATED")
        .execute();
    },
  };
}

async function findLed(tx: Tx, personId: string): Promise<HeldItem[]> {
  const rows = await tx
    .selectFrom("project_task_force as force")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "force.zone_id").onRef("project.id", "=", "force.project_id"))
    .select(["project.id", "project.code", "project.name"])
    .where("force.zone_id", "=", actorOf(tx).zoneId)
    .where("force.lead_id", "=", personId)
    .where("force.disbanded_on", "is", null)
    .orderBy("project.code")
    .execute();
  return rows.map((project) => ({ kind: "task-force-lead", id: project.id, project, what: "", dueOn: null }));
}

async function moveLed(tx: Tx, { fromId, toId }: Handover): Promise<void> {
  await tx
    .updateTable("project_task_force")
    .set((by) => ({ lead_id: toId, version: by("version", "+", 1), changed_at: recordedAt(tx) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "=", fromId)
    .where("disbanded_on", "is", null)
    .execute();
}

const standingMemberships = (tx: Tx, personId: string) =>
  tx
    .selectFrom("task_force_member as member")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "member.zone_id").onRef("project.id", "=", "member.project_id"))
    .select(["project.id", "project.code", "project.name", "member.duty"])
    .where("member.zone_id", "=", actorOf(tx).zoneId)
    .where("member.person_id", "=", personId)
    .where("member.to_day", "is", null)
    .orderBy("project.code");

async function findMemberships(tx: Tx, personId: string): Promise<HeldItem[]> {
  const rows = await standingMemberships(tx, personId).execute();
  return rows.map(({ duty, ...project }) => ({ kind: "member", id: project.id, project, what: duty, dueOn: null }));
}

/** The one's membership ends today and stays in the history; the other takes the duty over, unless he works in that task force already. */
async function moveMemberships(tx: Tx, { fromId, toId, today }: Handover): Promise<void> {
  const zone = actorOf(tx).zoneId;
  const held = await standingMemberships(tx, fromId).execute();
  const there = new Set((await standingMemberships(tx, toId).execute()).map((row) => row.id));
  await tx
    .updateTable("task_force_member")
    .set({ to_day: today })
    .where("zone_id", "=", zone)
    .where("person_id", "=", fromId)
    .where("to_day", "is", null)
    .execute();
  const taken = held.filter((row) => !there.has(row.id));
  if (taken.length === 0) return;
  await tx
    .insertInto("task_force_member")
    .values(taken.map(({ id, duty }) => ({ zone_id: zone, project_id: id, person_id: toId, duty, from_day: today })))
    .onConflict((on) =>
      on.columns(["zone_id", "project_id", "person_id", "from_day"]).doUpdateSet((by) => ({ duty: by.ref("excluded.duty"), to_day: null })),
    )
    .execute();
}

async function findTasks(tx: Tx, personId: string): Promise<HeldItem[]> {
  const rows = await tx
    .selectFrom("project_task as task")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "task.zone_id").onRef("project.id", "=", "task.project_id"))
    .select(["task.id", "task.title", "task.due_on", "project.id as project_id", "project.code", "project.name"])
    .where("task.zone_id", "=", actorOf(tx).zoneId)
    .where("task.owner_id", "=", personId)
    .where("task.state", "=", "OPEN")
    .orderBy("task.due_on")
    .orderBy("task.id")
    .execute();
  return rows.map((row) => ({
    kind: "task",
    id: row.id,
    project: { id: row.project_id, code: row.code, name: row.name },
    what: row.title,
    dueOn: row.due_on as LocalDate,
  }));
}

async function moveTasks(tx: Tx, { fromId, toId }: Handover): Promise<void> {
  await tx
    .updateTable("project_task")
    .set((by) => ({ owner_id: toId, version: by("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("owner_id", "=", fromId)
    .where("state", "=", "OPEN")
    .execute();
}

async function findSupervision(tx: Tx, personId: string): Promise<HeldItem[]> {
  const rows = await tx
    .selectFrom("project_supervision as letter")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "letter.zone_id").onRef("project.id", "=", "letter.project_id"))
    .select(["letter.id", "letter.kind", "letter.number", "letter.due_on", "project.id as project_id", "project.code", "project.name"])
    .where("letter.zone_id", "=", actorOf(tx).zoneId)
    .where("letter.addressee_id", "=", personId)
    .where("letter.state", "in", LIVE_SUPERVISION)
    .orderBy("letter.due_on")
    .orderBy("letter.id")
    .execute();
  return rows.map((row) => ({
    kind: "supervision",
    id: row.id,
    project: { id: row.project_id, code: row.code, name: row.name },
    what: row.number ?? supervisionKindWords[row.kind as SupervisionKind].zh,
    dueOn: row.due_on as LocalDate | null,
  }));
}

async function moveSupervision(tx: Tx, { fromId, toId }: Handover): Promise<void> {
  await tx
    .updateTable("project_supervision")
    .set((by) => ({ addressee_id: toId, version: by("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("addressee_id", "=", fromId)
    .where("state", "in", LIVE_SUPERVISION)
    .execute();
}

async function findResolutions(tx: Tx, personId: string): Promise<HeldItem[]> {
  const rows = await tx
    .selectFrom("dispatch_resolution as made")
    .innerJoin("dispatch_agenda_item as item", (join) =>
      join.onRef("item.zone_id", "=", "made.zone_id").onRef("item.id", "=", "made.item_id"),
    )
    .leftJoin("project", (join) => join.onRef("project.zone_id", "=", "item.zone_id").onRef("project.id", "=", "item.project_id"))
    .select(["made.id", "made.text", "made.due_on", "project.id as project_id", "project.code", "project.name"])
    .where("made.zone_id", "=", actorOf(tx).zoneId)
    .where("made.owner_id", "=", personId)
    .where("made.state", "=", "OPEN")
    .orderBy("made.due_on")
    .orderBy("made.id")
    .execute();
  return rows.map((row) => ({
    kind: "resolution",
    id: row.id,
    project: row.project_id === null ? null : { id: row.project_id, code: row.code ?? "", name: row.name ?? "" },
    what: row.text,
    dueOn: row.due_on as LocalDate,
  }));
}

async function moveResolutions(tx: Tx, { fromId, toId }: Handover): Promise<void> {
  await tx
    .updateTable("dispatch_resolution")
    .set((by) => ({ owner_id: toId, version: by("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("owner_id", "=", fromId)
    .where("state", "=", "OPEN")
    .execute();
}

/** Meetings that were not convened yet: who chaired one that was held stays in its minutes. */
async function findMeetings(tx: Tx, personId: string): Promise<HeldItem[]> {
  const rows = await tx
    .selectFrom("dispatch_meeting")
    .select(["id", "year", "number", "held_on"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("chair_id", "=", personId)
    .where("state", "=", "PLANNED")
    .orderBy("held_on")
    .execute();
  return rows.map((row) => ({
    kind: "meeting",
    id: row.id,
    project: null,
    what: `${row.year}年第${row.number}次`,
    dueOn: row.held_on as LocalDate,
  }));
}

async function moveMeetings(tx: Tx, { fromId, toId }: Handover): Promise<void> {
  await tx
    .updateTable("dispatch_meeting")
    .set((by) => ({ chair_id: toId, version: by("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("chair_id", "=", fromId)
    .where("state", "=", "PLANNED")
    .execute();
}
