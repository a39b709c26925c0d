import { expect, test } from "vitest";
import { DocumentState } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentPolicy, intelligenceGrants } from "#domains/intelligence/rules/intelligence-policy.ts";
import type { Actor, Grants } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const as = (role: Role): Actor => ({
  id: "1",
  name: "",
  zoneId: "z",
  role,
  enterpriseId: null,
  departmentId: null,
  permissions: new Set(
    Object.entries(intelligenceGrants as Grants).flatMap(([permission, roles]) => (roles.includes(role) ? [permission] : [])),
  ),
});

// The allowed cases by name; every other pair of role and state is expected to be refused.
const allowed: Readonly<
  Record<keyof typeof documentPolicy, { readonly roles: readonly Role[]; readonly states: readonly DocumentState[] }>
> = {
  review: { roles: ["statistics", "promotion"], states: ["review", "reviewed"] },
  withdraw: { roles: ["statistics", "department_head"], states: ["received", "reading", "review", "reviewed", "failed"] },
  downloadOriginal: {
    roles: ["statistics", "promotion", "leadership", "department_head"],
    states: ["received", "reading", "review", "reviewed", "failed"],
  },
};

for (const [name, decide] of Object.entries(documentPolicy)) {
  const expected = allowed[name as keyof typeof documentPolicy];
  test.each(Role.options.flatMap((role) => DocumentState.options.map((state) => [role, state] as const)))(
    `${name}：%s 对 %s 的文档`,
    (role, state) => {
      expect(decide(as(role), { state }).allowed).toBe(expected.roles.includes(role) && expected.states.includes(state));
    },
  );
}
