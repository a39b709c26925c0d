import "#domains/chain/web/chain.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { edgeKindWords, levelWords } from "#domains/chain/contract/chain.ts";
import type { ComparisonView, VersionRow } from "#domains/chain/contract/version-operations.ts";
import { chain } from "#domains/chain/web/chain-client.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { changeWords, versionTexts } from "#domains/chain/web/version-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";

type NodeChange = ComparisonView["nodes"][number];
type EdgeChange = ComparisonView["edges"][number];
const TONES = { added: "active", removed: "muted", moved: "plain", renamed: "plain", redescribed: "plain", restated: "plain" } as const;

export function Page() {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const [address, change] = useAddress();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const versions = useQuery({ queryKey: ["chain-versions"], queryFn: () => chain.listVersions({}) });
  const rows = versions.data?.items ?? [];
  const toId = address["to"] ?? rows.find((row) => row.id !== id)?.id ?? "";
  const comparison = useQuery({
    queryKey: ["chain-version", id, "compare", toId],
    queryFn: () => chain.compareVersions({ id, toId }),
    enabled: toId !== "",
  });
  const nameOf = (row: VersionRow) => (language === "en" && row.nameEn) || row.name;
  const options = rows.map((row) => ({ value: row.id, label: nameOf(row) }));
  const data = comparison.data;
  const count = (what: string) => data?.nodes.filter((one) => one.change === what).length ?? 0;
  const countEdges = (what: string) => data?.edges.filter((one) => one.change === what).length ?? 0;
  return (
    <PageView
      title={say(versionTexts.compareTitle)}
      back={<AppLink to="/chain/versions">{say(versionTexts.back)}</AppLink>}
      state={
        data
          ? say(versionTexts.compareState, {
              from: nameOf(data.from),
              to: nameOf(data.to),
              added: count("added"),
              removed: count("removed"),
              moved: count("moved"),
              renamed: count("renamed"),
              edgesAdded: countEdges("added"),
              edgesRemoved: countEdges("removed"),
            })
          : null
      }
      filters={
        <>
          <Choice
            label={say(versionTexts.from)}
            value={id}
            options={options}
            onChange={(value) => void navigate({ to: `/chain/versions/${value}/compare` as never, search: { to: toId } as never })}
          />
          <Choice label={say(versionTexts.to)} value={toId} options={options} onChange={(to) => change({ to })} />
        </>
      }
    >
      {toId === "" ? (
        <Empty title={say(versionTexts.chooseAnother)} />
      ) : (
        <Loaded query={comparison}>{(view) => <Changes view={view} />}</Loaded>
      )}
    </PageView>
  );
}

function Changes({ view }: { readonly view: ComparisonView }) {
  const { say } = useWords();
  if (view.nodes.length + view.edges.length === 0) return <Empty title={say(versionTexts.same)} />;
  const nodeColumns: readonly Column<NodeChange>[] = [
    {
      key: "change",
      title: say(versionTexts.change),
      short: true,
      order: (row) => Object.keys(changeWords).indexOf(row.change),
      cell: (row) => <StateChip tone={TONES[row.change]}>{say(changeWords[row.change])}</StateChip>,
    },
    { key: "name", title: say(chainPageTexts.name), order: (row) => row.name, cell: (row) => row.name },
    { key: "level", title: say(chainPageTexts.level), short: true, order: (row) => row.level, cell: (row) => say(levelWords[row.level]) },
    { key: "code", title: say(chainPageTexts.code), short: true, wideOnly: true, order: (row) => row.code, cell: (row) => row.code },
    { key: "before", title: say(versionTexts.before), cell: (row) => row.before ?? "–" },
    { key: "after", title: say(versionTexts.after), cell: (row) => row.after ?? "–" },
    {
      key: "enterprises",
      title: say(versionTexts.enterprisesOn),
      figure: true,
      order: (row) => row.enterprises,
      cell: (row) => row.enterprises,
    },
  ];
  const edgeColumns: readonly Column<EdgeChange>[] = [
    {
      key: "change",
      title: say(versionTexts.change),
      short: true,
      cell: (row) => <StateChip tone={TONES[row.change]}>{say(changeWords[row.change])}</StateChip>,
    },
    { key: "from", title: say(versionTexts.upstream), cell: (row) => row.fromName },
    { key: "to", title: say(versionTexts.downstream), cell: (row) => row.toName },
    { key: "kind", title: say(versionTexts.kind), short: true, cell: (row) => say(edgeKindWords[row.kind]) },
  ];
  return (
    <div className="stack">
      {view.nodes.length > 0 ? (
        <Section title={say(versionTexts.nodesChanged)}>
          <DataTable
            caption={say(versionTexts.nodesChanged)}
            rows={view.nodes}
            columns={nodeColumns}
            rowKey={(row) => `${row.code} ${row.change}`}
            total={view.nodes.length}
          />
        </Section>
      ) : null}
      {view.edges.length > 0 ? (
        <Section title={say(versionTexts.edgesChanged)}>
          <DataTable
            caption={say(versionTexts.edgesChanged)}
            rows={view.edges}
            columns={edgeColumns}
            rowKey={(row) => `${row.from} ${row.to} ${row.kind} ${row.change}`}
            total={view.edges.length}
          />
        </Section>
      ) : null}
    </div>
  );
}
