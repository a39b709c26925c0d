import type { ScoreTerm, ScoringContent } from "#domains/promotion/contract/screening.ts";
import { BENCH_DAY } from "./bench-zone.ts";

/** What the statements need to know of the dialect that runs them. */
export type Dialect = {
  /** Whether an array holds nothing. */
  readonly empty: (array: string) => string;
  readonly startsWith: (text: string, start: string) => string;
  readonly plain: (word: string) => string;
  readonly holds: (text: string, part: string) => string;
};

export const POSTGRES: Dialect = {
  empty: (array) => `cardinality(${array}) = 0`,
  startsWith: (text, start) => `starts_with(${text}, ${start})`,
  plain: (word) => `regexp_replace(lower(normalize(${word}, NFKC)), '[\\s()（）·-]', '', 'g')`,
  holds: (text, part) => `strpos(${text}, ${part}) > 0`,
};
export const DUCKDB: Dialect = {
  empty: (array) => `len(${array}) = 0`,
  startsWith: (text, start) => `starts_with(${text}, ${start})`,
  plain: (word) => `regexp_replace(lower(nfc_normalize(${word})), '[\\s()（）·-]', '', 'g')`,
  holds: (text, part) => `contains(${text}, ${part})`,
};

export type SqlPlace = { readonly codes: readonly string[]; readonly words: readonly string[] };

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Tenths of a point at a value, as the rule has it: even rises between marks, rounded down. */
function pointsAt({ marks }: ScoreTerm, value: string): string {
  const tenth = (points: number) => Math.round(points * 10);
  const [first] = marks;
  const steps = marks.slice(1).map((mark, place) => {
    const before = marks[place] ?? mark;
    const [low, high] = [tenth(before.points), tenth(mark.points)];
    return `when ${value} <= ${mark.at} then ${low} + floor((${high - low} * (${value} - ${before.at}))::double precision / ${mark.at - before.at})`;
  });
  return `(case when ${value} <= ${first?.at ?? 0} then ${tenth(first?.points ?? 0)} ${steps.join(" ")} else ${tenth(marks.at(-1)?.points ?? 0)} end)`;
}

const least = ({ marks }: ScoreTerm): number => Math.round((marks[0]?.points ?? 0) * 10);
const most = ({ marks }: ScoreTerm): number => Math.round((marks.at(-1)?.points ?? 0) * 10);

/** The whole score as one statement over the register's own tables, without any help from ours. @param tables how each table is named. */
export function screenStatement(
  { terms, measures }: ScoringContent,
  { codes, words }: SqlPlace,
  dialect: Dialect,
  tables: { readonly enterprise: string; readonly held: string; readonly linked: string; readonly tied: string },
  limit: number,
): string {
  const { fit, growth, innovation } = measures;
  const byCode = (code: string) =>
    `greatest(${codes
      .map(
        (wanted) =>
          `case when ${code} = '${wanted}' then ${fit.classExact} when ${dialect.startsWith(code, `'${wanted}'`)} then ${wanted.length === 3 ? fit.classExact : fit.classGroup}
            when length(${code}) >= 3 and left(${code}, 3) = '${wanted.slice(0, 3)}' then ${fit.classGroup}
            when left(${code}, 2) = '${wanted.slice(0, 2)}' then ${fit.classDivision} else 0 end`,
      )
      .join(", ")})`;
  const byWord = `greatest(${words
    .map(
      (wanted) =>
        `case when word = ${quote(wanted)} then ${fit.productSame}
          when length(word) >= 2 and ((${dialect.holds("word", quote(wanted))} and length(word) <= ${wanted.length * 3})
            or (${dialect.holds(quote(wanted), "word")} and ${wanted.length} <= length(word) * 3)) then ${fit.productWithin} else 0 end`,
    )
    .join(", ")})`;
  const byKind = `case kind ${innovation.kinds
    .filter(({ level }) => level === null)
    .map(({ kind, points }) => {
      const own = innovation.kinds.filter((line) => line.kind === kind && line.level !== null);
      const general = `${points}`;
      return `when '${kind}' then ${own.reduce((rest, line) => `case when level = '${line.level}' then ${line.points} else ${rest} end`, general)}`;
    })
    .join(" ")} else 0 end`;
  const year = Number(BENCH_DAY.slice(0, 4));
  const range = (term: ScoreTerm, value: string, end: "least" | "most") =>
    `case when ${value} is null then ${end === "least" ? least(term) : most(term)} else ${pointsAt(term, value)} end`;
  const sum = (end: "least" | "most") =>
    (["fit", "growth", "signals", "linkage", "innovation"] as const).map((measure) => range(terms[measure], measure, end)).join(" + ");
  return `
  with products as (
    select id, max(points) best, count(*) matching from (
      select id, ${byWord} points from (select distinct id, ${dialect.plain("product")} word from (select id, unnest(products) product from ${tables.enterprise}) p) w
    ) m where points > 0 group by id),
  others as (
    select id, max(floor(${byCode("code")} / 2)) points from (select id, substr(unnest(other_classes), 2) code from ${tables.enterprise}) o group by id),
  held as (
    select enterprise_id id, max(points) best, count(*) filter (where points > 0) counting from (
      select enterprise_id, case when (valid_from is null or valid_from <= date '${BENCH_DAY}') and (valid_to is null or valid_to >= date '${BENCH_DAY}') then ${byKind} else 0 end points
      from ${tables.held}) q group by enterprise_id),
  measured as (
    select e.id, e.prominence,
      case when e.class_code is null and ${dialect.empty("e.other_classes")} and ${dialect.empty("e.products")} then null
        else least(100, greatest(coalesce(${byCode("substr(e.class_code, 2)")}, 0), coalesce(o.points, 0))
          + coalesce(p.best + ${fit.more} * least(${fit.moreMost}, p.matching - 1), 0)) end fit,
      case when e.revenue_growth_pct is null or e.revenue_year is null or e.revenue_year < ${year - growth.yearsOld} or e.revenue_year > ${year} then null
        else least(1000, greatest(-100, sign(e.revenue_growth_pct) * floor(abs(e.revenue_growth_pct) + 0.5))) end growth,
      cast(null as integer) signals,
      case when l.id is not null then l.points when t.id is not null then 0 else null end linkage,
      case when h.id is null then null else least(100, h.best + ${innovation.more} * least(${innovation.moreMost}, greatest(0, h.counting - 1))) end innovation
    from ${tables.enterprise} e left join products p on p.id = e.id left join others o on o.id = e.id left join held h on h.id = e.id
      left join ${tables.linked} l on l.id = e.id left join ${tables.tied} t on t.id = e.id
    where e.status not in ('suspended', 'revoked', 'deregistered'))
  select id, known, possible from (
    select id, prominence, ${sum("least")} known, ${sum("most")} possible from measured) s
  order by known desc, possible desc, prominence desc, id limit ${limit}`;
}
