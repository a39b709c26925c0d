import type { Place, TestServer } from "#apps/test-server.ts";
import { screeningOperations } from "#domains/promotion/contract/screening-operations.ts";
import { targetOperations } from "#domains/promotion/contract/target-operations.ts";
import { addDays, instantOf, localDateOf } from "#kernel/local-date.ts";

const { noteSignal, listScoring, setScoring } = screeningOperations;
const { lockTargets, openTargetList } = targetOperations;

/** Records of screening of one zone, by the input fields that name them. */
export type TargetRecords = {
  readonly list: string;
  readonly target: string;
  readonly signal: string;
  readonly name: string;
  readonly node: string;
};

/** A locked list for a place of the chain, a sign of an enterprise and a scoring table of the zone's own. */
export async function furnishTargets(
  at: TestServer,
  place: Place,
  { node, enterprise }: { readonly node: string; readonly enterprise: string },
): Promise<TargetRecords> {
  const officer = at.account("promotion", place);
  const name = place === "first" ? "甲阳目标清单" : "乙荫目标清单";
  const today = localDateOf(instantOf(new Date()));
  const signal = await at.done(
    officer,
    noteSignal,
    { enterpriseId: enterprise, kind: "capacity", on: today, note: `${name}信号`, source: `${name}来源` },
    { key: "signal" },
  );
  const list = await at.done(officer, lockTargets, { name, node, count: 2, reason: `${name}理由` }, { key: "targets" });
  const { items } = await at.done(officer, openTargetList, { listId: list.id });
  const leader = at.account("leadership", place);
  const { inForce } = await at.done(leader, listScoring, {});
  await at.done(
    leader,
    setScoring,
    { content: inForce.content, effectiveOn: addDays(today, 365), reason: `${name}评分` },
    { key: "scoring" },
  );
  return { list: list.id, target: items[0]?.id ?? "", signal: signal.id, name, node };
}
