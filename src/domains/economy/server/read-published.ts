import type { z } from "zod";
import type { PublishedCard, PublishedCardRow } from "#domains/economy/contract/economy-operations.ts";
import { publicAsOf } from "#domains/economy/rules/public-as-of.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { listPublicCards, listPublicEditions, type PublicReading } from "#domains/economy/server/published-card-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export const listPublished: EconomyHandlers["listPublished"] = async ({ zone }, context) => {
  const name = await requireZone(context, zone);
  return { zone: name, items: (await listPublicCards(context.tx)).map(rowOf) };
};

const rowOf = (reading: PublicReading): z.input<typeof PublishedCardRow> => {
  const [, region = reading.slug, period = ""] = /^(.*)-(\d{4}.*)$/.exec(reading.slug) ?? [];
  return {
    slug: reading.slug,
    region: reading.card?.region ?? region,
    period: reading.card?.period ?? period,
    title: reading.card?.title ?? reading.slug,
    titleEn: reading.card?.titleEn ?? reading.slug,
    version: reading.edition,
    publishedAt: reading.publishedAt,
    withdrawn: reading.withdrawn !== null,
  };
};

/** The newest edition, a named one, or the one that was public on a day. */
export const openPublished: EconomyHandlers["openPublished"] = async ({ zone, slug, asOf, version }, context) => {
  const name = await requireZone(context, zone);
  const editions = await listPublicEditions(context.tx, slug);
  const wanted = version === undefined ? editions : editions.filter((one) => one.edition === version);
  const found = publicAsOf(wanted, asOf);
  if (found === undefined) throw new AppError("economy.no-such-publication", "not-found");
  const { shown } = found;
  const reply: z.input<typeof PublishedCard> = {
    slug,
    card: shown.card,
    version: shown.edition,
    publishedAt: shown.publishedAt,
    withdrawn: shown.withdrawn,
    versions: editions.map((one) => ({ version: one.edition, publishedAt: one.publishedAt })),
    zone: name,
  };
  return reply;
};

export const downloadPublished: EconomyHandlers["downloadPublished"] = async ({ zone, slug, version, format, language }, context) => {
  await requireZone(context, zone);
  const editions = await listPublicEditions(context.tx, slug);
  const found = version === undefined ? editions[0] : editions.find((one) => one.edition === version);
  if (found === undefined) throw new AppError("economy.no-such-publication", "not-found");
  if (found.withdrawn !== null) throw new AppError("economy.publication-withdrawn", "not-found", { reason: found.withdrawn.reason });
  const artefact = found.artefacts.find((one) => one.format === format && one.language === language);
  if (artefact === undefined) throw new AppError("economy.no-such-publication", "not-found");
  const bytes = await context.store.get(context.actor.zoneId, artefact.hash);
  return { name: artefact.name, mime: artefact.mime, bytes: Uint8Array.from(bytes) };
};

/** The zone of the address is the zone of the reader. @throws AppError when it is not. */
export async function requireZone({ tx, actor }: OperationContext, slug: string): Promise<{ readonly zh: string; readonly en: string }> {
  const zone = await tx.selectFrom("zone").select(["id", "name", "name_en"]).where("slug", "=", slug).executeTakeFirst();
  if (zone === undefined || zone.id !== actor.zoneId) throw new AppError("economy.no-such-publication", "not-found");
  return { zh: zone.name, en: zone.name_en === "" ? zone.name : zone.name_en };
}
