import { evidenceWords, milestoneWords } from "#domains/projects/contract/project.ts";
import { reachedByMove } from "#domains/projects/rules/project-lifecycle.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts, moveTexts } from "#domains/projects/web/project-page-texts.ts";
import { type LocalDate, sayDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** Something that happened to a project: a sentence with its words, who did it, and what he said. */
export type TimelineEvent = {
  readonly key: string;
  readonly on: LocalDate;
  readonly text: Text;
  readonly params: Readonly<Record<string, string | Text>>;
  readonly by: string | null;
  readonly note: string | null;
};

const dayWords = (day: LocalDate): Text => ({ zh: sayDate(day, "zh"), en: sayDate(day, "en") });
const DECIDED: Readonly<Record<string, Text>> = {
  GRANTED: courseTexts.eventGranted,
  REFUSED: courseTexts.eventRefused,
  WITHDRAWN: courseTexts.eventRequestWithdrawn,
};

/** Steps, milestones, evidence and changes of dates in one line of time, newest first; on one day in the order of the lists. */
export function timelineOf(project: Pick<Project, "steps" | "milestones" | "evidence" | "dateRequests">): readonly TimelineEvent[] {
  const steps = project.steps.map(
    (step, place): TimelineEvent => ({
      key: `step ${place}`,
      on: step.on,
      text: courseTexts.eventMoved,
      params: { move: moveTexts[step.move] ?? step.move },
      by: step.by,
      note: step.reason,
    }),
  );
  const milestones = project.milestones.flatMap((milestone): TimelineEvent[] =>
    milestone.actualOn === null || reachedByMove.includes(milestone.kind)
      ? []
      : [
          {
            key: `milestone ${milestone.kind}`,
            on: milestone.actualOn,
            text: courseTexts.eventReached,
            params: { kind: milestoneWords[milestone.kind] },
            by: null,
            note: null,
          },
        ],
  );
  const evidence = project.evidence.map(
    (piece): TimelineEvent => ({
      key: `evidence ${piece.id}`,
      on: piece.datedOn,
      text: courseTexts.eventEvidence,
      params: { kind: evidenceWords[piece.kind], number: piece.number },
      by: piece.by,
      note: piece.note || null,
    }),
  );
  const withdrawn = project.evidence.flatMap((piece): TimelineEvent[] =>
    piece.withdrawn === null
      ? []
      : [
          {
            key: `withdrawn ${piece.id}`,
            on: piece.withdrawn.on,
            text: courseTexts.eventWithdrawn,
            params: { kind: evidenceWords[piece.kind], number: piece.number },
            by: null,
            note: piece.withdrawn.because,
          },
        ],
  );
  const requests = project.dateRequests.flatMap((request): TimelineEvent[] => {
    const about = { kind: milestoneWords[request.kind], to: dayWords(request.to) };
    const asked: TimelineEvent = {
      key: `asked ${request.id}`,
      on: request.requestedOn,
      text: courseTexts.eventRequested,
      params: { ...about, reason: request.reason },
      by: request.requestedBy,
      note: null,
    };
    if (request.decidedOn === null) return [asked];
    return [
      {
        key: `decided ${request.id}`,
        on: request.decidedOn,
        text: DECIDED[request.state] ?? courseTexts.eventRefused,
        params: { ...about, decision: request.decision ?? "" },
        by: request.decidedBy ?? request.requestedBy,
        note: request.state === "WITHDRAWN" ? request.decision : null,
      },
      asked,
    ];
  });
  const all = [...requests, ...withdrawn.toReversed(), ...evidence.toReversed(), ...milestones, ...steps.toReversed()];
  return all.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}
