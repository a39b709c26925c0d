import { useState } from "react";
import { TARGETS_TOUCHED } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ReasonedCommandProps = {
  readonly title: string;
  readonly hint?: string;
  readonly run: (because: string) => Promise<unknown>;
  readonly onClose: () => void;
};

/** A command that asks for nothing but its reason. */
export function ReasonedCommand({ title, hint, run, onClose }: ReasonedCommandProps) {
  const { say } = useWords();
  const [because, setBecause] = useState("");
  const send = useCommand(() => run(because), TARGETS_TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={title}
      submit={title}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      {hint ? <p className="quiet">{hint}</p> : null}
      <Field label={say(texts.because)} value={because} onChange={setBecause} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
