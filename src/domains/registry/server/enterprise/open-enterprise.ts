import { sql } from "kysely";
import { type NameKind, ProfileField, type QualificationKind, type QualificationLevel } from "#domains/registry/contract/enterprise.ts";
import { classNameOf } from "#domains/registry/rules/industry-class.ts";
import { columnOfField } from "#domains/registry/rules/profile-field.ts";
import { qualificationState } from "#domains/registry/rules/qualification-state.ts";
import { growthPct } from "#domains/registry/rules/read-enterprise-row.ts";
import { enterprisePolicy, ownPolicy } from "#domains/registry/rules/registry-policy.ts";
import { bookQuery, presentEntry } from "#domains/registry/server/enterprise/book.ts";
import { correctionQuery, presentCorrection } from "#domains/registry/server/enterprise/corrections.ts";
import { findProfile, getProfile, type ProfileRow } from "#domains/registry/server/enterprise/enterprise-row.ts";
import { countTies } from "#domains/registry/server/enterprise/ties.ts";
import type { EnterpriseHandlers } from "#domains/registry/server/handler-shapes.ts";
import { amount, booksOf, presentRow, regionNames } from "#domains/registry/server/search/present-enterprise.ts";
import { findSources, originOf, type SourceRow } from "#domains/registry/server/sources.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { organisationCheckHolds } from "#kernel/uscc.ts";

const DAY_MS = 86_400_000;

/** The enterprise itself and whatever was merged into it. */
const family = (id: string) => sql`(select e.id from enterprise e where e.id = ${id}::uuid or e.merged_into = ${id}::uuid)`;

export const openEnterprise: EnterpriseHandlers["openEnterprise"] = async ({ id }, { tx, actor, today }) =>
  viewEnterprise(tx, actor, id, today);

export async function viewEnterprise(tx: Tx, actor: Actor, id: string, today: LocalDate) {
  const row = await getProfile(tx, id);
  const known = await viewKnown(tx, row, today);
  const book = await bookQuery(tx, actor)
    .where(sql<boolean>`b.enterprise_id in ${family(id)}`)
    .orderBy("b.from_on", "desc")
    .orderBy("b.id", "desc")
    .limit(100)
    .execute();
  const corrections = await correctionQuery(tx, actor).where("c.enterprise_id", "=", id).orderBy("c.id", "desc").limit(50).execute();
  const { rows: merged } = await sql<{
    mergeId: string;
    id: string;
    name: string;
    on: LocalDate;
  }>`select m.id "mergeId", e.id, e.name, m.on_day "on"
    from enterprise e join enterprise_merge m on m.merged_id = e.id and m.kept_id = ${id}::uuid and m.undone_on is null where e.merged_into = ${id}::uuid order by m.id`.execute(
    tx,
  );
  const into = row.merged_into === null ? undefined : await findProfile(tx, row.merged_into);
  const { rows: counted } = await sql<{ duplicates: string; activities: string }>`select
      (select count(*) from duplicate_candidate d where d.state = 'OPEN' and (d.one_id = ${id}::uuid or d.other_id = ${id}::uuid)) duplicates,
      (select count(*) from enterprise_activity a where a.zone_id = ${actor.zoneId}::uuid and a.enterprise_id in ${family(id)}) activities`.execute(
    tx,
  );
  return {
    ...known,
    warnings: warningsOf(row),
    book: book.map((entry) => presentEntry(entry, actor)),
    merged,
    mergedInto: into === undefined ? null : { id: into.id, name: into.name },
    corrections: corrections.map((one) => presentCorrection(one, actor)),
    counts: {
      ties: await countTies(tx, actor, id),
      duplicates: Number(counted[0]?.duplicates ?? 0),
      activities: Number(counted[0]?.activities ?? 0),
    },
    recordedAt: row.recorded_at as Instant,
    changedAt: row.changed_at as Instant,
    version: row.version,
    abilities: abilitiesOf(enterprisePolicy, actor, { mergedInto: row.merged_into }),
  };
}

