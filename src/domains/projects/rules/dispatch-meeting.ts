import type { AttendanceStatus, MeetingState } from "#domains/projects/contract/dispatch.ts";
import { gate, type Moves } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { type Decision, refuse } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";

/** What the gates look at: the meeting, and what was made of it so far. */
export type MeetingCase = {
  readonly state: MeetingState;
  readonly heldOn: LocalDate;
  readonly today: LocalDate;
  /** Items that stay on the agenda. */
  readonly items: number;
  readonly attendance: readonly AttendanceStatus[];
  /** Items with notes or resolutions. */
  readonly discussed: number;
  /** An edition of the minutes waits for review; by whom it was written. */
  readonly inReview: { readonly writtenBy: string } | null;
  readonly reason: string | null;
};

const source = "handbook §4：每周调度会；议定事项有责任人、期限、办结凭证";

const agenda = gate<MeetingCase>("agenda", ({ items }) => (items > 0 ? undefined : "missing:agenda"));
const itsDay = gate<MeetingCase>("meeting-day", ({ heldOn, today }) => (heldOn <= today ? undefined : "missing:meeting-day"));
const attended = gate<MeetingCase>("attendance", ({ attendance }) =>
  attendance.includes("INVITED") || !attendance.includes("PRESENT") ? "missing:attendance" : undefined,
);
const discussed = gate<MeetingCase>("discussion", (meeting) => (meeting.discussed > 0 ? undefined : "missing:discussion"));
const written = gate<MeetingCase>("minutes", ({ inReview }) => (inReview === null ? "missing:minutes" : undefined));
const reason = gate<MeetingCase>("reason", (meeting) => (meeting.reason?.trim() ? undefined : "missing:reason"));

/** `writeMinutes` and `correctMinutes` leave the state as it is: they bring an edition to review. */
export const meetingMoves = {
  convene: { from: ["PLANNED"], to: "CONVENED", needs: [itsDay, agenda], by: "task_force", source },
  cancel: { from: ["PLANNED"], to: "CANCELLED", needs: [reason], by: "task_force", source },
  writeMinutes: { from: ["CONVENED"], to: "CONVENED", needs: [attended, discussed], by: "task_force", source },
  approveMinutes: { from: ["CONVENED"], to: "MINUTED", needs: [written], by: "leadership", source },
  correctMinutes: { from: ["MINUTED"], to: "MINUTED", needs: [reason], by: "task_force", source },
} satisfies Moves<MeetingState, MeetingCase> & Readonly<Record<string, { readonly by: Role }>>;

export type MeetingMove = keyof typeof meetingMoves;

/** States of a meeting have sentences of their own beside those of a project. */
export const ofMeeting = (decision: Decision): Decision =>
  decision.allowed || !decision.because.startsWith("wrong-state:")
    ? decision
    : refuse(`meeting:${decision.because.slice("wrong-state:".length)}`);
