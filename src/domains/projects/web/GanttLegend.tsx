import { ganttTexts } from "#domains/projects/web/course-texts.ts";
import { useWords } from "#ui/language.tsx";

const BARS = ["plan", "actual", "before", "overdue"] as const;

/** The pattern that overdue bars are filled with, and what each form means. */
export function GanttLegend() {
  const { say } = useWords();
  return (
    <div className="gantt-legend" role="note" aria-label={say(ganttTexts.legend)}>
      <svg width="0" height="0" aria-hidden="true" className="gantt-patterns">
        <defs>
          <pattern id="gantt-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="gantt-hatch-ground" />
            <line x1="0" x2="0" y1="0" y2="5" className="gantt-hatch-line" />
          </pattern>
        </defs>
      </svg>
      {BARS.map((kind) => (
        <span key={kind}>
          <svg width="26" height="12" aria-hidden="true">
            <rect className={`gantt-${kind}`} x="1" width="24" {...(kind === "before" ? { y: 5, height: 2 } : { y: 2, height: 8 })} />
          </svg>
          {say(ganttTexts[kind])}
        </span>
      ))}
      {(["plannedMark", "actualMark"] as const).map((mark) => (
        <span key={mark}>
          <svg width="12" height="12" aria-hidden="true">
            <path className={mark === "plannedMark" ? "gantt-mark-plan" : "gantt-mark-actual"} d="M6 2l4 4l-4 4l-4 -4z" />
          </svg>
          {say(ganttTexts[mark])}
        </span>
      ))}
    </div>
  );
}
