import { useState } from "react";
import { conflictStateWords, type RegisterConflict } from "#domains/projects/contract/register-conflict.ts";
import { conflicts } from "#domains/projects/web/projects-client.ts";
import { registerConflictTexts } from "#domains/projects/web/register-conflict-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { useCommand } from "#ui/use-command.ts";

type SettleConflictProps = { readonly conflict: RegisterConflict; readonly onClose: () => void };

const RESOLUTIONS = ["KEPT_REGISTER", "CORRECTED", "NOT_THE_SAME"] as const;
type Resolution = (typeof RESOLUTIONS)[number];
const HINTS = {
  KEPT_REGISTER: registerConflictTexts.keptHint,
  CORRECTED: registerConflictTexts.correctedHint,
  NOT_THE_SAME: registerConflictTexts.notSameHint,
} as const;

export function SettleConflict({ conflict, onClose }: SettleConflictProps) {
  const { say } = useWords();
  const [resolution, choose] = useState<Resolution>("KEPT_REGISTER");
  const [reason, setReason] = useState("");
  const settle = useCommand(
    () => conflicts.resolveRegisterConflict({ conflictId: conflict.id, version: conflict.version, resolution, reason }),
    ["register-conflicts", "project", "projects"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(registerConflictTexts.settleTitle, { project: conflict.project.name })}
      submit={say(registerConflictTexts.settle)}
      busy={settle.isPending}
      error={settle.error}
      onSubmit={() => settle.mutate(undefined)}
      onClose={onClose}
    >
      <QuoteView quote={conflict.quote} />
      <Choice
        stacked
        label={say(registerConflictTexts.resolution)}
        value={resolution}
        onChange={(value) => choose(value as Resolution)}
        options={RESOLUTIONS.map((value) => ({ value, label: say(conflictStateWords[value]) }))}
      />
      <p className="quiet">{say(HINTS[resolution])}</p>
      <Field
        label={say(registerConflictTexts.reason)}
        value={reason}
        onChange={setReason}
        required
        minLength={2}
        maxLength={500}
        rows={3}
        autoFocus
      />
    </CommandForm>
  );
}
