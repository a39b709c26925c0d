import type { PublicTimeline } from "#domains/approvals/contract/case.ts";
import { moveWords } from "#domains/approvals/contract/move-words.ts";
import { runningDue } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { waitingOf } from "#domains/approvals/rules/who-is-blocking.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { say, type Text } from "#kernel/texts.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

const WAITS = {
  applicant: { zh: "申请人", en: "the applicant" },
  window: { zh: "{name}窗口", en: "the window of {name}" },
  department: { zh: "{name}（审查）", en: "{name} (review)" },
  head: { zh: "{name}（决定）", en: "{name} (decision)" },
  nobody: { zh: "已办结", en: "closed" },
} as const satisfies Readonly<Record<string, Text>>;

/** Kept inside the committee: who agreed, who objected, who verified what, and who took a case over from whom. */
export const INTERNAL_STEPS: ReadonlySet<string> = new Set(["giveOpinion", "silentOpinion", "verifyCommitment", "handOver"]);

const INTERNAL_OR_PAPER: ReadonlySet<string> = new Set([...INTERNAL_STEPS, "renewCode"]);

/** The steps of a case as they are still to come, by the state in which it stands. */
const AHEAD: Readonly<Partial<Record<CaseCourse["state"], readonly string[]>>> = {
  DRAFT: ["submit", "accept", "decide", "deliver"],
  SUBMITTED: ["accept", "decide", "deliver"],
  SUPPLEMENT: ["answerSupplement", "accept", "decide", "deliver"],
  ACCEPTED: ["decide", "deliver"],
  REVIEWING: ["decide", "deliver"],
  SUSPENDED: ["decide", "deliver"],
  DECIDED: ["deliver"],
};

/** What is done, who has it, what is due: without names of people, and without what departments said to each other. */
export function publicTimeline(number: string, course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): PublicTimeline {
  const due = runningDue(course, calendar, asOf);
  const waiting = waitingOf(course, calendar, asOf);
  const name = waiting.names.join("、");
  return {
    number,
    matterName: course.matter.name,
    state: course.state,
    decision: course.decision,
    authority: course.matter.authority,
    asOf,
    dueOn: due?.promised ?? null,
    dueProvisional: due?.provisional ?? false,
    waitsFor: { zh: say(WAITS[waiting.who], "zh", { name }), en: say(WAITS[waiting.who], "en", { name }) },
    lines: [
      ...course.steps
        .filter(({ move }) => !INTERNAL_OR_PAPER.has(move))
        .map(({ on, move, automatic }) => ({ on, words: wordsOf(move, course), done: true, automatic: automatic !== null })),
      ...(AHEAD[course.state] ?? []).map((move) => ({
        on: null,
        words: moveWords[move] ?? { zh: move, en: move },
        done: false,
        automatic: false,
      })),
    ],
  };
}

const wordsOf = (move: string, { decision }: CaseCourse): Text =>
  (move === "decide" && decision !== null ? moveWords[decision] : undefined) ?? moveWords[move] ?? { zh: move, en: move };
