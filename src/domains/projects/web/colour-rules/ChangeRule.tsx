import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Colour, type ColourRule, colourWords } from "#domains/projects/contract/colour.ts";
import { ruleTexts } from "#domains/projects/web/colour-rules/colour-rule-texts.ts";
import { LadderFields } from "#domains/projects/web/colour-rules/LadderFields.tsx";
import { LADDER_NAMES } from "#domains/projects/web/colour-rules/LadderTable.tsx";
import { findRule, SINGLE_NAMES, type SingleName, type TypedRule, typedRule } from "#domains/projects/web/colour-rules/rule-form.ts";
import { TriedRule } from "#domains/projects/web/colour-rules/TriedRule.tsx";
import { colours } from "#domains/projects/web/projects-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const LABELS: Readonly<Record<SingleName, (typeof ruleTexts)[keyof typeof ruleTexts]>> = {
  statThresholdYuan: ruleTexts.thresholdYuan,
  staleAfterDays: ruleTexts.staleDays,
  missingAfterDays: ruleTexts.missingDays,
  planWorkdays: ruleTexts.planDays,
  letterWorkdays: ruleTexts.letterDays,
  replyWorkdays: ruleTexts.replyDays,
  escalateAfterYellows: ruleTexts.yellows,
};

/** A new version of the rule: tried on today's projects first, saved only as it was tried. */
export function ChangeRule({ rule, onClose }: { readonly rule: ColourRule; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const sentence = useErrorSentence();
  const [typed, setTyped] = useState<TypedRule>(() => typedRule(rule));
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [reason, setReason] = useState("");
  const tried = useMutation({
    mutationFn: async (wanted: ColourRule | undefined) => {
      if (wanted === undefined) throw new RangeError("not a rule");
      return { rule: wanted, result: await colours.tryColourRule({ rule: wanted }) };
    },
  });
  const save = useCommand(
    () => {
      const day = findLocalDate(effectiveOn);
      if (tried.data === undefined || day === undefined) throw new RangeError("not tried");
      return colours.setColourRule({ rule: tried.data.rule, effectiveOn: day, reason: reason.trim() });
    },
    ["colour-rules", "wall", "supervision"],
    onClose,
  );
  const change = (part: Partial<TypedRule>) => {
    setTyped({ ...typed, ...part });
    tried.reset();
  };
  const colourChoices = Colour.options.map((value) => ({ value, label: say(colourWords[value]) }));
  const attempt = () => tried.mutate(findRule(typed));
  return (
    <CommandForm
      open
      wide
      title={say(ruleTexts.change)}
      submit={say(tried.data === undefined ? ruleTexts.try : ruleTexts.save)}
      busy={save.isPending || tried.isPending}
      error={save.error}
      onSubmit={() => (tried.data === undefined ? attempt() : save.mutate(undefined))}
      onClose={onClose}
    >
      <p className="notice">{say(ruleTexts.tryHint)}</p>
      {LADDER_NAMES.map((name) => (
        <LadderFields
          key={name}
          name={name}
          ladder={typed.ladders[name]}
          onChange={(ladder) => change({ ladders: { ...typed.ladders, [name]: ladder } })}
        />
      ))}
      <div className="fields-row">
        {(["silence", "suspended"] as const).map((name) => (
          <Choice
            key={name}
            stacked
            label={say(ruleTexts[name])}
            value={typed[name]}
            options={colourChoices}
            onChange={(colour) => change({ [name]: colour })}
          />
        ))}
      </div>
      <div className="fields-row">
        {SINGLE_NAMES.map((name) => (
          <Field
            key={name}
            label={say(LABELS[name])}
            value={typed.singles[name]}
            inputMode="numeric"
            maxLength={14}
            onChange={(value) => change({ singles: { ...typed.singles, [name]: value } })}
          />
        ))}
      </div>
      {tried.error ? (
        <p className="problems" role="alert">
          {tried.error instanceof RangeError ? say(ruleTexts.wrong) : sentence(tried.error)}
        </p>
      ) : null}
      {tried.data ? (
        <>
          <TriedRule tried={tried.data.result} />
          <div className="fields-row">
            <Field
              label={say(ruleTexts.effectiveOn)}
              type="date"
              value={effectiveOn}
              onChange={setEffectiveOn}
              required
              hint={say(ruleTexts.effectiveHint)}
            />
            <Field label={say(ruleTexts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={500} />
          </div>
          <div>
            <Button onClick={attempt} loading={tried.isPending}>
              {say(ruleTexts.try)}
            </Button>
          </div>
        </>
      ) : null}
    </CommandForm>
  );
}
