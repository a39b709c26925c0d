import { useState } from "react";
import type { z } from "zod";
import { milestoneWords } from "#domains/projects/contract/project.ts";
import type { DateRequestView } from "#domains/projects/contract/register-operations.ts";
import { DecideDate } from "#domains/projects/web/DecideDate.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts, requestStateTexts } from "#domains/projects/web/project-page-texts.ts";
import { WithdrawDate } from "#domains/projects/web/WithdrawDate.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Row = z.infer<typeof DateRequestView>;

/** What was asked, why, what it pushes along, and what became of it. */
export function DateRequests({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const [deciding, setDeciding] = useState<{ readonly request: Row; readonly grant: boolean }>();
  const [withdrawing, setWithdrawing] = useState<Row>();
  const columns: readonly Column<Row>[] = [
    {
      key: "request",
      title: say(courseTexts.request),
      cell: (row) => (
        <>
          {say(milestoneWords[row.kind])} {row.from ?? "–"} → {row.to}
          {row.pushes.length > 0 ? (
            <span className="under quiet">
              {say(courseTexts.alsoPushed, {
                pushes: row.pushes.map((pushed) => `${say(milestoneWords[pushed.kind])} → ${pushed.to}`),
              })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: "reason",
      title: say(courseTexts.reason),
      cell: (row) => (
        <>
          {row.reason}
          <span className="under quiet">{say(courseTexts.requestedBy, { by: row.requestedBy, day: row.requestedOn })}</span>
        </>
      ),
    },
    {
      key: "state",
      title: say(courseTexts.requestState),
      cell: (row) => (
        <StateChip tone={row.state === "REQUESTED" ? "active" : row.state === "GRANTED" ? "done" : "muted"}>
          {say(requestStateTexts[row.state] ?? courseTexts.requestState)}
        </StateChip>
      ),
    },
    {
      key: "decision",
      title: say(courseTexts.decision),
      cell: (row) =>
        row.state === "REQUESTED" ? (
          <span className="actions">
            {[true, false].map((grant) => (
              <AbilityButton
                key={String(grant)}
                size="small"
                ability={row.abilities["decide"]}
                onClick={() => setDeciding({ request: row, grant })}
              >
                {say(grant ? courseTexts.grant : courseTexts.refuse)}
              </AbilityButton>
            ))}
            {row.abilities["withdraw"]?.allowed ? (
              <AbilityButton size="small" ability={row.abilities["withdraw"]} onClick={() => setWithdrawing(row)}>
                {say(courseTexts.withdraw)}
              </AbilityButton>
            ) : null}
          </span>
        ) : (
          <>
            {row.decision}
            <span className="under quiet">
              {say(courseTexts.requestedBy, { by: row.decidedBy ?? row.requestedBy, day: row.decidedOn ?? "–" })}
            </span>
          </>
        ),
    },
  ];
  return (
    <Section title={say(courseTexts.requests)}>
      <DataTable
        caption={say(courseTexts.requests)}
        rows={project.dateRequests}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<p className="section-body quiet">{say(courseTexts.noRequests)}</p>}
      />
      {deciding ? <DecideDate request={deciding.request} grant={deciding.grant} onClose={() => setDeciding(undefined)} /> : null}
      {withdrawing ? <WithdrawDate request={withdrawing} onClose={() => setWithdrawing(undefined)} /> : null}
    </Section>
  );
}
