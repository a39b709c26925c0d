import { Approximation, Basis, type Figure, FigureKind, Scope } from "#domains/intelligence/contract/extraction.ts";
import { indicators } from "#domains/intelligence/contract/indicators.ts";
import type { Correction } from "#domains/intelligence/contract/intelligence-operations.ts";
import { approximationTexts, basisTexts, figureKindTexts, scopeTexts } from "#domains/intelligence/web/proposal-texts.ts";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import type { Text } from "#kernel/texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";

type Editable = { readonly [Name in keyof Correction & keyof Figure]: Figure[Name] | undefined };
type CorrectFigureProps = { readonly figure: Editable; readonly onChange: (change: Correction) => void };

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export function CorrectFigure({ figure, onChange }: CorrectFigureProps) {
  const { say, language } = useWords();
  const options = (values: readonly string[], texts: Readonly<Record<string, Text>>) =>
    values.map((value) => ({ value, label: texts[value]?.[language] ?? value }));
  return (
    <>
      <div className="fields-row">
        <Field
          label={say(reviewTexts.indicator)}
          value={figure.indicator ?? ""}
          onChange={(indicator) => onChange({ indicator })}
          required
          maxLength={100}
          autoFocus
        />
        <SearchChoice
          stacked
          label={say(reviewTexts.code)}
          value={figure.code ?? ""}
          onChange={(code) => onChange({ code: orNull(code) })}
          options={[
            { value: "", label: say(reviewTexts.codeNone) },
            ...indicators.map((one) => ({ value: one.code, label: one.name[language] })),
          ]}
        />
      </div>
      <div className="fields-row">
        <Field
          label={say(reviewTexts.value)}
          value={figure.value ?? ""}
          onChange={(value) => onChange({ value })}
          required
          maxLength={40}
        />
        <Field label={say(reviewTexts.unit)} value={figure.unit ?? ""} onChange={(unit) => onChange({ unit })} maxLength={20} />
        <Choice
          stacked
          label={say(reviewTexts.approximation)}
          value={figure.approximation ?? "exact"}
          onChange={(value) => onChange({ approximation: Approximation.parse(value) })}
          options={options(Approximation.options, approximationTexts)}
        />
        <Field
          label={say(reviewTexts.yoy)}
          value={figure.yoyPct ?? ""}
          onChange={(value) => onChange({ yoyPct: orNull(value) })}
          maxLength={20}
        />
      </div>
      <div className="fields-row">
        <Field
          label={say(reviewTexts.region)}
          value={figure.region ?? ""}
          onChange={(region) => onChange({ region: orNull(region) })}
          maxLength={80}
        />
        <Field
          label={say(reviewTexts.period)}
          value={figure.period ?? ""}
          onChange={(period) => onChange({ period: orNull(period) })}
          hint={say(reviewTexts.periodHint)}
          maxLength={20}
        />
      </div>
      <div className="fields-row">
        <Choice
          stacked
          label={say(reviewTexts.basis)}
          value={figure.basis ?? "unknown"}
          onChange={(value) => onChange({ basis: Basis.parse(value) })}
          options={options(Basis.options, basisTexts)}
        />
        <Choice
          stacked
          label={say(reviewTexts.scope)}
          value={figure.scope ?? "region"}
          onChange={(value) => onChange({ scope: Scope.parse(value) })}
          options={options(Scope.options, scopeTexts)}
        />
        <Choice
          stacked
          label={say(reviewTexts.kind)}
          value={figure.kind ?? "actual"}
          onChange={(value) => onChange({ kind: FigureKind.parse(value) })}
          options={options(FigureKind.options, figureKindTexts)}
        />
      </div>
    </>
  );
}
