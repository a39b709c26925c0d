import "#domains/chain/web/chain.css";
import { Button } from "antd";
import { useState } from "react";
import { type Placement, PlacementState, Presence, placementStateWords, presenceWords } from "#domains/chain/contract/placement.ts";
import { chain } from "#domains/chain/web/chain-client.ts";
import { DecidePlacement, type PlacementDeed } from "#domains/chain/web/DecidePlacement.tsx";
import { ProposeFromRegister } from "#domains/chain/web/ProposeFromRegister.tsx";
import { usePlacementColumns } from "#domains/chain/web/placement-columns.tsx";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";

const ALL = "all";

/** What the system proposes and what persons have decided; `?node=CODE` one place and everything below it. */
export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [deed, setDeed] = useState<{ readonly placement: Placement; readonly name: PlacementDeed }>();
  const asked = address["state"] ?? "PROPOSED";
  const state = PlacementState.safeParse(asked).data;
  const presence = Presence.safeParse(address["presence"]).data;
  const filter = {
    ...(state ? { state } : {}),
    ...(presence ? { presence } : {}),
    ...(address["q"] ? { q: address["q"] } : {}),
    ...(address["node"] ? { node: address["node"] } : {}),
  };
  const found = usePages(["chain-placements", filter], (cursor) => chain.listPlacements({ ...filter, cursor, limit: 50 }));
  const [proposing, setProposing] = useState(false);
  const toImport = permissions.has("chain.place") ? (
    <>
      <AppLink to="/chain/placements/import" className="button-link button-link-plain">
        {say(placementTexts.import)}
      </AppLink>
      <Button type="primary" onClick={() => setProposing(true)}>
        {say(placementTexts.fromRegister)}
      </Button>
    </>
  ) : null;
  const columns = usePlacementColumns((placement, name) => setDeed({ placement, name }));
  return (
    <PageView
      title={say(placementTexts.title)}
      back={<AppLink to="/chain">{say(placementTexts.back)}</AppLink>}
      state={found.data ? say(placementTexts.state, { total: found.count }) : null}
      action={toImport}
      filters={
        <>
          <SearchField label={say(placementTexts.enterprise)} value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <Choice
            label={say(placementTexts.stateFilter)}
            value={state ?? ALL}
            onChange={(value) => change({ state: value })}
            options={[
              ...PlacementState.options.map((value) => ({ value, label: say(placementStateWords[value]) })),
              { value: ALL, label: say(uiTexts.all) },
            ]}
          />
          <Choice
            label={say(placementTexts.presence)}
            value={presence ?? ""}
            onChange={(value) => change({ presence: value })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...Presence.options.map((value) => ({ value, label: say(presenceWords[value]) })),
            ]}
          />
          {address["node"] ? (
            <button type="button" className="text-button" onClick={() => change({ node: "" })}>
              {address["node"]} · {say(uiTexts.clearFilters)}
            </button>
          ) : null}
        </>
      }
    >
      <Loaded query={found}>
        {(rows) => (
          <DataTable
            caption={say(placementTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            total={found.total}
            more={found.more}
            empty={
              state === "PROPOSED" && !address["q"] && !address["node"] ? (
                <Empty title={say(placementTexts.empty)} hint={say(placementTexts.emptyHint)} action={toImport} />
              ) : undefined
            }
          />
        )}
      </Loaded>
      {proposing ? <ProposeFromRegister onClose={() => setProposing(false)} /> : null}
      {deed ? <DecidePlacement placement={deed.placement} deed={deed.name} onClose={() => setDeed(undefined)} /> : null}
    </PageView>
  );
}
