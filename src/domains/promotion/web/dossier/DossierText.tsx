import {
  type DossierEdition,
  type DossierFacts,
  DossierPart,
  dossierPartWords,
  type OfferedPart,
} from "#domains/promotion/contract/dossier.ts";
import { dossierWords } from "#domains/promotion/contract/dossier-words.ts";
import { dossierWebTexts as texts } from "#domains/promotion/web/dossier/dossier-web-texts.ts";
import type { Text } from "#kernel/texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** Domains that come later, said where their part stands. */
const LATER: Readonly<Partial<Record<DossierPart, { readonly part: OfferedPart; readonly words: Text }>>> = {
  space: { part: "space", words: dossierWords.spaceLater },
  clauses: { part: "policy", words: dossierWords.policyLater },
};

/** The plan as it was written, part by part in the order of the paper. */
type DossierTextProps = { readonly edition: DossierEdition; readonly facts: DossierFacts };

export function DossierText({ edition, facts }: DossierTextProps) {
  const { say, language } = useWords();
  const { said } = edition;
  const paths = facts.introductions;
  return DossierPart.options.map((part) => {
    const later = LATER[part];
    const offers = later === undefined ? undefined : facts[later.part];
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
          {part === "introduction" && paths?.length ? (
            <ul className="bullets">
              {paths.map((path) => (
                <li key={path.zh}>{path[language]}</li>
              ))}
            </ul>
          ) : null}
          {part === "introduction" && !paths?.length ? (
            <p className="quiet">{say(paths === null ? dossierWords.partyUnknown : dossierWords.noPaths)}</p>
          ) : null}
          {later && offers === null ? <p className="quiet">{say(later.words)}</p> : null}
          {offers?.length ? (
            <ul className="bullets">
              {offers.map(({ title, says, source, path }) => (
                <li key={`${title.zh} ${says.zh}`}>
                  {path === null ? title[language] : <AppLink to={path}>{title[language]}</AppLink>} {says[language]}{" "}
                  <span className="quiet">{source}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </Section>
    );
  });
}
