import { useState } from "react";
import { type PromiseMetric, promiseMetricWords } from "#domains/promotion/contract/promise.ts";
import type { PromisesView } from "#domains/promotion/contract/promise-operations.ts";
import { yuanOf } from "#domains/promotion/web/lead-money.ts";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { promises as client, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { findDecimal } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** What the register of projects tells by itself once there is a project. */
const FROM_PROJECTS: readonly PromiseMetric[] = ["investment", "start", "produce"];

export function RecordActual({ promises, onClose }: { readonly promises: PromisesView; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const open = promises.lines.filter((line) => promises.project === null || !FROM_PROJECTS.includes(line.metric));
  const keyOf = (line: (typeof open)[number]) => `${line.metric} ${line.year ?? ""}`;
  const [chosen, setChosen] = useState(() => (open[0] === undefined ? "" : keyOf(open[0])));
  const [amount, setAmount] = useState("");
  const [on, setOn] = useState(today);
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState(false);
  const line = open.find((one) => keyOf(one) === chosen);
  const dated = line?.metric === "start" || line?.metric === "produce";
  const counted = line?.metric === "jobs" || line?.metric === "land";
  const value = counted ? findDecimal(amount.trim()) : yuanOf(amount);
  const isWrong = !dated && (value === undefined || value.startsWith("-"));
  const take = useCommand(
    () =>
      client.recordActual({
        id: promises.lead.id,
        metric: line?.metric ?? "jobs",
        ...(line === undefined || line.year === null ? {} : { year: line.year }),
        ...(dated ? { on: localDate(on) } : value === undefined ? {} : { amount: value }),
        note,
      }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.record)}
      submit={say(texts.record)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => {
        setWrong(isWrong);
        if (!isWrong) take.mutate(undefined);
      }}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.metric)}
        value={chosen}
        onChange={setChosen}
        options={open.map((one) => ({
          value: keyOf(one),
          label: `${say(promiseMetricWords[one.metric])}${one.year === null ? "" : ` ${one.year}`}`,
        }))}
      />
      {dated ? (
        <Field label={say(texts.on)} type="date" value={on} onChange={setOn} max={today} required />
      ) : (
        <Field label={say(texts.amount)} value={amount} onChange={setAmount} inputMode="decimal" maxLength={15} required autoFocus />
      )}
      <Field label={say(texts.note)} value={note} onChange={setNote} required minLength={2} maxLength={300} />
      {wrong ? (
        <p className="problems" role="alert">
          {say(texts.wrong, { field: say(texts.amount) })}
        </p>
      ) : null}
    </CommandForm>
  );
}
