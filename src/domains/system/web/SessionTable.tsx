import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { accountTexts } from "#domains/system/web/account-texts.ts";
import { sessionTexts } from "#domains/system/web/journal-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

/** Where one is signed in, and the door out of each. */
export function SessionTable() {
  const { say } = useWords();
  const { moment } = useTimes();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: () => system.listSessions({}) });
  const end = useCommand((id: string) => system.endSession({ id }), ["sessions"]);
  const endAll = useCommand(() => system.endAllSessions({}), ["sessions"]);
  const others = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Section
      title={say(accountTexts.sessionsSection)}
      aside={
        others ? (
          <ConfirmButton
            text={say(accountTexts.endAll)}
            question={say(accountTexts.endAllQuestion)}
            busy={endAll.isPending}
            onConfirm={() => endAll.mutate(undefined)}
          />
        ) : null
      }
    >
      <p className="section-body quiet">{sessions.data ? say(sessionTexts.state, { count: sessions.data.items.length }) : null}</p>
      <Loaded query={sessions}>
        {({ items }) => (
          <DataTable
            caption={say(accountTexts.sessionsSection)}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: "device", title: say(sessionTexts.device), cell: (row) => row.device ?? "–" },
              { key: "from", title: say(sessionTexts.from), cell: (row) => row.from ?? "–" },
              { key: "started", title: say(sessionTexts.started), short: true, cell: (row) => moment(row.startedAt) },
              { key: "seen", title: say(sessionTexts.seen), short: true, cell: (row) => moment(row.lastSeenAt) },
              {
                key: "actions",
                title: "",
                cell: (row) =>
                  row.current ? (
                    <StateChip tone="active">{say(sessionTexts.current)}</StateChip>
                  ) : (
                    <Button size="small" loading={end.isPending && end.variables === row.id} onClick={() => end.mutate(row.id)}>
                      {say(sessionTexts.end)}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
