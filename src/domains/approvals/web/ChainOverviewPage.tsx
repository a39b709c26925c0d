import { useQuery } from "@tanstack/react-query";
import { packages } from "#domains/approvals/web/approvals-client.ts";
import { MedianBar } from "#domains/approvals/web/MedianBar.tsx";
import { chainTexts } from "#domains/approvals/web/package-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

type Link = Awaited<ReturnType<typeof packages.chainOverview>>["links"][number];

/** From signing to production, over all projects: how long each link takes now, took before, and should take. */
export function Page() {
  const { say, language } = useWords();
  const { today } = useViewer();
  const [address, change] = useAddress();
  const asOf = findLocalDate(address["asOf"] ?? "");
  const overview = useQuery({ queryKey: ["approvals", "chain", asOf], queryFn: () => packages.chainOverview({ asOf }) });
  const links = overview.data?.links ?? [];
  const compared = links.flatMap(({ medianWorkdays: now, medianBefore: before }) =>
    now === null || before === null ? [] : [Math.sign(now - before)],
  );
  const most = Math.max(1, ...links.flatMap((link) => [link.medianWorkdays ?? 0, link.medianBefore ?? 0, link.plannedWorkdays ?? 0]));
  const columns: readonly Column<Link>[] = [
    { key: "link", title: say(chainTexts.link), cell: (row) => row.name[language] },
    {
      key: "bar",
      title: say(chainTexts.median),
      width: "36%",
      cell: (row) => <MedianBar now={row.medianWorkdays} before={row.medianBefore} planned={row.plannedWorkdays} most={most} />,
    },
    {
      key: "change",
      title: say(chainTexts.change),
      short: true,
      cell: (row) => {
        if (row.medianWorkdays === null) return "–";
        if (row.medianBefore === null) return <span className="quiet">{say(chainTexts.changeNone)}</span>;
        return say(chainTexts.changeLine, { before: row.medianBefore, now: row.medianWorkdays });
      },
    },
    { key: "planned", title: say(chainTexts.planned), figure: true, cell: (row) => row.plannedWorkdays ?? "–" },
    { key: "longest", title: say(chainTexts.longest), figure: true, cell: (row) => row.longestWorkdays ?? "–" },
    { key: "finished", title: say(chainTexts.finished), figure: true, cell: (row) => row.finished },
    { key: "open", title: say(chainTexts.open), figure: true, cell: (row) => row.open },
  ];
  return (
    <PageView
      title={say(chainTexts.title)}
      state={
        overview.data
          ? say(chainTexts.state, {
              asOf: overview.data.asOf,
              from: overview.data.from,
              links: links.length,
              faster: compared.filter((sign) => sign < 0).length,
              slower: compared.filter((sign) => sign > 0).length,
            })
          : null
      }
      filters={
        <div className="filter-day">
          <Field label={say(chainTexts.asOf)} type="date" value={asOf ?? today} onChange={(day) => change({ asOf: day })} />
        </div>
      }
    >
      <Loaded query={overview} rows={10}>
        {(loaded) => (
          <DataTable
            caption={say(chainTexts.title)}
            rows={loaded.links}
            columns={columns}
            rowKey={(row) => row.name.zh}
            empty={<Empty title={say(chainTexts.empty)} hint={say(chainTexts.emptyHint)} />}
          />
        )}
      </Loaded>
      <p className="quiet">{say(chainTexts.legend)}</p>
    </PageView>
  );
}
