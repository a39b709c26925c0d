import { useState } from "react";
import { nameKindWords } from "#domains/registry/contract/enterprise.ts";
import { actTexts, enterpriseTexts, registerTexts } from "#domains/registry/web/enterprise-texts.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type AddNameProps = { readonly enterpriseId: string; readonly onClose: () => void };

const KINDS = ["former", "alias", "short", "english"] as const;
const START = { name: "", from: "", to: "", source: "" };

/** A name beside the present one; the present one changes by a correction. */
export function AddName({ enterpriseId, onClose }: AddNameProps) {
  const { say } = useWords();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("former");
  const [draft, setDraft] = useState(START);
  const put = (key: keyof typeof START) => (value: string) => setDraft({ ...draft, [key]: value });
  const add = useCommand(
    () =>
      registry.addName({
        id: enterpriseId,
        kind,
        name: draft.name,
        from: findLocalDate(draft.from),
        to: findLocalDate(draft.to),
        source: draft.source,
      }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(actTexts.addName)}
      submit={say(actTexts.addName)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(actTexts.nameKind)}
        value={kind}
        onChange={(value) => setKind(value as (typeof KINDS)[number])}
        options={KINDS.map((value) => ({ value, label: say(nameKindWords[value]) }))}
      />
      <Field label={say(enterpriseTexts.name)} value={draft.name} onChange={put("name")} required minLength={2} maxLength={120} autoFocus />
      <div className="fields-row">
        <Field label={say(enterpriseTexts.from)} type="date" value={draft.from} onChange={put("from")} />
        <Field label={say(enterpriseTexts.to)} type="date" value={draft.to} onChange={put("to")} />
      </div>
      <Field
        label={say(enterpriseTexts.source)}
        value={draft.source}
        onChange={put("source")}
        required
        minLength={2}
        maxLength={120}
        hint={say(registerTexts.sourceHint)}
      />
    </CommandForm>
  );
}
