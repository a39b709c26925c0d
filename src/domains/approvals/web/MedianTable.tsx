import type { packages } from "#domains/approvals/web/approvals-client.ts";
import { MedianBar } from "#domains/approvals/web/MedianBar.tsx";
import { chainTexts } from "#domains/approvals/web/package-texts.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

export type MeasuredLink = Awaited<ReturnType<typeof packages.chainOverview>>["links"][number];

/** Links of one kind on one scale: a permit of five days and works of a year do not share one. */
export function MedianTable({ caption, links }: { readonly caption: string; readonly links: readonly MeasuredLink[] }) {
  const { say, language } = useWords();
  const most = Math.max(1, ...links.flatMap((link) => [link.medianWorkdays ?? 0, link.medianBefore ?? 0, link.plannedWorkdays ?? 0]));
  const columns: readonly Column<MeasuredLink>[] = [
    { key: "link", title: say(chainTexts.link), width: "26%", cell: (row) => row.name[language] },
    {
      key: "bar",
      title: say(chainTexts.median),
      width: "32%",
      cell: (row) => <MedianBar now={row.medianWorkdays} before={row.medianBefore} planned={row.plannedWorkdays} most={most} />,
    },
    {
      key: "change",
      title: say(chainTexts.change),
      short: true,
      width: "16%",
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
  return <DataTable caption={caption} rows={links} columns={columns} rowKey={(row) => row.name.zh} />;
}
