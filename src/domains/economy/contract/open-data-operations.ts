import { z } from "zod";
import { defineOperations, FileReply } from "#kernel/contract.ts";
import { Instant } from "#kernel/local-date.ts";

const Words = z.object({ zh: z.string(), en: z.string() });
const zone = z.string().max(60);
const slug = z.string().max(100);

/** Under what terms the zone lets everybody use what it publishes. */
export const Licence = z.object({
  name: z.string().trim().min(2).max(120),
  text: z.string().trim().min(10).max(5000),
  textEn: z.string().trim().max(5000).default(""),
  /** Of the full text, such as https://creativecommons.org/licenses/by/4.0/. */
  url: z.union([z.url({ protocol: /^https?$/ }).max(300), z.literal("")]).default(""),
});
export type Licence = z.infer<typeof Licence>;

export const Distribution = z.object({
  format: z.enum(["csv", "json"]),
  language: z.enum(["zh", "en"]),
  mediaType: z.string(),
  version: z.number().int(),
  issued: Instant,
  /** A path on this server. */
  downloadURL: z.string(),
});
export const Dataset = z.object({
  identifier: z.string(),
  title: Words,
  spatial: z.string(),
  temporal: z.string(),
  issued: Instant,
  modified: Instant,
  version: z.number().int(),
  withdrawn: z.boolean(),
  distributions: z.array(Distribution),
});
export type Dataset = z.infer<typeof Dataset>;

/** A catalogue in the words of W3C DCAT 3. */
export const Catalogue = z.object({
  "@context": z.record(z.string(), z.string()),
  "@type": z.literal("dcat:Catalog"),
  "dct:title": Words,
  "dct:publisher": Words,
  "dct:modified": Instant.nullable(),
  "dct:license": Licence.extend({ version: z.number().int(), since: Instant }).nullable(),
  "dcat:dataset": z.array(
    z.object({
      "@type": z.literal("dcat:Dataset"),
      "dct:identifier": z.string(),
      "dct:title": Words,
      "dct:spatial": z.string(),
      "dct:temporal": z.string(),
      "dct:issued": Instant,
      "dct:modified": Instant,
      "dcat:version": z.string(),
      "dcat:distribution": z.array(
        z.object({
          "@type": z.literal("dcat:Distribution"),
          "dcat:mediaType": z.string(),
          "dct:language": z.string(),
          "dcat:downloadURL": z.string(),
        }),
      ),
    }),
  ),
});

/** Read by programs of everybody: so often from one address, and kept by caches for so long. */
const open = { perMinute: 120, maxAgeSeconds: 300 } as const;

export const openDataOperations = defineOperations({
  dataCatalogue: {
    kind: "query",
    path: "/api/public/:zone/data/catalogue",
    permission: "public",
    open,
    summary: { zh: "开放数据目录（DCAT）", en: "Catalogue of open data (DCAT)" },
    input: z.object({ zone }),
    output: Catalogue,
  },
  listDatasets: {
    kind: "query",
    path: "/api/public/:zone/data",
    permission: "public",
    open,
    summary: { zh: "开放数据集", en: "Open datasets" },
    input: z.object({ zone }),
    output: z.object({
      zone: Words,
      licence: Licence.extend({ version: z.number().int(), since: Instant }).nullable(),
      items: z.array(Dataset),
    }),
  },
  openDataset: {
    kind: "query",
    path: "/api/public/:zone/data/:slug",
    permission: "public",
    open,
    summary: { zh: "一个开放数据集的各个版本", en: "The editions of an open dataset" },
    input: z.object({ zone, slug }),
    output: Dataset.extend({ versions: z.array(z.object({ version: z.number().int(), issued: Instant, withdrawn: z.boolean() })) }),
  },
  downloadDataset: {
    kind: "query",
    path: "/api/public/:zone/data/:slug/download",
    file: "published",
    permission: "public",
    open,
    summary: { zh: "下载开放数据", en: "Download open data" },
    input: z.object({
      zone,
      slug,
      version: z.number().int().positive().optional(),
      format: z.enum(["csv", "json"]).default("csv"),
      language: z.enum(["zh", "en"]).default("zh"),
    }),
    output: FileReply,
  },
  setLicence: {
    kind: "command",
    idempotency: "key",
    path: "/api/economy/open-data/licence",
    permission: "economy.publish",
    command: "open-data licence",
    summary: { zh: "写明开放数据的使用许可", en: "State the licence of the open data" },
    input: Licence,
    output: Licence.extend({ version: z.number().int(), since: Instant }),
  },
});