/** What is public knowledge of an enterprise: the same for whoever may see it. */
async function viewKnown(tx: Tx, row: ProfileRow, today: LocalDate) {
  const { id } = row;
  const { rows: names } = await sql<NameRow>`
    select name, kind, from_on, to_on, source_id from enterprise_name where enterprise_id in ${family(id)} order by to_on desc nulls last, name`.execute(
    tx,
  );
  const { rows: qualifications } = await sql<QualificationRow>`select kind, level, number, issuer, valid_from, valid_to, source_id, as_of
    from enterprise_qualification where enterprise_id in ${family(id)} order by valid_from desc nulls last, kind limit 200`.execute(tx);
  const { rows: finances } =
    await sql<FinanceRow>`select distinct on (year) year, revenue_yuan, profit_yuan, assets_yuan, liabilities_yuan, tax_yuan,
      research_yuan, employees, source_id, as_of
    from enterprise_finance where enterprise_id in ${family(id)} order by year desc, as_of desc nulls last limit 60`.execute(tx);
  const { rows: products } = await sql<ProductRow>`select name, segment, share_pct, revenue_yuan, year, source_id, as_of
    from enterprise_product where enterprise_id in ${family(id)} order by share_pct desc nulls last, revenue_yuan desc nulls last, name limit 200`.execute(
    tx,
  );
  const fields = ProfileField.options.map((field) => row.field_sources[field]?.s);
  const sources = await findSources(tx, [
    row.source_id,
    ...fields,
    ...[...names, ...qualifications, ...finances, ...products].map((one) => one.source_id),
  ]);
  const regions = await regionNames(tx, row.region_code === null ? [] : [row.region_code]);
  const books = await booksOf(tx, [id], today);
  const nameOf = (sourceId: string | null) => (sourceId === null ? "" : (sources.get(sourceId)?.name ?? ""));
  return {
    profile: {
      ...presentRow(row, books.get(id) ?? [], regions.get(row.region_code ?? "") ?? null),
      otherClasses: row.other_classes.map((code) => ({ code, name: classNameOf(code) })),
      address: row.address ?? "",
      scope: row.scope ?? "",
      website: row.website ?? "",
    },
    origins: originsOf(row, sources, today),
    names: [
      { name: row.name, kind: "current" as const, from: null, to: null, source: nameOf(row.field_sources["name"]?.s ?? row.source_id) },
      ...otherNames(row, names).map((one) => ({
        name: one.name,
        kind: one.kind as NameKind,
        from: one.from_on as LocalDate | null,
        to: one.to_on as LocalDate | null,
        source: nameOf(one.source_id),
      })),
    ],
    qualifications: qualifications.map((one) => presentQualification(one, nameOf(one.source_id), today)),
    finances: presentFinances(row, finances, nameOf),
    products: products.map((one) => ({
      name: one.name,
      segment: one.segment,
      sharePct: amount(one.share_pct),
      revenueYuan: amount(one.revenue_yuan),
      year: one.year,
      source: nameOf(one.source_id),
      asOf: one.as_of as LocalDate | null,
    })),
  };
}

type NameRow = {
  readonly name: string;
  readonly kind: string;
  readonly from_on: string | null;
  readonly to_on: string | null;
  readonly source_id: string | null;
};

/**
 * What it is called beside its name. A name that it has again is no former one, and one that is told with its day needs not be told without.
 */
function otherNames(row: ProfileRow, names: readonly NameRow[]): readonly NameRow[] {
  const told = row.former_names.map((name): NameRow => ({ name, kind: "former", from_on: null, to_on: null, source_id: null }));
  const seen = new Set<string>();
  return [...names, ...told].filter(({ name, kind }) => {
    const key = `${kind} ${name}`;
    if (seen.has(key) || ((kind === "former" || kind === "alias") && name === row.name)) return false;
    seen.add(key);
    return true;
  });
}

type QualificationRow = {
  readonly kind: string;
  readonly level: string | null;
  readonly number: string;
  readonly issuer: string;
  readonly valid_from: LocalDate | null;
  readonly valid_to: LocalDate | null;
  readonly source_id: string | null;
  readonly as_of: string | null;
};
type FinanceRow = {
  readonly year: number;
  readonly revenue_yuan: string | null;
  readonly profit_yuan: string | null;
  readonly assets_yuan: string | null;
  readonly liabilities_yuan: string | null;
  readonly tax_yuan: string | null;
  readonly research_yuan: string | null;
  readonly employees: number | null;
  readonly source_id: string | null;
  readonly as_of: string | null;
};
type ProductRow = {
  readonly name: string;
  readonly segment: string;
  readonly share_pct: string | null;
  readonly revenue_yuan: string | null;
  readonly year: number | null;
  readonly source_id: string | null;
  readonly as_of: string | null;
};

