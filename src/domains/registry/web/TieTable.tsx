import { useState } from "react";
import type { z } from "zod";
import { tieWords, ZoneTieKind } from "#domains/registry/contract/enterprise.ts";
import type { TieView } from "#domains/registry/contract/enterprise-operations.ts";
import { AddTie } from "#domains/registry/web/AddTie.tsx";
import { BookChips } from "#domains/registry/web/BookChips.tsx";
import { actTexts, tieDirectionTexts, tieTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { RemoveTie } from "#domains/registry/web/RemoveTie.tsx";
import { registry } from "#domains/registry/web/registry-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

type Tie = z.infer<typeof TieView>;

/** Everybody that it has to do with, the strongest first, each with its evidence. */
export function TieTable({ enterprise: { profile, abilities } }: { readonly enterprise: Enterprise }) {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Tie>();
  const kind = ZoneTieKind.safeParse(address["kind"]).data;
  const ties = usePages(["enterprise", profile.id, "ties", kind], (cursor) =>
    registry.enterpriseTies({ id: profile.id, kind, cursor, limit: 50 }),
  );
  return (
    <Section
      title={say(tieTexts.title)}
      aside={
        <span className="actions">
          <Choice
            label={say(tieTexts.kind)}
            value={kind ?? ""}
            onChange={(value) => change({ kind: value })}
            options={[
              { value: "", label: say(tieTexts.all) },
              ...ZoneTieKind.options.map((value) => ({ value, label: say(tieWords[value]) })),
            ]}
          />
          <AbilityButton size="small" ability={abilities["addTie"]} onClick={() => setAdding(true)}>
            {say(actTexts.addTie)}
          </AbilityButton>
        </span>
      }
    >
      <Loaded query={ties} rows={6}>
        {(rows) => (
          <DataTable
            caption={say(tieTexts.title)}
            rows={rows}
            columns={columnsFor(say, setRemoved)}
            rowKey={(row) => row.zoneTieId ?? `${row.kind}-${row.direction}-${row.other?.id ?? row.official}`}
            more={ties.more}
            empty={kind === undefined ? <Empty title={say(tieTexts.empty)} hint={say(tieTexts.emptyHint)} /> : undefined}
          />
        )}
      </Loaded>
      {adding ? <AddTie enterpriseId={profile.id} onClose={() => setAdding(false)} /> : null}
      {removed?.zoneTieId ? <RemoveTie tieId={removed.zoneTieId} onClose={() => setRemoved(undefined)} /> : null}
    </Section>
  );
}

const columnsFor = (say: ReturnType<typeof useWords>["say"], onRemove: (tie: Tie) => void): readonly Column<Tie>[] => [
  {
    key: "tie",
    short: true,
    title: say(tieTexts.tie),
    cell: (row) => (
      <span>
        {say(tieDirectionTexts[row.kind][row.direction])}
        {row.sharePct === null ? null : <span className="quiet"> {row.sharePct}%</span>}
      </span>
    ),
  },
  {
    key: "other",
    title: say(tieTexts.other),
    cell: (row) =>
      row.other === null ? (
        row.official
      ) : (
        <span>
          <AppLink to={`/registry/${row.other.id}`}>{row.other.name}</AppLink> <BookChips book={row.other.book} />
        </span>
      ),
  },
  {
    key: "strength",
    title: say(tieTexts.strength),
    width: "130px",
    cell: (row) => (
      <span className="tie-strength">
        <span className="tie-strength-bar" aria-hidden="true">
          <span style={{ width: `${row.strength}%` }} />
        </span>
        {row.strength}
      </span>
    ),
  },
  { key: "evidence", title: say(tieTexts.evidence), cell: (row) => row.evidence || "–" },
  {
    key: "source",
    title: say(tieTexts.source),
    cell: (row) => <span className="quiet">{[row.source, row.asOf].filter(Boolean).join(" · ") || "–"}</span>,
  },
  {
    key: "act",
    title: "",
    cell: (row) =>
      row.zoneTieId !== null && row.abilities["remove"]?.allowed ? (
        <button type="button" className="text-button" onClick={() => onRemove(row)}>
          {say(actTexts.removeTie)}
        </button>
      ) : null,
  },
];
