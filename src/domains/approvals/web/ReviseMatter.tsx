import { useState } from "react";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import { APPROVALS, matters } from "#domains/approvals/web/approvals-client.ts";
import { MatterText } from "#domains/approvals/web/MatterText.tsx";
import { reviseTexts } from "#domains/approvals/web/matter-texts.ts";
import { ReviseLimits } from "#domains/approvals/web/ReviseLimits.tsx";
import { ReviseParts } from "#domains/approvals/web/ReviseParts.tsx";
import { readMatter } from "#domains/approvals/web/read-matter.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type ReviseMatterProps = { readonly matter: Matter; readonly onClose: () => void };

/** What is changed often has fields of its own; the whole text is there for the rest. */
export function ReviseMatter({ matter, onClose }: ReviseMatterProps) {
  const { say, language } = useWords();
  const { today } = useViewer();
  const [draft, setDraft] = useState(matter);
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [reason, setReason] = useState("");
  const revise = useCommand(
    (revised: Matter) => matters.setMatter({ matter: revised, effectiveOn: localDate(effectiveOn), reason: reason.trim() }),
    APPROVALS,
    onClose,
  );
  const read = () => readMatter(text ?? JSON.stringify(draft), say, language);
  const send = () => {
    const found = read();
    setProblem(found.problem);
    if (found.matter) revise.mutate(found.matter);
  };
  const turn = (whole: boolean) => {
    if (whole) return setText(JSON.stringify(draft, null, 2));
    const found = read();
    setProblem(found.problem);
    if (!found.matter) return;
    setDraft(found.matter);
    setText(undefined);
  };
  return (
    <CommandForm
      open
      wide
      title={say(reviseTexts.title, { name: matter.name[language] })}
      submit={say(reviseTexts.submit)}
      busy={revise.isPending}
      error={revise.error}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="notice">{say(reviseTexts.hint)}</p>
      <div className="fields-row">
        <Field label={say(reviseTexts.effectiveOn)} type="date" value={effectiveOn} onChange={setEffectiveOn} required />
        <Field label={say(reviseTexts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={500} autoFocus />
      </div>
      <div className="segments">
        <button type="button" aria-pressed={text === undefined} onClick={() => turn(false)}>
          {say(reviseTexts.form)}
        </button>
        <button type="button" aria-pressed={text !== undefined} onClick={() => turn(true)}>
          {say(reviseTexts.whole)}
        </button>
      </div>
      {text === undefined ? (
        <>
          <ReviseLimits matter={draft} onChange={setDraft} />
          <ReviseParts matter={draft} onChange={setDraft} />
        </>
      ) : (
        <MatterText text={text} onChange={setText} />
      )}
      {problem ? (
        <p className="problems" role="alert">
          {problem}
        </p>
      ) : null}
    </CommandForm>
  );
}
