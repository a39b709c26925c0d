import { Strength, strengthWords } from "#domains/chain/contract/chain.ts";
import type { GraphView } from "#domains/chain/contract/graph-operations.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { useAddress } from "#ui/use-address.ts";

const STRONGEST_FIRST = Strength.options.toReversed();

/** How much of the chain the zone has: the share of directions with a resident producer, and how strong they are. Each count filters the page. */
export function CoverageBar({ graph }: { readonly graph: GraphView }) {
  const { say } = useWords();
  const [address, change] = useAddress();
  const { covered, total, pct } = graph.coverage;
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  return (
    <section className="chain-coverage" aria-label={say(chainPageTexts.coverage)}>
      <span>
        {say(chainPageTexts.coverage)} <strong>{pct ?? "–"}</strong>
        {pct === null ? null : <span className="quiet"> %</span>}
      </span>
      <span className="chain-coverage-bar" aria-hidden="true">
        {STRONGEST_FIRST.map((strength) => (
          <span key={strength} className={`chain-part chain-part-${strength}`} style={{ width: `${share(graph.strengths[strength])}%` }} />
        ))}
      </span>
      <span className="quiet">
        {say(chainPageTexts.coverageFigure, { covered, total })} · {say(chainPageTexts.coverageLine)}
      </span>
      <span className="chain-counts">
        {STRONGEST_FIRST.map((strength) => (
          <button
            key={strength}
            type="button"
            className="text-button"
            aria-pressed={address["strength"] === strength}
            onClick={() => change({ strength: address["strength"] === strength ? "" : strength })}
          >
            {say(strengthWords[strength])} {graph.strengths[strength]}
          </button>
        ))}
        {graph.proposed > 0 ? (
          <AppLink to="/chain/placements" search={{ state: "PROPOSED" }}>
            {say(chainPageTexts.proposed, { count: graph.proposed })}
          </AppLink>
        ) : null}
      </span>
    </section>
  );
}
