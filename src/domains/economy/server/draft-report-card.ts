import { v7 } from "uuid";
import { cardWords } from "#domains/economy/contract/card-words.ts";
import type { economyOperations } from "#domains/economy/contract/economy-operations.ts";
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
  await insertCard(tx, { id, region, period, slug: slugOf(region, period) });
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
  await appendStep(tx, id, { edition: 1, move: "draft", from: null, to: "DRAFT", reason: null });
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

async function titlesOf(tx: Tx, region: string, period: Period): Promise<{ readonly zh: string; readonly en: string }> {
  const zone = await tx.selectFrom("zone").select(["region", "name_en"]).where("id", "=", actorOf(tx).zoneId).executeTakeFirst();
  const regionEn = zone !== undefined && zone.region === region && zone.name_en !== "" ? zone.name_en : region;
  return {
    zh: say(cardWords.reportCard, "zh", { region, period: periodWords(period, "zh") }),
    en: say(cardWords.reportCard, "en", { region: regionEn, period: periodWords(period, "en") }),
  };
}
