import { useState } from "react";
import type { z } from "zod";
import { evidenceWords } from "#domains/projects/contract/project.ts";
import type { EvidenceView } from "#domains/projects/contract/register-operations.ts";
import { AttachEvidence } from "#domains/projects/web/AttachEvidence.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { evidenceAddress } from "#domains/projects/web/register-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Row = z.infer<typeof EvidenceView>;

/** What the gates look at: permits, acceptances, proofs, decisions; by hand, or from another domain. */
export function ProjectEvidence({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const [attaching, setAttaching] = useState(false);
  const columns: readonly Column<Row>[] = [
    {
      key: "kind",
      title: say(courseTexts.kind),
      cell: (row) => (
        <>
          {say(evidenceWords[row.kind])}
          {row.withdrawn === null ? null : (
            <>
              {" "}
              <StateChip>{say(courseTexts.withdrawn)}</StateChip>
              <span className="under">{say(courseTexts.withdrawnWhy, { day: row.withdrawn.on, because: row.withdrawn.because })}</span>
            </>
          )}
          {row.note === "" ? null : <span className="under quiet">{row.note}</span>}
        </>
      ),
    },
    { key: "number", title: say(courseTexts.number), cell: (row) => row.number || "–" },
    { key: "dated", short: true, title: say(courseTexts.dated), order: (row) => row.datedOn, cell: (row) => row.datedOn },
    {
      key: "file",
      short: true,
      title: say(courseTexts.file),
      cell: (row) =>
        row.fileName === null ? (
          <span className="quiet">{say(courseTexts.noFile)}</span>
        ) : (
          <a href={evidenceAddress(row.id)} download title={row.fileName}>
            {say(courseTexts.download)}
          </a>
        ),
    },
    {
      key: "origin",
      title: say(courseTexts.origin),
      wideOnly: true,
      cell: (row) => (
        <span className="quiet">{row.origin === "hand" ? say(courseTexts.byHand, { by: row.by }) : say(courseTexts.byEvent)}</span>
      ),
    },
  ];
  return (
    <Section
      title={say(courseTexts.evidence)}
      aside={
        <AbilityButton size="small" ability={project.abilities["attachEvidence"]} onClick={() => setAttaching(true)}>
          {say(courseTexts.attach)}
        </AbilityButton>
      }
    >
      <DataTable
        caption={say(courseTexts.evidence)}
        rows={project.evidence}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<p className="section-body quiet">{say(courseTexts.noEvidence)}</p>}
      />
      {attaching ? <AttachEvidence projectId={project.row.id} kind="contract" onClose={() => setAttaching(false)} /> : null}
    </Section>
  );
}
