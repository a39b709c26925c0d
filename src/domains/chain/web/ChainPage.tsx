import "#domains/chain/web/chain.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo } from "react";
import type { GraphView } from "#domains/chain/contract/graph-operations.ts";
import { ChainFilters } from "#domains/chain/web/ChainFilters.tsx";
import { ChainTable } from "#domains/chain/web/ChainTable.tsx";
import { CoverageBar } from "#domains/chain/web/CoverageBar.tsx";
import { chain } from "#domains/chain/web/chain-client.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { NodeDrawer } from "#domains/chain/web/NodeDrawer.tsx";
import { filterGraph, useChainFilter } from "#domains/chain/web/use-chain-filter.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { isRefusal } from "#ui/sentences.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

const ChainPicture = lazy(() =>
  import("#domains/chain/web/ChainPicture.tsx").then(({ ChainPicture: component }) => ({ default: component })),
);

export function Page() {
  const { say, language } = useWords();
  const { today } = useViewer();
  const [, change] = useAddress();
  const filter = useChainFilter();
  const asOf = filter.asOf as LocalDate | undefined;
  const graph = useQuery({
    queryKey: ["chain-graph", asOf, filter.version],
    queryFn: () =>
      chain.graph({ ...(asOf === undefined ? {} : { asOf }), ...(filter.version === undefined ? {} : { versionId: filter.version }) }),
    placeholderData: keepPreviousData,
    retry: (count, error) => count < 2 && !isRefusal(error),
  });
  const open = useCallback((node: string) => change({ node }), [change]);
  const none = isRefusal(graph.error) && graph.error.code === "chain.none-in-force";
  return (
    <PageView
      title={say(chainPageTexts.title)}
      back={filter.version ? <AppLink to={`/chain/versions/${filter.version}`}>{say(chainPageTexts.backToVersion)}</AppLink> : null}
      state={graph.data && !none ? say(chainPageTexts.state, stateOf(graph.data, language)) : null}
      action={
        <>
          <AppLink to="/chain/gaps" className="button-link button-link-plain">
            {say(chainPageTexts.toGaps)}
          </AppLink>
          <AppLink to="/chain/versions" className="button-link">
            {say(chainPageTexts.toVersions)}
          </AppLink>
        </>
      }
      filters={<ChainFilters graph={graph.data} />}
    >
      {none ? (
        <Empty
          title={say(chainPageTexts.empty)}
          hint={say(chainPageTexts.emptyHint, { date: asOf ?? today })}
          action={
            <AppLink to="/chain/versions" className="button-link">
              {say(chainPageTexts.toVersions)}
            </AppLink>
          }
        />
      ) : (
        <Loaded query={graph} rows={12}>
          {(data) => <Board graph={data} onOpen={open} />}
        </Loaded>
      )}
      {filter.node && !filter.version ? (
        <NodeDrawer code={filter.node} asOf={asOf} onClose={() => change({ node: "" })} onOpen={open} />
      ) : null}
    </PageView>
  );
}

function Board({ graph, onOpen }: { readonly graph: GraphView; readonly onOpen: (node: string) => void }) {
  const { say } = useWords();
  const filter = useChainFilter();
  const { industry, strength, q } = filter;
  const shown = useMemo(() => filterGraph(graph, { industry, strength, q }), [graph, industry, strength, q]);
  return (
    <>
      <CoverageBar graph={graph} />
      {filter.view === "table" ? (
        <ChainTable graph={graph} nodes={shown.nodes} onOpen={onOpen} />
      ) : (
        <Suspense fallback={<p className="quiet">{say(chainPageTexts.drawing)}</p>}>
          <ChainPicture graph={graph} nodes={shown.nodes} chosen={filter.node} edges={filter.edges} onOpen={onOpen} />
        </Suspense>
      )}
    </>
  );
}

function stateOf({ version, nodes, coverage, strengths }: GraphView, language: "zh" | "en") {
  const count = (level: string) => nodes.filter((node) => node.level === level).length;
  return {
    version: (language === "en" && version.nameEn) || version.name,
    industries: count("industry"),
    fields: count("field"),
    directions: count("direction"),
    covered: coverage.covered,
    missing: strengths.missing,
    weak: strengths.weak,
  };
}
