import { z } from "zod";
import { BookKind, Controller, EnterpriseRow, EnterpriseStatus, QualificationKind } from "#domains/registry/contract/enterprise.ts";
import { defineOperations, FileReply, PageRequest } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Amount = Decimal.refine((amount) => /^\d{1,18}(\.\d+)?$/.test(amount), { error: "registry.amount" });
const Percent = Decimal.refine((value) => value.length <= 10, { error: "registry.percent" });
const Count = z.number().int().min(0).max(10_000_000);

/** Which enterprises: words (each of two characters or more, all of them), filters and ranges. Ends of ranges belong to them. */
export const EnterpriseFilter = z.object({
  /** Of a name or a product, or a credit code. Spaces separate words. */
  q: z.string().trim().max(80).optional(),
  /** First digits of the code of a division: 50, 5001, 500112. */
  region: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$/, { error: "registry.region-code" })
    .optional(),
  /** GB/T 4754: a letter, or the letter with the first digits: C, C39, C3973. */
  classCode: z
    .string()
    .regex(/^[A-Ta-t]\d{0,4}$/, { error: "registry.class-code" })
    .optional(),
  capitalFrom: Amount.optional(),
  capitalTo: Amount.optional(),
  revenueFrom: Amount.optional(),
  revenueTo: Amount.optional(),
  growthFrom: Percent.optional(),
  growthTo: Percent.optional(),
  employeesFrom: Count.optional(),
  employeesTo: Count.optional(),
  foundedFrom: LocalDate.optional(),
  foundedTo: LocalDate.optional(),
  /** Whole years since its founding, on the business day. */
  ageFrom: z.number().int().min(0).max(300).optional(),
  ageTo: z.number().int().min(0).max(300).optional(),
  /** Valid on the business day. */
  qualification: QualificationKind.optional(),
  controller: Controller.optional(),
  status: EnterpriseStatus.optional(),
  listed: z.boolean().optional(),
  /** What it is to the zone today. */
  book: BookKind.optional(),
  /** Placed there on the zone's chain graph, or below, on the business day: the code of an industry, field, direction or node. */
  chainNode: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, { error: "registry.chain-node" })
    .optional(),
  /** Whose liaison it is. */
  liaisonId: Id.optional(),
});
export type EnterpriseFilter = z.infer<typeof EnterpriseFilter>;

export const EnterpriseSort = z.enum(["prominence", "capital", "revenue", "growth", "employees", "founded", "name"]);
export type EnterpriseSort = z.infer<typeof EnterpriseSort>;

export const FacetName = z.enum([
  "region",
  "class",
  "capital",
  "age",
  "employees",
  "revenue",
  "controller",
  "status",
  "qualification",
  "book",
  "chain",
]);
export type FacetName = z.infer<typeof FacetName>;

/** `filter` is what narrows a search to this value, to be merged into its input. */
export const FacetValue = z.object({
  value: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  count: z.number().int(),
  filter: EnterpriseFilter.partial(),
});

/** A row of a search, with the qualifications that are valid on the business day. */
export const FoundEnterprise = EnterpriseRow.extend({ qualifications: z.array(QualificationKind) });
export type FoundEnterprise = z.infer<typeof FoundEnterprise>;

/** What is kept of a search under a name: the filter and the sort, of one person or, when shared, of the zone. */
export const SavedView = z.object({
  id: Id,
  name: z.string(),
  filter: EnterpriseFilter,
  sort: EnterpriseSort,
  shared: z.boolean(),
  by: z.string(),
  savedAt: Instant,
  version: z.number().int(),
  abilities: Abilities,
});

export const searchOperations = defineOperations({
  searchEnterprises: {
    kind: "query",
    path: "/api/registry/enterprises",
    permission: "registry.read",
    command: "registry search",
    summary: { zh: "检索企业", en: "Search enterprises" },
    input: PageRequest.extend({ ...EnterpriseFilter.shape, sort: EnterpriseSort.default("prominence") }),
    /** Counting is the facets' business: `next` says whether there are more. */
    output: z.object({ items: z.array(FoundEnterprise), next: z.string().nullable() }),
  },
  enterpriseFacets: {
    kind: "query",
    path: "/api/registry/facets",
    permission: "registry.read",
    summary: { zh: "检索结果的分布", en: "Facets of a search" },
    input: EnterpriseFilter,
    output: z.object({
      /** How many there are; where `complete` is false there are more, and the facets count the first so many by prominence. */
      counted: z.number().int(),
      complete: z.boolean(),
      facets: z.array(z.object({ name: FacetName, values: z.array(FacetValue) })),
    }),
  },
  exportEnterprises: {
    kind: "command",
    path: "/api/registry/enterprises/export",
    permission: "registry.export",
    command: "registry export",
    idempotency: "natural",
    summary: { zh: "导出检索结果（最多 20000 条，留痕）", en: "Export a search, at most 20,000 rows, journalled" },
    input: EnterpriseFilter.extend({ sort: EnterpriseSort.default("prominence"), format: z.enum(["xlsx", "csv"]).default("xlsx") }),
    output: FileReply,
    file: "export",
  },
  listViews: {
    kind: "query",
    path: "/api/registry/views",
    permission: "registry.read",
    summary: { zh: "保存的视图", en: "Saved views" },
    input: z.object({}),
    output: z.object({ items: z.array(SavedView) }),
  },
  saveView: {
    kind: "command",
    path: "/api/registry/views",
    permission: "registry.read",
    idempotency: "key",
    summary: { zh: "保存视图", en: "Save a view" },
    /** With `id` the view of that id is changed. */
    input: z.object({
      id: Id.optional(),
      version: z.number().int().optional(),
      name: z.string().trim().min(1).max(40),
      filter: EnterpriseFilter,
      sort: EnterpriseSort.default("prominence"),
      shared: z.boolean().default(false),
    }),
    output: SavedView,
  },
  removeView: {
    kind: "command",
    path: "/api/registry/views/:viewId/remove",
    permission: "registry.read",
    idempotency: "natural",
    summary: { zh: "删除视图", en: "Remove a view" },
    input: z.object({ viewId: Id }),
    output: z.object({ ok: z.boolean() }),
  },
  listRegions: {
    kind: "query",
    path: "/api/registry/regions",
    permission: "registry.read",
    summary: { zh: "行政区划（按代码前几位）", en: "Divisions by the first digits of their code" },
    /** Without `under` the provinces; under 50 its cities; under 5001 its counties. */
    input: z.object({
      under: z
        .string()
        .regex(/^\d{2}(\d{2})?$/)
        .optional(),
    }),
    output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) }),
  },
  listClasses: {
    kind: "query",
    path: "/api/registry/classes",
    permission: "registry.read",
    summary: { zh: "国民经济行业分类（GB/T 4754-2017）", en: "Classes of GB/T 4754-2017" },
    /** Without `under` the sections; under C its divisions; by words wherever they stand. */
    input: z.object({
      under: z
        .string()
        .regex(/^[A-Ta-t]\d{0,3}$/)
        .optional(),
      q: z.string().trim().max(40).optional(),
    }),
    output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), leaf: z.boolean() })) }),
  },
});
