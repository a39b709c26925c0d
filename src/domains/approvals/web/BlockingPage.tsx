import { useQuery } from "@tanstack/react-query";
import { cases } from "#domains/approvals/web/approvals-client.ts";
import { deskTexts, holderWords } from "#domains/approvals/web/desk-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

type Overview = Awaited<ReturnType<typeof cases.blockingOverview>>;
type Row = Overview["items"][number];

/** A department by its open opinion, an applicant by name; window and head are those of a department by themselves. */
function narrowed({ who, name }: Row): Readonly<Record<string, string>> {
  if (who === "department") return { reviewBy: name };
  return who === "applicant" ? { q: name } : {};
}

const isHolder = (who: string): who is keyof typeof holderWords => who in holderWords;

/** Open cases by whoever has them, the longest wait first. */
export function Page() {
  const { say } = useWords();
  const { today } = useViewer();
  const [address, change] = useAddress();
  const asOf = findLocalDate(address["asOf"] ?? "");
  const overview = useQuery({ queryKey: ["approvals", "blocking", asOf], queryFn: () => cases.blockingOverview({ asOf }) });
  const most = Math.max(1, ...(overview.data?.items ?? []).map((row) => row.cases));
  const columns: readonly Column<Row>[] = [
    { key: "name", title: say(deskTexts.holder), order: (row) => row.name, cell: (row) => row.name },
    {
      key: "who",
      title: say(deskTexts.kind),
      short: true,
      order: (row) => row.who,
      cell: (row) => (isHolder(row.who) ? say(holderWords[row.who]) : row.who),
    },
    {
      key: "cases",
      title: say(deskTexts.cases),
      figure: true,
      order: (row) => row.cases,
      cell: (row) => <CountBar cases={row.cases} late={row.late} most={most} />,
    },
    { key: "late", title: say(deskTexts.late), figure: true, order: (row) => row.late, cell: (row) => row.late },
    {
      key: "longest",
      title: say(deskTexts.longest),
      figure: true,
      order: (row) => row.longestWorkdays,
      cell: (row) => row.longestWorkdays,
    },
    {
      key: "open",
      title: "",
      short: true,
      cell: (row) => (
        <AppLink to="/approvals" search={{ waitsFor: row.who, ...narrowed(row) }}>
          {say(deskTexts.show)}
        </AppLink>
      ),
    },
  ];
  return (
    <PageView
      title={say(deskTexts.blocking)}
      state={overview.data ? <StateSentence items={overview.data.items} /> : null}
      filters={
        <div className="filter-day">
          <Field label={say(deskTexts.asOf)} type="date" value={asOf ?? today} max={today} onChange={(day) => change({ asOf: day })} />
        </div>
      }
    >
      <Loaded query={overview} rows={8}>
        {({ items }) => (
          <DataTable
            caption={say(deskTexts.blocking)}
            rows={items}
            columns={columns}
            rowKey={(row) => `${row.who} ${row.name}`}
            empty={<Empty title={say(deskTexts.blockingNone)} />}
          />
        )}
      </Loaded>
    </PageView>
  );
}

function StateSentence({ items }: { readonly items: readonly Row[] }) {
  const { say } = useWords();
  const [longest] = [...items].sort((left, right) => right.longestWorkdays - left.longestWorkdays);
  if (!longest) return <>{say(deskTexts.blockingNone)}</>;
  const sum = (count: (row: Row) => number) => items.reduce((total, row) => total + count(row), 0);
  return (
    <>
      {say(deskTexts.blockingState, {
        cases: sum((row) => row.cases),
        late: sum((row) => row.late),
        holders: items.length,
        name: longest.name,
        days: longest.longestWorkdays,
      })}
    </>
  );
}

function CountBar({ cases: count, late, most }: { readonly cases: number; readonly late: number; readonly most: number }) {
  const share = (part: number) => `${Math.round((100 * part) / most)}%`;
  return (
    <span className="count-bar">
      <span className="count-bar-track" aria-hidden="true">
        <span className="count-bar-late" style={{ width: share(late) }} />
        <span className="count-bar-rest" style={{ width: share(count - late) }} />
      </span>
      <span className="count-bar-figure">{count}</span>
    </span>
  );
}
