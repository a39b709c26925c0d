import { v7 } from "uuid";
import { sayFindings } from "#domains/promotion/rules/explain-target.ts";
import { proposedClasses } from "#domains/promotion/rules/proposed-classes.ts";
import { screeningPolicy, targetListPolicy } from "#domains/promotion/rules/screening-policy.ts";
import type { TargetHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { requireVersion } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { keepScore, runScreening, type ScoredEnterprise, scoreEnterprises } from "#domains/promotion/server/run-screening.ts";
import { scoringOn } from "#domains/promotion/server/scoring-versions.ts";
import { screenOn, withoutGaps } from "#domains/promotion/server/screen-targets.ts";
import {
  appendScores,
  appendTargetSteps,
  lockList,
  presentList,
  presentTarget,
  questionOf,
} from "#domains/promotion/server/target-store.ts";
import { getEnterprise, listEnterprises, noteActivity } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const lockTargets: TargetHandlers["lockTargets"] = async ({ name, node, filter, count, without, reason }, context) => {
  const { tx, actor, today } = context;
  requireDecision(screeningPolicy.lock(actor));
  const there = await tx
    .selectFrom("promotion_target_list")
    .select(["locked_on"])
    .where("zone_id", "=", actor.zoneId)
    .where("name", "=", name)
    .executeTakeFirst();
  if (there !== undefined) throw new AppError("promotion.list-name-taken", "conflict", { name, on: there.locked_on });
  const leftOut = new Set(without);
  const run = await screenOn(tx, { node, filter: withoutGaps(filter), asOf: today }, { limit: count + leftOut.size, excludedLimit: 0 });
  const chosen = run.top.filter((id) => !leftOut.has(id)).slice(0, count);
  if (chosen.length === 0) throw new AppError("promotion.nobody-to-lock", "invalid", { pool: run.ranking.pool });
  const scored = await scoreEnterprises(tx, chosen, run);
  const enterprises = new Map((await listEnterprises(tx, chosen, today)).map((row) => [row.id, row]));
  const id = v7();
  const { place, filter: asked, scoring, asOf } = run;
  await tx
    .insertInto("promotion_target_list")
    .values({
      zone_id: actor.zoneId,
      id,
      name,
      node: place.node,
      node_name: place.name,
      node_name_en: place.nameEn,
      question: JSON.stringify({ place, filter: asked, scoring: scoring.version, asOf }),
      scoring: scoring.version,
      as_of: asOf,
      pool: run.ranking.pool,
      ranked: run.ranking.ranked,
      excluded: JSON.stringify(run.ranking.excluded),
      reason,
      locked_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  const entries = chosen.flatMap((enterpriseId, place) => {
    const [row, one] = [enterprises.get(enterpriseId), scored.get(enterpriseId)];
    return row === undefined || one === undefined ? [] : [{ targetId: v7(), rank: place + 1, row, one }];
  });
  await tx
    .insertInto("promotion_target")
    .values(
      entries.map(({ targetId, rank, row, one }) => ({
        zone_id: actor.zoneId,
        id: targetId,
        list_id: id,
        enterprise_id: row.id,
        enterprise_name: row.name,
        identifier: row.identifier,
        rank,
        classes: [...proposedClasses({ ...row, qualifications: one.row.qualifications }, today)],
        reason: reasonOf(one),
        entered_on: today,
      })),
    )
    .execute();
  await appendScores(
    tx,
    entries.map(({ targetId, one }) => ({ targetId, score: keepScore(one, run) })),
  );
  await appendTargetSteps(
    tx,
    entries.map(({ targetId }) => ({ targetId, step: "LOCKED" as const, on: today, reason: "" })),
  );
  for (const { row } of entries)
    await noteActivity(tx, {
      enterpriseId: row.id,
      on: today,
      kind: "promotion.target",
      subject: `target-list:${id}`,
      summary: `列入目标企业清单“${name}”`,
    });
  context.journal({
    subject: `target-list:${id}`,
    after: { name, node, filter: asked, scoring: scoring.version, asOf, pool: run.ranking.pool, count: entries.length },
    detail: { reason, without },
  });
  await context.emit("promotion.targets-locked", { listId: id, count: entries.length });
  return { id, count: entries.length };
};

/** Why it is a target, in a sentence of the strongest terms; the officer may write another. */
function reasonOf({ score }: ScoredEnterprise): string {
  const best = score.terms
    .filter(({ points }) => points !== null && points > 0)
    .toSorted((one, other) => (other.points ?? 0) - (one.points ?? 0));
  return best
    .slice(0, 2)
    .map((term) => sayFindings(term).zh)
    .join("；")
    .slice(0, 500);
}

export const addTarget: TargetHandlers["addTarget"] = async ({ listId, enterpriseId, reason }, context) => {
  const { tx, actor, today } = context;
  const list = await lockList(tx, listId);
  requireDecision(targetListPolicy.change(actor, { open: list.state === "OPEN" }));
  const enterprise = await getEnterprise(tx, enterpriseId, today);
  const there = await tx
    .selectFrom("promotion_target")
    .select(["rank", "status"])
    .where("zone_id", "=", actor.zoneId)
    .where("list_id", "=", listId)
    .where("enterprise_id", "=", enterprise.id)
    .executeTakeFirst();
  if (there !== undefined) throw new AppError("promotion.target-there", "conflict", { name: enterprise.name });
  const { place, filter } = questionOf(list);
  const run = await runScreening(tx, { place, filter, scoring: await scoringOn(tx, today), asOf: today }, { limit: 0, excludedLimit: 0 });
  const one = (await scoreEnterprises(tx, [enterprise.id], run)).get(enterprise.id);
  if (one === undefined) throw new AppError("promotion.no-such-enterprise", "not-found");
  const id = v7();
  const row = await tx
    .insertInto("promotion_target")
    .values({
      zone_id: actorOf(tx).zoneId,
      id,
      list_id: listId,
      enterprise_id: enterprise.id,
      enterprise_name: enterprise.name,
      identifier: enterprise.identifier,
      classes: [...proposedClasses({ ...enterprise, qualifications: one.row.qualifications }, today)],
      reason,
      entered_on: today,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await appendScores(tx, [{ targetId: id, score: keepScore(one, run) }]);
  await appendTargetSteps(tx, [{ targetId: id, step: "ADDED", on: today, reason }]);
  await noteActivity(tx, {
    enterpriseId: enterprise.id,
    on: today,
    kind: "promotion.target",
    subject: `target-list:${listId}`,
    summary: `列入目标企业清单“${list.name}”`,
  });
  context.journal({
    subject: `target:${id}`,
    after: { list: list.name, enterprise: enterprise.name, vetoes: one.vetoes },
    detail: { reason },
  });
  return presentTarget(tx, row);
};

export const closeTargetList: TargetHandlers["closeTargetList"] = async ({ listId, version, because }, context) => {
  const { tx, actor } = context;
  const list = await lockList(tx, listId);
  requireVersion(list, version);
  requireDecision(targetListPolicy.close(actor, { open: list.state === "OPEN" }));
  const closed = await tx
    .updateTable("promotion_target_list")
    .set({ state: "CLOSED", closed_because: because, version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", listId)
    .returningAll()
    .executeTakeFirstOrThrow();
  context.journal({ subject: `target-list:${listId}`, before: { state: "OPEN" }, after: { state: "CLOSED" }, detail: { because } });
  return presentList(tx, closed);
};
