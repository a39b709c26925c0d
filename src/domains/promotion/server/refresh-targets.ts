import type { TargetMove } from "#domains/promotion/contract/target.ts";
import { hasMoved, standingOf, termMoves } from "#domains/promotion/rules/compare-targets.ts";
import { explainVetoes, NOTHING_NOTED } from "#domains/promotion/rules/explain-target.ts";
import { targetListPolicy } from "#domains/promotion/rules/screening-policy.ts";
import { askChain } from "#domains/promotion/server/chain-question.ts";
import type { TargetHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { requireVersion } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import {
  keepScore,
  runScreening,
  type ScoredEnterprise,
  type ScreeningRun,
  scoreEnterprises,
} from "#domains/promotion/server/run-screening.ts";
import { scoringOn } from "#domains/promotion/server/scoring-versions.ts";
import { candidatesOf } from "#domains/promotion/server/screen-targets.ts";
import {
  appendScores,
  appendTargetSteps,
  getList,
  type ListRow,
  lockList,
  presentList,
  presentTargets,
  questionOf,
  targetsOf,
} from "#domains/promotion/server/target-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

type Today = { readonly run: ScreeningRun; readonly scored: ReadonlyMap<string, ScoredEnterprise> };

/** The question of a list asked again: today's data, today's scoring table, and the place as the chain draws it today. */
async function askAgain(tx: Tx, list: ListRow, enterpriseIds: readonly string[], limit: number, today: LocalDate): Promise<Today> {
  const question = questionOf(list);
  const place = await askChain(tx, list.node, today).catch((error: unknown) => {
    // The chain of today has the place no more, or none is in force: then as it was drawn at the locking.
    if (error instanceof AppError && error.kind === "not-found") return question.place;
    throw error;
  });
  const run = await runScreening(
    tx,
    { place, filter: question.filter, scoring: await scoringOn(tx, today), asOf: today },
    { limit, excludedLimit: 0 },
  );
  return { run, scored: await scoreEnterprises(tx, enterpriseIds, run) };
}

export const refreshTargets: TargetHandlers["refreshTargets"] = async ({ listId }, { tx, today }) => {
  const list = await getList(tx, listId);
  const table = await targetsOf(tx, listId);
  const targets = await presentTargets(tx, list, table);
  const length = targets.filter(({ rank }) => rank !== null).length;
  const ids = targets.map(({ enterpriseId }) => enterpriseId);
  const { run, scored } = await askAgain(tx, list, ids, length + targets.length, today);
  const places = new Map(run.top.map((id, place) => [id, place + 1]));
  // Who was dropped stays on the list with the reason and is nobody's concern any more.
  const compared = targets.filter(({ status }) => status !== "DROPPED");
  const moves = compared.flatMap((target): TargetMove[] => {
    const one = scored.get(target.enterpriseId);
    const now = one === undefined ? null : keepScore(one, run);
    const standing = standingOf({ registered: one !== undefined, inPool: one?.inPool ?? false, vetoes: one?.vetoes ?? [] });
    const terms = now === null ? [] : termMoves(target.score, now);
    if (!hasMoved(terms, standing, target.score.vetoes.length > 0)) return [];
    return [
      {
        targetId: target.id,
        enterpriseId: target.enterpriseId,
        enterprise: target.enterprise,
        status: target.status,
        standing,
        rankThen: target.rank,
        rankNow: places.get(target.enterpriseId) ?? null,
        before: target.score,
        after: now,
        moves: terms,
        against: one === undefined ? [] : explainVetoes(one.vetoes, one.row, knownOf(run, target.enterpriseId), one.explaining),
      },
    ];
  });
  const onList = new Set(ids);
  const fresh = run.top.slice(0, length).filter((id) => !onList.has(id));
  return {
    list: await presentList(tx, list),
    asOf: today,
    scoring: run.scoring.version,
    fresh: await candidatesOf(tx, fresh, run, today),
    moved: moves.toSorted((one, other) => changeOf(other) - changeOf(one)),
    unmoved: compared.length - moves.length,
  };
};

const knownOf = ({ picture }: ScreeningRun, enterpriseId: string) => picture.known.get(enterpriseId) ?? NOTHING_NOTED;

/** How far it moved: who is gone or excluded stands first. */
const changeOf = ({ standing, before, after }: TargetMove): number =>
  standing === "ranked" && after !== null ? Math.abs(after.known - before.known) : Number.MAX_SAFE_INTEGER;

export const takeRefresh: TargetHandlers["takeRefresh"] = async ({ listId, version, targetIds }, context) => {
  const { tx, actor, today } = context;
  const list = await lockList(tx, listId);
  requireVersion(list, version);
  requireDecision(targetListPolicy.change(actor, { open: list.state === "OPEN" }));
  const wanted = new Set(targetIds);
  const rows = (await targetsOf(tx, listId)).filter(({ id }) => wanted.has(id));
  if (rows.length !== wanted.size) throw new AppError("promotion.no-such-target", "not-found");
  const targets = await presentTargets(tx, list, rows);
  const { run, scored } = await askAgain(
    tx,
    list,
    targets.map(({ enterpriseId }) => enterpriseId),
    0,
    today,
  );
  const taken = targets.flatMap((target) => {
    const one = scored.get(target.enterpriseId);
    return one === undefined ? [] : [{ targetId: target.id, before: target.score, score: keepScore(one, run) }];
  });
  await appendScores(tx, taken);
  await appendTargetSteps(
    tx,
    taken.map(({ targetId, before, score }) => ({
      targetId,
      step: "RESCORED" as const,
      on: today,
      reason: `${before.known / 10} → ${score.known / 10}`,
    })),
  );
  await tx
    .updateTable("promotion_target_list")
    .set({ version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", listId)
    .execute();
  context.journal({
    subject: `target-list:${listId}`,
    before: { scores: taken.map(({ targetId, before }) => ({ targetId, known: before.known })) },
    after: { scores: taken.map(({ targetId, score }) => ({ targetId, known: score.known })), scoring: run.scoring.version, asOf: today },
  });
  return { taken: taken.length };
};
