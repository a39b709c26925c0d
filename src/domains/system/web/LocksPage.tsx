import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Lock } from "#domains/system/contract/identity-operations.ts";
import { lockTexts as texts } from "#domains/system/web/lock-texts.ts";
import { ReasonForm } from "#domains/system/web/ReasonForm.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";

export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const [lifting, setLifting] = useState<Lock>();
  const locks = useQuery({ queryKey: ["locks"], queryFn: () => system.listLocks({}), refetchInterval: 30_000 });
  const columns: readonly Column<Lock>[] = [
    {
      key: "of",
      title: say(texts.of),
      cell: (row) => (
        <>
          <strong>{row.personName ?? row.name}</strong>{" "}
          <span className="quiet">{[say(texts[row.of]), row.personName === null ? "" : row.name].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "kind", title: say(texts.kind), cell: (row) => say(texts[row.kind]) },
    { key: "failures", title: say(texts.failures), figure: true, cell: (row) => row.failures },
    { key: "last", title: say(texts.last), short: true, cell: (row) => moment(row.lastAt) },
    { key: "until", title: say(texts.until), short: true, cell: (row) => moment(row.until) },
    {
      key: "actions",
      title: "",
      cell: (row) => (
        <Button size="small" onClick={() => setLifting(row)}>
          {say(texts.lift)}
        </Button>
      ),
    },
  ];
  return (
    <PageView title={say(texts.title)} state={locks.data ? say(texts.state, { count: locks.data.items.length }) : null}>
      <Loaded query={locks}>
        {({ items }) => (
          <DataTable
            caption={say(texts.title)}
            rows={items}
            columns={columns}
            rowKey={(row) => `${row.of} ${row.kind} ${row.name}`}
            empty={<Empty title={say(texts.none)} hint={say(texts.noneHint)} />}
          />
        )}
      </Loaded>
      {lifting ? (
        <ReasonForm
          title={say(texts.liftTitle, { name: lifting.personName ?? lifting.name })}
          submit={say(texts.lift)}
          run={(reason) => system.liftLock({ of: lifting.of, name: lifting.name, reason })}
          touches={["locks"]}
          onClose={() => setLifting(undefined)}
        >
          <p className="quiet">{say(texts.liftHint)}</p>
        </ReasonForm>
      ) : null}
    </PageView>
  );
}
