import type { ChainNode } from "#domains/chain/contract/chain.ts";
import { namesOf, pathTo } from "#domains/chain/server/measured-graph.ts";
import { loadPlaced } from "#domains/chain/server/placement-store.ts";
import { nodesOn } from "#domains/chain/server/placement-view.ts";
import { type Label, labelEnterprises } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enqueueUnlessQueued } from "#kernel/server/jobs.ts";
import type { Text } from "#kernel/texts.ts";

export const LABEL_PLACED = "chain.label-placed";
const TITLE: Text = { zh: "按图谱更新企业库的产业链检索", en: "Search by chain place, brought up to date" };

/** Enterprises are found by where a person has placed them, and by every place above, as the version in force has it. */
export async function labelPlaced(tx: Tx, today: LocalDate, only?: readonly string[]): Promise<number> {
  const nodes = await nodesOn(tx, today);
  const labels = new Map<string, Label>();
  for (const { enterpriseId, node, until } of await loadPlaced(tx, only)) {
    const own = nodes.get(node);
    if (own === undefined || (until !== null && until <= today)) continue;
    const path: readonly ChainNode[] = [...pathTo(nodes, node), own];
    for (const [depth, place] of path.entries()) {
      const parent = path[depth - 1]?.code ?? null;
      const key = `${enterpriseId} ${place.code}`;
      const before = labels.get(key);
      labels.set(key, {
        enterpriseId,
        value: place.code,
        name: namesOf(place),
        parent,
        until: before === undefined ? until : later(before.until, until),
      });
    }
  }
  await labelEnterprises(tx, "chain", [...labels.values()], only);
  return labels.size;
}

/** No end is later than any. */
const later = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || other === null ? null : one > other ? one : other;

/** After a version was approved every place may stand elsewhere. */
export const labelAllSoon = (tx: Tx): Promise<unknown> => enqueueUnlessQueued(tx, { kind: LABEL_PLACED, title: TITLE, payload: {} });

export const labelPlacedJob: JobHandler = async (job) => {
  let labels = 0;
  await job.step(async (tx) => {
    labels = await labelPlaced(tx, await businessDayOf(tx));
    return { done: labels, total: labels };
  });
  return { labels };
};

/** A version comes into force with its day. */
export const labelPlacedDaily: DailyJob = { kind: LABEL_PLACED, title: TITLE, at: "00:20" };
