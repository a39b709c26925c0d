import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { peopleTexts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Role, SIGNED_IN_ROLES } from "#kernel/role.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

const GrantableRole = Role.exclude(["anonymous"]);

export function GrantRole({ person, onClose }: { readonly person: PersonRow; readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [role, setRole] = useState<string>("statistics");
  const [departmentId, setDepartmentId] = useState("");
  const [until, setUntil] = useState("");
  const departments = useQuery({ queryKey: ["departments"], queryFn: () => system.listDepartments({}) });
  const validTo = findLocalDate(until);
  const grant = useCommand(
    () =>
      system.grantRole({
        personId: person.id,
        role: GrantableRole.parse(role),
        ...(departmentId ? { departmentId } : {}),
        ...(validTo ? { validTo } : {}),
      }),
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
      <Choice
        stacked
        label={say(peopleTexts.role)}
        value={role}
        onChange={setRole}
        options={SIGNED_IN_ROLES.map((value) => ({ value, label: say(roleTexts[value]) }))}
      />
      <Choice
        stacked
        label={say(peopleTexts.department)}
        value={departmentId}
        onChange={setDepartmentId}
        options={[
          { value: "", label: say(peopleTexts.noDepartment) },
          ...(departments.data?.items ?? []).map((department) => ({
            value: department.id,
            label: (language === "en" && department.nameEn) || department.name,
          })),
        ]}
      />
      <Field label={say(peopleTexts.until)} type="date" value={until} onChange={setUntil} hint={say(peopleTexts.untilHint)} />
    </CommandForm>
  );
}
