import type { IntroductionPath, PathTie } from "#domains/promotion/contract/path.ts";
import { sayTie } from "#domains/promotion/rules/path-sentence.ts";
import { pathWebTexts as texts } from "#domains/promotion/web/path-web-texts.ts";
import { useWords } from "#ui/language.tsx";

type PathListProps = { readonly paths: readonly IntroductionPath[]; readonly chosen: number; readonly onChoose: (place: number) => void };

/** The sentence of who calls whom, and each tie with its evidence. */
export function PathList({ paths, chosen, onChoose }: PathListProps) {
  const { say, language } = useWords();
  return (
    <ol className="path-list">
      {paths.map((path, place) => (
        <li key={path.nodes.map(({ id }) => id).join(" ")} aria-current={place === chosen ? "true" : undefined}>
          <p className="path-head">
            <button type="button" className="text-button" onClick={() => onChoose(place)}>
              {path.nodes.map(({ name }) => name).join(" → ")}
            </button>
            <strong>{say(texts.score, { score: path.score })}</strong>
          </p>
          <p>{path.sentence[language]}</p>
          <ul className="path-ties">
            {path.ties.map((tie) => (
              <Tie key={`${tie.from} ${tie.to}`} tie={tie} names={new Map(path.nodes.map(({ id, name }) => [id, name]))} />
            ))}
          </ul>
          {path.liaison === null ? null : <p className="quiet">{say(texts.liaison, { name: path.liaison })}</p>}
          {path.others === 0 ? null : <p className="quiet">{say(texts.others, { count: path.others })}</p>}
        </li>
      ))}
    </ol>
  );
}

function Tie({ tie, names }: { readonly tie: PathTie; readonly names: ReadonlyMap<string, string> }) {
  const { say, language } = useWords();
  return (
    <li>
      <span className="quiet">
        {sayTie(tie, names)[language]}
        <span className="under">
          {[tie.evidence, tie.source, tie.asOf === null ? say(texts.undated) : say(texts.asOf, { day: tie.asOf })]
            .filter((one) => one !== "")
            .join(" · ")}
        </span>
      </span>
      <span className="quiet">{say(texts.strength, { strength: tie.strength })}</span>
    </li>
  );
}
