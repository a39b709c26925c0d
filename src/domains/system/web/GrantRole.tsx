import { useState } from "react";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { peopleTexts } from "#domains/system/web/people-texts.ts";
import { draftOf, RoleFields, readRole } from "#domains/system/web/RoleFields.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function GrantRole({ person, onClose }: { readonly person: PersonRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const [draft, setDraft] = useState(draftOf("statistics"));
  const [from, setFrom] = useState("");
  const validFrom = findLocalDate(from);
  const grant = useCommand(
    () => system.grantRole({ personId: person.id, ...readRole(draft), ...(validFrom ? { validFrom } : {}) }),
    ["people", "session"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(peopleTexts.grantTo, { name: person.name })}
      submit={say(peopleTexts.grant)}
      busy={grant.isPending}
      error={grant.error}
      onSubmit={() => grant.mutate(undefined)}
      onClose={onClose}
    >
      <RoleFields draft={draft} onChange={setDraft} />
      <Field label={say(peopleTexts.from)} type="date" value={from} onChange={setFrom} hint={say(peopleTexts.fromHint)} />
    </CommandForm>
  );
}
