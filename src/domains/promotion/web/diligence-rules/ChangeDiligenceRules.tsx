import { useState } from "react";
import type { DiligenceRulesVersion } from "#domains/promotion/contract/diligence-rules.ts";
import { RelocationSign, relocationSignWords } from "#domains/promotion/contract/distress-warning.ts";
import { RedLineBand, redLineBandWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { ladderShapes, RED_LADDERS, WARNING_LADDERS } from "#domains/promotion/rules/rule-thresholds.ts";
import { diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { ClauseChoice } from "#domains/promotion/web/diligence-rules/ClauseChoice.tsx";
import { diligenceRuleTexts as texts } from "#domains/promotion/web/diligence-rules/diligence-rules-texts.ts";
import { EventFields } from "#domains/promotion/web/diligence-rules/EventFields.tsx";
import { findRules, type TypedRules, typedRules } from "#domains/promotion/web/diligence-rules/rule-form.ts";
import { ThresholdFields } from "#domains/promotion/web/diligence-rules/ThresholdFields.tsx";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type ChangeDiligenceRulesProps = { readonly newest: DiligenceRulesVersion; readonly onClose: () => void };

/** A further version, made from the newest one; another that came meanwhile is refused with whose it is. */
export function ChangeDiligenceRules({ newest, onClose }: ChangeDiligenceRulesProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [typed, setTyped] = useState<TypedRules>(() => typedRules(newest.rules));
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState(false);
  const rules = findRules(typed);
  const save = useCommand(
    () => {
      if (rules === undefined) throw new RangeError("not rules");
      return diligence.setDiligenceRules({ rules, effectiveOn: localDate(effectiveOn), reason, basedOn: newest.version });
    },
    ["diligence-rules", "diligence"],
    onClose,
  );
  const change = (part: Partial<TypedRules>) => setTyped((before) => ({ ...before, ...part }));
  const ladders = (names: readonly (keyof TypedRules["ladders"])[]) =>
    names.map((name) => (
      <ThresholdFields
        key={name}
        name={name}
        ladder={typed.ladders[name]}
        onChange={(ladder) => change({ ladders: { ...typed.ladders, [name]: ladder } })}
      >
        {name in typed.clauses ? (
          <ClauseChoice
            line={say(ladderShapes[name].name)}
            clauses={typed.clauses[name as keyof TypedRules["clauses"]]}
            onChange={(clauses) => change({ clauses: { ...typed.clauses, [name]: clauses } })}
          />
        ) : null}
      </ThresholdFields>
    ));
  return (
    <CommandForm
      open
      wide
      title={say(texts.change)}
      submit={say(texts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        setWrong(rules === undefined);
        if (rules !== undefined) save.mutate(undefined);
      }}
      onClose={onClose}
    >
      <p className="notice">{say(texts.thresholdHint)}</p>
      {ladders(RED_LADDERS)}
      {typed.events.map((event, place) => (
        <EventFields
          key={event.kind}
          event={event}
          onChange={(changed) => change({ events: typed.events.map((one, other) => (other === place ? changed : one)) })}
        />
      ))}
      {ladders(WARNING_LADDERS)}
      <div className="fields-row">
        {RelocationSign.options.map((sign) => (
          <Field
            key={sign}
            label={say(relocationSignWords[sign])}
            value={typed.weights[sign]}
            inputMode="decimal"
            maxLength={6}
            onChange={(weight) => change({ weights: { ...typed.weights, [sign]: weight } })}
          />
        ))}
      </div>
      <div className="fields-row">
        <Field
          label={say(texts.cashYears)}
          value={typed.cashYears}
          inputMode="numeric"
          maxLength={2}
          onChange={(cashYears) => change({ cashYears })}
        />
        <Choice
          stacked
          label={say(texts.withoutNetAssets)}
          value={typed.withoutNetAssets}
          options={RedLineBand.options.map((value) => ({ value, label: say(redLineBandWords[value]) }))}
          onChange={(band) => change({ withoutNetAssets: RedLineBand.parse(band) })}
        />
        <Field
          label={say(texts.relocationDays)}
          value={typed.relocationDays}
          inputMode="numeric"
          maxLength={4}
          onChange={(relocationDays) => change({ relocationDays })}
        />
      </div>
      <Field
        label={say(texts.effectiveOn)}
        type="date"
        value={effectiveOn}
        onChange={setEffectiveOn}
        required
        hint={say(texts.effectiveHint)}
      />
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={2} required minLength={2} maxLength={500} />
      {wrong && rules === undefined ? (
        <p className="problems" role="alert">
          {say(texts.wrong)}
        </p>
      ) : null}
    </CommandForm>
  );
}
