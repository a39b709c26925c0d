import { milestoneWords } from "#domains/projects/contract/project.ts";
import { nextMilestone } from "#domains/projects/rules/gantt-bars.ts";
import { ganttTexts } from "#domains/projects/web/course-texts.ts";
import { GanttLine } from "#domains/projects/web/GanttLine.tsx";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import type { GanttData } from "#domains/projects/web/use-gantt.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

const WIDTH = 340;
const ROW = 26;

type GanttStripsProps = { readonly data: GanttData; readonly more: (() => void) | undefined };

/** On a phone: each project with a strip over all the days, and what comes next in words. */
export function GanttStrips({ data, more }: GanttStripsProps) {
  const { say, language } = useWords();
  const { from, to, asOf, rows, total } = data;
  const days = daysBetween(from, to);
  const x = (day: LocalDate) => (daysBetween(from, day) / days) * WIDTH;
  return (
    <div className="gantt-strips">
      <ul>
        {rows.map((row) => {
          const next = nextMilestone(row.milestones);
          return (
            <li key={row.id}>
              <div className="gantt-strip-head">
                <AppLink to={`/projects/${row.id}`}>{row.name}</AppLink>
                {row.colour ? <SupervisionLight colour={row.colour} /> : null}
              </div>
              <div className="gantt-strip">
                <GanttLine row={row} asOf={asOf} width={WIDTH} height={ROW} x={x} />
                <span className="gantt-strip-today" style={{ left: `${x(asOf)}px` }} />
              </div>
              <span className="quiet">
                {next
                  ? say(ganttTexts.next, { name: milestoneWords[next.kind][language], on: next.plannedOn ?? say(ganttTexts.unplanned) })
                  : say(ganttTexts.noNext)}
              </span>
            </li>
          );
        })}
      </ul>
      <footer className="table-foot">
        <span>{say(uiTexts.rows, { count: total })}</span>
        {more ? (
          <button type="button" className="text-button" onClick={more}>
            {say(uiTexts.more)}
          </button>
        ) : null}
      </footer>
    </div>
  );
}
