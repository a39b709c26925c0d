import { Button } from "antd";
import type { PromiseFields } from "#domains/promotion/web/promise-draft.ts";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

type Years = PromiseFields["years"];
type PromiseYearsProps = { readonly years: Years; readonly onChange: (years: Years) => void };

export function PromiseYears({ years, onChange }: PromiseYearsProps) {
  const { say } = useWords();
  const change = (place: number, part: Partial<Years[number]>) =>
    onChange(years.map((one, other) => (other === place ? { ...one, ...part } : one)));
  const next = String(Number(years.at(-1)?.year ?? "2025") + 1);
  return (
    <fieldset className="lead-part">
      <legend>{say(texts.investment)}</legend>
      <ul className="promise-years">
        {years.map(({ year, amount }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a year that is being typed has no other name than its place
          <li key={place}>
            <Field
              label={say(texts.year)}
              value={year}
              onChange={(value) => change(place, { year: value })}
              inputMode="numeric"
              maxLength={4}
            />
            <Field
              label={say(texts.yearAmount, { year })}
              value={amount}
              onChange={(value) => change(place, { amount: value })}
              inputMode="decimal"
              maxLength={15}
            />
            <Button aria-label={say(texts.removeYear, { year })} onClick={() => onChange(years.filter((_, other) => other !== place))}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      <span>
        <Button size="small" onClick={() => onChange([...years, { year: next, amount: "" }])}>
          {say(texts.addYear)}
        </Button>
      </span>
    </fieldset>
  );
}
