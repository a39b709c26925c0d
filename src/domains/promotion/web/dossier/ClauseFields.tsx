import { Button } from "antd";
import { dossierPartWords, type GeneralClause } from "#domains/promotion/contract/dossier.ts";
import { dossierWebTexts as texts } from "#domains/promotion/web/dossier/dossier-web-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

type ClauseFieldsProps = { readonly clauses: readonly GeneralClause[]; readonly onChange: (clauses: GeneralClause[]) => void };

/** Clauses by document and article: nothing is promised here that is not open to everybody. */
export function ClauseFields({ clauses, onChange }: ClauseFieldsProps) {
  const { say } = useWords();
  const change = (place: number, part: Partial<GeneralClause>) =>
    onChange(clauses.map((clause, at) => (at === place ? { ...clause, ...part } : clause)));
  return (
    <fieldset className="lead-part">
      <legend>{say(dossierPartWords.clauses)}</legend>
      {clauses.map((clause, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a clause has no other name while it is typed
        <div key={place} className="stack-small">
          <div className="fields-row">
            <Field
              label={say(texts.document)}
              value={clause.document}
              onChange={(document) => change(place, { document })}
              minLength={2}
              maxLength={160}
              required
            />
            <Field label={say(texts.article)} value={clause.article} onChange={(article) => change(place, { article })} maxLength={60} />
          </div>
          <Field label={say(texts.says)} value={clause.says} onChange={(says) => change(place, { says })} maxLength={300} />
          <div className="actions">
            <Button size="small" onClick={() => onChange(clauses.filter((_, at) => at !== place))}>
              {say(texts.removeClause)}
            </Button>
          </div>
        </div>
      ))}
      <div className="actions">
        <Button size="small" onClick={() => onChange([...clauses, { document: "", article: "", says: "" }])}>
          {say(texts.addClause)}
        </Button>
      </div>
    </fieldset>
  );
}
