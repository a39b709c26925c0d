import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IntroductionKind } from "#domains/promotion/contract/path.ts";
import { type Gather, gatherTies } from "#domains/promotion/rules/gather-ties.ts";
import {
  byStrength,
  type FoundPath,
  findPaths,
  PATH_RULES,
  pairKey,
  type Tie,
  tieWeight,
} from "#domains/promotion/rules/introduction-paths.ts";
import { sayPath } from "#domains/promotion/rules/path-sentence.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";

const today = localDate("2026-06-30");
const tie = (from: string, to: string, kind: IntroductionKind = "supply", strength = 100, asOf: LocalDate | null = today): Tie => ({
  from,
  to,
  kind,
  strength,
  asOf,
});
const search = (ties: readonly Tie[], introducers: readonly string[], blocked: readonly string[] = [], limit = 20) =>
  findPaths({ target: "t", introducers: new Set(introducers), ties, blocked: new Set(blocked), today, limit });
const nodesOf = ({ paths }: ReturnType<typeof search>) => paths.map(({ nodes }) => nodes.join("→"));

describe("关联的分量", () => {
  test.each([
    ["group", 100, "2026-06-30", 950],
    ["investment", 50, "2026-06-30", 450],
    ["supply", 100, "2024-06-30", 800],
    ["supply", 100, "2024-05-30", 640],
    ["supply", 100, "2021-06-30", 640],
    ["supply", 100, "2021-05-30", 480],
    ["supply", 100, null, 560],
    ["supply", 100, "2026-07-01", 0],
    ["address", 10, null, 21],
  ] as const)("%s 强度 %i、%s：%i‰", (kind, strength, asOf, weight) => {
    expect(tieWeight({ kind, strength, asOf: asOf as LocalDate | null }, today)).toBe(weight);
  });
});

describe("引荐路径", () => {
  test("一、二、三步都找到，强者在前；四步不找", () => {
    const found = search(
      [tie("a", "t", "address"), tie("b", "x"), tie("x", "t"), tie("c", "y"), tie("y", "x"), tie("d", "z"), tie("z", "y")],
      ["a", "b", "c", "d"],
    );
    expect(nodesOf(found)).toEqual(["b→x→t", "c→y→x→t", "a→t"]);
  });

  test("关联不分方向：供货方找客户，客户也找供货方", () => {
    expect(nodesOf(search([tie("t", "x"), tie("x", "a", "investment")], ["a"]))).toEqual(["a→x→t"]);
  });

  test("竞争或纠纷的两家不能同在一条路径上，无论相邻与否", () => {
    const ties = [tie("a", "x"), tie("x", "t"), tie("b", "x")];
    expect(search(ties, ["a", "b"], [pairKey("t", "a")])).toMatchObject({ paths: [{ nodes: ["b", "x", "t"] }], blocked: 1 });
    expect(nodesOf(search(ties, ["a", "b"], [pairKey("x", "t")]))).toEqual([]);
  });

  test("环状关联不重复经过同一家，也不会停不下来", () => {
    const ring = [tie("t", "x"), tie("x", "y"), tie("y", "t"), tie("x", "x"), tie("y", "a"), tie("a", "x")];
    expect(search(ring, ["a"]).paths).toMatchObject([{ nodes: ["a", "x", "t"], others: 3 }]);
  });

  test("中间的在园企业自己就能引荐，不再绕一步", () => {
    expect(nodesOf(search([tie("a", "b"), tie("b", "t")], ["a", "b"]))).toEqual(["b→t"]);
  });

  test("两家之间有几种关联时取最有力的一种", () => {
    const [path] = search([tie("a", "t", "address"), tie("t", "a", "group"), tie("a", "t", "supply", 10)], ["a"]).paths;
    expect(path?.ties.map(({ tie: { kind } }) => kind)).toEqual(["group"]);
  });

  test("目标本身在园、或无人认识：没有路径", () => {
    expect(nodesOf(search([tie("t", "a")], ["t", "a"]))).toEqual([]);
    expect(nodesOf(search([], ["a"]))).toEqual([]);
  });
});

