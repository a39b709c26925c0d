import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { ISSUE_LEVELS, issueLevelWords } from "#domains/projects/contract/dispatch.ts";
import type { IssueView } from "#domains/projects/contract/dispatch-operations.ts";
import { IssueLevel } from "#domains/projects/contract/task-force-operations.ts";
import { dispatch, projectAddress } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { issueTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { IssueDrawer } from "#domains/projects/web/dispatch/IssueDrawer.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";

type Issue = z.output<typeof IssueView>;

/** What is stuck, across projects: the highest level and the oldest first. */
export function IssueList() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [shown, setShown] = useState<Issue>();
  const level = IssueLevel.safeParse(address["level"]).data;
  const open = address["state"] !== "all";
  const issues = useQuery({ queryKey: ["issues", level, open], queryFn: () => dispatch.listIssues({ level, open }) });
  const columns: readonly Column<Issue>[] = [
    { key: "issue", title: say(issueTexts.issue), cell: (row) => row.title },
    {
      key: "level",
      title: say(issueTexts.level),
      short: true,
      order: (row) => -ISSUE_LEVELS.indexOf(row.level),
      cell: (row) => <StateChip tone={row.level === "leadership" ? "alert" : "plain"}>{say(issueLevelWords[row.level])}</StateChip>,
    },
    {
      key: "project",
      title: say(issueTexts.project),
      cell: (row) => <AppLink to={projectAddress(row.project.id)}>{row.project.name}</AppLink>,
    },
    { key: "owner", title: say(issueTexts.owner), short: true, cell: (row) => row.owner.name },
    {
      key: "stuck",
      title: say(issueTexts.stuck),
      figure: true,
      order: (row) => row.stuckWorkdays,
      cell: (row) => say(issueTexts.stuckDays, { days: row.stuckWorkdays }),
    },
    {
      key: "due",
      title: say(issueTexts.due),
      short: true,
      order: (row) => row.dueOn,
      cell: (row) =>
        row.closedOn !== null ? (
          say(issueTexts.resolved, { day: row.closedOn })
        ) : (
          <div>
            {row.dueOn}
            {row.daysLate > 0 ? <strong className="under">{say(issueTexts.late, { days: row.daysLate })}</strong> : null}
          </div>
        ),
    },
  ];
  return (
    <>
      <div className="page-filters">
        <Choice
          label={say(issueTexts.level)}
          value={level ?? ""}
          onChange={(value) => change({ level: value })}
          options={[
            { value: "", label: say(uiTexts.all) },
            ...ISSUE_LEVELS.toReversed().map((value) => ({ value, label: say(issueLevelWords[value]) })),
          ]}
        />
        <Choice
          label={say(issueTexts.show)}
          value={open ? "" : "all"}
          onChange={(value) => change({ state: value })}
          options={[
            { value: "", label: say(issueTexts.open) },
            { value: "all", label: say(issueTexts.whole) },
          ]}
        />
        {issues.data ? <span className="quiet">{stateOf(issues.data.items, say)}</span> : null}
      </div>
      <Loaded query={issues}>
        {({ items }) => (
          <DataTable
            caption={say(issueTexts.issue)}
            rows={items}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={setShown}
            total={items.length}
            empty={<Empty title={say(issueTexts.empty)} hint={say(issueTexts.emptyHint)} />}
          />
        )}
      </Loaded>
      {shown ? <IssueDrawer issue={shown} onClose={() => setShown(undefined)} /> : null}
    </>
  );
}

function stateOf(items: readonly Issue[], say: ReturnType<typeof useWords>["say"]): string {
  const open = items.filter(({ state }) => state === "OPEN");
  return say(issueTexts.pageState, { open: open.length, top: open.filter(({ level }) => level === "leadership").length });
}
