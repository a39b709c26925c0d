import { v5 } from "uuid";
import { nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { prominenceOf } from "#domains/registry/rules/prominence.ts";
import type { EnterpriseDraftRow } from "#domains/registry/rules/read-enterprise-row.ts";
import { tokensOf } from "#domains/registry/rules/tokens.ts";
import { enterpriseId, provisionalIdentifier } from "#domains/registry/server/enterprise-id.ts";
import { cutProduct } from "#domains/registry/server/product-words.ts";
import { arrayLiteral, copyValue } from "#kernel/server/copy-rows.ts";

/** Columns of the staging table, in the order of a line. */
export const STAGED = [
  ["id", "uuid"],
  ["identifier_kind", "text"],
  ["identifier", "text"],
  ["name", "text"],
  ["name_key", "text"],
  ["status", "text"],
  ["class_code", "text"],
  ["other_classes", "text[]"],
  ["region_code", "text"],
  ["address", "text"],
  ["founded_on", "date"],
  ["capital_yuan", "numeric(20, 2)"],
  ["employees", "integer"],
  ["controller", "text"],
  ["scope", "text"],
  ["products", "text[]"],
  ["website", "text"],
  ["stock_code", "text"],
  ["revenue_yuan", "numeric(20, 2)"],
  ["revenue_year", "integer"],
  ["revenue_growth_pct", "numeric(9, 2)"],
  ["prominence", "integer"],
  ["tokens", "text[]"],
] as const;

export type StagedDraft = { readonly id: string; readonly identifier: string; readonly draft: EnterpriseDraftRow };

/** An enterprise with the id that its identifier gives it. */
export function withId(draft: EnterpriseDraftRow): StagedDraft {
  const identifier = draft.identifier === "" ? provisionalIdentifier(draft.name) : draft.identifier;
  return { id: enterpriseId(draft.identifierKind, identifier), identifier, draft };
}

const nullOrArray = (values: readonly string[] | undefined): string | null => (values === undefined ? null : arrayLiteral(values));

/** One line of COPY, in the order of `STAGED`. What was not told is null: it takes nothing away. */
export const stagedLines = (staged: readonly StagedDraft[]): Buffer => Buffer.from(staged.map(stagedLine).join(""));

function stagedLine({ id, identifier, draft }: StagedDraft): string {
  const qualifications = draft.qualifications?.map((one) => one.kind) ?? [];
  const listed = draft.stockCode !== undefined;
  const tokens = tokensOf(
    {
      name: draft.name,
      otherNames: otherNames(draft),
      ...(draft.products === undefined ? {} : { products: draft.products }),
      regionCode: draft.regionCode ?? null,
      classCodes: draft.classCode === undefined ? (draft.otherClasses ?? []) : [draft.classCode, ...(draft.otherClasses ?? [])],
      qualifications,
      controller: draft.controller ?? null,
      listed,
    },
    cutProduct,
  );
  return `${[
    id,
    draft.identifierKind,
    copyValue(identifier),
    copyValue(draft.name),
    copyValue(nameKey(draft.name)),
    copyValue(draft.status),
    copyValue(draft.classCode),
    copyValue(nullOrArray(draft.otherClasses)),
    copyValue(draft.regionCode),
    copyValue(draft.address),
    copyValue(draft.foundedOn),
    copyValue(draft.capitalYuan),
    copyValue(draft.employees),
    copyValue(draft.controller),
    copyValue(draft.scope),
    copyValue(nullOrArray(draft.products)),
    copyValue(draft.website),
    copyValue(draft.stockCode),
    copyValue(draft.revenueYuan),
    copyValue(draft.revenueYear),
    copyValue(draft.revenueGrowthPct),
    prominenceOf({
      capitalYuan: draft.capitalYuan ?? null,
      revenueYuan: draft.revenueYuan ?? null,
      employees: draft.employees ?? null,
      listed,
      qualifications,
    }),
    copyValue(arrayLiteral(tokens)),
  ].join("\t")}\n`;
}

const otherNames = ({ formerNames = [], shortName, englishName }: EnterpriseDraftRow): readonly string[] => [
  ...formerNames,
  ...(shortName === undefined ? [] : [shortName]),
  ...(englishName === undefined ? [] : [englishName]),
];

export type NameRow = { readonly enterprise_id: string; readonly name: string; readonly kind: string };
export type QualificationRow = {
  readonly enterprise_id: string;
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
};
export type FinanceRow = {
  readonly enterprise_id: string;
  readonly year: number;
  readonly revenue_yuan: string | null;
  readonly profit_yuan: string | null;
  readonly assets_yuan: string | null;
  readonly liabilities_yuan: string | null;
  readonly tax_yuan: string | null;
  readonly research_yuan: string | null;
  readonly employees: number | null;
};

export type BookRow = { readonly enterprise_id: string; readonly kind: string; readonly from_on: string | null };

/** What a row tells beside the profile. */
export function besides(staged: readonly StagedDraft[]): {
  names: NameRow[];
  qualifications: QualificationRow[];
  finances: FinanceRow[];
  books: BookRow[];
} {
  const names: NameRow[] = [];
  const qualifications: QualificationRow[] = [];
  const finances: FinanceRow[] = [];
  const books: BookRow[] = [];
  for (const { id, draft } of staged) {
    if (draft.book !== undefined) books.push({ enterprise_id: id, kind: draft.book, from_on: draft.bookFrom ?? null });
    for (const name of new Set(draft.formerNames ?? [])) names.push({ enterprise_id: id, name, kind: "former" });
    if (draft.shortName !== undefined) names.push({ enterprise_id: id, name: draft.shortName, kind: "short" });
    if (draft.englishName !== undefined) names.push({ enterprise_id: id, name: draft.englishName, kind: "english" });
    for (const { kind, level, from, to } of draft.qualifications ?? [])
      qualifications.push({
        enterprise_id: id,
        id: qualificationId(id, kind, level, "", from),
        kind,
        level,
        valid_from: from,
        valid_to: to,
      });
    for (const [year, told] of Object.entries(draft.years ?? {}))
      if (/^\d{4}$/.test(year))
        finances.push({
          enterprise_id: id,
          year: Number(year),
          revenue_yuan: told.revenue ?? null,
          profit_yuan: told.profit ?? null,
          assets_yuan: told.assets ?? null,
          liabilities_yuan: told.liabilities ?? null,
          tax_yuan: told.tax ?? null,
          research_yuan: told.research ?? null,
          employees: told.employees ?? null,
        });
  }
  return { names, qualifications, finances, books };
}

/** The same qualification told twice is one. */
export const qualificationId = (enterprise: string, kind: string, level: string | null, number: string, from: string | null): string =>
  v5([kind, level ?? "", number, from ?? ""].join("\n"), enterprise);
