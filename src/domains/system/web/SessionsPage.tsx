import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { sessionTexts } from "#domains/system/web/journal-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: () => system.listSessions({}) });
  const end = useCommand((id: string) => system.endSession({ id }), ["sessions"]);
  return (
    <PageView title={say(sessionTexts.title)} state={sessions.data ? say(sessionTexts.state, { count: sessions.data.items.length }) : null}>
      <Loaded query={sessions}>
        {({ items }) => (
          <DataTable
            caption={say(sessionTexts.title)}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: "device", title: say(sessionTexts.device), cell: (row) => row.device ?? "–" },
              { key: "from", title: say(sessionTexts.from), cell: (row) => row.from ?? "–" },
              { key: "started", title: say(sessionTexts.started), cell: (row) => moment(row.startedAt) },
              { key: "seen", title: say(sessionTexts.seen), cell: (row) => moment(row.lastSeenAt) },
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
    </PageView>
  );
}
