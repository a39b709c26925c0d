import type { MinutesState, ResolutionState } from "#domains/projects/contract/dispatch.ts";
import { type MeetingCase, meetingMoves, ofMeeting } from "#domains/projects/rules/dispatch-meeting.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import { type Actor, all, allow, type Decision, type Grants, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

/** handbook §1 and §4: 专班 and the offices prepare the meeting and keep its papers; whoever owns a resolution reports on it; leadership decides. */
export const dispatchGrants = {
  "projects.dispatch": ["leadership", "department_head", "task_force"],
  "projects.resolve": COMMITTEE_ROLES,
} as const satisfies Grants;

const when = (state: MeetingCase["state"], ...states: readonly MeetingCase["state"][]): Decision =>
  states.includes(state) ? allow : refuse(`meeting:${state}`);

/** The reason that comes with a command is asked for by its form, so it is not held against the button. */
const withReason = (meeting: MeetingCase): MeetingCase => ({ ...meeting, reason: meeting.reason ?? "…" });

export const meetingPolicy = {
  change: (actor, { state }) => all(holds(actor, "projects.dispatch"), when(state, "PLANNED")),
  convene: (actor, meeting) => all(holds(actor, "projects.dispatch"), ofMeeting(checkMove(meetingMoves.convene, meeting))),
  cancel: (actor, meeting) => all(holds(actor, "projects.dispatch"), ofMeeting(checkMove(meetingMoves.cancel, withReason(meeting)))),
  /** Before the meeting, and in it: what cannot be settled is put off. */
  changeAgenda: (actor, { state }) => all(holds(actor, "projects.dispatch"), when(state, "PLANNED", "CONVENED")),
  invite: (actor, { state }) => all(holds(actor, "projects.dispatch"), when(state, "PLANNED", "CONVENED")),
  mark: (actor, { state }) => all(holds(actor, "projects.dispatch"), when(state, "CONVENED")),
  note: (actor, { state }) => all(holds(actor, "projects.dispatch"), when(state, "CONVENED")),
  resolve: (actor, { state }) => all(holds(actor, "projects.dispatch"), when(state, "CONVENED")),
  writeMinutes: (actor, meeting) =>
    all(
      holds(actor, "projects.dispatch"),
      ofMeeting(
        meeting.state === "MINUTED"
          ? checkMove(meetingMoves.correctMinutes, withReason(meeting))
          : checkMove(meetingMoves.writeMinutes, meeting),
      ),
      meeting.inReview === null ? allow : refuse("minutes-in-review"),
    ),
} satisfies Policy<MeetingCase>;

export type MinutesSubject = { readonly state: MinutesState; readonly writtenBy: string };

/** handbook §1: no self-approval. */
export const minutesPolicy = {
  review: (actor, minutes) =>
    all(
      holds(actor, "projects.decide"),
      minutes.state === "WRITTEN" ? allow : refuse("minutes-decided"),
      someoneElse(actor, minutes.writtenBy, "own-minutes"),
    ),
} satisfies Policy<MinutesSubject>;

export type ResolutionSubject = {
  readonly state: ResolutionState;
  readonly ownerId: string;
  readonly chairId: string;
  /** Of the task force of its project. */
  readonly leadId: string | null;
};

const stillOpen = ({ state }: ResolutionSubject): Decision => (state === "OPEN" ? allow : refuse("resolution-closed"));
const answersFor = (actor: Actor, { ownerId, leadId, chairId }: ResolutionSubject): Decision =>
  [ownerId, leadId, chairId].includes(actor.id) ? allow : refuse("not-owner");
/** More time for one's own promise is another person's decision. */
const notOwn = (actor: Actor, { ownerId }: ResolutionSubject): Decision => someoneElse(actor, ownerId, "own-resolution");

export const resolutionPolicy = {
  close: (actor, resolution) => all(holds(actor, "projects.resolve"), stillOpen(resolution), answersFor(actor, resolution)),
  extend: (actor, resolution) => all(holds(actor, "projects.decide"), stillOpen(resolution), notOwn(actor, resolution)),
  cancel: (actor, resolution) => all(holds(actor, "projects.decide"), stillOpen(resolution), notOwn(actor, resolution)),
} satisfies Policy<ResolutionSubject>;
