import { type Placement, placementStateWords, presenceWords, reasonWords } from "#domains/chain/contract/placement.ts";
import type { PlacementDeed } from "#domains/chain/web/DecidePlacement.tsx";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import type { Column } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useViewer } from "#ui/viewer.tsx";

const TONES = { PROPOSED: "active", CONFIRMED: "done", REJECTED: "muted" } as const;

/** What the review shows of a placement, and for whoever may decide the deeds. */
export function usePlacementColumns(onDeed: (placement: Placement, deed: PlacementDeed) => void): readonly Column<Placement>[] {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  return [
    {
      key: "enterprise",
      title: say(placementTexts.enterprise),
      cell: (row) => (
        <>
          {row.enterpriseId ? <AppLink to={`/registry/${row.enterpriseId}`}>{row.enterprise}</AppLink> : row.enterprise}{" "}
          {row.leading ? <StateChip tone="active">{say(placementTexts.leading)}</StateChip> : null}
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
          {row.path.length > 0 ? <span className="quiet under">{row.path.map((one) => one[language]).join(" › ")}</span> : null}
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
    ...(permissions.has("chain.place")
      ? [
          {
            key: "deeds",
            title: say(placementTexts.deeds),
            cell: (row: Placement) => (
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
                    onClick={() => onDeed(row, name)}
                  >
                    {say(placementTexts[name])}
                  </AbilityButton>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ];
}
