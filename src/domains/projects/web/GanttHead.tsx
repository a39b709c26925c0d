import { ganttTexts } from "#domains/projects/web/course-texts.ts";
import { type Scale, ticksOf } from "#domains/projects/web/gantt-scale.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

type GanttHeadProps = { readonly scale: Scale; readonly to: LocalDate; readonly asOf: LocalDate; readonly height: number };

const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Years above, quarters or months below, and the day that is looked at. */
export function GanttHead({ scale, to, asOf, height }: GanttHeadProps) {
  const { say, language } = useWords();
  const { today } = useViewer();
  const ticks = ticksOf(scale.from, to);
  const nameOf = (day: LocalDate): string => {
    const month = Number(day.slice(5, 7));
    if (scale.zoom === "year") return `Q${Math.ceil(month / 3)}`;
    const year = scale.zoom === "month" ? day.slice(0, 4) : "";
    return language === "zh" ? `${year && `${year}年`}${month}月` : `${MONTHS_EN[month - 1] ?? ""} ${year}`;
  };
  const named = scale.zoom === "year" ? ticks.filter(({ kind }) => kind !== "month") : ticks;
  return (
    <svg className="gantt-ticks" width={scale.width} height={height} aria-hidden="true">
      {ticks.map(({ day, kind }) => (
        <line
          key={day}
          className={`gantt-tick-${kind}`}
          x1={scale.x(day)}
          x2={scale.x(day)}
          y1={kind === "year" ? 0 : height / 2}
          y2={height}
        />
      ))}
      {ticks
        .filter(({ kind }) => kind === "year")
        .map(({ day }) => (
          <text key={day} className="gantt-year" x={scale.x(day) + 5} y={15}>
            {language === "zh" ? `${day.slice(0, 4)}年` : day.slice(0, 4)}
          </text>
        ))}
      {named.map(({ day }) => (
        <text key={day} x={scale.x(day) + 4} y={height - 6}>
          {nameOf(day)}
        </text>
      ))}
      <g className="gantt-today-flag">
        <line x1={scale.x(asOf)} x2={scale.x(asOf)} y1={4} y2={height} />
        <text x={scale.x(asOf) + 4} y={15}>
          {asOf === today ? say(ganttTexts.today) : asOf}
        </text>
      </g>
    </svg>
  );
}
