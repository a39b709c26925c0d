import { useId } from "react";
import type { CaseLanes } from "#domains/approvals/web/case-lanes.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { TimelineLane } from "#domains/approvals/web/TimelineLane.tsx";
import { SHEET, timelineGeometry } from "#domains/approvals/web/timeline-geometry.ts";
import type { WorkdayAxis } from "#domains/approvals/web/workday-axis.ts";
import { useWords } from "#ui/language.tsx";

type TimelinePictureProps = { readonly lanes: CaseLanes; readonly axis: WorkdayAxis };

/** Drawn wholly from the geometry; nothing is reckoned here. */
export function TimelinePicture({ lanes, axis }: TimelinePictureProps) {
  const { say } = useWords();
  const hatch = useId();
  const drawn = timelineGeometry(lanes, axis);
  const end = drawn.lanesEnd;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that scrolls sideways must be reachable by keyboard
    <section className="timeline-picture" tabIndex={0} aria-label={say(caseTexts.timeline)}>
      <svg viewBox={`0 0 ${SHEET.width} ${drawn.height}`} role="img" aria-label={say(caseTexts.timelineLabel)} className="timeline">
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="7" className="tl-hatch" />
          </pattern>
        </defs>
        {drawn.ticks.map(({ x, day }) => (
          <g key={day}>
            <line x1={x} x2={x} y1={SHEET.head} y2={end} className="tl-grid" />
            <text x={x + 3} y={end + 14} className="tl-tick">
              {day.slice(5)}
            </text>
          </g>
        ))}
        {drawn.pauses.map(({ x, width }, place) => (
          <g key={lanes.pauses[place]?.key}>
            <rect x={x} y={SHEET.head} width={width} height={end - SHEET.head} fill={`url(#${hatch})`} className="tl-pause" />
            <text x={x + 2} y={SHEET.head - 6} className="tl-note">
              {say(caseTexts.paused)}：{lanes.pauses[place]?.reason}
            </text>
          </g>
        ))}
        {drawn.lanes.map((lane, place) => {
          const said = lanes.lanes[place];
          return said ? <TimelineLane key={said.key} lane={said} place={lane} hatch={hatch} /> : null;
        })}
        {drawn.marks.map((x, place) => (
          <circle key={lanes.marks[place]?.key} cx={x} cy={SHEET.head + (SHEET.lane + SHEET.bar) / 2} r="3.5" className="tl-mark">
            <title>{`${lanes.marks[place]?.day} ${lanes.marks[place] ? say(lanes.marks[place].words) : ""}`}</title>
          </circle>
        ))}
        <line x1={0} x2={SHEET.width} y1={end} y2={end} className="tl-edge" />
        <DueLines lanes={lanes} places={drawn.dues} end={end} />
        {drawn.today === null ? null : (
          <g>
            <line x1={drawn.today} x2={drawn.today} y1={SHEET.head - 2} y2={end} className="tl-today" />
            <text x={drawn.today} y={end + 31} textAnchor="middle" className="tl-today-word">
              {say(caseTexts.today)} {lanes.today?.slice(5)}
            </text>
          </g>
        )}
      </svg>
    </section>
  );
}

/** The promised day never lies behind the legal one: its words stand left of its line, the other's right. */
function DueLines({ lanes, places, end }: { readonly lanes: CaseLanes; readonly places: readonly number[]; readonly end: number }) {
  const { say } = useWords();
  return lanes.dues.map(({ kind, day, provisional }, place) => {
    const x = places[place] ?? 0;
    const before = kind === "promised";
    return (
      <g key={kind}>
        <line x1={x} x2={x} y1={8} y2={end} className={`tl-due tl-due-${kind}`} />
        <text x={before ? x - 4 : x + 4} y={16} textAnchor={before ? "end" : "start"} className="tl-due-word">
          {say(caseTexts[kind])}
        </text>
        <text x={before ? x - 4 : x + 4} y={29} textAnchor={before ? "end" : "start"} className="tl-note">
          {day.slice(5)}
          {provisional ? " ?" : ""}
        </text>
      </g>
    );
  });
}
