import "#domains/chain/web/chain.css";
import { useState } from "react";
import {
  type Placement,
  PlacementState,
  Presence,
  placementStateWords,
  presenceWords,
  reasonWords,
} from "#domains/chain/contract/placement.ts";
import { chain } from "#domains/chain/web/chain-client.ts";
import { DecidePlacement, type PlacementDeed } from "#domains/chain/web/DecidePlacement.tsx";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";

const ALL = "all";
const TONES = { PROPOSED: "active", CONFIRMED: "done", REJECTED: "muted" } as const;

/** What the system proposes and what persons have decided; `?node=CODE` one place and everything below it. */
export function Page() {
  const { say, language } = useWords();
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
  const toImport = permissions.has("chain.place") ? (
    <AppLink to="/chain/placements/import" className="button-link">
      {say(placementTexts.import)}
    </AppLink>
  ) : null;
  const columns: readonly Column<Placement>[] = [
    {
      key: "enterprise",
      title: say(placementTexts.enterprise),
      cell: (row) => (
        <>
          {row.enterprise} {row.leading ? <StateChip tone="active">{say(placementTexts.leading)}</StateChip> : null}
        </>
      ),
    },
    {
      key: "node",
      title: say(placementTexts.node),
      cell: (row) => (
        <>
          {row.nodeName ? (
            <AppLink to="/chain" search={{ node: row.node }}>
              {row.nodeName[language]}
            </AppLink>
          ) : (
            `${row.node}（${say(placementTexts.gone)}）`
          )}
          {row.path.length > 0 ? <span className="quiet under">{row.path.join(" › ")}</span> : null}
        </>
      ),
    },
    { key: "score", title: say(placementTexts.score), figure: true, cell: (row) => row.score?.toFixed(2) ?? "–" },
    {
      key: "reasons",
      title: say(placementTexts.reasons),
      wideOnly: true,
      cell: (row) => (
        <ul className="chain-reasons">
          {row.reasons.map((reason) => (
            <li key={`${reason.kind} ${reason.found}`}>
              {say(reasonWords[reason.kind], { found: reason.found })}
              {reason.kind === "hand" ? null : <span className="quiet"> {reason.points.toFixed(2)}</span>}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "state",
      title: say(placementTexts.stateFilter),
      cell: (row) => (
        <>
          <StateChip tone={TONES[row.state]}>{say(placementStateWords[row.state])}</StateChip>
          {row.state === "CONFIRMED" ? (
            <span className="quiet under">
              {say(presenceWords[row.presence])} {row.from ?? ""}
              {row.until ? ` – ${row.until}` : ""}
            </span>
          ) : null}
          {row.note && row.state === "REJECTED" ? <span className="quiet under">{row.note}</span> : null}
        </>
      ),
    },
    {
      key: "by",
      title: say(placementTexts.decidedBy),
      wideOnly: true,
      cell: (row) => (row.decidedBy ? `${row.decidedBy} ${row.decidedOn ?? ""}` : "–"),
    },
    {
      key: "deeds",
      title: say(placementTexts.confirm),
      cell: (row) => (
        <span className="chain-tools">
          {(row.state === "CONFIRMED"
            ? (["end"] as const)
            : row.state === "PROPOSED"
              ? (["confirm", "reject"] as const)
              : (["confirm"] as const)
          ).map((name) => (
            <AbilityButton
              key={name}
              size="small"
              type={name === "confirm" ? "primary" : "default"}
              ability={row.abilities[name]}
              onClick={() => setDeed({ placement: row, name })}
            >
              {say(placementTexts[name])}
            </AbilityButton>
          ))}
        </span>
      ),
    },
  ];
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
      {deed ? <DecidePlacement placement={deed.placement} deed={deed.name} onClose={() => setDeed(undefined)} /> : null}
    </PageView>
  );
}
