import { useQuery } from "@tanstack/react-query";
import type { RetentionLine } from "#domains/system/contract/retention-operations.ts";
import { retentionTexts } from "#domains/system/web/retention-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

/** How long things are kept, by which source, and what would go now; the night does it by itself. */
export function Page() {
  const { say, language } = useWords();
  const { moment } = useTimes();
  const sentence = useErrorSentence();
  const retention = useQuery({ queryKey: ["retention"], queryFn: () => system.listRetention({}) });
  const run = useCommand(() => system.runRetention({}), ["retention", "journal"]);
  const columns: readonly Column<RetentionLine>[] = [
    { key: "what", title: say(retentionTexts.what), cell: (row) => row.what[language] },
    {
      key: "days",
      title: say(retentionTexts.kept),
      figure: true,
      cell: (row) => say(retentionTexts.days, { days: row.days }),
      width: "100px",
    },
    { key: "action", title: say(retentionTexts.afterwards), cell: (row) => say(retentionTexts[row.action]), width: "80px" },
    { key: "before", short: true, title: say(retentionTexts.before), cell: (row) => moment(row.before), width: "150px" },
    { key: "rows", title: say(retentionTexts.rows), figure: true, cell: (row) => row.rows, width: "90px" },
    {
      key: "source",
      title: say(retentionTexts.source),
      wideOnly: true,
      cell: (row) => <span className="quiet">{row.source[language]}</span>,
    },
  ];
  const due = retention.data?.items.reduce((sum, line) => sum + line.rows, 0) ?? 0;
  return (
    <PageView
      title={say(retentionTexts.title)}
      state={retention.data ? say(retentionTexts.state, { due }) : null}
      action={
        <AbilityButton ability={retention.data?.abilities["run"]} loading={run.isPending} onClick={() => run.mutate(undefined)}>
          {say(retentionTexts.run)}
        </AbilityButton>
      }
    >
      {run.error ? <p className="notice notice-alert">{sentence(run.error)}</p> : null}
      {run.data ? (
        <p className="notice" role="status">
          {say(retentionTexts.done, { rows: run.data.items.reduce((sum, line) => sum + line.rows, 0) })}
        </p>
      ) : null}
      <Loaded query={retention} rows={4}>
        {({ items }) => <DataTable caption={say(retentionTexts.title)} rows={items} columns={columns} rowKey={(row) => row.key} />}
      </Loaded>
    </PageView>
  );
}
