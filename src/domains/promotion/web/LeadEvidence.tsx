import { useState } from "react";
import { leadEvidenceWords } from "#domains/promotion/contract/lead.ts";
import { AttachLeadEvidence } from "#domains/promotion/web/AttachLeadEvidence.tsx";
import type { Lead, LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leadEvidenceAddress, leads } from "#domains/promotion/web/promotion-client.ts";
import { ReasonForm } from "#domains/promotion/web/ReasonForm.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type Piece = Lead["evidence"][number];

export function LeadEvidence({ lead }: LeadPart) {
  const { say } = useWords();
  const [form, setForm] = useState<"attach" | Piece>();
  const columns: readonly Column<Piece>[] = [
    {
      key: "kind",
      title: say(texts.evidenceKind),
      cell: (piece) => (
        <div>
          {say(leadEvidenceWords[piece.kind])}
          {piece.note === "" ? null : <span className="quiet under">{piece.note}</span>}
        </div>
      ),
    },
    {
      key: "number",
      title: say(texts.number),
      cell: (piece) =>
        piece.fileName === null ? (
          <span>{piece.number || "–"}</span>
        ) : (
          <a href={leadEvidenceAddress(piece.id)} download>
            {piece.number || piece.fileName}
          </a>
        ),
    },
    { key: "dated", title: say(texts.dated), short: true, cell: (piece) => piece.datedOn },
    {
      key: "state",
      title: say(texts.confirm),
      cell: (piece) => (
        <span>
          {piece.confirmed ? (
            say(texts.confirmed, piece.confirmed)
          ) : piece.needsSecond ? (
            <>
              {say(texts.unconfirmed)}{" "}
              <AbilityButton size="small" ability={piece.abilities["confirm"]} onClick={() => setForm(piece)}>
                {say(texts.confirm)}
              </AbilityButton>
            </>
          ) : (
            <span className="quiet">
              {["hand", "memo", "dossier"].includes(piece.origin)
                ? piece.by
                : say(piece.origin === "decision" ? texts.byDecision : texts.byEvent)}
            </span>
          )}
        </span>
      ),
    },
  ];
  return (
    <Section
      title={say(texts.evidence)}
      aside={
        <AbilityButton size="small" ability={lead.abilities["attachEvidence"]} onClick={() => setForm("attach")}>
          {say(texts.attach)}
        </AbilityButton>
      }
    >
      <DataTable
        caption={say(texts.evidence)}
        rows={lead.evidence}
        columns={columns}
        rowKey={(piece) => piece.id}
        empty={<p className="section-body quiet">{say(texts.evidenceNone)}</p>}
      />
      {form === "attach" ? <AttachLeadEvidence lead={lead} kind="tailored-plan" onClose={() => setForm(undefined)} /> : null}
      {form !== undefined && form !== "attach" ? (
        <ReasonForm
          title={say(texts.confirmTitle)}
          submit={say(texts.confirm)}
          subject={`${say(leadEvidenceWords[form.kind])} ${form.number}`}
          label={say(texts.note)}
          optional
          run={(note) => leads.confirmLeadEvidence({ evidenceId: form.id, version: form.version, note })}
          onClose={() => setForm(undefined)}
        />
      ) : null}
    </Section>
  );
}
