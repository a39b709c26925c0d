import { sql } from "kysely";
import { PublicTimeline } from "#domains/approvals/contract/case.ts";
import { digestOfCode } from "#domains/approvals/server/access-code.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { AppError } from "#kernel/app-error.ts";

/**
 * The published copy by number and code, through the one door that the anonymous reader has. Whether zone, number or code was wrong is
 * not told, and takes equally long: one digest and one search by it.
 * @throws AppError `approvals.no-such-status`
 */
export const publicStatus: CaseHandlers["publicStatus"] = async ({ zone: slug, number, code }, { tx, actor }) => {
  const zone = await tx.selectFrom("zone").select("id").where("slug", "=", slug).executeTakeFirst();
  const asked = number.toUpperCase();
  const { rows } = await sql<{
    content: unknown;
  }>`select find_case_status(${asked}, ${digestOfCode(actor.zoneId, asked, code)}) content`.execute(tx);
  const content = rows[0]?.content ?? null;
  if (zone === undefined || zone.id !== actor.zoneId || content === null) throw new AppError("approvals.no-such-status", "not-found");
  return PublicTimeline.parse(content);
};
