import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** One version of rules that are data. The newest of those effective by a day is in force on it. */
export type RuleVersion<Content> = {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly content: Content;
  readonly reason: string;
  readonly changedOn: LocalDate;
  readonly changedBy: string;
};

type RuleKind<Content> = {
  readonly table: "promotion_rule" | "promotion_scoring" | "diligence_rule";
  /** Of the journal's subject. */
  readonly subject: string;
  readonly event: string;
  /** What the platform brings: version 1 of every zone. */
  readonly first: Content;
};

export type RuleChange<Content> = {
  readonly content: Content;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
  /** The version that was looked at when the change was written. */
  readonly basedOn?: number | undefined;
};

const BEGINNING = "2000-01-01" as LocalDate;

/** The versions of one kind of rules of a zone: what the platform brings, and what the zone set over it. */
export function ruleVersions<Content>({ table, subject, event, first }: RuleKind<Content>) {
  const brought: RuleVersion<Content> = {
    version: 1,
    effectiveOn: BEGINNING,
    content: first,
    reason: "平台默认",
    changedOn: BEGINNING,
    changedBy: "园枢",
  };
  const list = async (tx: Tx): Promise<readonly RuleVersion<Content>[]> => {
    // The three tables have the same columns.
    const rows = await tx
      .selectFrom(table as "promotion_rule")
      .selectAll()
      .where("zone_id", "=", actorOf(tx).zoneId)
      .orderBy("version")
      .execute();
    return [
      brought,
      ...rows.map(
        (row): RuleVersion<Content> => ({
          version: row.version,
          effectiveOn: row.effective_on as LocalDate,
          content: row.content as unknown as Content,
          reason: row.reason,
          changedOn: row.changed_on as LocalDate,
          changedBy: row.by_name,
        }),
      ),
    ];
  };
  const inForce = (versions: readonly RuleVersion<Content>[], asOf: LocalDate): RuleVersion<Content> =>
    versions.filter(({ effectiveOn }) => effectiveOn <= asOf).at(-1) ?? brought;
  return {
    /** Every version that this zone ever had, oldest first. */
    list,
    inForce,
    on: async (tx: Tx, asOf: LocalDate): Promise<RuleVersion<Content>> => inForce(await list(tx), asOf),
    /**
     * Two who change the same rules wait for each other, and the second is told of the first.
     * @throws AppError `promotion.rule-in-past`, `promotion.rules-changed`
     */
    set: async (
      context: OperationContext,
      { content, effectiveOn, reason, basedOn }: RuleChange<Content>,
      check: (versions: readonly RuleVersion<Content>[]) => Promise<void> = async () => {},
    ): Promise<{ readonly version: number }> => {
      const { tx, actor, today } = context;
      if (effectiveOn < today) throw new AppError("promotion.rule-in-past", "invalid", { date: effectiveOn, today });
      await takeTurn(tx, "promotion", subject);
      const versions = await list(tx);
      await check(versions);
      const before = versions.at(-1) ?? brought;
      if (basedOn !== undefined && basedOn !== before.version)
        throw new AppError("promotion.rules-changed", "conflict", { name: before.changedBy, version: before.version });
      const version = before.version + 1;
      await tx
        .insertInto(table as "promotion_rule")
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
        subject,
        before: { version: before.version, content: before.content },
        after: { version, content, effectiveOn },
        detail: { reason },
      });
      await context.emit(event, { version, effectiveOn });
      return { version };
    },
  };
}

/** As the contracts of leads and of due diligence name it. */
export const asRules = <Content>({ content, ...version }: RuleVersion<Content>) => ({ ...version, rules: content });
