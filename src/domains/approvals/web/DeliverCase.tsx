import { useState } from "react";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { APPROVALS, cases } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import type { CaseFormProps } from "#domains/approvals/web/case-moves.ts";
import { deliveryWords, moveWords } from "#domains/approvals/web/case-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const How = caseOperations.deliverCase.input.shape.how;

export function DeliverCase({ view, onClose }: CaseFormProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [how, setHow] = useState("counter");
  const [on, setOn] = useState(today);
  const deliver = useCommand(
    () => cases.deliverCase({ id: view.row.id, version: view.version, how: How.parse(how), on: findLocalDate(on) }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(moveWords.deliver)} · ${view.row.number}`}
      submit={say(moveWords.deliver)}
      busy={deliver.isPending}
      error={deliver.error}
      onSubmit={() => deliver.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(formTexts.how)}
        value={how}
        onChange={setHow}
        options={How.options.map((value) => ({ value, label: say(deliveryWords[value]) }))}
      />
      <Field label={say(formTexts.deliveredOn)} type="date" value={on} onChange={setOn} required />
    </CommandForm>
  );
}
