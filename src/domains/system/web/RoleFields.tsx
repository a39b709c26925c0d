import { useQuery } from "@tanstack/react-query";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { EnterpriseChoice } from "#domains/system/web/EnterpriseChoice.tsx";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Role, SIGNED_IN_ROLES } from "#kernel/role.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

export type RoleDraft = {
  readonly role: string;
  readonly departmentId: string;
  readonly enterpriseId: string;
  readonly until: string;
};
export const draftOf = (role: string): RoleDraft => ({ role, departmentId: "", enterpriseId: "", until: "" });

const GrantableRole = Role.exclude(["anonymous"]);

/** What the server is sent: fields that are empty, or do not belong to the role, stay out. */
export function readRole({ role, departmentId, enterpriseId, until }: RoleDraft) {
  const validTo = findLocalDate(until);
  return {
    role: GrantableRole.parse(role),
    ...(role !== "enterprise" && departmentId ? { departmentId } : {}),
    ...(role === "enterprise" && enterpriseId ? { enterpriseId } : {}),
    ...(validTo ? { validTo } : {}),
  };
}

type RoleFieldsProps = { readonly draft: RoleDraft; readonly onChange: (draft: RoleDraft) => void; readonly optional?: boolean };

export function RoleFields({ draft, onChange, optional = false }: RoleFieldsProps) {
  const { say, language } = useWords();
  const departments = useQuery({ queryKey: ["departments"], queryFn: () => system.listDepartments({}) });
  const { role, departmentId, enterpriseId, until } = draft;
  return (
    <>
      <Choice
        stacked
        label={say(texts.role)}
        value={role}
        onChange={(chosen) => onChange({ ...draft, role: chosen })}
        options={[
          ...(optional ? [{ value: "", label: say(texts.roleLater) }] : []),
          ...SIGNED_IN_ROLES.map((value) => ({ value, label: say(roleTexts[value]) })),
        ]}
      />
      {role === "enterprise" ? (
        <EnterpriseChoice value={enterpriseId} onChange={(chosen) => onChange({ ...draft, enterpriseId: chosen })} />
      ) : null}
      {role !== "" && role !== "enterprise" ? (
        <Choice
          stacked
          label={say(texts.department)}
          value={departmentId}
          onChange={(chosen) => onChange({ ...draft, departmentId: chosen })}
          options={[
            { value: "", label: say(texts.noDepartment) },
            ...(departments.data?.items ?? []).map((department) => ({
              value: department.id,
              label: (language === "en" && department.nameEn) || department.name,
            })),
          ]}
        />
      ) : null}
      {role === "" ? null : (
        <Field
          label={say(texts.until)}
          type="date"
          value={until}
          onChange={(day) => onChange({ ...draft, until: day })}
          hint={say(texts.untilHint)}
        />
      )}
    </>
  );
}
