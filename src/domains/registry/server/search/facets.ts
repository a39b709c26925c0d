import { type RawBuilder, sql } from "kysely";
import {
  type BookKind,
  bookWords,
  type Controller,
  controllerWords,
  type EnterpriseStatus,
  type QualificationKind,
  qualificationWords,
  statusWords,
} from "#domains/registry/contract/enterprise.ts";
import type { EnterpriseFilter, FacetName } from "#domains/registry/contract/search-operations.ts";
import { classNameOf } from "#domains/registry/rules/industry-class.ts";
import type { SearchHandlers } from "#domains/registry/server/handler-shapes.ts";
import type { LabelKind } from "#domains/registry/server/labels.ts";
import { findInOrder } from "#domains/registry/server/search/plan-search.ts";
import { regionNames } from "#domains/registry/server/search/present-enterprise.ts";
import { type Condition, conditionOf } from "#domains/registry/server/search/search-condition.ts";
import { tokenFrequencies } from "#domains/registry/server/search/token-frequencies.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

/** Beyond so many the most prominent ones are counted, and the answer says so. */
const MOST_COUNTED = 2_000;

type Band = { readonly label: Text; readonly filter: EnterpriseFilter };
const band = (zh: string, en: string, filter: EnterpriseFilter): Band => ({ label: { zh, en }, filter });
const yuan = (amount: number) => String(amount) as Decimal;
const below = (amount: number) => `${amount - 1}.99` as Decimal;

/** Sizes as statisticians cut them: 微 小 中 大 by people (统计上大中小微型企业划分办法 2017, industry), money by its orders of magnitude. */
const CAPITAL_BANDS: readonly Band[] = [
  band("100万元以下", "below 1 million", { capitalTo: below(1_000_000) }),
  band("100万–1000万元", "1 to 10 million", { capitalFrom: yuan(1_000_000), capitalTo: below(10_000_000) }),
  band("1000万–5000万元", "10 to 50 million", { capitalFrom: yuan(10_000_000), capitalTo: below(50_000_000) }),
  band("5000万–1亿元", "50 to 100 million", { capitalFrom: yuan(50_000_000), capitalTo: below(100_000_000) }),
  band("1亿–10亿元", "100 million to 1 billion", { capitalFrom: yuan(100_000_000), capitalTo: below(1_000_000_000) }),
  band("10亿元以上", "1 billion and more", { capitalFrom: yuan(1_000_000_000) }),
];
const REVENUE_BANDS: readonly Band[] = [
  band("2000万元以下", "below 20 million", { revenueTo: below(20_000_000) }),
  band("2000万–1亿元", "20 to 100 million", { revenueFrom: yuan(20_000_000), revenueTo: below(100_000_000) }),
  band("1亿–4亿元", "100 to 400 million", { revenueFrom: yuan(100_000_000), revenueTo: below(400_000_000) }),
  band("4亿–50亿元", "400 million to 5 billion", { revenueFrom: yuan(400_000_000), revenueTo: below(5_000_000_000) }),
  band("50亿元以上", "5 billion and more", { revenueFrom: yuan(5_000_000_000) }),
];
const EMPLOYEE_BANDS: readonly Band[] = [
  band("20人以下", "below 20", { employeesTo: 19 }),
  band("20–299人", "20 to 299", { employeesFrom: 20, employeesTo: 299 }),
  band("300–999人", "300 to 999", { employeesFrom: 300, employeesTo: 999 }),
  band("1000人以上", "1,000 and more", { employeesFrom: 1000 }),
];
const AGE_BANDS: readonly Band[] = [
  band("1年以内", "below 1 year", { ageTo: 0 }),
  band("1–3年", "1 to 3 years", { ageFrom: 1, ageTo: 3 }),
  band("4–9年", "4 to 9 years", { ageFrom: 4, ageTo: 9 }),
  band("10–19年", "10 to 19 years", { ageFrom: 10, ageTo: 19 }),
  band("20年以上", "20 years and more", { ageFrom: 20 }),
];

type Counted = { readonly facet: FacetName; readonly value: string; readonly count: string };

export const enterpriseFacets: SearchHandlers["enterpriseFacets"] = async (filter, { tx, actor, today }) => {
  const frequencies = await tokenFrequencies(tx);
  const condition = conditionOf(filter, today, actor.zoneId, frequencies);
  const found = await findInOrder(tx, condition, frequencies.rows, { sort: "prominence", after: undefined, count: MOST_COUNTED + 1 });
  const ids = found.slice(0, MOST_COUNTED).map(({ id }) => id);
  const counted = ids.length === 0 ? [] : await count(tx, ids, today, (filter.region ?? "").length);
  const books = await booksFound(tx, condition, today);
  const regions = await regionNames(
    tx,
    counted.flatMap((one) => (one.facet === "region" ? one.value : [])),
  );
  const places = await labelsOf(tx, "chain", condition, filter.chainNode, today);
  const valuesOf = (facet: FacetName, read: (value: string) => { label: Text; filter: EnterpriseFilter } | undefined) => ({
    name: facet,
    values: counted
      .filter((one) => one.facet === facet)
      .flatMap((one) => {
        const known = read(one.value);
        return known === undefined ? [] : [{ value: one.value, count: Number(one.count), ...known }];
      }),
  });
  const banded = (facet: FacetName, bands: readonly Band[]) => valuesOf(facet, (value) => bands[Number(value)]);
  return {
    counted: ids.length,
    complete: found.length <= MOST_COUNTED,
    facets: [
      valuesOf("region", (value) => {
        const name = regions.get(value);
        return name === undefined || name === "" ? undefined : { label: { zh: name, en: name }, filter: { region: value } };
      }),
      valuesOf("class", (value) => {
        const name = classNameOf(value);
        return name === null ? undefined : { label: { zh: name, en: `${value} ${name}` }, filter: { classCode: value } };
      }),
      banded("capital", CAPITAL_BANDS),
      banded("revenue", REVENUE_BANDS),
      banded("employees", EMPLOYEE_BANDS),
      banded("age", AGE_BANDS),
      valuesOf("controller", (value) => ({ label: controllerWords[value as Controller], filter: { controller: value as Controller } })),
      valuesOf("status", (value) => ({ label: statusWords[value as EnterpriseStatus], filter: { status: value as EnterpriseStatus } })),
      valuesOf("qualification", (value) => ({
        label: qualificationWords[value as QualificationKind],
        filter: { qualification: value as QualificationKind },
      })),
      {
        name: "book" as const,
        values: books.map(({ value, count: number }) => ({
          value,
          count: Number(number),
          label: bookWords[value],
          filter: { book: value },
        })),
      },
      {
        name: "chain" as const,
        values: places.map(({ value, zh, en, count }) => ({
          value,
          count: Number(count),
          label: { zh, en },
          filter: { chainNode: value },
        })),
      },
    ],
  };
};

