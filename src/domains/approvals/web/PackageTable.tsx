import { useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import type { PackageRow } from "#domains/approvals/contract/package-operations.ts";
import { packageStateWords } from "#domains/approvals/contract/package-texts.ts";
import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty } from "#ui/StateViews.tsx";

type Row = z.infer<typeof PackageRow>;
const TONES = { DRAFT: "plain", RUNNING: "active", COMPENSATING: "alert", DONE: "done", FAILED: "muted", WITHDRAWN: "muted" } as const;

type PackageTableProps = { readonly rows: readonly Row[]; readonly total: number | null; readonly more: (() => void) | undefined };

export function PackageTable({ rows, total, more }: PackageTableProps) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const columns: readonly Column<Row>[] = [
    {
      key: "number",
      title: say(packageTexts.number),
      short: true,
      cell: (row) => <AppLink to={`/approvals/packages/${row.id}`}>{row.number}</AppLink>,
    },
    {
      key: "name",
      title: say(packageTexts.name),
      cell: (row) => (
        <>
          {row.name[language]} <StateChip tone={TONES[row.state]}>{say(packageStateWords[row.state])}</StateChip>
        </>
      ),
    },
    {
      key: "applicant",
      title: say(packageTexts.applicant),
      cell: (row) => (
        <>
          {row.enterprise}
          <span className="under quiet">{row.title}</span>
        </>
      ),
    },
    { key: "submitted", title: say(packageTexts.submittedOn), short: true, cell: (row) => row.submittedOn ?? "–" },
    {
      key: "progress",
      title: say(packageTexts.progress),
      short: true,
      cell: (row) => (
        <>
          {say(packageTexts.progressLine, row)}
          {row.failed > 0 ? say(packageTexts.failedLine, { count: row.failed }) : null}
        </>
      ),
    },
    {
      key: "due",
      title: say(packageTexts.due),
      short: true,
      cell: (row) => (
        <>
          {row.dueOn ?? "–"} {row.dueProvisional ? <Provisional /> : null}
          {row.late ? <span className="under clock-over">! {say(packageTexts.late)}</span> : null}
        </>
      ),
    },
    { key: "finished", title: say(packageTexts.finishedOn), short: true, wideOnly: true, cell: (row) => row.finishedOn ?? "–" },
  ];
  return (
    <DataTable
      caption={say(packageTexts.title)}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/approvals/packages/${row.id}` as never })}
      empty={<Empty title={say(packageTexts.empty)} hint={say(packageTexts.emptyHint)} />}
      total={total}
      more={more}
    />
  );
}