/** Every simple path of at most three ties between any introducer and the target, walked from the introducer over the bare list of ties. */
function findPlainly(ties: readonly Tie[], introducers: readonly string[], blocked: ReadonlySet<string>): FoundPath<Tie>[] {
  const found: FoundPath<Tie>[] = [];
  const best = (one: string, other: string) =>
    ties
      .filter(({ from, to }) => pairKey(from, to) === pairKey(one, other))
      .map((each) => ({ tie: each, weight: tieWeight(each, today) }))
      .filter(({ weight }) => weight > 0)
      .toSorted(
        (left, right) =>
          right.weight - left.weight || (`${left.tie.kind} ${left.tie.from}` < `${right.tie.kind} ${right.tie.from}` ? -1 : 1),
      )[0];
  const all = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const walk = (nodes: string[], kept: FoundPath<Tie>["ties"]): void => {
    const last = nodes.at(-1) ?? "";
    if (last === "t") {
      const pairs = nodes.flatMap((one, place) => nodes.slice(place + 1).map((other) => pairKey(one, other)));
      const weight = kept.reduce((product, one) => (product / 1000) * one.weight, 1000 ** 3);
      if (!pairs.some((pair) => blocked.has(pair))) found.push({ nodes, ties: kept, weight, others: 0 });
      return;
    }
    if (kept.length === 3) return;
    for (const next of all) {
      const carried = nodes.includes(next) || introducers.includes(next) ? undefined : best(last, next);
      if (carried !== undefined) walk([...nodes, next], [...kept, carried]);
    }
  };
  for (const one of introducers) if (!introducers.includes("t")) walk([one], []);
  return found;
}

const node = fc.constantFrom("t", "a", "b", "c", "d", "e", "f", "g");
const anyTie: fc.Arbitrary<Tie> = fc.record({
  from: node,
  to: node,
  kind: fc.constantFrom(...IntroductionKind.options),
  strength: fc.integer({ min: 0, max: 100 }),
  asOf: fc.option(fc.constantFrom("2026-06-30", "2023-01-01", "2010-01-01", "2026-07-01"), { nil: null }) as fc.Arbitrary<LocalDate | null>,
});

/** As the database answers: the first `hub` ties of each, and who has more. */
const answering =
  (ties: readonly Tie[], hub: number): Gather<Tie>["tiesOf"] =>
  async (ids) => {
    const own = ids.map((id) => ({ id, ties: ties.filter(({ from, to }) => from === id || to === id) }));
    return {
      ties: own.filter((one) => one.ties.length <= hub).flatMap((one) => one.ties),
      more: new Set(own.filter((one) => one.ties.length > hub).map(({ id }) => id)),
    };
  };
const knownTies = (ties: readonly Tie[], introducers: readonly string[]) => {
  const known = new Map<string, Tie[]>();
  for (const one of ties)
    for (const [own, other] of [[one.from, one.to] as const, [one.to, one.from] as const])
      if (introducers.includes(own)) known.set(other, [...(known.get(other) ?? []), one]);
  return known;
};

