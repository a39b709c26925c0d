import { useState } from "react";
import { system } from "#domains/system/web/system-client.ts";
import { zoneTexts } from "#domains/system/web/zone-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

const BLANK = { name: "", nameEn: "", slug: "", region: "", departments: "", adminName: "", adminUsername: "", adminPassword: "" };

/** A zone of one's own: its departments and the one person who can let others in. */
export function CreateZone({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [form, setForm] = useState(BLANK);
  const change = (name: keyof typeof BLANK) => (value: string) => setForm((before) => ({ ...before, [name]: value }));
  const create = useCommand(
    () => {
      const { region, departments, ...rest } = form;
      const names = departments.split("\n").map((line) => line.trim());
      return system.createZone({ ...rest, departments: names.filter((name) => name !== ""), ...(region === "" ? {} : { region }) });
    },
    ["zones"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(zoneTexts.add)}
      submit={say(zoneTexts.add)}
      busy={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(zoneTexts.name)} value={form.name} onChange={change("name")} required minLength={2} maxLength={80} autoFocus />
      <Field label={say(zoneTexts.nameEn)} value={form.nameEn} onChange={change("nameEn")} maxLength={120} />
      <Field
        label={say(zoneTexts.slug)}
        value={form.slug}
        onChange={change("slug")}
        required
        maxLength={41}
        hint={say(zoneTexts.slugHint)}
      />
      <Field
        label={say(zoneTexts.region)}
        value={form.region}
        onChange={change("region")}
        maxLength={80}
        hint={say(zoneTexts.regionHint)}
      />
      <Field label={say(zoneTexts.departmentsField)} value={form.departments} onChange={change("departments")} rows={5} />
      <h3>{say(zoneTexts.admin)}</h3>
      <Field label={say(zoneTexts.adminName)} value={form.adminName} onChange={change("adminName")} required maxLength={60} />
      <Field
        label={say(zoneTexts.adminUsername)}
        value={form.adminUsername}
        onChange={change("adminUsername")}
        required
        minLength={2}
        maxLength={60}
        autoComplete="off"
      />
      <Field
        label={say(zoneTexts.adminPassword)}
        type="password"
        value={form.adminPassword}
        onChange={change("adminPassword")}
        required
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
        hint={say(zoneTexts.passwordHint)}
      />
    </CommandForm>
  );
}
