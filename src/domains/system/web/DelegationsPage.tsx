import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Delegation } from "#domains/system/contract/identity-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { DelegateRole } from "#domains/system/web/DelegateRole.tsx";
import { delegationTexts as texts } from "#domains/system/web/delegation-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

const TONES = { coming: "plain", running: "active", over: "muted", ended: "muted" } as const;

export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const [lending, setLending] = useState(false);
  const delegations = useQuery({ queryKey: ["delegations"], queryFn: () => system.listDelegations({}) });
  const end = useCommand((id: string) => system.endDelegation({ id }), ["delegations", "session"]);
  const lendable = delegations.data?.lendable ?? [];
  const columns: readonly Column<Delegation>[] = [
    { key: "role", title: say(texts.role), cell: (row) => [say(roleTexts[row.role]), row.department].filter(Boolean).join(" · ") },
    { key: "from", title: say(texts.from), cell: (row) => row.from.name },
    { key: "to", title: say(texts.to), cell: (row) => row.to.name },
    { key: "days", title: say(texts.days), cell: (row) => say(texts.span, { from: day(row.validFrom), to: day(row.validTo) }) },
    { key: "because", title: say(texts.because), cell: (row) => row.because },
    { key: "state", title: say(texts.standing), cell: (row) => <StateChip tone={TONES[row.state]}>{say(texts[row.state])}</StateChip> },
    {
      key: "actions",
      title: "",
      cell: (row) =>
        row.abilities["end"]?.allowed ? (
          <ConfirmButton
            text={say(texts.end)}
            question={say(texts.endQuestion)}
            busy={end.isPending && end.variables === row.id}
            onConfirm={() => end.mutate(row.id)}
          />
        ) : null,
    },
  ];
  return (
    <PageView
      title={say(texts.title)}
      state={say(texts.state)}
      action={
        lendable.length > 0 ? (
          <Button type="primary" onClick={() => setLending(true)}>
            {say(texts.lend)}
          </Button>
        ) : null
      }
    >
      <Loaded query={delegations}>
        {({ items }) => (
          <DataTable
            caption={say(texts.title)}
            rows={items}
            columns={columns}
            rowKey={(row) => row.id}
            empty={<Empty title={say(lendable.length > 0 ? texts.nothing : texts.noRole)} hint={say(texts.nothingHint)} />}
          />
        )}
      </Loaded>
      {lending ? <DelegateRole lendable={lendable} onClose={() => setLending(false)} /> : null}
    </PageView>
  );
}
