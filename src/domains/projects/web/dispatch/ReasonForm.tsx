import { useState } from "react";
import { TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ReasonFormProps = {
  readonly title: string;
  readonly submit: string;
  readonly subject: string;
  readonly danger?: boolean;
  readonly run: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
};

/** A step that needs a reason and nothing else. */
export function ReasonForm({ title, submit, subject, danger = false, run, onClose }: ReasonFormProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const take = useCommand(() => run(reason.trim()), TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={title}
      submit={submit}
      danger={danger}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{subject}</p>
      <Field
        label={say(dispatchTexts.reason)}
        value={reason}
        onChange={setReason}
        rows={3}
        required
        minLength={2}
        maxLength={300}
        autoFocus
      />
    </CommandForm>
  );
}
