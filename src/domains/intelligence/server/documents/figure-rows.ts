import type { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** Of rows of the register, or of a line in somebody's spreadsheet, whose number it is. */
type Locator = { readonly dataset?: string; readonly row?: string | number } | null;

/** The rows in the order in which they were counted; the cursor is the place of the next. */
export async function figureRows(
  { observationId, limit, cursor }: InputOf<(typeof intelligenceOperations)["figureRows"]>,
  { tx, actor }: OperationContext,
) {
  const from = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  const pieces = tx.selectFrom("fact_evidence").where("zone_id", "=", actor.zoneId).where("observation_id", "=", observationId);
  const { total } = await pieces.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  if (Number(total) === 0) throw new AppError("fact.unknown", "not-found", { id: observationId });
  const rows = await pieces.select(["ordinal", "quote", "locator"]).where("ordinal", ">=", from).orderBy("ordinal").limit(limit).execute();
  const next = from + rows.length;
  return {
    items: rows.map(({ ordinal, quote, locator }) => {
      const { row = String(ordinal), dataset = "" } = (locator as Locator) ?? {};
      return { id: String(row), label: quote, dataset };
    }),
    next: next < Number(total) ? String(next) : null,
    total: Number(total),
  };
}
