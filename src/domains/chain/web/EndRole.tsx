import { useState } from "react";
import { type ChainRole, roleKindWords } from "#domains/chain/contract/role.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { roleTexts } from "#domains/chain/web/role-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function EndRole({ role, onClose }: { readonly role: ChainRole; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [until, setUntil] = useState<string>(today);
  const end = useCommand(
    () => chain.endRole({ roleId: role.id, version: role.version, until: until as LocalDate }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(roleTexts.end)} · ${say(roleKindWords[role.kind])} · ${role.name}`}
      submit={say(roleTexts.end)}
      busy={end.isPending}
      error={end.error}
      onSubmit={() => end.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(roleTexts.until)} type="date" value={until} onChange={setUntil} required autoFocus />
    </CommandForm>
  );
}
