import { useState } from "react";
import type { NodeView } from "#domains/chain/contract/graph-operations.ts";
import { presenceWords } from "#domains/chain/contract/placement.ts";
import { nodeTexts } from "#domains/chain/web/chain-texts.ts";
import { PlaceEnterprise } from "#domains/chain/web/PlaceEnterprise.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** Who stands on a place and below it, and what waits for a person. */
export function NodeEnterprises({ view }: { readonly view: NodeView }) {
  const { say, language } = useWords();
  const [placing, setPlacing] = useState(false);
  const takes = view.node.level === "direction" || view.node.level === "node";
  return (
    <div>
      <h3>{say(nodeTexts.enterprises)}</h3>
      {view.placements.length === 0 ? <p className="quiet">{say(nodeTexts.noEnterprises)}</p> : null}
      {view.placements.map((placement) => (
        <div key={placement.id} className="chain-line">
          <span>
            {placement.enterpriseId ? (
              <AppLink to={`/registry/${placement.enterpriseId}`}>{placement.enterprise}</AppLink>
            ) : (
              placement.enterprise
            )}{" "}
            {placement.leading ? <StateChip tone="active">{say(nodeTexts.leading)}</StateChip> : null}
            {placement.node === view.node.code ? null : <span className="quiet"> {placement.nodeName?.[language] ?? placement.node}</span>}
          </span>
          <span className="quiet">
            {placement.state === "PROPOSED" ? (
              <>
                <StateChip tone="muted">{say(nodeTexts.waiting)}</StateChip>{" "}
                <AppLink to="/chain/placements" search={{ state: "PROPOSED", q: placement.enterprise }}>
                  {say(nodeTexts.review)}
                </AppLink>
              </>
            ) : (
              <>
                {say(presenceWords[placement.presence])}
                {placement.from ? ` · ${say(nodeTexts.since, { from: placement.from })}` : ""}
              </>
            )}
          </span>
        </div>
      ))}
      <p className="chain-after">
        <AppLink to="/registry" search={{ chainNode: view.node.code }}>
          {say(nodeTexts.inRegister)}
        </AppLink>
      </p>
      {takes ? (
        <p className="chain-after">
          <AbilityButton size="small" ability={view.abilities["place"]} onClick={() => setPlacing(true)}>
            {say(nodeTexts.place)}
          </AbilityButton>
        </p>
      ) : null}
      {placing ? <PlaceEnterprise node={view.node} onClose={() => setPlacing(false)} /> : null}
    </div>
  );
}
