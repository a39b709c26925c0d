import { useState } from "react";
import { APPROVALS, cases } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import type { CaseFormProps } from "#domains/approvals/web/case-moves.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function ResumeCase({ view, onClose }: CaseFormProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [lastDay, setLastDay] = useState(today);
  const resume = useCommand(
    () => cases.resumeCase({ id: view.row.id, version: view.version, lastDay: localDate(lastDay) }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(moveWords.resume)} · ${view.row.number}`}
      submit={say(moveWords.resume)}
      busy={resume.isPending}
      error={resume.error}
      onSubmit={() => resume.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{say(formTexts.resumeHint)}</p>
      <Field label={say(formTexts.lastDay)} type="date" value={lastDay} onChange={setLastDay} required autoFocus />
    </CommandForm>
  );
}
