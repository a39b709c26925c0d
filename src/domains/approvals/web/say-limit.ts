import { matterTexts } from "#domains/approvals/web/matter-texts.ts";
import type { Text } from "#kernel/texts.ts";

type Limit = { readonly length: number; readonly unit: string };
type Say = (text: Text, params?: Readonly<Record<string, unknown>>) => string;

export function sayLimit(limit: Limit | null, say: Say): string {
  if (limit === null) return "–";
  if (limit.length === 0) return say(matterTexts.onTheSpot);
  return say(limit.unit === "day" ? matterTexts.days : matterTexts.workdays, { count: limit.length });
}
