import { useState } from "react";
import { CaseDecision } from "#domains/approvals/contract/case.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { APPROVALS, decideCase } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import type { CaseFormProps } from "#domains/approvals/web/case-moves.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useSentence } from "#ui/sentences.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function DecideCase({ view, onClose }: CaseFormProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const sentence = useSentence();
  const grant = view.abilities["grant"];
  const closed = grant === undefined || grant.allowed ? undefined : grant.because;
  const [decision, setDecision] = useState<CaseDecision>(closed === undefined ? "granted" : "refused");
  const [reason, setReason] = useState("");
  const [number, setNumber] = useState("");
  const [datedOn, setDatedOn] = useState(today);
  const [files, setFiles] = useState<readonly File[]>([]);
  const decide = useCommand(
    () =>
      decideCase(
        {
          id: view.row.id,
          version: view.version,
          decision,
          reason: reason.trim(),
          ...(number.trim() === "" ? {} : { resultNumber: number.trim() }),
          datedOn: findLocalDate(datedOn),
        },
        files[0],
      ),
    APPROVALS,
    onClose,
  );
  const { maxFiles, maxBytes } = caseOperations.decideCase.upload;
  return (
    <CommandForm
      open
      title={`${say(moveWords.decide)} · ${view.row.number}`}
      submit={say(moveWords.decide)}
      danger={decision === "refused"}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={() => decide.mutate(undefined)}
      onClose={onClose}
    >
      {closed === undefined ? null : <p className="notice">{sentence(closed)}</p>}
      <Choice
        stacked
        label={say(formTexts.decision)}
        value={decision}
        onChange={(value) => setDecision(CaseDecision.parse(value))}
        options={CaseDecision.options.map((value) => ({ value, label: say(formTexts[value]) }))}
      />
      <Field
        label={say(formTexts.reason)}
        value={reason}
        onChange={setReason}
        rows={3}
        hint={say(formTexts.reasonHint)}
        required
        minLength={2}
        maxLength={500}
        autoFocus
      />
      <div className="fields-row">
        <Field label={say(formTexts.resultNumber)} value={number} onChange={setNumber} maxLength={80} />
        <Field label={say(formTexts.datedOn)} type="date" value={datedOn} onChange={setDatedOn} />
      </div>
      <div className="field">
        <span>{say(formTexts.resultFile)}</span>
        <UploadArea
          files={files}
          onChange={setFiles}
          maxFiles={maxFiles}
          maxBytes={maxBytes}
          accept=".pdf,.ofd,.png,.jpg,.jpeg,.zip"
          hint={say(formTexts.resultFileHint)}
        />
      </div>
    </CommandForm>
  );
}
