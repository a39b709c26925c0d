import { useState } from "react";
import type { NodeView } from "#domains/chain/contract/graph-operations.ts";
import { type Carrier, type ChainRole, carrierKindWords, carrierRankWords, roleKindWords } from "#domains/chain/contract/role.ts";
import { AppointRole } from "#domains/chain/web/AppointRole.tsx";
import { nodeTexts } from "#domains/chain/web/chain-texts.ts";
import { EndRole } from "#domains/chain/web/EndRole.tsx";
import { roleTexts } from "#domains/chain/web/role-texts.ts";
import { SaveCarrier } from "#domains/chain/web/SaveCarrier.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** Who answers for a place, who leads it, and which innovation carriers serve it. */
export function NodeRoles({ view }: { readonly view: NodeView }) {
  const { say } = useWords();
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<ChainRole>();
  const [saving, setSaving] = useState<Carrier | "new">();
  const { node } = view;
  const editable = view.abilities["edit"]?.allowed === true;
  return (
    <>
      <div>
        <h3>{say(nodeTexts.roles)}</h3>
        {view.roles.length === 0 ? <p className="quiet">{say(nodeTexts.noRoles)}</p> : null}
        {view.roles.map((role) => (
          <div key={role.id} className="chain-line">
            <span>
              <StateChip>{say(roleKindWords[role.kind])}</StateChip> {role.name}
              {role.office ? <span className="quiet"> {role.office}</span> : null}
            </span>
            <span className="quiet">
              {role.node === node.code ? "" : `${role.node} · `}
              {say(nodeTexts.since, { from: role.from })}{" "}
              {role.abilities["end"]?.allowed ? (
                <button type="button" className="text-button" onClick={() => setEnding(role)}>
                  {say(roleTexts.end)}
                </button>
              ) : null}
            </span>
          </div>
        ))}
        <p className="chain-after">
          <AbilityButton size="small" ability={view.abilities["edit"]} onClick={() => setAppointing(true)}>
            {say(roleTexts.appoint)}
          </AbilityButton>
        </p>
      </div>
      <div>
        <h3>{say(nodeTexts.carriers)}</h3>
        {view.carriers.length === 0 ? <p className="quiet">{say(nodeTexts.noCarriers)}</p> : null}
        {view.carriers.map((carrier) => (
          <div key={carrier.id} className="chain-line">
            {editable ? (
              <button type="button" className="text-button chain-flush" onClick={() => setSaving(carrier)}>
                {carrier.name}
              </button>
            ) : (
              <span>{carrier.name}</span>
            )}
            <span className="quiet">
              {say(carrierRankWords[carrier.rank])} · {say(carrierKindWords[carrier.kind])}
            </span>
          </div>
        ))}
        <p className="chain-after">
          <AbilityButton size="small" ability={view.abilities["edit"]} onClick={() => setSaving("new")}>
            {say(roleTexts.addCarrier)}
          </AbilityButton>
        </p>
      </div>
      {appointing ? <AppointRole node={node} onClose={() => setAppointing(false)} /> : null}
      {ending ? <EndRole role={ending} onClose={() => setEnding(undefined)} /> : null}
      {saving ? <SaveCarrier node={node} carrier={saving === "new" ? undefined : saving} onClose={() => setSaving(undefined)} /> : null}
    </>
  );
}
