import { useState } from "react";
import { EvidenceKind, evidenceWords } from "#domains/projects/contract/project.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { PAPER_TYPES } from "#domains/projects/web/paper-types.ts";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { attachEvidence } from "#domains/projects/web/register-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type AttachEvidenceProps = { readonly projectId: string; readonly kind: EvidenceKind; readonly onClose: () => void };

/** A permit, an acceptance, a decision: its number and day, and the paper itself where there is one. */
export function AttachEvidence({ projectId, kind: asked, onClose }: AttachEvidenceProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<EvidenceKind>(asked);
  const [number, setNumber] = useState("");
  const [datedOn, setDatedOn] = useState(today);
  const [note, setNote] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const { maxFiles, maxBytes } = registerOperations.attachEvidence.upload;
  const attach = useCommand(
    () => attachEvidence({ id: projectId, kind, number, datedOn: localDate(datedOn), note }, files),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(courseTexts.attach)}
      submit={say(courseTexts.attach)}
      busy={attach.isPending}
      error={attach.error}
      onSubmit={() => attach.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(courseTexts.kind)}
        value={kind}
        onChange={(value) => setKind(EvidenceKind.parse(value))}
        options={EvidenceKind.options.map((value) => ({ value, label: say(evidenceWords[value]) }))}
      />
      <div className="fields-row">
        <Field label={say(courseTexts.number)} value={number} onChange={setNumber} maxLength={80} autoFocus />
        <Field label={say(courseTexts.dated)} type="date" value={datedOn} onChange={setDatedOn} required />
      </div>
      <Field label={say(courseTexts.note)} value={note} onChange={setNote} maxLength={500} />
      <UploadArea
        files={files}
        onChange={setFiles}
        maxFiles={maxFiles}
        maxBytes={maxBytes}
        accept={PAPER_TYPES}
        hint={say(courseTexts.fileHint)}
      />
    </CommandForm>
  );
}
