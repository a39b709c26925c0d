import type { LeadCase } from "#domains/promotion/rules/lead-lifecycle.ts";
import type { Decimal } from "#kernel/decimal.ts";

/** A lead of tests for which every gate is open, but for what the case gives. */
export const exampleLead = (given: Partial<LeadCase> = {}): LeadCase => ({
  state: "TARGETED",
  status: "ACTIVE",
  nature: "investment",
  partyKind: "enterprise",
  ownerId: "owner",
  amountYuan: "600000000" as Decimal,
  interactions: 2,
  worthwhile: true,
  evidence: (["needs-summary", "tailored-plan", "fair-competition-review", "risk-memo", "decision", "landing-proof"] as const).map(
    (kind) => ({
      kind,
      confirmed: true,
    }),
  ),
  contracts: ["formal"],
  promised: true,
  projectId: "project",
  reason: "投资方更换负责人",
  ...given,
});
