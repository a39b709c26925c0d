import { useState } from "react";
import { HandEvidenceKind, leadEvidenceWords } from "#domains/promotion/contract/lead.ts";
import { leadOperations } from "#domains/promotion/contract/lead-operations.ts";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { attachLeadEvidence, PAPERS, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** A plan, a review, a memo: its number and day, and the paper itself where there is one. */
export function AttachLeadEvidence({ lead, kind: asked, onClose }: LeadForm & { readonly kind: HandEvidenceKind }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<HandEvidenceKind>(asked);
  const [number, setNumber] = useState("");
  const [datedOn, setDatedOn] = useState(today);
  const [note, setNote] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const { maxFiles, maxBytes } = leadOperations.attachLeadEvidence.upload;
  const attach = useCommand(
    () => attachLeadEvidence({ id: lead.row.id, kind, number, datedOn: localDate(datedOn), note }, files),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.attach)}
      submit={say(texts.attachThis)}
      busy={attach.isPending}
      error={attach.error}
      onSubmit={() => attach.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.evidenceKind)}
        value={kind}
        onChange={(value) => setKind(HandEvidenceKind.parse(value))}
        options={HandEvidenceKind.options.map((value) => ({ value, label: say(leadEvidenceWords[value]) }))}
      />
      <div className="fields-row">
        <Field label={say(texts.number)} value={number} onChange={setNumber} maxLength={80} autoFocus />
        <Field label={say(texts.dated)} type="date" value={datedOn} onChange={setDatedOn} max={today} required />
      </div>
      <Field label={say(texts.note)} value={note} onChange={setNote} maxLength={500} />
      <UploadArea files={files} onChange={setFiles} maxFiles={maxFiles} maxBytes={maxBytes} accept={PAPERS} hint={say(texts.fileHint)} />
    </CommandForm>
  );
}
