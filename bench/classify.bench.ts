import { existsSync } from "node:fs";
import { join } from "node:path";
import { learn } from "#domains/chain/rules/classify.ts";
import { type ClassifyClass, type ClassifyExample, type ClassifyQuery, classifyOptions } from "#domains/chain/rules/classify-example.ts";
import { plainName } from "#domains/chain/rules/product-terms.ts";
import { innerProduct, termSpace, unit } from "#domains/chain/rules/product-vectors.ts";
import { readExamples } from "#domains/chain/server/classify-examples.ts";
import { type Measured, median, type Table } from "./measure.ts";

const FOLDS = 5;
const SEED = 7;

type Ranking = (query: ClassifyQuery) => readonly { readonly code: string; readonly score: number }[];
type Learner = (examples: readonly ClassifyExample[], classes: readonly ClassifyClass[]) => Ranking;
/** How a company that was left out is asked about: nothing but what a row of the command's file holds, so no shares of revenue. */
type Form = (company: ClassifyExample, random: () => number) => ClassifyQuery;
type Way = { readonly name: string; readonly learner: Learner; readonly form: Form };

const ours =
  (change: Partial<typeof classifyOptions> = {}): Learner =>
  (examples, classes) => {
    const model = learn(examples, classes, { ...classifyOptions, ...change });
    return (query) => model.rank(query, 5);
  };
const textsOf = (company: ClassifyExample): readonly string[] => company.products.map(({ text }) => text);
const asGiven: Form = (company) => ({ name: company.names[0] ?? "", products: textsOf(company) });
const whole = ours();

const ways: readonly Way[] = [
  { name: "chain classify", learner: whole, form: asGiven },
  { name: "– asked with the registered name", learner: whole, form: (one) => ({ name: one.names.at(-1) ?? "", products: textsOf(one) }) },
  { name: "– asked without a name", learner: whole, form: (one) => ({ name: "", products: textsOf(one) }) },
  {
    name: "– asked with the products in any order",
    learner: whole,
    form: (one, random) => ({ name: one.names[0] ?? "", products: shuffled(textsOf(one), random) }),
  },
  { name: "without the order of products", learner: ours({ orderFall: 0 }), form: asGiven },
  {
    name: "without names of companies",
    learner: ours({ nameAmongProducts: 0, nameByItself: 0, nameLikeClass: 0 }),
    form: asGiven,
  },
  { name: "without names of industries", learner: ours({ productsLikeClass: 0, nameLikeClass: 0 }), form: asGiven },
  { name: "without kinship of industries", learner: ours({ forKin: [] }), form: asGiven },
  { name: "nearest neighbours, product n-grams, shares as weights", learner: nearestNeighbours, form: asGiven },
];

/** What there was to beat: twenty nearest companies by runs of two and three characters, each counting as much as it is near. */
function nearestNeighbours(examples: readonly ClassifyExample[]): Ranking {
  const runs = (text: string): readonly string[] => {
    const plain = Array.from(plainName(text));
    return [2, 3].flatMap((length) => plain.slice(length - 1).map((_, from) => plain.slice(from, from + length).join("")));
  };
  const selling = examples.filter(({ products }) => products.length > 0);
  const space = termSpace(selling.map(textsOf), runs);
  const known = selling.map(({ code, products }) => ({
    code,
    vector: unit(space.vector(products.map(({ text, share }) => ({ text, weight: Math.min(Math.max(share ?? 0, 0), 1) + 0.05 })))),
  }));
  return ({ products }) => {
    const asked = unit(space.vector(products.map((text) => ({ text, weight: 1 }))));
    const near = known.map(({ code, vector }) => ({ code, near: innerProduct(asked, vector) }));
    const votes = new Map<string, number>();
    for (const one of near.toSorted((first, second) => second.near - first.near).slice(0, 20))
      votes.set(one.code, (votes.get(one.code) ?? 0) + one.near);
    return [...votes]
      .map(([code, score]) => ({ code, score }))
      .toSorted((one, other) => other.score - one.score)
      .slice(0, 5);
  };
}

type Asked = { readonly place: number; readonly belief: number };
type Hits = { readonly first: number; readonly three: number; readonly five: number; readonly asked: readonly Asked[] };