type Labelled = { readonly value: string; readonly zh: string; readonly en: string; readonly count: string };

/** Every row that the search finds, however many: for what stands at few rows only, which would not be among the most prominent. */
const everywhere = ({ parts, late, ranges }: Condition): RawBuilder<unknown> =>
  sql.join([...parts, ...late, ...ranges.map(({ plain }) => plain)], sql` and `);

/** The widest labels, or a chosen one itself and those right below it; a chosen one also where it is nobody's. */
async function labelsOf(
  tx: Tx,
  kind: LabelKind,
  condition: Condition,
  chosen: string | undefined,
  today: LocalDate,
): Promise<readonly Labelled[]> {
  const { zoneId } = actorOf(tx);
  const { rows } = await sql<Labelled>`with standing as materialized (
      select l.value, l.name_zh, l.name_en, coalesce(m.merged_into, m.id) id
      from enterprise_label l join enterprise m on m.id = l.enterprise_id
      where l.zone_id = ${zoneId}::uuid and l.kind = ${kind} and (l.until_on is null or l.until_on > ${today}::date)
        and ${chosen === undefined ? sql`l.parent is null` : sql`(l.value = ${chosen} or l.parent = ${chosen})`}),
    met as materialized (select e.id from enterprise e where e.id in (select id from standing) and ${everywhere(condition)})
    select s.value, min(s.name_zh) zh, min(s.name_en) en, count(distinct met.id) "count" from standing s left join met on met.id = s.id
    group by s.value having count(met.id) > 0 or s.value = ${chosen ?? null} order by 4 desc, 1 limit 40`.execute(tx);
  return rows;
}

/** The zone's book, whole: residents are few beside the register. */
async function booksFound(
  tx: Tx,
  condition: Condition,
  today: LocalDate,
): Promise<readonly { readonly value: BookKind; readonly count: string }[]> {
  const { zoneId } = actorOf(tx);
  const { rows } = await sql<{ value: BookKind; count: string }>`with entries as materialized (
      select b.kind, coalesce(m.merged_into, m.id) id from enterprise_book b join enterprise m on m.id = b.enterprise_id
      where b.zone_id = ${zoneId}::uuid and b.from_on <= ${today}::date and (b.to_on is null or b.to_on >= ${today}::date))
    select n.kind "value", count(distinct e.id) "count" from entries n join enterprise e on e.id = n.id
    where ${everywhere(condition)} group by n.kind order by 2 desc, 1`.execute(tx);
  return rows;
}

/** One look at the rows, counted by every facet. A division that is chosen is counted by those under it. */
async function count(tx: Tx, ids: readonly string[], today: LocalDate, chosen: number): Promise<readonly Counted[]> {
  const digits = chosen === 0 ? 2 : 6;
  const age = sql`extract(year from age(${today}::date, e.founded_on))::integer`;
  const facets: readonly (readonly [FacetName, RawBuilder<unknown>])[] = [
    ["region", sql`left(e.region_code, ${digits}::integer)`],
    ["class", sql`left(e.class_code, 3)`],
    ["capital", sql`(width_bucket(e.capital_yuan, array[1000000, 10000000, 50000000, 100000000, 1000000000]::numeric[]))::text`],
    [
      "revenue",
      sql`(width_bucket(case when e.revenue_yuan >= 0 then e.revenue_yuan end, array[20000000, 100000000, 400000000, 5000000000]::numeric[]))::text`,
    ],
    ["employees", sql`(width_bucket(e.employees, array[20, 300, 1000]))::text`],
    ["age", sql`(width_bucket(${age}, array[1, 4, 10, 20]))::text`],
    ["controller", sql`e.controller`],
    ["status", sql`e.status`],
  ];
  const selects = facets.map(
    ([name, value]) =>
      sql`(select ${sql.lit(name)} facet, ${value} "value", count(*) "count" from found e where ${value} is not null group by 2 order by 3 desc, 2 limit 40)`,
  );
  const { rows } = await sql<Counted>`with found as materialized (
      select e.id, e.region_code, e.class_code, e.capital_yuan, e.revenue_yuan, e.employees, e.founded_on, e.controller, e.status
      from enterprise e where e.id = any(${ids}::uuid[]))
    ${sql.join(selects, sql` union all `)}
    union all (select 'qualification', q.kind, count(distinct q.enterprise_id) from enterprise_qualification q
      where q.enterprise_id = any(${ids}::uuid[]) and (q.valid_from is null or q.valid_from <= ${today}::date)
        and (q.valid_to is null or q.valid_to >= ${today}::date) group by q.kind order by 3 desc, 2)`.execute(tx);
  return rows;
}
