import "#domains/chain/web/chain.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { actionWords, ChainAction, Strength } from "#domains/chain/contract/chain.ts";
import type { GapRow } from "#domains/chain/contract/graph-operations.ts";
import { chain } from "#domains/chain/web/chain-client.ts";
import { chainPageTexts, gapTexts, nodeTexts } from "#domains/chain/web/chain-texts.ts";
import { NodeDrawer } from "#domains/chain/web/NodeDrawer.tsx";
import { StrengthMark } from "#domains/chain/web/StrengthMark.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";

export function Page() {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const action = ChainAction.safeParse(address["action"]).data;
  const industry = address["industry"] ?? "";
  const gaps = useQuery({ queryKey: ["chain-gaps"], queryFn: () => chain.gaps({}), placeholderData: keepPreviousData });
  const industries = [...new Map((gaps.data?.items ?? []).map((row) => [row.industry.zh, row.industry])).values()];
  const counts = Object.fromEntries(
    ChainAction.options.map((one) => [one, (gaps.data?.items ?? []).filter((row) => row.action === one).length]),
  );
  const shown = (rows: readonly GapRow[]) =>
    rows.filter((row) => (action === undefined || row.action === action) && (industry === "" || row.industry.zh === industry));
  const columns: readonly Column<GapRow>[] = [
    {
      key: "direction",
      title: say(gapTexts.direction),
      order: (row) => row.name[language],
      cell: (row) => (
        <button type="button" className="text-button" onClick={() => change({ node: row.code })}>
          {row.name[language]}
        </button>
      ),
    },
    {
      key: "field",
      title: say(gapTexts.field),
      wideOnly: true,
      order: (row) => row.field[language],
      cell: (row) => `${row.industry[language]} › ${row.field[language]}`,
    },
    {
      key: "action",
      title: say(chainPageTexts.action),
      short: true,
      order: (row) => ChainAction.options.indexOf(row.action),
      cell: (row) => (
        <>
          <StateChip tone={row.action === "gap_fill" ? "active" : "plain"}>{say(actionWords[row.action])}</StateChip>
          {row.end ? <span className="quiet"> {say(row.end === "upstream" ? nodeTexts.upstream : nodeTexts.downstream)}</span> : null}
        </>
      ),
    },
    {
      key: "strength",
      title: say(chainPageTexts.strength),
      short: true,
      order: (row) => Strength.options.indexOf(row.strength),
      cell: (row) => <StrengthMark strength={row.strength} />,
    },
    { key: "producers", title: say(chainPageTexts.producers), figure: true, order: (row) => row.producers, cell: (row) => row.producers },
    { key: "pull", title: say(gapTexts.pull), figure: true, order: (row) => row.pull, cell: (row) => row.pull },
    { key: "preparing", title: say(gapTexts.preparing), figure: true, order: (row) => row.preparing, cell: (row) => row.preparing },
    { key: "elsewhere", title: say(gapTexts.elsewhere), figure: true, order: (row) => row.elsewhere, cell: (row) => row.elsewhere },
    {
      key: "proposed",
      title: say(gapTexts.proposed),
      figure: true,
      order: (row) => row.proposed,
      cell: (row) =>
        row.proposed === 0 ? (
          0
        ) : (
          <AppLink to="/chain/placements" search={{ state: "PROPOSED", node: row.code }}>
            {row.proposed}
          </AppLink>
        ),
    },
  ];
  return (
    <PageView
      title={say(gapTexts.title)}
      back={<AppLink to="/chain">{say(gapTexts.back)}</AppLink>}
      state={
        gaps.data
          ? say(gapTexts.state, { version: (language === "en" && gaps.data.version.nameEn) || gaps.data.version.name, ...counts })
          : null
      }
      filters={
        <>
          <Choice
            label={say(chainPageTexts.action)}
            value={action ?? ""}
            onChange={(value) => change({ action: value })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...ChainAction.options.map((value) => ({ value, label: say(actionWords[value]) })),
            ]}
          />
          <Choice
            label={say(chainPageTexts.industry)}
            value={industry}
            onChange={(value) => change({ industry: value })}
            options={[{ value: "", label: say(uiTexts.all) }, ...industries.map((name) => ({ value: name.zh, label: name[language] }))]}
          />
        </>
      }
    >
      <p className="quiet">{say(gapTexts.order)}</p>
      <Loaded query={gaps}>
        {({ items }) => (
          <DataTable
            caption={say(gapTexts.title)}
            rows={shown(items)}
            columns={columns}
            rowKey={(row) => row.code}
            onOpen={(row) => change({ node: row.code })}
            total={shown(items).length}
            empty={items.length === 0 ? <Empty title={say(gapTexts.empty)} hint={say(gapTexts.emptyHint)} /> : undefined}
          />
        )}
      </Loaded>
      {address["node"] ? (
        <NodeDrawer code={address["node"]} asOf={undefined} onClose={() => change({ node: "" })} onOpen={(node) => change({ node })} />
      ) : null}
    </PageView>
  );
}
