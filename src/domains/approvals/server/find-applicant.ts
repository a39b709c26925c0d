import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type Applicant = { readonly enterpriseId: string | null; readonly name: string; readonly uscc: string | null };

/**
 * For whom a case is filed: an enterprise's account for its own enterprise, as the national register names it; an officer at the counter
 * for whoever stands there, by name and code.
 * @throws AppError `approvals.no-enterprise`, `approvals.other-enterprise`, `approvals.enterprise-missing`, `approvals.uscc`
 */
export async function findApplicant(
  tx: Tx,
  given: { readonly enterprise?: string | undefined; readonly uscc?: string | undefined },
): Promise<Applicant> {
  const actor = actorOf(tx);
  const uscc = given.uscc === undefined || given.uscc === "" ? null : normaliseUscc(given.uscc);
  if (uscc !== null && !isUscc(uscc)) throw new AppError("approvals.uscc", "invalid", { uscc: given.uscc?.slice(0, 30) ?? "" });
  if (actor.role === "enterprise") return ownEnterprise(tx, actor.enterpriseId, given.enterprise, uscc);
  if (given.enterprise === undefined) throw new AppError("approvals.enterprise-missing", "invalid");
  const rows = await (uscc === null
    ? tx.selectFrom("enterprise").select("id").where("name", "=", given.enterprise)
    : tx.selectFrom("enterprise").select("id").where("identifier", "=", uscc)
  )
    .limit(2)
    .execute();
  return { enterpriseId: rows.length === 1 ? (rows[0]?.id ?? null) : null, name: given.enterprise, uscc };
}

async function ownEnterprise(tx: Tx, id: string | null, named: string | undefined, uscc: string | null): Promise<Applicant> {
  const own =
    id === null
      ? undefined
      : await tx.selectFrom("enterprise").select(["id", "name", "identifier", "identifier_kind"]).where("id", "=", id).executeTakeFirst();
  if (own === undefined) throw new AppError("approvals.no-enterprise", "forbidden");
  const code = own.identifier_kind === "uscc" ? own.identifier : null;
  if ((named !== undefined && named !== own.name) || (uscc !== null && code !== null && uscc !== code))
    throw new AppError("approvals.other-enterprise", "forbidden", { own: own.name });
  return { enterpriseId: own.id, name: own.name, uscc: code ?? uscc };
}
