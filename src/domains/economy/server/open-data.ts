import { v7 } from "uuid";
import { type Dataset, Licence, openDataOperations } from "#domains/economy/contract/open-data-operations.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { listPublicCards, listPublicEditions, type PublicReading } from "#domains/economy/server/published-card-store.ts";
import { downloadPublished, requireZone } from "#domains/economy/server/read-published.ts";
import { AppError } from "#kernel/app-error.ts";
import { callOf } from "#kernel/client.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const LICENCE = "licence";
const LICENCE_SLUG = "open-data";
const MEDIA = { csv: "text/csv", json: "application/json" } as const;
const CONTEXT = { dcat: "http://www.w3.org/ns/dcat#", dct: "http://purl.org/dc/terms/" };

type Stated = Licence & { readonly version: number; readonly since: Instant };

/** The terms in force: a published copy like every other, so that former terms stay on record and everybody may read them. */
async function licenceOf(tx: Tx): Promise<Stated | null> {
  const row = await tx
    .selectFrom("published_reading")
    .select(["content", "version", "published_at"])
    .where("kind", "=", LICENCE)
    .where("slug", "=", LICENCE_SLUG)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...Licence.parse(row.content), version: row.version ?? 1, since: row.published_at as Instant };
}

function datasetOf(zone: string, reading: PublicReading, first: Instant): Dataset {
  const { slug, edition, card, publishedAt } = reading;
  const [, region = slug, period = ""] = /^(.*)-(\d{4}.*)$/.exec(slug) ?? [];
  return {
    identifier: slug,
    title: { zh: card?.title ?? slug, en: card?.titleEn ?? slug },
    spatial: card?.region ?? region,
    temporal: card?.period ?? period,
    issued: first,
    modified: publishedAt,
    version: edition,
    withdrawn: reading.withdrawn !== null,
    distributions: reading.artefacts
      .flatMap(({ format, language }) => (format === "csv" || format === "json" ? [{ format, language }] : []))
      .map(({ format, language }) => ({
        format,
        language,
        mediaType: MEDIA[format],
        version: edition,
        issued: publishedAt,
        downloadURL: callOf(openDataOperations.downloadDataset, { zone, slug, version: edition, format, language }).url,
      })),
  };
}

type OpenHandlers = Pick<EconomyHandlers, keyof typeof openDataOperations>;

const list = async (tx: Tx, zone: string): Promise<Dataset[]> =>
  (await listPublicCards(tx)).map((reading) => datasetOf(zone, reading, reading.publishedAt));

export const openDataHandlers: OpenHandlers = {
  listDatasets: async ({ zone }, context) => ({
    zone: await requireZone(context, zone),
    licence: await licenceOf(context.tx),
    items: await list(context.tx, zone),
  }),
  dataCatalogue: async ({ zone }, context) => {
    const name = await requireZone(context, zone);
    const items = (await list(context.tx, zone)).filter(({ withdrawn }) => !withdrawn);
    return {
      "@context": CONTEXT,
      "@type": "dcat:Catalog",
      "dct:title": { zh: `${name.zh}开放数据`, en: `Open data of ${name.en}` },
      "dct:publisher": name,
      "dct:modified": items[0]?.modified ?? null,
      "dct:license": await licenceOf(context.tx),
      "dcat:dataset": items.map((one) => ({
        "@type": "dcat:Dataset",
        "dct:identifier": one.identifier,
        "dct:title": one.title,
        "dct:spatial": one.spatial,
        "dct:temporal": one.temporal,
        "dct:issued": one.issued,
        "dct:modified": one.modified,
        "dcat:version": String(one.version),
        "dcat:distribution": one.distributions.map((file) => ({
          "@type": "dcat:Distribution",
          "dcat:mediaType": file.mediaType,
          "dct:language": file.language,
          "dcat:downloadURL": file.downloadURL,
        })),
      })),
    };
  },
  openDataset: async ({ zone, slug }, context) => {
    await requireZone(context, zone);
    const editions = await listPublicEditions(context.tx, slug);
    const [newest] = editions;
    const first = editions.at(-1);
    if (newest === undefined || first === undefined) throw new AppError("economy.no-such-publication", "not-found");
    return {
      ...datasetOf(zone, newest, first.publishedAt),
      // Every edition that stands can be had still.
      distributions: editions.flatMap((edition) => datasetOf(zone, edition, first.publishedAt).distributions),
      versions: editions.map((one) => ({ version: one.edition, issued: one.publishedAt, withdrawn: one.withdrawn !== null })),
    };
  },
  downloadDataset: downloadPublished,
  setLicence: async (licence, context) => {
    const { tx, actor, now, today } = context;
    const before = await licenceOf(tx);
    const version = (before?.version ?? 0) + 1;
    await tx
      .insertInto("published_snapshot")
      .values({
        zone_id: actorOf(tx).zoneId,
        id: v7(),
        kind: LICENCE,
        slug: LICENCE_SLUG,
        version,
        published_at: now,
        published_by: actor.id,
        content: JSON.stringify(licence),
      })
      .execute();
    context.journal({
      subject: "licence:open-data",
      before: before ? { name: before.name, version: before.version } : null,
      after: { ...licence, version, on: today },
    });
    return { ...licence, version, since: now };
  },
};
