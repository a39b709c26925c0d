import type { Recommendation } from "#domains/promotion/contract/diligence.ts";
import type { ContractClause, RedLineReport } from "#domains/promotion/contract/statement-red-lines.ts";

export type MemoCase = {
  readonly recommendation: Recommendation;
  readonly clauses: readonly ContractClause[];
  /** Null while no statement of the party is known. */
  readonly report: RedLineReport | null;
  /** A claim of parentage that a public statement denies. */
  readonly denied: boolean;
};

/**
 * What keeps a memo from being submitted (handbook §3: red lines; conditions become clauses). To advise against an enterprise takes nothing.
 * A line at “stop” leaves no other advice; what a line asks for is asked of the contract; what is not known is never passed as sound.
 */
export function missingForMemo({ recommendation, clauses, report, denied }: MemoCase): readonly string[] {
  if (recommendation === "stop") return [];
  const stops = report?.readings.filter(({ band }) => band === "stop").map(({ line }) => `memo-stop:${line}`) ?? [];
  if (denied) stops.push("memo-stop:parentage");
  if (stops.length > 0) return stops;
  const unknown = report === null || !report.complete;
  if (recommendation === "proceed" && unknown) return ["memo-figures-missing"];
  const asked = (report?.clauses ?? []).filter((clause) => !clauses.includes(clause)).map((clause) => `memo-clause:${clause}`);
  if (recommendation === "proceed" && report?.clauses.length) return ["memo-not-unconditional"];
  if (recommendation === "conditional" && clauses.length === 0 && asked.length === 0) return ["memo-no-condition"];
  return asked;
}
