import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { WorkloadRow } from "#domains/projects/contract/dispatch-operations.ts";
import { departmentsOf } from "#domains/projects/web/dispatch/AddResolution.tsx";
import { dispatch } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { workloadTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { usePeople } from "#domains/projects/web/use-people.ts";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useTimes } from "#ui/use-times.ts";

type Row = z.output<typeof WorkloadRow>;
const KINDS = ["tasks", "issues", "resolutions"] as const;
const total = (row: Row, part: "overdue" | "soon"): number => KINDS.reduce((sum, kind) => sum + row[kind][part], 0);

/** Whose hands are full: by name, or by load when asked for. It ranks nobody. */
export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const [address, change] = useAddress();
  const departmentId = address["department"];
  const order = address["order"] === "load" ? "load" : "name";
  const officials = usePeople();
  const query = useQuery({ queryKey: ["workload", departmentId, order], queryFn: () => dispatch.workload({ departmentId, order }) });
  const most = Math.max(1, ...(query.data?.items.map((row) => row.load) ?? []));
  const sum = (part: (row: Row) => number): number => query.data?.items.reduce((all, row) => all + part(row), 0) ?? 0;
  const counts = (kind: (typeof KINDS)[number]): Column<Row> => ({
    key: kind,
    title: say(workloadTexts[kind]),
    figure: true,
    cell: (row) => (
      <span>
        {row[kind].open}
        {row[kind].overdue > 0 ? <strong className="late-count">{say(workloadTexts.overdue, { count: row[kind].overdue })}</strong> : null}
      </span>
    ),
  });
  const columns: readonly Column<Row>[] = [
    { key: "person", title: say(workloadTexts.person), short: true, cell: (row) => row.person.name },
    { key: "department", title: say(workloadTexts.department), short: true, cell: (row) => row.department ?? "–" },
    {
      key: "load",
      title: say(workloadTexts.load),
      cell: (row) => <LoadBar row={row} most={most} />,
      width: "26%",
    },
    counts("tasks"),
    counts("issues"),
    counts("resolutions"),
    { key: "soon", title: say(workloadTexts.soon), figure: true, cell: (row) => total(row, "soon") },
    { key: "owned", title: say(workloadTexts.owned), figure: true, cell: (row) => row.owned },
    { key: "led", title: say(workloadTexts.led), figure: true, cell: (row) => row.led },
  ];
  return (
    <PageView
      title={say(workloadTexts.title)}
      state={
        query.data
          ? say(workloadTexts.pageState, {
              people: query.data.items.length,
              load: sum((row) => row.load),
              overdue: sum((row) => total(row, "overdue")),
              soon: sum((row) => total(row, "soon")),
              until: day(query.data.until),
            })
          : null
      }
      filters={
        <>
          <Choice
            label={say(workloadTexts.department)}
            value={departmentId ?? ""}
            onChange={(value) => change({ department: value })}
            options={[{ value: "", label: say(uiTexts.all) }, ...departmentsOf(officials.data?.items ?? [])]}
          />
          <Choice
            label={say(workloadTexts.order)}
            value={order}
            onChange={(value) => change({ order: value === "name" ? "" : value })}
            options={[
              { value: "name", label: say(workloadTexts.byName) },
              { value: "load", label: say(workloadTexts.byLoad) },
            ]}
          />
          <span className="quiet">
            {KINDS.map((kind) => (
              <span key={kind}>
                <span className={`key key-${kind}`} aria-hidden="true" /> {say(workloadTexts[kind])}
              </span>
            ))}
          </span>
          <span className="quiet">{say(workloadTexts.hint)}</span>
        </>
      }
    >
      <Loaded query={query}>
        {({ items }) => (
          <DataTable
            caption={say(workloadTexts.title)}
            rows={items}
            columns={columns}
            rowKey={(row) => row.person.id}
            total={items.length}
          />
        )}
      </Loaded>
    </PageView>
  );
}

/** Three parts told apart by their shade; the numbers stand beside it. */
function LoadBar({ row, most }: { readonly row: Row; readonly most: number }) {
  const { say } = useWords();
  const label = say(workloadTexts.barLabel, { tasks: row.tasks.open, issues: row.issues.open, resolutions: row.resolutions.open });
  return (
    <span className="load">
      <span className="load-bar" role="img" aria-label={label}>
        {KINDS.map((kind) =>
          row[kind].open === 0 ? null : (
            <span key={kind} className={`load-${kind}`} style={{ width: `${(100 * row[kind].open) / most}%` }} />
          ),
        )}
      </span>
      <span className="load-count">{row.load}</span>
    </span>
  );
}
