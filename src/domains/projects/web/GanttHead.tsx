import { ganttTexts } from "#domains/projects/web/course-texts.ts";
import { type Scale, ticksOf } from "#domains/projects/web/gantt-scale.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";

type GanttHeadProps = { readonly scale: Scale; readonly to: LocalDate; readonly today: LocalDate; readonly height: number };

const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Years above, quarters or months below, and where today is. */
export function GanttHead({ scale, to, today, height }: GanttHeadProps) {
  const { say, language } = useWords();
  const ticks = ticksOf(scale.from, to);
  const nameOf = (day: LocalDate): string => {
    const month = Number(day.slice(5, 7));
    if (scale.zoom === "year") return `Q${Math.ceil(month / 3)}`;
    return language === "zh" ? `${month}月` : (MONTHS_EN[month - 1] ?? "");
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
        <line x1={scale.x(today)} x2={scale.x(today)} y1={4} y2={height} />
        <text x={scale.x(today) + 4} y={15}>
          {say(ganttTexts.today)}
        </text>
      </g>
    </svg>
  );
}
