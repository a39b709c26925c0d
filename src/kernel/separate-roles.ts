import type { Role } from "#kernel/role.ts";

type Separation = { readonly roles: readonly Role[]; readonly source: string };

/** Of each row one person holds one role at most, in one zone and on one day. */
export const SEPARATE_ROLES: readonly Separation[] = [
  {
    roles: ["system_administrator", "security_administrator", "audit_administrator"],
    source: "GB/T 22239-2019 8.1.5 安全管理中心; handbook §16: separate system/security/audit administrators",
  },
  { roles: ["policy_payout", "payer"], source: "handbook §1: 申请、审核、拨付是三个人" },
  { roles: ["enterprise", "policy_payout"], source: "handbook §1: 申请、审核、拨付是三个人" },
  { roles: ["enterprise", "payer"], source: "handbook §1: 申请、审核、拨付是三个人" },
  { roles: ["enterprise", "approval_window"], source: "handbook §1: no self-approval; who applies does not accept" },
];

/** The role among those held that forbids taking on this one. */
export const roleThatForbids = (wanted: Role, held: readonly Role[]): Role | undefined =>
  held.find((role) => role !== wanted && SEPARATE_ROLES.some(({ roles }) => roles.includes(role) && roles.includes(wanted)));
