import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { RobotRow } from "#domains/notices/contract/notice-operations.ts";
import { AddRobot } from "#domains/notices/web/AddRobot.tsx";
import { robotKinds, robotWords } from "#domains/notices/web/notice-words.ts";
import { notices } from "#domains/notices/web/notices-client.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence, useSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

export function Page() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const reason = useSentence();
  const [adding, setAdding] = useState(false);
  const robots = useQuery({ queryKey: ["robots"], queryFn: () => notices.listRobots({}) });
  const test = useCommand((robotId: string) => notices.testRobot({ robotId }), ["robots"]);
  const remove = useCommand((robotId: string) => notices.removeRobot({ robotId }), ["robots", "notice-settings"]);
  const error = test.error ?? remove.error;
  const columns: readonly Column<RobotRow>[] = [
    { key: "name", title: say(robotWords.name), cell: (row) => row.name },
    { key: "kind", short: true, title: say(robotWords.kind), cell: (row) => say(robotKinds[row.kind]) },
    { key: "host", title: say(robotWords.host), cell: (row) => row.host, wideOnly: true },
    { key: "signed", short: true, title: say(robotWords.signed), cell: (row) => say(row.signed ? robotWords.yes : robotWords.no) },
    { key: "week", title: say(robotWords.week), cell: (row) => say(robotWords.counts, row) },
    { key: "failure", title: say(robotWords.lastFailure), cell: (row) => (row.lastFailure === null ? "–" : reason(row.lastFailure)) },
    {
      key: "actions",
      title: "",
      cell: (row) => (
        <span className="actions">
          <Button size="small" loading={test.isPending && test.variables === row.id} onClick={() => test.mutate(row.id)}>
            {say(robotWords.test)}
          </Button>
          <ConfirmButton
            text={say(robotWords.remove)}
            question={say(robotWords.removeAsk)}
            busy={remove.isPending && remove.variables === row.id}
            onConfirm={() => remove.mutate(row.id)}
          />
        </span>
      ),
    },
  ];
  return (
    <PageView
      title={say(robotWords.title)}
      state={robots.data ? say(robotWords.state, { count: robots.data.items.length }) : null}
      action={
        <Button type="primary" onClick={() => setAdding(true)}>
          {say(robotWords.add)}
        </Button>
      }
    >
      {error ? (
        <p className="problems" role="alert">
          {sentence(error)}
        </p>
      ) : null}
      <Loaded query={robots}>
        {({ items }) => (
          <DataTable
            caption={say(robotWords.title)}
            rows={items}
            rowKey={(row) => row.id}
            columns={columns}
            empty={<Empty title={say(robotWords.empty)} hint={say(robotWords.emptyHint)} />}
          />
        )}
      </Loaded>
      {adding ? <AddRobot onClose={() => setAdding(false)} /> : null}
    </PageView>
  );
}
