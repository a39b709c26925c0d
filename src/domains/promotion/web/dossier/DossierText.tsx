import { type DossierEdition, DossierPart, dossierPartWords } from "#domains/promotion/contract/dossier.ts";
import { dossierWords } from "#domains/promotion/contract/dossier-words.ts";
import { dossierWebTexts as texts } from "#domains/promotion/web/dossier/dossier-web-texts.ts";
import type { Text } from "#kernel/texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** Domains that come later, said where their part stands. */
const LATER: Readonly<Partial<Record<DossierPart, Text>>> = {
  introduction: dossierWords.noPaths,
  space: dossierWords.spaceLater,
  clauses: dossierWords.policyLater,
};

/** The plan as it was written, part by part in the order of the paper. */
export function DossierText({ edition }: { readonly edition: DossierEdition }) {
  const { say } = useWords();
  const { said, facts } = edition;
  return DossierPart.options.map((part) => {
    const later = part === "introduction" && facts?.introductions ? undefined : LATER[part];
    return (
      <Section key={part} title={say(dossierPartWords[part])}>
        <div className="section-body stack-small">
          {part === "clauses" ? (
            <ul className="bullets">
              {said.clauses.map((clause) => (
                <li key={`${clause.document} ${clause.article}`}>
                  {say(clause.says === "" ? dossierWords.clauseShort : dossierWords.clause, clause)}
                </li>
              ))}
            </ul>
          ) : (
            <p className={said[part] === "" ? "quiet" : "diligence-said"}>{said[part] || say(texts.nothing)}</p>
          )}
          {part === "clauses" && said.clauses.length === 0 ? <p className="quiet">{say(texts.nothing)}</p> : null}
          {later ? <p className="quiet">{say(later)}</p> : null}
        </div>
      </Section>
    );
  });
}
