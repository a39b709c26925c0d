import { useQuery } from "@tanstack/react-query";
import { type Placement, placementStateWords, presenceWords, reasonWords } from "#domains/chain/contract/placement.ts";
import { chain } from "#domains/chain/web/chain-client.ts";
import { nodeTexts } from "#domains/chain/web/chain-texts.ts";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import type { PartSubject } from "#ui/page-parts.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Loaded } from "#ui/StateViews.tsx";

const SHOWN = 20;

/** Where an enterprise stands on the chain graph: what a person confirmed, and what waits for one. */
export function Part({ subject }: { readonly subject: PartSubject }) {
  const { say } = useWords();
  const placements = useQuery({
    queryKey: ["chain-placements", "of-enterprise", subject.id],
    queryFn: () => chain.listPlacements({ enterprise: subject.id, limit: SHOWN }),
  });
  return (
    <Section title={say(placementTexts.ofEnterprise)}>
      <Loaded query={placements} rows={2}>
        {({ items, total }) => {
          const standing = items.filter(({ state }) => state !== "REJECTED");
          return standing.length === 0 ? (
            <p className="section-body quiet">{say(placementTexts.noneOfEnterprise)}</p>
          ) : (
            <>
              <ul className="list">
                {standing.map((one) => (
                  <Place key={one.id} placement={one} />
                ))}
              </ul>
              {total !== null && total > SHOWN ? (
                <p className="section-body">
                  <AppLink to="/chain/placements" search={{ q: subject.name }}>
                    {say(placementTexts.allOfEnterprise, { total })}
                  </AppLink>
                </p>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Place({ placement }: { readonly placement: Placement }) {
  const { say, language } = useWords();
  const { node, nodeName, path, state, presence, leading, from, until, score, reasons } = placement;
  return (
    <li className="list-line">
      <span>
        {nodeName ? (
          <AppLink to="/chain" search={{ node }}>
            {nodeName[language]}
          </AppLink>
        ) : (
          `${node}（${say(placementTexts.gone)}）`
        )}
        <span className="under quiet">{path.map((one) => one[language]).join(" › ")}</span>
        {state === "CONFIRMED" ? (
          <span className="under quiet">
            {say(presenceWords[presence])} {from === null ? "" : until === null ? say(nodeTexts.since, { from }) : `${from} – ${until}`}
          </span>
        ) : null}
        <span className="under quiet">
          {reasons.map((reason) => say(reasonWords[reason.kind], { found: reason.found })).join(language === "zh" ? "；" : "; ")}
        </span>
      </span>
      <span>
        {leading ? <StateChip tone="active">{say(placementTexts.leading)}</StateChip> : null}{" "}
        <StateChip tone={state === "CONFIRMED" ? "done" : "active"}>{say(placementStateWords[state])}</StateChip>
        {state === "CONFIRMED" ? null : <span className="quiet">{score?.toFixed(2) ?? ""}</span>}
      </span>
    </li>
  );
}
