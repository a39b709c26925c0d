import { useState } from "react";
import type { LeadRules } from "#domains/promotion/contract/lead-rules.ts";
import { ruleTexts as texts } from "#domains/promotion/web/pool-web-texts.ts";
import { pool, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const NAMES = [
  "answer",
  "judge",
  "tell",
  "firstContact",
  "report",
  "warn",
  "park",
  "perDay",
  "mostHeld",
  "cooldown",
  "untouched",
  "protection",
] as const;
type Name = (typeof NAMES)[number];
type Fields = Readonly<Record<Name, string>>;

const fieldsOf = ({ clocks, pool: rules }: LeadRules): Fields => ({
  answer: String(clocks.answer.length),
  judge: String(clocks.judge.length),
  tell: String(clocks.tell.length),
  firstContact: String(clocks.firstContact.length),
  report: String(clocks.report.length),
  warn: String(clocks.silence.warnDays),
  park: String(clocks.silence.parkDays),
  perDay: String(rules.perDay),
  mostHeld: String(rules.mostHeld),
  cooldown: String(rules.cooldownDays),
  untouched: String(rules.untouchedDays),
  protection: String(rules.protectionDays),
});

/** Lengths and limits change; units, stages and sources stay as they are. */
function rulesFrom({ clocks, pool: rules }: LeadRules, fields: Fields): LeadRules {
  const of = (name: Name) => Number(fields[name]);
  return {
    clocks: {
      answer: { ...clocks.answer, length: of("answer") },
      judge: { ...clocks.judge, length: of("judge") },
      tell: { ...clocks.tell, length: of("tell") },
      firstContact: { ...clocks.firstContact, length: of("firstContact") },
      report: { ...clocks.report, length: of("report") },
      silence: { ...clocks.silence, warnDays: of("warn"), parkDays: of("park") },
    },
    pool: {
      ...rules,
      perDay: of("perDay"),
      mostHeld: of("mostHeld"),
      cooldownDays: of("cooldown"),
      untouchedDays: of("untouched"),
      protectionDays: of("protection"),
    },
  };
}

type ChangeLeadRulesProps = {
  readonly rules: LeadRules;
  /** The newest version that is known here. */
  readonly basedOn: number;
  readonly onClose: () => void;
};

export function ChangeLeadRules({ rules, basedOn, onClose }: ChangeLeadRulesProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [fields, setFields] = useState<Fields>(() => fieldsOf(rules));
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState(false);
  const isWrong = NAMES.some((name) => !/^\d{1,4}$/.test(fields[name].trim()));
  const take = useCommand(
    () => pool.setLeadRules({ rules: rulesFrom(rules, fields), effectiveOn: localDate(effectiveOn), reason, basedOn }),
    [...TOUCHED, "lead-rules"],
    onClose,
  );
  return (
    <CommandForm
      open
      wide
      title={say(texts.change)}
      submit={say(texts.change)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => {
        setWrong(isWrong);
        if (!isWrong) take.mutate(undefined);
      }}
      onClose={onClose}
    >
      <div className="fields-row">
        {NAMES.map((name) => (
          <Field
            key={name}
            label={say(texts[name])}
            value={fields[name]}
            onChange={(value) => setFields((before) => ({ ...before, [name]: value }))}
            inputMode="numeric"
            maxLength={4}
            required
          />
        ))}
      </div>
      <Field label={say(texts.effective)} type="date" value={effectiveOn} onChange={setEffectiveOn} required />
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={2} required minLength={2} maxLength={500} />
      {wrong ? (
        <p className="problems" role="alert">
          {say(texts.whole)}
        </p>
      ) : null}
    </CommandForm>
  );
}
