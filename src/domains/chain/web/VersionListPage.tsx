import "#domains/chain/web/chain.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { VersionState } from "#domains/chain/contract/chain.ts";
import type { VersionRow } from "#domains/chain/contract/version-operations.ts";
import { chain } from "#domains/chain/web/chain-client.ts";
import { DraftVersion } from "#domains/chain/web/DraftVersion.tsx";
import { VersionChips } from "#domains/chain/web/VersionChips.tsx";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";

export function Page() {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const [drafting, setDrafting] = useState(false);
  const versions = useQuery({ queryKey: ["chain-versions"], queryFn: () => chain.listVersions({}) });
  const rows = versions.data?.items ?? [];
  const nameOf = (row: VersionRow) => (language === "en" && row.nameEn) || row.name;
  const draft = (
    <AbilityButton type="primary" ability={versions.data?.abilities["draft"]} onClick={() => setDrafting(true)}>
      {say(versionTexts.draft)}
    </AbilityButton>
  );
  const columns: readonly Column<VersionRow>[] = [
    { key: "number", title: say(versionTexts.number), figure: true, width: "64px", order: (row) => row.number, cell: (row) => row.number },
    {
      key: "name",
      title: say(versionTexts.name),
      order: nameOf,
      cell: (row) => <AppLink to={`/chain/versions/${row.id}`}>{nameOf(row)}</AppLink>,
    },
    {
      key: "state",
      title: say(versionTexts.stateColumn),
      order: (row) => VersionState.options.indexOf(row.state),
      cell: (row) => <VersionChips row={row} />,
    },
    {
      key: "effective",
      title: say(versionTexts.effectiveFrom),
      short: true,
      order: (row) => row.effectiveFrom,
      cell: (row) => row.effectiveFrom,
    },
    {
      key: "counts",
      title: say(versionTexts.counts),
      short: true,
      cell: ({ counts }) => `${counts.industry} / ${counts.field} / ${counts.direction} / ${counts.node}`,
    },
    { key: "edges", title: say(versionTexts.edges), figure: true, wideOnly: true, order: (row) => row.edges, cell: (row) => row.edges },
    {
      key: "drafted",
      title: say(versionTexts.draftedBy),
      wideOnly: true,
      order: (row) => row.draftedOn,
      cell: (row) => `${row.draftedBy} ${row.draftedOn}`,
    },
    {
      key: "approved",
      title: say(versionTexts.approvedBy),
      wideOnly: true,
      order: (row) => row.approvedOn,
      cell: (row) => (row.approvedBy ? `${row.approvedBy} ${row.approvedOn ?? ""}` : "–"),
    },
    {
      key: "compare",
      title: say(versionTexts.compareTitle),
      cell: (row) =>
        rows.length < 2 ? (
          "–"
        ) : (
          <AppLink
            to={`/chain/versions/${row.basedOn ?? row.id}/compare`}
            search={{ to: row.basedOn ? row.id : (rows.find((other) => other.id !== row.id)?.id ?? row.id) }}
          >
            {say(versionTexts.compare)}
          </AppLink>
        ),
    },
  ];
  return (
    <PageView
      title={say(versionTexts.title)}
      back={<AppLink to="/chain">{say(versionTexts.backToGraph)}</AppLink>}
      state={
        versions.data
          ? say(versionTexts.state, {
              total: rows.length,
              inForce: rows.filter(({ inForce }) => inForce).map(nameOf)[0] ?? say(versionTexts.none),
              drafts: rows.filter(({ state }) => state !== "APPROVED").length,
            })
          : null
      }
      action={draft}
    >
      <Loaded query={versions}>
        {({ items }) => (
          <DataTable
            caption={say(versionTexts.title)}
            rows={items}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/chain/versions/${row.id}` as never })}
            total={items.length}
            empty={<Empty title={say(versionTexts.empty)} hint={say(versionTexts.emptyHint)} action={draft} />}
          />
        )}
      </Loaded>
      {drafting ? <DraftVersion versions={rows} onClose={() => setDrafting(false)} /> : null}
    </PageView>
  );
}
