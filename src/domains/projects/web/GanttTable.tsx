import { useNavigate } from "@tanstack/react-router";
import type { GanttRow } from "#domains/projects/contract/course-operations.ts";
import { type Milestone, milestoneWords, stageWords } from "#domains/projects/contract/project.ts";
import { courseTexts, ganttTexts } from "#domains/projects/web/course-texts.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import type { GanttData } from "#domains/projects/web/use-gantt.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

const SHOWN: readonly Milestone[] = ["land", "start", "complete", "produce"];

type GanttTableProps = { readonly data: GanttData; readonly more: (() => void) | undefined };

/** The chart's twin: the same days as figures. */
export function GanttTable({ data, more }: GanttTableProps) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const dayColumns = SHOWN.flatMap((kind): Column<GanttRow>[] => {
    const of = (row: GanttRow) => row.milestones.find((one) => one.kind === kind);
    const name = milestoneWords[kind][language];
    const { asOf } = data;
    return [
      {
        key: `${kind}-planned`,
        title: say(ganttTexts.planned, { name }),
        short: true,
        order: (row) => of(row)?.plannedOn ?? null,
        cell: (row) => {
          const found = of(row);
          const isLate = found?.plannedOn && !found.actualOn && found.plannedOn < asOf;
          return <span className={isLate ? "gantt-late" : undefined}>{found?.plannedOn ?? "–"}</span>;
        },
      },
      {
        key: `${kind}-actual`,
        title: say(ganttTexts.reached, { name }),
        short: true,
        wideOnly: true,
        order: (row) => of(row)?.actualOn ?? null,
        cell: (row) => of(row)?.actualOn ?? "–",
      },
    ];
  });
  const columns: readonly Column<GanttRow>[] = [
    {
      key: "name",
      title: say(courseTexts.project),
      order: (row) => row.name,
      cell: (row) => <AppLink to={`/projects/${row.id}`}>{row.name}</AppLink>,
    },
    { key: "code", title: say(courseTexts.code), short: true, wideOnly: true, order: (row) => row.code, cell: (row) => row.code },
    {
      key: "colour",
      title: say(courseTexts.colour),
      short: true,
      cell: (row) => (row.colour ? <SupervisionLight colour={row.colour} /> : "–"),
    },
    { key: "stage", title: say(courseTexts.stage), short: true, order: (row) => row.stage, cell: (row) => say(stageWords[row.stage]) },
    ...dayColumns,
    { key: "changes", title: say(ganttTexts.changes), figure: true, order: (row) => row.changes, cell: (row) => row.changes },
  ];
  return (
    <DataTable
      caption={say(ganttTexts.title)}
      rows={data.rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/projects/${row.id}` as never })}
      total={data.total}
      more={more}
    />
  );
}
