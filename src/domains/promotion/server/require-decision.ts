import { promotionErrorTexts } from "#domains/promotion/contract/lead-texts.ts";
import { screeningReasons } from "#domains/promotion/contract/screening-texts.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Decision } from "#kernel/policy.ts";

/** What one may not do to one's own, or to a colleague's, whatever the state. */
const FORBIDDEN = new Set(["own-entry", "own-lead", "own-claim", "not-own-lead", "not-own-paper"]);

/** @throws AppError `access.missing-permission`, or `promotion.refused.…` with the reason's code; what follows its colon is its `state`. */
export function requireDecision(decision: Decision): void {
  if (decision.allowed) return;
  const { because } = decision;
  const colon = because.indexOf(":");
  const code = colon < 0 ? because : because.slice(0, colon);
  const state = colon < 0 ? "" : because.slice(colon + 1);
  if (code === "missing-permission") throw new AppError("access.missing-permission", "forbidden", { permission: state });
  const known =
    Object.hasOwn(promotionErrorTexts, `promotion.refused.${because}`) || Object.hasOwn(screeningReasons, because) ? because : code;
  throw new AppError(`promotion.refused.${known}`, FORBIDDEN.has(code) ? "forbidden" : "conflict", { state });
}
