import { Milestone } from "#domains/projects/contract/project.ts";
import { isRepeatedYellow } from "#domains/projects/rules/asked-by-colour.ts";
import { type AgendaDraft, type AgendaInput, type AgendaProject, composeAgenda } from "#domains/projects/rules/dispatch-agenda.ts";
import { actualOf, plannedOf, stageOn } from "#domains/projects/rules/project-record.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import { dateRequestViews } from "#domains/projects/server/date-request-view.ts";
import { issueViews } from "#domains/projects/server/dispatch/issues.ts";
import { loadProjectPeople, type ProjectPeople } from "#domains/projects/server/dispatch/project-people.ts";
import { resolutionViews } from "#domains/projects/server/dispatch/resolution-store.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { readingOf } from "#domains/projects/server/readings.ts";
import { supervisionViews } from "#domains/projects/server/supervision-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** The agenda of a meeting from everything that is known today. */
export async function gatherAgenda(tx: Tx, heldOn: LocalDate, today: LocalDate): Promise<readonly AgendaDraft[]> {
  const people = await loadProjectPeople(tx);
  const input: AgendaInput = {
    asOf: today,
    heldOn,
    projects: await agendaProjects(tx, people, today),
    issues: await issueViews(tx, { open: true }, today),
    resolutions: (await resolutionViews(tx, { state: "OPEN" }, today)).map((one) => ({ ...one, extensions: one.extensions.length })),
    supervision: await lateSupervision(tx, today),
    dateRequests: (await dateRequestViews(tx, { state: "REQUESTED" })).map((request) => ({
      id: request.id,
      projectId: request.project.id,
      kind: request.kind,
      from: request.from as LocalDate | null,
      to: request.to as LocalDate,
      requestedOn: request.requestedOn as LocalDate,
      requestedBy: request.requestedBy,
    })),
    deferred: await deferredItems(tx, heldOn, people),
  };
  return composeAgenda(input);
}

async function agendaProjects(tx: Tx, people: ReadonlyMap<string, ProjectPeople>, today: LocalDate): Promise<readonly AgendaProject[]> {
  const rule = await colourRuleOn(tx, today);
  const now = await recordedBy(tx, today);
  return (await loadProjectRecords(tx)).flatMap((record) => {
    const who = people.get(record.id);
    // What came into the register later was not known on the day.
    if (who === undefined || who.registeredOn > today || stageOn(record, today) === "TERMINATED") return [];
    const { reading } = readingOf(record, rule, today);
    const recorded = now.get(record.id);
    return [
      {
        project: who.project,
        owner: who.owner ?? who.lead,
        colour: reading?.colour ?? null,
        reasons: reading?.reasons ?? [],
        since: recorded !== undefined && recorded.colour === reading?.colour ? recorded.asOf : null,
        // Only changes are recorded: the last one says since when.
        secondYellow: recorded?.colour === "yellow" && isRepeatedYellow(recorded.asOf, rule.rule, today),
        plannedTotalYuan: record.plannedTotalYuan,
        milestones: Milestone.options.flatMap((kind) => {
          const plannedOn = plannedOf(record, kind, today);
          return plannedOn === null || actualOf(record, kind, today) !== null ? [] : [{ kind, plannedOn }];
        }),
      },
    ];
  });
}

/** The colour that was recorded last by a day, and since when. */
async function recordedBy(tx: Tx, day: LocalDate): Promise<ReadonlyMap<string, { readonly colour: string; readonly asOf: LocalDate }>> {
  const rows = await tx
    .selectFrom("project_colour")
    .select(["project_id", "colour", "as_of"])
    .distinctOn("project_id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("as_of", "<=", day)
    .orderBy("project_id")
    .orderBy("ordinal", "desc")
    .execute();
  return new Map(rows.map((row) => [row.project_id, { colour: row.colour, asOf: row.as_of as LocalDate }]));
}

async function lateSupervision(tx: Tx, today: LocalDate): Promise<AgendaInput["supervision"]> {
  const open = [...(await supervisionViews(tx, { state: "OPEN" }, today)), ...(await supervisionViews(tx, { state: "ISSUED" }, today))];
  return open.flatMap(({ id, project, number, state, issueBy, dueOn }) => {
    const by = (state === "OPEN" ? issueBy : dueOn) as LocalDate | null;
    return by === null
      ? []
      : [{ id, projectId: project.id, number, awaited: state === "OPEN" ? ("issue" as const) : ("reply" as const), by }];
  });
}

/** Of the last meeting held before this one: what was put off and had been added by hand, so that nothing else brings it back. */
async function deferredItems(tx: Tx, heldOn: LocalDate, people: ReadonlyMap<string, ProjectPeople>): Promise<AgendaInput["deferred"]> {
  const zone = actorOf(tx).zoneId;
  const last = await tx
    .selectFrom("dispatch_meeting")
    .select("id")
    .where("zone_id", "=", zone)
    .where("state", "in", ["CONVENED", "MINUTED"])
    .where("held_on", "<", heldOn)
    .orderBy("held_on", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return [];
  const rows = await tx
    .selectFrom("dispatch_agenda_item")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("meeting_id", "=", last.id)
    .where("change", "=", "defer")
    .where("source", "in", ["added", "deferred"])
    .orderBy("ordinal")
    .execute();
  const names = await namesOf(
    tx,
    rows.map((row) => row.owner_id),
  );
  return rows.map((row) => ({
    key: row.item_key,
    title: row.title,
    project: row.project_id === null ? null : (people.get(row.project_id)?.project ?? null),
    owner: row.owner_id === null ? null : { id: row.owner_id, name: names.get(row.owner_id) ?? "–" },
    reason: row.change_reason ?? "",
  }));
}
