import { type ReactNode, useState } from "react";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ReasonFormProps = {
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly run: (reason: string) => Promise<unknown>;
  readonly touches: readonly string[];
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** What one administrator does to another person's account says why; the journal keeps it. */
export function ReasonForm({ title, submit, danger = false, run, touches, onClose, children }: ReasonFormProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const command = useCommand(() => run(reason), touches, onClose);
  return (
    <CommandForm
      open
      title={title}
      submit={submit}
      danger={danger}
      busy={command.isPending}
      error={command.error}
      onSubmit={() => command.mutate(undefined)}
      onClose={onClose}
    >
      {children}
      <Field label={say(texts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}