/** Only of fields that say something. */
function originsOf(row: ProfileRow, sources: ReadonlyMap<string, SourceRow>, today: LocalDate) {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const said = ProfileField.options.filter((field) => {
    const value = values[columnOfField(field)];
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(
    said.map((field) => {
      const own = row.field_sources[field];
      return [field, originOf(sources, own?.s ?? row.source_id, own?.d ?? row.as_of, today)];
    }),
  );
}

const presentQualification = (one: QualificationRow, source: string, today: LocalDate) => ({
  kind: one.kind as QualificationKind,
  level: one.level as QualificationLevel | null,
  number: one.number,
  issuer: one.issuer,
  from: one.valid_from,
  to: one.valid_to,
  state: qualificationState({ from: one.valid_from, to: one.valid_to }, today),
  daysLeft: one.valid_to === null ? null : Math.round((Date.parse(one.valid_to) - Date.parse(today)) / DAY_MS),
  source,
  asOf: one.as_of as LocalDate | null,
});

/** The profile's own revenue is a year too, where no fuller row of that year is there. */
function presentFinances(row: ProfileRow, finances: readonly FinanceRow[], nameOf: (id: string | null) => string) {
  const own = row.revenue_year;
  const all: FinanceRow[] = [...finances];
  if (own !== null && !finances.some((one) => one.year === own))
    all.push({
      year: own,
      revenue_yuan: row.revenue_yuan,
      profit_yuan: null,
      assets_yuan: null,
      liabilities_yuan: null,
      tax_yuan: null,
      research_yuan: null,
      employees: null,
      source_id: row.field_sources["revenueYuan"]?.s ?? row.source_id,
      as_of: row.field_sources["revenueYuan"]?.d ?? row.as_of,
    });
  all.sort((one, other) => other.year - one.year);
  const revenue = new Map(all.map((one) => [one.year, amount(one.revenue_yuan)]));
  return all.map((one) => {
    const before = revenue.get(one.year - 1) ?? undefined;
    const now = amount(one.revenue_yuan);
    const computed = now === null ? undefined : growthPct(before as Decimal | undefined, now);
    return {
      year: one.year,
      revenueYuan: now,
      profitYuan: amount(one.profit_yuan),
      assetsYuan: amount(one.assets_yuan),
      liabilitiesYuan: amount(one.liabilities_yuan),
      taxYuan: amount(one.tax_yuan),
      researchYuan: amount(one.research_yuan),
      employees: one.employees,
      revenueGrowthPct: computed ?? (one.year === own ? amount(row.revenue_growth_pct) : null),
      source: nameOf(one.source_id),
      asOf: one.as_of as LocalDate | null,
    };
  });
}

function warningsOf(row: ProfileRow): string[] {
  if (row.identifier_kind === "provisional") return ["provisional-identifier"];
  return row.identifier_kind === "uscc" && !organisationCheckHolds(row.identifier) ? ["uscc-organisation-check"] : [];
}

/** What the register says of one's own enterprise, and what became of the corrections that were asked for. */
export const ownEnterprise: EnterpriseHandlers["ownEnterprise"] = async (_, { tx, actor, today }) => {
  const row = actor.enterpriseId === null ? undefined : await findProfile(tx, actor.enterpriseId);
  const abilities = abilitiesOf(ownPolicy, actor, { there: row !== undefined, mergedInto: row?.merged_into ?? null });
  if (row === undefined)
    return { profile: null, origins: {}, names: [], qualifications: [], finances: [], products: [], corrections: [], abilities };
  const corrections = await correctionQuery(tx, actor).where("c.enterprise_id", "=", row.id).orderBy("c.id", "desc").limit(50).execute();
  const known = await viewKnown(tx, row, today);
  // What the zone counts it as is the zone's own matter.
  return {
    ...known,
    profile: { ...known.profile, book: [] },
    corrections: corrections.map((one) => presentCorrection(one, actor)),
    abilities,
  };
};
