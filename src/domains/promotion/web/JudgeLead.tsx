import { useState } from "react";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function JudgeLead({ lead, onClose }: LeadForm) {
  const { say } = useWords();
  const { today } = useViewer();
  const [worthwhile, setWorthwhile] = useState("yes");
  const [note, setNote] = useState("");
  const { id, version } = lead.row;
  const take = useCommand(
    () => leads.markLead({ id, version, mark: "judged", on: localDate(today), worthwhile: worthwhile === "yes", note }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.judgeTitle)}
      submit={say(texts.judge)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.judgement)}
        value={worthwhile}
        onChange={setWorthwhile}
        options={[
          { value: "yes", label: say(texts.worthwhile) },
          { value: "no", label: say(texts.notWorthwhile) },
        ]}
      />
      <Field label={say(texts.judgeNote)} value={note} onChange={setNote} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
