import { AppError } from "#kernel/app-error.ts";
import type { Decision } from "#kernel/policy.ts";

/** What one may not do to one's own, whatever the state. */
const OWN = ["self-approval", "not-own-request", "own-letter", "own-reply", "not-own-task", "not-addressed"];

/** @throws AppError `access.missing-permission`, or `projects.refused.…` with the reason's code. */
export function requireDecision(decision: Decision): void {
  if (decision.allowed) return;
  const [kind, permission = ""] = decision.because.split(":");
  if (kind === "missing-permission") throw new AppError("access.missing-permission", "forbidden", { permission });
  throw new AppError(`projects.refused.${decision.because}`, OWN.includes(decision.because) ? "forbidden" : "conflict");
}
