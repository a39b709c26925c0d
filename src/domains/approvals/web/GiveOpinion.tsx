import { useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { APPROVALS, cases } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type GiveOpinionProps = { readonly view: CaseView; readonly review: CaseView["reviews"][number]; readonly onClose: () => void };

export function GiveOpinion({ view, review, onClose }: GiveOpinionProps) {
  const { say, language } = useWords();
  const [agree, setAgree] = useState("yes");
  const [opinion, setOpinion] = useState("");
  const give = useCommand(
    () => cases.giveOpinion({ id: view.row.id, version: view.version, node: review.key, agree: agree === "yes", opinion: opinion.trim() }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(moveWords.giveOpinion)} · ${review.name[language]}`}
      submit={say(moveWords.giveOpinion)}
      busy={give.isPending}
      error={give.error}
      onSubmit={() => give.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(formTexts.conclusion)}
        value={agree}
        onChange={setAgree}
        options={[
          { value: "yes", label: say(formTexts.agree) },
          { value: "no", label: say(formTexts.object) },
        ]}
      />
      <Field
        label={say(formTexts.opinion)}
        value={opinion}
        onChange={setOpinion}
        rows={4}
        hint={say(formTexts.opinionHint)}
        required
        minLength={2}
        maxLength={2000}
        autoFocus
      />
    </CommandForm>
  );
}
