import { sql } from "kysely";
import { z } from "zod";
import type { DuplicateTerm } from "#domains/registry/contract/duplicate-operations.ts";
import { duplicatePolicy } from "#domains/registry/rules/registry-policy.ts";
import { FIND_DUPLICATES } from "#domains/registry/server/duplicates/find-duplicates.ts";
import { decide, listMerges, mergeEnterprises, toldIn, tryMerge, undoMerge } from "#domains/registry/server/duplicates/merges.ts";
import type { DuplicateHandlers } from "#domains/registry/server/handler-shapes.ts";
import { makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { listRows } from "#domains/registry/server/search/present-enterprise.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

const DuplicateMark = z.object({ score: z.number().int(), id: z.uuid() });

const candidateQuery = (tx: Tx) => tx.selectFrom("duplicate_candidate").selectAll();
type CandidateRow = Awaited<ReturnType<ReturnType<typeof candidateQuery>["execute"]>>[number];

async function present(tx: Tx, rows: readonly CandidateRow[], actor: Actor, today: LocalDate) {
  const ids = [...new Set(rows.flatMap((row) => [row.one_id, row.other_id]))];
  const enterprises = new Map((await listRows(tx, ids, today)).map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const [one, other] = [enterprises.get(row.one_id), enterprises.get(row.other_id)];
    if (one === undefined || other === undefined) return [];
    return [
      {
        id: row.id,
        one,
        other,
        score: row.score,
        terms: row.terms as unknown as DuplicateTerm[],
        state: row.state as "OPEN" | "DISMISSED" | "MERGED",
        foundOn: row.found_on as unknown as LocalDate,
        decidedBy: row.decided_by === null ? null : toldIn(row.decided_in, actor, row.decided_by),
        because: row.because,
        version: row.version,
        abilities: abilitiesOf(duplicatePolicy, actor, { state: row.state }),
      },
    ];
  });
}

export const duplicateHandlers: DuplicateHandlers = {
  listDuplicates: async ({ state, enterpriseId, cursor, limit }, { tx, actor, today }) => {
    const after = readMark(cursor, DuplicateMark);
    let query = candidateQuery(tx)
      .where("state", "=", state)
      .orderBy("score", "desc")
      .orderBy("id", "desc")
      .limit(limit + 1);
    if (enterpriseId !== undefined)
      query = query.where((by) => by.or([by("one_id", "=", enterpriseId), by("other_id", "=", enterpriseId)]));
    if (after !== undefined) query = query.where(sql<boolean>`(score, id) < (${after.score}::smallint, ${after.id}::uuid)`);
    const rows = await query.execute();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await present(tx, page, actor, today),
      next: rows.length > limit && last !== undefined ? makeMark({ score: last.score, id: last.id }) : null,
      total: null,
    };
  },
  findDuplicates: async (_, { enqueue, journal }) => {
    const jobId = await enqueue(FIND_DUPLICATES, { zh: "查找疑似重复的企业", en: "Look for duplicates" }, {});
    journal({ subject: "duplicates", after: { jobId } });
    return { jobId };
  },
  dismissDuplicate: async ({ candidateId, version, because }, { tx, actor, today, journal }) => {
    const row = await candidateQuery(tx).where("id", "=", candidateId).forUpdate().executeTakeFirst();
    if (row === undefined) throw new AppError("registry.no-such-candidate", "not-found");
    if (row.version !== version) throw new AppError("registry.changed-meanwhile", "conflict");
    const may = duplicatePolicy.dismiss(actor, { state: row.state });
    if (!may.allowed) throw new AppError(may.because, "conflict");
    await decide(tx, candidateId, "DISMISSED", actor, because);
    journal({ subject: `duplicate:${candidateId}`, after: { state: "DISMISSED", because } });
    const [view] = await present(tx, [await candidateQuery(tx).where("id", "=", candidateId).executeTakeFirstOrThrow()], actor, today);
    if (view === undefined) throw new AppError("registry.no-such-candidate", "not-found");
    return view;
  },
  tryMerge,
  mergeEnterprises,
  undoMerge,
  listMerges,
};
