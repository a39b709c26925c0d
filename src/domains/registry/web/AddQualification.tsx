import { useState } from "react";
import { levelWords, QualificationKind, QualificationLevel, qualificationWords } from "#domains/registry/contract/enterprise.ts";
import { actTexts, enterpriseTexts, registerTexts } from "#domains/registry/web/enterprise-texts.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { findLocalDate, localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type AddQualificationProps = { readonly enterpriseId: string; readonly onClose: () => void };

const START = { level: "", number: "", issuer: "", from: "", to: "", source: "" };

/** What an authority attested, with its term. */
export function AddQualification({ enterpriseId, onClose }: AddQualificationProps) {
  const { say } = useWords();
  const [kind, setKind] = useState<QualificationKind>("high-tech");
  const [draft, setDraft] = useState(START);
  const put = (key: keyof typeof START) => (value: string) => setDraft({ ...draft, [key]: value });
  const add = useCommand(
    () =>
      registry.addQualification({
        id: enterpriseId,
        kind,
        level: QualificationLevel.safeParse(draft.level).data,
        number: draft.number,
        issuer: draft.issuer,
        from: localDate(draft.from),
        to: findLocalDate(draft.to),
        source: draft.source,
      }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(actTexts.addQualification)}
      submit={say(actTexts.addQualification)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <div className="fields-row">
        <Choice
          stacked
          label={say(enterpriseTexts.qualification)}
          value={kind}
          onChange={(value) => setKind(QualificationKind.parse(value))}
          options={QualificationKind.options.map((value) => ({ value, label: say(qualificationWords[value]) }))}
        />
        <Choice
          stacked
          label={say(enterpriseTexts.level)}
          value={draft.level}
          onChange={put("level")}
          options={[
            { value: "", label: say(actTexts.otherLevel) },
            ...QualificationLevel.options.map((value) => ({ value, label: say(levelWords[value]) })),
          ]}
        />
      </div>
      <div className="fields-row">
        <Field label={say(enterpriseTexts.from)} type="date" value={draft.from} onChange={put("from")} required />
        <Field label={say(enterpriseTexts.to)} type="date" value={draft.to} onChange={put("to")} />
      </div>
      <div className="fields-row">
        <Field label={say(enterpriseTexts.number)} value={draft.number} onChange={put("number")} maxLength={60} />
        <Field label={say(enterpriseTexts.issuer)} value={draft.issuer} onChange={put("issuer")} maxLength={80} />
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
