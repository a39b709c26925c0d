import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { ADDED, FIRST_WEEK, HELD, NEXT_HELD, type SampleAddition, type SampleOutcome, SECOND_WEEK } from "./dispatch-meetings.ts";
import type { ReplyOf, SampleStep, SampleWorld } from "./step.ts";
import { issueSteps, taskForceSteps } from "./task-force-steps.ts";
import { officialsOf } from "./world-people.ts";

type Meeting = ReplyOf<"projects.openMeeting">;
const PLACE = "管委会一号楼三楼会议室";

/** The meeting of a day, where it is there and in that state. */
async function meetingOf(world: SampleWorld, heldOn: LocalDate, state: Meeting["meeting"]["state"]): Promise<Meeting | undefined> {
  const { items } = await world.ask("taskforce", "projects.listMeetings", {});
  const row = items.find((one) => one.heldOn === heldOn && one.state === state);
  return row && world.ask("taskforce", "projects.openMeeting", { meetingId: row.id });
}

/** The items on the agenda, in its order, without what was put off. */
const kept = (meeting: Meeting) => meeting.agenda.items.filter((item) => item.change === "keep");

const plan = (heldOn: LocalDate, on: LocalDate): SampleStep => ({
  name: `安排${heldOn}调度会`,
  as: "taskforce",
  operation: "projects.planMeeting",
  input: async (world) => {
    const chairId = (await officialsOf(world)).get("管委会领导");
    const { items } = await world.ask("taskforce", "projects.listMeetings", {});
    return chairId === undefined || items.some((one) => one.heldOn === heldOn) ? undefined : { heldOn, chairId, place: PLACE };
  },
  on,
});

/** One meeting from its invitation to its approved minutes. */
function hold(heldOn: LocalDate, outcomes: readonly SampleOutcome[], added: SampleAddition): readonly SampleStep[] {
  const day = heldOn;
  return [
    plan(heldOn, addDays(heldOn, -4)),
    {
      name: `${heldOn}调度会增加议题`,
      as: "taskforce",
      operation: "projects.addAgendaItem",
      input: async (world) => {
        const meeting = await meetingOf(world, heldOn, "PLANNED");
        if (meeting === undefined || meeting.agenda.items.some(({ title }) => title === added.title)) return undefined;
        return { meetingId: meeting.meeting.id, title: added.title, reason: added.reason };
      },
      on: addDays(heldOn, -1),
    },
    {
      name: `${heldOn}调度会一项缓议`,
      as: "head",
      operation: "projects.changeAgendaItem",
      input: async (world) => {
        const meeting = await meetingOf(world, heldOn, "PLANNED");
        const item = meeting?.agenda.items.find(({ title }) => title === added.title);
        if (meeting === undefined || item === undefined || added.deferred === undefined) return undefined;
        return { meetingId: meeting.meeting.id, key: item.key, change: "defer", reason: added.deferred };
      },
      on: addDays(heldOn, -1),
    },
    {
      name: `召开${heldOn}调度会`,
      as: "taskforce",
      operation: "projects.conveneMeeting",
      input: async (world) => {
        const meeting = await meetingOf(world, heldOn, "PLANNED");
        return meeting && { meetingId: meeting.meeting.id, version: meeting.meeting.version };
      },
      on: day,
    },
    ...outcomes.flatMap((outcome) => discuss(heldOn, outcome)),
    {
      name: `登记${heldOn}调度会出席`,
      as: "taskforce",
      operation: "projects.markAttendance",
      input: async (world) => {
        const meeting = await meetingOf(world, heldOn, "CONVENED");
        if (meeting === undefined || meeting.attendance.length === 0) return undefined;
        return {
          meetingId: meeting.meeting.id,
          marks: meeting.attendance.map(({ person, capacity }) => attended(person.id, person.name, capacity)),
        };
      },
      on: day,
    },
    {
      name: `起草${heldOn}调度会纪要`,
      as: "taskforce",
      operation: "projects.writeMinutes",
      input: async (world) => {
        const meeting = await meetingOf(world, heldOn, "CONVENED");
        if (meeting === undefined || meeting.minutes.length > 0) return undefined;
        const { id: meetingId, version } = meeting.meeting;
        return { meetingId, version, remarks: "请各责任单位于下次调度会前一日反馈进展。" };
      },
      on: day,
    },
    {
      name: `审定${heldOn}调度会纪要`,
      as: "leader",
      operation: "projects.reviewMinutes",
      input: async (world) => {
        const meeting = await meetingOf(world, heldOn, "CONVENED");
        const waiting = meeting?.minutes.find(({ state }) => state === "WRITTEN");
        if (meeting === undefined || waiting === undefined) return undefined;
        return { meetingId: meeting.meeting.id, edition: waiting.edition, version: waiting.version, approve: true, note: "同意印发" };
      },
      on: addDays(heldOn, 1),
    },
  ];
}

