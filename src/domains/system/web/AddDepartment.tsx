import { useState } from "react";
import { system } from "#domains/system/web/system-client.ts";
import { zoneTexts } from "#domains/system/web/zone-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AddDepartment({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState("");
  const [nameEn, setNameEn] = useState("");
  const add = useCommand(() => system.createDepartment({ name, nameEn }), ["departments"], onClose);
  return (
    <CommandForm
      open
      title={say(zoneTexts.addDepartment)}
      submit={say(zoneTexts.addDepartment)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(zoneTexts.name)} value={name} onChange={setName} required minLength={2} maxLength={60} autoFocus />
      <Field label={say(zoneTexts.nameEn)} value={nameEn} onChange={setNameEn} maxLength={120} />
    </CommandForm>
  );
}
