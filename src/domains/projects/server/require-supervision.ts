import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { supervisionPolicy } from "#domains/projects/rules/project-policy.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { getSupervision, getSupervisionSubject } from "#domains/projects/server/supervision-store.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** One piece of supervision with which this may be done now. @throws AppError when there is none, or it may not. */
export async function requireSupervision(
  what: keyof typeof supervisionPolicy,
  id: string,
  { tx, today, actor }: OperationContext,
): Promise<SupervisionView> {
  const letter = await getSupervision(tx, id, today);
  requireDecision(supervisionPolicy[what](actor, await getSupervisionSubject(tx, id)));
  return letter;
}
