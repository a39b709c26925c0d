import { AppError } from "#kernel/app-error.ts";
import type { Decision } from "#kernel/policy.ts";

/** @throws AppError `access.missing-permission`, or `chain.refused.…` with the reason's code. */
export function requireDecision(decision: Decision): void {
  if (decision.allowed) return;
  const [kind, permission = ""] = decision.because.split(":");
  if (kind === "missing-permission") throw new AppError("access.missing-permission", "forbidden", { permission });
  throw new AppError(`chain.refused.${decision.because}`, decision.because === "own-version" ? "forbidden" : "conflict");
}
