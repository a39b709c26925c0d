import { useState } from "react";
import { levelWords, qualificationWords } from "#domains/registry/contract/enterprise.ts";
import { AddQualification } from "#domains/registry/web/AddQualification.tsx";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { useSpan } from "#domains/registry/web/use-span.ts";
import type { Decision } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Row = Enterprise["qualifications"][number];
type QualificationTableProps = {
  readonly rows: readonly Row[];
  readonly enterpriseId?: string;
  readonly ability?: Decision | undefined;
};

const STATES = {
  valid: { tone: "done", text: enterpriseTexts.valid },
  "not-yet": { tone: "plain", text: enterpriseTexts.notYet },
  expired: { tone: "muted", text: enterpriseTexts.expired },
} as const;
/** A renewal takes about this long to prepare. */
const SOON = 180;

/** What authorities attested, and until when. */
export function QualificationTable({ enterpriseId, rows, ability }: QualificationTableProps) {
  const { say } = useWords();
  const span = useSpan();
  const [adding, setAdding] = useState(false);
  const columns: readonly Column<Row>[] = [
    {
      key: "qualification",
      title: say(enterpriseTexts.qualification),
      cell: (row) => (
        <span>
          {say(qualificationWords[row.kind])}
          {row.level === null ? null : <span className="quiet"> {say(levelWords[row.level])}</span>}
        </span>
      ),
    },
    {
      key: "state",
      title: say(enterpriseTexts.state),
      width: "150px",
      cell: (row) => (
        <span>
          <StateChip tone={STATES[row.state].tone}>{say(STATES[row.state].text)}</StateChip>
          {row.state === "valid" && row.daysLeft !== null && row.daysLeft <= SOON ? (
            <span className="quiet">
              {" "}
              {row.daysLeft === 0 ? say(enterpriseTexts.lastDay) : say(enterpriseTexts.daysLeft, { count: row.daysLeft })}
            </span>
          ) : null}
        </span>
      ),
    },
    { key: "validity", title: say(enterpriseTexts.validity), cell: (row) => span(row.from, row.to) || "–" },
    { key: "number", title: say(enterpriseTexts.number), wideOnly: true, cell: (row) => row.number || "–" },
    {
      key: "source",
      title: say(enterpriseTexts.source),
      wideOnly: true,
      cell: (row) => <span className="quiet">{[row.issuer, row.source, row.asOf].filter(Boolean).join(" · ")}</span>,
    },
  ];
  return (
    <Section
      title={say(enterpriseTexts.qualifications)}
      aside={
        <AbilityButton size="small" ability={ability} onClick={() => setAdding(true)}>
          {say(actTexts.addQualification)}
        </AbilityButton>
      }
    >
      <DataTable
        caption={say(enterpriseTexts.qualifications)}
        rows={rows}
        columns={columns}
        rowKey={(row) => `${row.kind}-${row.level}-${row.from}-${row.number}`}
        empty={<p className="section-body quiet">{say(enterpriseTexts.noQualifications)}</p>}
      />
      {adding && enterpriseId ? <AddQualification enterpriseId={enterpriseId} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
