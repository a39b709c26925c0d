import { v7 } from "uuid";
import { cardWords } from "#domains/economy/contract/card-words.ts";
import type { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { businessInstant } from "#domains/economy/rules/business-instant.ts";
import { periodWords } from "#domains/economy/rules/period-words.ts";
import { viewLatest } from "#domains/economy/server/card-view.ts";
import { appendStep, findLatestEditionOf, insertCard, insertEdition } from "#domains/economy/server/report-card-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { Period } from "#kernel/period.ts";
import { parsePeriodText } from "#kernel/period-text.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { say } from "#kernel/texts.ts";

export type EconomyHandlers = HandlersOf<typeof economyOperations, OperationContext>;

export const draftReportCard: EconomyHandlers["draftReportCard"] = async ({ region, period: written, title }, context) => {
  const { tx } = context;
  const period = requirePeriod(written);
  if (await findLatestEditionOf(tx, region, period)) throw new AppError("economy.card-exists", "conflict", { region, period });
  const id = v7();
  const titles = await titlesOf(tx, region, period);
  await insertCard(tx, { id, region, period, slug: await freeSlug(tx, region, period) });
  await insertEdition(tx, {
    id,
    edition: 1,
    title: title ?? titles.zh,
    titleEn: titles.en,
    signerName: null,
    signerDepartment: null,
    preliminary: false,
    excluded: [],
  });
  await appendStep(tx, id, {
    edition: 1,
    move: "draft",
    from: null,
    to: "DRAFT",
    reason: null,
    at: businessInstant(context.now, context.today),
  });
  context.journal({ subject: `report-card:${id}`, after: { region, period } });
  return viewLatest(tx, id);
};

/** @throws AppError `economy.not-a-period` for words that name no dated period. */
export function requirePeriod(text: string): Period {
  const found = parsePeriodText(text, null)?.period;
  if (found === undefined || found.startsWith("?")) throw new AppError("economy.not-a-period", "invalid", { text: text.slice(0, 40) });
  return found;
}

/** Readable in an address bar; nothing that means something in a path. */
const slugOf = (region: string, period: string): string => `${region}-${period}`.replace(/[^\p{L}\p{N}().-]+/gu, "-");

/** Regions that differ only in what an address cannot hold (甲-乙, 甲 乙) get a number before the period. */
async function freeSlug(tx: Tx, region: string, period: string): Promise<string> {
  const rows = await tx
    .selectFrom("report_card")
    .select("slug")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("period", "=", period)
    .execute();
  const taken = new Set(rows.map((row) => row.slug));
  let slug = slugOf(region, period);
  for (let number = 2; taken.has(slug); number += 1) slug = slugOf(`${region}-${number}`, period);
  return slug;
}

async function titlesOf(tx: Tx, region: string, period: Period): Promise<{ readonly zh: string; readonly en: string }> {
  const zone = await tx.selectFrom("zone").select(["region", "name_en"]).where("id", "=", actorOf(tx).zoneId).executeTakeFirst();
  const regionEn = zone !== undefined && zone.region === region && zone.name_en !== "" ? zone.name_en : region;
  return {
    zh: say(cardWords.reportCard, "zh", { region, period: periodWords(period, "zh") }),
    en: say(cardWords.reportCard, "en", { region: regionEn, period: periodWords(period, "en") }),
  };
}
