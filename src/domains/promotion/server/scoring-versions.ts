import type { ScoringContent, ScoringVersion } from "#domains/promotion/contract/screening.ts";
import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { screeningPolicy } from "#domains/promotion/rules/screening-policy.ts";
import type { ScreeningHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const FIRST: ScoringVersion = {
  version: 1,
  effectiveOn: "2000-01-01" as LocalDate,
  content: DEFAULT_SCORING,
  reason: "平台默认",
  changedOn: "2000-01-01" as LocalDate,
  changedBy: "园枢",
};

async function listVersions(tx: Tx): Promise<readonly ScoringVersion[]> {
  const rows = await tx.selectFrom("promotion_scoring").selectAll().where("zone_id", "=", actorOf(tx).zoneId).orderBy("version").execute();
  return [
    FIRST,
    ...rows.map(
      (row): ScoringVersion => ({
        version: row.version,
        effectiveOn: row.effective_on as LocalDate,
        content: row.content as unknown as ScoringContent,
        reason: row.reason,
        changedOn: row.changed_on as LocalDate,
        changedBy: row.by_name,
      }),
    ),
  ];
}

const inForce = (versions: readonly ScoringVersion[], asOf: LocalDate): ScoringVersion =>
  versions.filter(({ effectiveOn }) => effectiveOn <= asOf).at(-1) ?? FIRST;

/** Of those effective by a day the newest. */
export const scoringOn = async (tx: Tx, asOf: LocalDate): Promise<ScoringVersion> => inForce(await listVersions(tx), asOf);

export const listScoring: ScreeningHandlers["listScoring"] = async (_, { tx, actor, today }) => {
  const versions = await listVersions(tx);
  return { inForce: inForce(versions, today), versions: [...versions], abilities: abilitiesOf(screeningPolicy, actor, null) };
};

export const setScoring: ScreeningHandlers["setScoring"] = async ({ content, effectiveOn, reason }, context) => {
  const { tx, actor, today } = context;
  if (effectiveOn < today) throw new AppError("promotion.rule-in-past", "invalid", { date: effectiveOn, today });
  const before = (await listVersions(tx)).at(-1) ?? FIRST;
  const version = before.version + 1;
  await tx
    .insertInto("promotion_scoring")
    .values({
      zone_id: actor.zoneId,
      version,
      effective_on: effectiveOn,
      content: JSON.stringify(content),
      reason,
      changed_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({
    subject: "promotion-scoring",
    before: { version: before.version, content: before.content },
    after: { version, content, effectiveOn },
    detail: { reason },
  });
  await context.emit("promotion.scoring-set", { version, effectiveOn });
  return { version };
};
