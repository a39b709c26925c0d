import { approvalReasons } from "#domains/approvals/contract/approval-texts.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Decision } from "#kernel/policy.ts";

/** Refusals that are about who asks, not about the state of the case. */
const FORBIDDEN = new Set([
  "self-approval",
  "accepter-decides",
  "other-department",
  "not-your-review",
  "other-departments-matter",
  "other-departments-finding",
  "other-enterprise",
  "verifier-revokes",
  "no-authorisation",
]);

/** @throws AppError `access.missing-permission`, or `approvals.refused.…` with the reason's code; what follows its colon is its `name`. */
export function requireDecision(decision: Decision): void {
  if (decision.allowed) return;
  const { because } = decision;
  const colon = because.indexOf(":");
  const code = colon < 0 ? because : because.slice(0, colon);
  const name = colon < 0 ? "" : because.slice(colon + 1);
  if (code === "missing-permission") throw new AppError("access.missing-permission", "forbidden", { permission: name });
  const known = Object.hasOwn(approvalReasons, because) ? because : code;
  throw new AppError(`approvals.refused.${known}`, FORBIDDEN.has(code) ? "forbidden" : "conflict", { name });
}
