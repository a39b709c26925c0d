import { useState } from "react";
import type { ChainNode } from "#domains/chain/contract/chain.ts";
import { RoleKind, roleKindWords } from "#domains/chain/contract/role.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { roleTexts } from "#domains/chain/web/role-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function AppointRole({ node, onClose }: { readonly node: ChainNode; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<RoleKind>("chief");
  const [name, setName] = useState("");
  const [office, setOffice] = useState("");
  const [uscc, setUscc] = useState("");
  const [from, setFrom] = useState<string>(today);
  const appoint = useCommand(
    () =>
      chain.appointRole({
        node: node.code,
        kind,
        name,
        from: from as LocalDate,
        ...(kind === "chief" ? { office } : {}),
        ...(kind === "leader_firm" && uscc.trim() !== "" ? { uscc } : {}),
      }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(roleTexts.appointTitle, { node: node.name })}
      submit={say(roleTexts.save)}
      busy={appoint.isPending}
      error={appoint.error}
      onSubmit={() => appoint.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(roleTexts.role)}
        value={kind}
        onChange={(value) => setKind(RoleKind.parse(value))}
        options={RoleKind.options.map((value) => ({ value, label: say(roleKindWords[value]) }))}
      />
      <Field label={say(roleTexts.name)} value={name} onChange={setName} required minLength={2} maxLength={120} autoFocus />
      {kind === "chief" ? (
        <Field label={say(roleTexts.office)} value={office} onChange={setOffice} maxLength={80} />
      ) : (
        <Field label={say(roleTexts.uscc)} value={uscc} onChange={setUscc} maxLength={30} />
      )}
      <Field label={say(roleTexts.since)} type="date" value={from} onChange={setFrom} required />
    </CommandForm>
  );
}
