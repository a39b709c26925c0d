import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { courseTexts, ganttTexts } from "#domains/projects/web/course-texts.ts";
import { GanttHead } from "#domains/projects/web/GanttHead.tsx";
import { GanttLine } from "#domains/projects/web/GanttLine.tsx";
import { scaleOf, ticksOf, type Zoom } from "#domains/projects/web/gantt-scale.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import type { GanttData } from "#domains/projects/web/use-gantt.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

type GanttChartProps = { readonly data: GanttData; readonly zoom: Zoom; readonly more: (() => void) | undefined };

const ROW = 26;
const HEAD = 40;
const NAMES = 320;
/** Rows drawn beyond the window on either side. */
const BEYOND = 12;
/** Today stands in this part of what is seen. */
const TODAY_AT = 0.55;

/** Only the rows of the window are drawn, so that thousands scroll as lightly as ten. */
export function GanttChart({ data, zoom, more }: GanttChartProps) {
  const { say } = useWords();
  const navigate = useNavigate();
  const frame = useRef<HTMLElement>(null);
  const [window, setWindow] = useState({ top: 0, height: 600 });
  const { rows, asOf, from, to, total } = data;
  const scale = useMemo(() => scaleOf(zoom, from, to), [zoom, from, to]);
  const ticks = useMemo(() => ticksOf(from, to), [from, to]);
  const first = Math.max(0, Math.floor(window.top / ROW) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((window.top + window.height) / ROW) + BEYOND);

  useLayoutEffect(() => {
    const element = frame.current;
    if (element) element.scrollLeft = Math.max(0, scale.x(asOf) - (element.clientWidth - NAMES) * TODAY_AT);
  }, [scale, asOf]);
  useEffect(() => {
    if (last >= rows.length - BEYOND) more?.();
  }, [last, rows.length, more]);

  const look = () => {
    const element = frame.current;
    if (element) setWindow({ top: element.scrollTop, height: element.clientHeight });
  };
  const moveFocus = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" || event.key === "j" ? 1 : event.key === "ArrowUp" || event.key === "k" ? -1 : 0;
    const here = (event.target as HTMLElement).closest<HTMLElement>("[data-place]");
    if (step === 0 || !here) return;
    event.preventDefault();
    const next = frame.current?.querySelector<HTMLElement>(`[data-place="${Number(here.dataset["place"]) + step}"] a`);
    next?.focus();
  };
  return (
    <section className="gantt" ref={frame} aria-label={say(ganttTexts.title)} onScroll={look} onKeyDown={moveFocus}>
      <div className="gantt-head" style={{ width: NAMES + scale.width, height: HEAD }}>
        <span className="gantt-corner" style={{ width: NAMES }}>
          {say(courseTexts.project)}
        </span>
        <GanttHead scale={scale} to={to} asOf={asOf} height={HEAD} />
      </div>
      <div className="gantt-body" style={{ width: NAMES + scale.width, height: total * ROW }}>
        <svg className="gantt-grid" style={{ left: NAMES }} width={scale.width} height={total * ROW} aria-hidden="true">
          {ticks
            .filter(({ kind }) => zoom !== "year" || kind !== "month")
            .map(({ day, kind }) => (
              <line key={day} className={`gantt-tick-${kind}`} x1={scale.x(day)} x2={scale.x(day)} y1={0} y2={total * ROW} />
            ))}
          <line className="gantt-today" x1={scale.x(asOf)} x2={scale.x(asOf)} y1={0} y2={total * ROW} />
        </svg>
        <ul style={{ transform: `translateY(${first * ROW}px)` }}>
          {rows.slice(first, last).map((row, place) => (
            <li
              key={row.id}
              className="gantt-row"
              style={{ height: ROW }}
              data-place={first + place}
              onDoubleClick={() => void navigate({ to: `/projects/${row.id}` as never })}
            >
              <span className="gantt-name" style={{ width: NAMES }}>
                {row.colour ? <SupervisionLight colour={row.colour} /> : <span className="light-none" aria-hidden="true" />}
                <AppLink to={`/projects/${row.id}`}>{row.name}</AppLink>
                {row.changes > 0 ? (
                  <span className="gantt-changes" title={say(ganttTexts.changed, { count: row.changes })}>
                    {`↷${row.changes}`}
                  </span>
                ) : null}
              </span>
              <GanttLine row={row} asOf={asOf} width={scale.width} height={ROW} x={scale.x} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