/**
 * How often the industry that is on record is among the first three, by five-fold cross-validation over companies: every company is asked
 * about once, by a learner that has seen neither its row nor its name.
 */
export async function run(): Promise<Table> {
  const folder = process.env["CLASSIFY_EXAMPLES"] ?? "";
  if (!existsSync(join(folder, "company_industry.csv"))) {
    const line =
      "not measured: CLASSIFY_EXAMPLES should name the folder with company_industry.csv, company_product.csv.gz, sw_industries.csv";
    return { title: "classify", unit: "share right among three", rows: [], lines: [line] };
  }
  const { examples, classes } = await readExamples(folder);
  const random = randomFrom(SEED);
  const companies = shuffled(
    examples.filter(({ products }) => products.length > 0).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    random,
  );
  const learners = new Map<Learner, number[]>();
  const folds = new Map<Way, Hits[]>(ways.map((way) => [way, []]));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const asked = companies.filter((_, place) => place % FOLDS === fold);
    const left = new Set(asked.map(({ id }) => id));
    const others = examples.filter(({ id }) => !left.has(id));
    let trained: { readonly learner: Learner; readonly rank: Ranking } | undefined;
    for (const way of ways) {
      if (trained?.learner !== way.learner) {
        const started = process.cpuUsage().user;
        trained = { learner: way.learner, rank: way.learner(others, classes) };
        learners.set(way.learner, [...(learners.get(way.learner) ?? []), (process.cpuUsage().user - started) / 1e6]);
      }
      const { rank } = trained;
      folds.get(way)?.push(hits(asked, (company) => rank(way.form(company, random))));
    }
  }
  return table(folds, learners.get(whole) ?? [], companies.length, examples.length);
}

function hits(asked: readonly ClassifyExample[], rank: (company: ClassifyExample) => ReturnType<Ranking>): Hits {
  const places = asked.map((company) => {
    const ranked = rank(company);
    const place = ranked.findIndex(({ code }) => code === company.code);
    return { place: place < 0 ? Number.POSITIVE_INFINITY : place, belief: ranked[0]?.score ?? 0 };
  });
  const within = (most: number): number => places.filter(({ place }) => place < most).length / places.length;
  return { first: within(1), three: within(3), five: within(5), asked: places };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function table(folds: ReadonlyMap<Way, readonly Hits[]>, seconds: readonly number[], asked: number, examples: number): Table {
  const rows = [...folds].map(([way, found]): Measured => {
    const three = found.map((one) => one.three);
    return { name: way.name, median: median(three), least: Math.min(...three), most: Math.max(...three) };
  });
  const lines = [...folds].map(([way, found]) => {
    const of = (pick: (one: Hits) => number): string => mean(found.map(pick)).toFixed(3);
    return `${way.name}: first ${of((one) => one.first)}, among three ${of((one) => one.three)}, among five ${of((one) => one.five)}`;
  });
  const own = (folds.get(ways[0] as Way) ?? []).flatMap((one) => one.asked);
  return {
    title: "classify",
    unit: "share right among three",
    rows,
    lines: [
      `${asked} companies with products, each asked about once in ${FOLDS} folds; ${examples} examples in all; median, least and most are those of the folds`,
      ...lines,
      `belief in the first industry, and how often it was right: ${reliability(own)}`,
      `learning takes ${median(seconds).toFixed(1)} s of processor time; ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB at the end of the run`,
      "to reach: among three ≥ 0.70",
    ],
  };
}

/** Belief beside truth, in steps of a fifth. */
const reliability = (asked: readonly Asked[]): string =>
  [0, 1, 2, 3, 4]
    .map((step) => asked.filter(({ belief }) => Math.min(4, Math.floor(belief * 5)) === step))
    .filter((some) => some.length > 0)
    .map(
      (some) =>
        `${mean(some.map(({ belief }) => belief)).toFixed(2)} → ${mean(some.map(({ place }) => (place === 0 ? 1 : 0))).toFixed(2)} (${some.length})`,
    )
    .join(", ");

/** Park and Miller's generator: the same folds every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