function attended(personId: string, name: string, capacity: string) {
  if (name === "审批窗口") return { personId, status: "REPRESENTED" as const, representedBy: "窗口副岗", reason: "窗口值班" };
  if (name === "店小二" && capacity !== "chair") return { personId, status: "ABSENT" as const, reason: "陪同企业办理用地手续" };
  return { personId, status: "PRESENT" as const };
}

function discuss(heldOn: LocalDate, { place, notes, resolutions }: SampleOutcome): readonly SampleStep[] {
  return [
    {
      name: `${heldOn}调度会记录第${place}项`,
      as: "taskforce",
      operation: "projects.noteAgendaItem",
      input: async (world) => {
        const meeting = await meetingOf(world, heldOn, "CONVENED");
        const item = meeting && kept(meeting)[place - 1];
        return item?.id == null || item.notes !== "" ? undefined : { itemId: item.id, version: item.version, notes };
      },
      on: heldOn,
    },
    ...resolutions.map(
      ({ text, owner, dueOn }): SampleStep => ({
        name: `${heldOn}议定：${text}`,
        as: "taskforce",
        operation: "projects.addResolution",
        input: async (world) => {
          const meeting = await meetingOf(world, heldOn, "CONVENED");
          const item = meeting && kept(meeting)[place - 1];
          const ownerId = (await officialsOf(world)).get(owner);
          if (item?.id == null || ownerId === undefined || item.resolutions.some((one) => one.text === text)) return undefined;
          return { itemId: item.id, text, ownerId, dueOn: localDate(dueOn) };
        },
        on: heldOn,
      }),
    ),
  ];
}

/** What was done by its day: evidence with a paper, or more time with a reason. */
const followUps: readonly SampleStep[] = [...FIRST_WEEK, ...SECOND_WEEK]
  .flatMap(({ resolutions }) => resolutions)
  .flatMap(({ text, closed, extended = [] }) => [
    ...extended.map(
      ({ to, on, reason }): SampleStep => ({
        name: `延期议定事项至${to}：${text}`,
        as: "leader",
        operation: "projects.extendResolution",
        input: async (world) => {
          const one = await openResolution(world, text);
          return one === undefined || one.dueOn >= to
            ? undefined
            : { resolutionId: one.id, version: one.version, to: localDate(to), reason };
        },
        on: localDate(on),
      }),
    ),
    ...(closed === undefined
      ? []
      : [
          {
            name: `办结议定事项：${text}`,
            as: closed.as,
            operation: "projects.closeResolution",
            input: async (world: SampleWorld) => {
              const one = await openResolution(world, text);
              return one && { resolutionId: one.id, version: one.version, evidence: closed.evidence };
            },
            files: async () => [
              { name: `${closed.paper}.txt`, bytes: new TextEncoder().encode(`${closed.paper}\n${text}\n${closed.evidence}\n`) },
            ],
            on: localDate(closed.on),
          } satisfies SampleStep,
        ]),
  ])
  .toSorted((one, other) => ((one.on ?? "") < (other.on ?? "") ? -1 : one.on === other.on ? 0 : 1));

async function openResolution(world: SampleWorld, text: string) {
  const { items } = await world.ask("taskforce", "projects.listResolutions", { state: "OPEN", limit: 200 });
  return items.find((one) => one.text === text);
}

/** What fell due between the meetings is settled before the later one makes its agenda. */
const before = (day: LocalDate): readonly SampleStep[] => followUps.filter((step) => (step.on ?? day) < day);
const [first, second] = HELD;

/** Task forces, their issues and days, two weekly meetings with what came of them, and the next one. */
export const dispatchSteps: readonly SampleStep[] = [
  ...taskForceSteps,
  ...issueSteps,
  ...hold(first, FIRST_WEEK, ADDED.first),
  ...before(second),
  ...hold(second, SECOND_WEEK, ADDED.second),
  ...followUps.filter((step) => !before(second).includes(step)),
  plan(NEXT_HELD, addDays(second, 1)),
];
