import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { HeldRole } from "#domains/system/contract/person-row.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { delegationTexts as texts } from "#domains/system/web/delegation-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type DelegateRoleProps = { readonly lendable: readonly HeldRole[]; readonly onClose: () => void };

export function DelegateRole({ lendable, onClose }: DelegateRoleProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [membershipId, setMembership] = useState(lendable[0]?.id ?? "");
  const [personId, setPerson] = useState("");
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState<string>(today);
  const [reason, setReason] = useState("");
  const colleagues = useQuery({ queryKey: ["colleagues"], queryFn: () => system.listColleagues({}) });
  const [first, last] = [findLocalDate(from), findLocalDate(to)];
  const lend = useCommand(
    async () => {
      if (first && last) await system.delegateRole({ membershipId, personId, from: first, to: last, reason });
    },
    ["delegations"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.lend)}
      submit={say(texts.lend)}
      busy={lend.isPending}
      error={lend.error}
      onSubmit={() => {
        if (personId !== "" && first && last) lend.mutate(undefined);
      }}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.role)}
        value={membershipId}
        onChange={setMembership}
        options={lendable.map(({ id, role, department }) => ({
          value: id,
          label: [say(roleTexts[role]), department].filter(Boolean).join(" · "),
        }))}
      />
      <SearchChoice
        stacked
        label={say(texts.to)}
        value={personId}
        onChange={setPerson}
        options={(colleagues.data?.items ?? []).map(({ id, name, department }) => ({
          value: id,
          label: [name, department].filter(Boolean).join(" · "),
        }))}
      />
      <div className="fields-row">
        <Field label={say(texts.firstDay)} type="date" value={from} onChange={setFrom} required />
        <Field label={say(texts.lastDay)} type="date" value={to} onChange={setTo} required hint={say(texts.daysHint)} />
      </div>
      <Field label={say(texts.because)} value={reason} onChange={setReason} required minLength={2} maxLength={200} />
    </CommandForm>
  );
}
