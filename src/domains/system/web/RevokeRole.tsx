import { useState } from "react";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { peopleTexts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type RevokeRoleProps = { readonly person: PersonRow; readonly membership: PersonRow["memberships"][number]; readonly onClose: () => void };

export function RevokeRole({ person, membership, onClose }: RevokeRoleProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const revoke = useCommand(
    () => system.revokeRole({ personId: person.id, membershipId: membership.id, reason }),
    ["people", "session"],
    onClose,
  );
  const title = say(peopleTexts.revokeTitle, { name: person.name, role: say(roleTexts[membership.role]) });
  return (
    <CommandForm
      open
      title={title}
      submit={say(peopleTexts.revoke)}
      danger
      busy={revoke.isPending}
      error={revoke.error}
      onSubmit={() => revoke.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(peopleTexts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}
