import { memo } from "react";
import type { GanttRow } from "#domains/projects/contract/course-operations.ts";
import { type Milestone, milestoneWords } from "#domains/projects/contract/project.ts";
import { ganttBars, overdueMilestone } from "#domains/projects/rules/gantt-bars.ts";
import { ganttTexts } from "#domains/projects/web/course-texts.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";

type GanttLineProps = {
  readonly row: GanttRow;
  readonly asOf: LocalDate;
  readonly width: number;
  readonly height: number;
  readonly x: (day: LocalDate) => number;
};

/** Where the bars lie within a row of 26 pixels: the plan above, as it went below. */
const PLACES = {
  before: { y: 15, height: 2 },
  plan: { y: 4, height: 8 },
  actual: { y: 13, height: 8 },
  overdue: { y: 4, height: 17 },
} as const;
/** Marks that have a bar to end are drawn; the elements of construction only as small ticks. */
const MAIN: readonly Milestone[] = ["sign", "land", "start", "complete", "produce", "full-capacity", "above-scale"];

/** One project on the scale of time: plan in outline, actual solid, overdue hatched; everything is said in words as well. */
export const GanttLine = memo(function GanttLine({ row, asOf, width, height, x }: GanttLineProps) {
  const { say, language } = useWords();
  const nameOf = (kind: Milestone) => milestoneWords[kind][language];
  const said = row.milestones.flatMap(({ kind, plannedOn, actualOn }) => [
    ...(plannedOn ? [say(ganttTexts.plannedSays, { name: nameOf(kind), on: plannedOn })] : []),
    ...(actualOn ? [say(ganttTexts.reachedSays, { name: nameOf(kind), on: actualOn })] : []),
  ]);
  const late = overdueMilestone(row.milestones, asOf);
  if (late?.plannedOn) said.push(say(ganttTexts.late, { name: nameOf(late.kind), days: daysBetween(late.plannedOn, asOf) }));
  if (row.changes > 0) said.push(say(ganttTexts.changed, { count: row.changes }));
  return (
    <svg className="gantt-line" width={width} height={height} role="img" aria-label={said.join("；")}>
      <title>{said.join("\n")}</title>
      {ganttBars(row.milestones, asOf).map(({ kind, from, to, open }) => (
        <rect
          key={kind}
          className={`gantt-${kind}${open ? " gantt-open" : ""}`}
          x={x(from)}
          width={Math.max(1, x(to) - x(from))}
          {...PLACES[kind]}
        />
      ))}
      {row.milestones.map(({ kind, plannedOn, actualOn }) => (
        <g key={kind}>
          {plannedOn && kind !== "sign" ? (
            <path className="gantt-mark-plan" d={markAt(x(plannedOn), 8, MAIN.includes(kind) ? 4 : 2.5)} />
          ) : null}
          {actualOn ? <path className="gantt-mark-actual" d={markAt(x(actualOn), 17, MAIN.includes(kind) ? 4 : 2.5)} /> : null}
        </g>
      ))}
    </svg>
  );
});

/** A diamond around a point. */
const markAt = (x: number, y: number, half: number): string => `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`;
