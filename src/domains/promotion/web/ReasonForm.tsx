import { useState } from "react";
import { leadTexts } from "#domains/promotion/web/lead-page-texts.ts";
import { TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ReasonFormProps = {
  readonly title: string;
  readonly submit: string;
  readonly subject: string;
  readonly label?: string;
  readonly optional?: boolean;
  readonly danger?: boolean;
  readonly run: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
};

/** A step that needs a reason and nothing else. */
export function ReasonForm({ title, submit, subject, label, optional = false, danger = false, run, onClose }: ReasonFormProps) {
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
        label={label ?? say(leadTexts.reason)}
        value={reason}
        onChange={setReason}
        rows={3}
        required={!optional}
        maxLength={300}
        autoFocus
        {...(optional ? {} : { minLength: 2 })}
      />
    </CommandForm>
  );
}
