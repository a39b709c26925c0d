import { useState } from "react";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { PromiseYears } from "#domains/promotion/web/PromiseYears.tsx";
import { EMPTY_PROMISES, type PromiseFields, promisesFrom, wrongField } from "#domains/promotion/web/promise-draft.ts";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { promises, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** What was promised at signing; a later change needs its reason and keeps what was promised before. */
export function SetPromises({ lead, revising = false, onClose }: LeadForm & { readonly revising?: boolean }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [fields, setFields] = useState<PromiseFields>({
    ...EMPTY_PROMISES,
    promisedOn: today,
    years: [{ year: today.slice(0, 4), amount: "" }],
  });
  const [wrong, setWrong] = useState<keyof typeof texts>();
  const set = (name: keyof Omit<PromiseFields, "years">) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  const take = useCommand(() => promises.setPromises({ id: lead.row.id, ...promisesFrom(fields) }), TOUCHED, onClose);
  const figure = (name: "output" | "tax" | "jobs" | "land" | "taxPerMu") => (
    <Field label={say(texts[name])} value={fields[name]} onChange={set(name)} inputMode="decimal" maxLength={15} />
  );
  return (
    <CommandForm
      open
      wide
      title={say(revising ? texts.revise : texts.set)}
      submit={say(revising ? texts.revise : texts.set)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => {
        const field = wrongField(fields);
        setWrong(field);
        if (field === undefined) take.mutate(undefined);
      }}
      onClose={onClose}
    >
      <Field label={say(texts.promisedOn)} type="date" value={fields.promisedOn} onChange={set("promisedOn")} max={today} required />
      <PromiseYears years={fields.years} onChange={(years) => setFields((before) => ({ ...before, years }))} />
      <div className="fields-row">
        <Field label={say(texts.startOn)} type="date" value={fields.startOn} onChange={set("startOn")} />
        <Field label={say(texts.produceOn)} type="date" value={fields.produceOn} onChange={set("produceOn")} />
        <Field label={say(texts.fullYear)} value={fields.fullYear} onChange={set("fullYear")} inputMode="numeric" maxLength={4} />
      </div>
      <div className="fields-row">
        {figure("output")}
        {figure("tax")}
        {figure("jobs")}
      </div>
      <div className="fields-row">
        {figure("land")}
        {figure("taxPerMu")}
      </div>
      {revising ? (
        <Field label={say(texts.reason)} value={fields.reason} onChange={set("reason")} rows={2} required maxLength={500} />
      ) : null}
      {wrong ? (
        <p className="problems" role="alert">
          {say(texts.wrong, { field: say(texts[wrong]) })}
        </p>
      ) : null}
    </CommandForm>
  );
}
