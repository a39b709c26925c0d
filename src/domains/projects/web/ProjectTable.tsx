import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ProjectStage, stageWords } from "#domains/projects/contract/project.ts";
import type { ProjectRow } from "#domains/projects/contract/register-operations.ts";
import { listTexts } from "#domains/projects/web/list-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type ProjectTableProps = {
  readonly caption: string;
  readonly rows: readonly ProjectRow[];
  readonly total: number | null;
  readonly more: (() => void) | undefined;
  readonly empty?: ReactNode;
};

/** Projects in rows: what was reached stands plainly, what is only planned says so. */
export function ProjectTable({ caption, rows, total, more, empty }: ProjectTableProps) {
  const { say } = useWords();
  const { short } = useYuan();
  const navigate = useNavigate();
  const day = (actual: string | null, planned: string | null) =>
    actual ?? (planned === null ? "–" : <span className="quiet">{say(listTexts.planned, { day: planned })}</span>);
  const columns: readonly Column<ProjectRow>[] = [
    {
      key: "name",
      title: say(listTexts.project),
      order: (row) => row.name,
      cell: (row) => <AppLink to={`/projects/${row.id}`}>{row.name}</AppLink>,
    },
    { key: "code", short: true, wideOnly: true, title: say(listTexts.code), order: (row) => row.code, cell: (row) => row.code },
    { key: "enterprise", title: say(listTexts.enterprise), wideOnly: true, order: (row) => row.enterprise, cell: (row) => row.enterprise },
    {
      key: "stage",
      short: true,
      title: say(listTexts.stage),
      order: (row) => ProjectStage.options.indexOf(row.stage),
      cell: (row) => say(stageWords[row.stage]),
    },
    {
      key: "amount",
      figure: true,
      title: say(listTexts.amount),
      order: (row) => Number(row.plannedTotalYuan),
      cell: (row) => short(row.plannedTotalYuan),
    },
    { key: "signed", short: true, wideOnly: true, title: say(listTexts.signed), order: (row) => row.signedOn, cell: (row) => row.signedOn },
    {
      key: "start",
      short: true,
      title: say(listTexts.start),
      order: (row) => row.startedOn ?? row.startPlannedOn,
      cell: (row) => day(row.startedOn, row.startPlannedOn),
    },
    {
      key: "complete",
      short: true,
      title: say(listTexts.complete),
      order: (row) => row.completedOn ?? row.completePlannedOn,
      cell: (row) => day(row.completedOn, row.completePlannedOn),
    },
    { key: "owner", short: true, title: say(listTexts.owner), order: (row) => row.owner, cell: (row) => row.owner ?? "–" },
  ];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/projects/${row.id}` as never })}
      total={total}
      more={more}
      empty={empty}
    />
  );
}