describe("与逐条枚举一致", () => {
  test("任意小图：从两头逐层取来的关联上找到的，就是全图枚举的", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTie, { maxLength: 24 }),
        fc.uniqueArray(node, { maxLength: 4 }),
        fc.array(fc.tuple(node, node), { maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (ties, introducers, pairs, limit) => {
          const blocked = new Set(pairs.map(([one, other]) => pairKey(one, other)));
          const gathered = await gatherTies({
            target: "t",
            introducers: new Set(introducers),
            known: knownTies(ties, introducers),
            tiesOf: answering(ties, Number.POSITIVE_INFINITY),
          });
          expect(gathered.hubs).toEqual([]);
          const { paths } = findPaths({ target: "t", introducers: new Set(introducers), ties: gathered.ties, blocked, today, limit });
          const plain = Map.groupBy(findPlainly(ties, introducers, blocked).toSorted(byStrength), ({ nodes }) => nodes[0]);
          const expected = [...plain.values()]
            .flatMap(([best, ...others]) => (best === undefined ? [] : [{ ...best, others: others.length }]))
            .toSorted(byStrength)
            .slice(0, limit);
          expect(paths.map(({ nodes, weight, others }) => ({ nodes, weight, others }))).toEqual(
            expected.map(({ nodes, weight, others }) => ({ nodes, weight, others })),
          );
          expect(paths.map((path) => path.ties.map(({ weight }) => weight))).toEqual(
            expected.map((path) => path.ties.map(({ weight }) => weight)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("关联过多的一家不再往下找，并且说出来；直接认识它的仍然找得到", async () => {
    const bank = Array.from({ length: PATH_RULES.hub + 1 }, (_, place) => tie("bank", `client-${place}`));
    const ties = [...bank, tie("bank", "t"), tie("client-1", "a"), tie("bank", "b")];
    const introducers = ["a", "b"];
    const gathered = await gatherTies({
      target: "t",
      introducers: new Set(introducers),
      known: knownTies(ties, introducers),
      tiesOf: answering(ties, PATH_RULES.hub),
    });
    expect(gathered.hubs).toEqual(["bank"]);
    expect(nodesOf(search(gathered.ties, introducers))).toEqual(["b→bank→t"]);
  });
});

describe("由谁找谁", () => {
  const said = (ids: readonly string[], ties: readonly { from: string; to: string; kind: IntroductionKind; sharePct?: string }[]) =>
    sayPath({
      nodes: ids.map((id, place) => ({ id, name: `${id.toUpperCase()}公司`, roles: place === 0 ? ["resident"] : [] })),
      ties: ties.map(({ sharePct = null, ...rest }) => ({ ...rest, sharePct })),
    });

  test("一步", () => {
    expect(said(["a", "t"], [{ from: "t", to: "a", kind: "supply" }])).toEqual({
      zh: "请在园企业A公司直接联系T公司：T公司向A公司供货。",
      en: "Ask A公司 (resident) to call T公司: T公司 supplies A公司.",
    });
  });

  test("两步", () => {
    expect(
      said(
        ["a", "b", "t"],
        [
          { from: "a", to: "b", kind: "supply" },
          { from: "b", to: "t", kind: "investment", sharePct: "35" },
        ],
      ).zh,
    ).toBe("请在园企业A公司找B公司，由B公司引荐T公司：A公司向B公司供货，B公司持有T公司 35% 的股权。");
  });

  test("三步", () => {
    const ties = [
      { from: "a", to: "b", kind: "group" },
      { from: "c", to: "b", kind: "officer" },
      { from: "c", to: "t", kind: "address" },
    ] as const;
    expect(said(["a", "b", "c", "t"], ties)).toEqual({
      zh: "请在园企业A公司找B公司，B公司找C公司，由C公司引荐T公司：A公司与B公司同属一个集团，C公司与B公司有共同的高管，C公司与T公司同址。",
      en: "Ask A公司 (resident) to call B公司, who calls C公司, who introduces T公司: A公司 and B公司 belong to one group; C公司 and B公司 share an officer; C公司 and T公司 share an address.",
    });
  });

  test("干部熟识的一家", () => {
    const path = {
      nodes: [
        { id: "official:1", name: "王主任", roles: ["official" as const] },
        { id: "t", name: "T公司", roles: [] },
      ],
      ties: [{ from: "t", to: "official:1", kind: "acquaintance" as const, sharePct: null }],
    };
    expect(sayPath(path)).toEqual({
      zh: "请干部王主任直接联系T公司：王主任与T公司熟识。",
      en: "Ask 王主任 (official) to call T公司: 王主任 knows T公司.",
    });
  });
});
