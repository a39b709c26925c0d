import type { Matter } from "#domains/approvals/contract/matter.ts";
import { reviseTexts } from "#domains/approvals/web/matter-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

export type RevisePartProps = { readonly matter: Matter; readonly onChange: (matter: Matter) => void };

/** A promise keeps the unit of the legal limit; an empty length is no promise. */
export function ReviseLimits({ matter, onChange }: RevisePartProps) {
  const { say } = useWords();
  const { legal, promised } = matter;
  const promise = (length: string) =>
    onChange({
      ...matter,
      promised: length === "" ? null : { unit: legal.unit, source: legal.source, ...promised, length: Number(length) },
    });
  return (
    <>
      <div className="fields-row">
        <Field
          label={say(reviseTexts.legalLength)}
          type="number"
          value={String(legal.length)}
          onChange={(length) => onChange({ ...matter, legal: { ...legal, length: Number(length) } })}
        />
        <Field
          label={say(reviseTexts.legalSource)}
          value={legal.source}
          onChange={(source) => onChange({ ...matter, legal: { ...legal, source } })}
          maxLength={400}
        />
      </div>
      <div className="fields-row">
        <Field label={say(reviseTexts.promisedLength)} type="number" value={promised ? String(promised.length) : ""} onChange={promise} />
        {promised ? (
          <Field
            label={say(reviseTexts.promisedSource)}
            value={promised.source}
            onChange={(source) => onChange({ ...matter, promised: { ...promised, source } })}
            maxLength={400}
          />
        ) : null}
      </div>
    </>
  );
}
