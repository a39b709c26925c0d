import { useState } from "react";
import type { z } from "zod";
import type { CommitmentView } from "#domains/approvals/contract/case.ts";
import { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";
import { APPROVALS, promises } from "#domains/approvals/web/approvals-client.ts";
import { promiseTexts } from "#domains/approvals/web/promise-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type Commitment = z.infer<typeof CommitmentView>;
type FormProps = { readonly commitment: Commitment; readonly onClose: () => void };

const Finding = promiseOperations.verifyCommitment.input.shape.finding;

export function VerifyCommitment({ commitment, onClose }: FormProps) {
  const { say, language } = useWords();
  const [finding, setFinding] = useState(commitment.state === "FALSE" ? "corrected" : "true");
  const [note, setNote] = useState("");
  const [correctBy, setCorrectBy] = useState("");
  const verify = useCommand(
    () =>
      promises.verifyCommitment({
        commitmentId: commitment.id,
        version: commitment.version,
        finding: Finding.parse(finding),
        note: note.trim(),
        ...(finding === "false" ? { correctBy: findLocalDate(correctBy) } : {}),
      }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(promiseTexts.verify)} · ${commitment.materialName[language]}`}
      submit={say(promiseTexts.verify)}
      busy={verify.isPending}
      error={verify.error}
      onSubmit={() => verify.mutate(undefined)}
      onClose={onClose}
    >
      <blockquote className="notice">{commitment.text}</blockquote>
      <Choice
        stacked
        label={say(promiseTexts.finding)}
        value={finding}
        onChange={setFinding}
        options={Finding.options.map((value) => ({ value, label: say(promiseTexts[value]) }))}
      />
      {finding === "false" ? (
        <Field label={say(promiseTexts.correctByField)} type="date" value={correctBy} onChange={setCorrectBy} />
      ) : null}
      <Field label={say(promiseTexts.note)} value={note} onChange={setNote} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}

export function RevokeResult({ commitment, onClose }: FormProps) {
  const { say, language } = useWords();
  const [reason, setReason] = useState("");
  const revoke = useCommand(
    () => promises.revokeResult({ commitmentId: commitment.id, version: commitment.version, reason: reason.trim() }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(promiseTexts.revoke)} · ${commitment.materialName[language]}`}
      submit={say(promiseTexts.revoke)}
      danger
      busy={revoke.isPending}
      error={revoke.error}
      onSubmit={() => revoke.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice notice-alert">{say(promiseTexts.revokeHint)}</p>
      <Field
        label={say(promiseTexts.reason)}
        value={reason}
        onChange={setReason}
        rows={3}
        required
        minLength={2}
        maxLength={500}
        autoFocus
      />
    </CommandForm>
  );
}
