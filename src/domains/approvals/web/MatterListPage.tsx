import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { kindWords, MatterStage, stageWords } from "#domains/approvals/contract/matter.ts";
import { matters } from "#domains/approvals/web/approvals-client.ts";
import { caseImportPageTexts, matterTexts } from "#domains/approvals/web/matter-texts.ts";
import { sayLimit } from "#domains/approvals/web/say-limit.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

type Row = Awaited<ReturnType<typeof matters.listMatters>>["items"][number];

/** All matters by stage, as they stand today. */
export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const stage = MatterStage.safeParse(address["stage"]).data;
  const q = address["q"]?.slice(0, 60) || undefined;
  const list = useQuery({ queryKey: ["approvals", "matters", stage, q], queryFn: () => matters.listMatters({ stage, q }) });
  const items = list.data?.items ?? [];
  return (
    <PageView
      title={say(matterTexts.title)}
      state={
        list.data
          ? say(matterTexts.state, {
              count: items.length,
              deferrable: items.filter((row) => row.deferrable > 0).length,
              byCommitment: items.filter((row) => row.byCommitment > 0).length,
            })
          : null
      }
      action={
        permissions.has("approvals.set-matters") ? (
          <>
            <AppLink to="/approvals/import" className="button-link button-link-plain">
              {say(caseImportPageTexts.open)}
            </AppLink>
            <AppLink to="/approvals/matters/import" className="button-link button-link-plain">
              {say(matterTexts.import)}
            </AppLink>
          </>
        ) : null
      }
      filters={
        <>
          <Choice
            label={say(matterTexts.stage)}
            value={stage ?? ""}
            onChange={(value) => change({ stage: value })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...MatterStage.options.map((value) => ({ value, label: say(stageWords[value]) })),
            ]}
          />
          <SearchField label={say(matterTexts.search)} value={address["q"] ?? ""} onChange={(words) => change({ q: words })} />
        </>
      }
    >
      <Loaded query={list} rows={10}>
        {(loaded) =>
          loaded.items.length === 0 ? (
            <Empty title={say(matterTexts.empty)} hint={say(matterTexts.emptyHint)} />
          ) : (
            MatterStage.options.map((one) => {
              const rows = loaded.items.filter((row) => row.stage === one);
              return rows.length === 0 ? null : (
                <Section key={one} title={say(stageWords[one])} aside={<span className="quiet">{rows.length}</span>}>
                  <StageTable caption={say(stageWords[one])} rows={rows} />
                </Section>
              );
            })
          )
        }
      </Loaded>
    </PageView>
  );
}

function StageTable({ caption, rows }: { readonly caption: string; readonly rows: readonly Row[] }) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const columns: readonly Column<Row>[] = [
    {
      key: "name",
      title: say(matterTexts.name),
      cell: (row) => <AppLink to={`/approvals/matters/${row.code}`}>{row.name[language]}</AppLink>,
      width: "26%",
    },
    { key: "kind", title: say(matterTexts.kind), short: true, width: "90px", cell: (row) => say(kindWords[row.kind]) },
    { key: "authority", title: say(matterTexts.authority), wideOnly: true, width: "20%", cell: (row) => row.authority },
    { key: "legal", title: say(matterTexts.legal), short: true, width: "130px", cell: (row) => sayLimit(row.legal, say) },
    { key: "promised", title: say(matterTexts.promised), short: true, width: "130px", cell: (row) => sayLimit(row.promised, say) },
    {
      key: "materials",
      title: say(matterTexts.materials),
      cell: (row) => say(matterTexts.materialsMarks, { all: row.materials, deferrable: row.deferrable, byCommitment: row.byCommitment }),
    },
    { key: "open", title: say(matterTexts.openCases), figure: true, width: "70px", cell: (row) => row.openCases ?? "–" },
  ];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.code}
      onOpen={(row) => void navigate({ to: `/approvals/matters/${row.code}` as never })}
    />
  );
}
