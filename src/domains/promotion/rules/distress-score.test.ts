import { describe, expect, test } from "vitest";
import { COMMITTED_DISTRESS } from "#domains/promotion/rules/distress-committed.ts";
import { DISTRESS_FEATURES } from "#domains/promotion/rules/distress-features.ts";
import { type DistressModel, LEARN_OPTIONS, learnDistress } from "#domains/promotion/rules/distress-model.ts";
import { OUTCOMES } from "#domains/promotion/rules/distress-outcomes.ts";
import { scoreDistress } from "#domains/promotion/rules/distress-score.ts";
import { exampleHistory, madeUpHistories } from "#domains/promotion/rules/example-histories.ts";

const OPTIONS = { ...LEARN_OPTIONS, rounds: 20 };
const YEAR = 2015;
const histories = madeUpHistories(900);
const learned = learnDistress(histories, YEAR, OPTIONS);
if (learned === undefined) throw new Error("nothing learned");
const model: DistressModel = learned;

/** The chance that of two companies the one that came to harm has the higher score. */
function ranks(of: DistressModel): number {
  const known = histories.map((history) => ({
    score: scoreDistress(of, history, YEAR).score,
    harmed: OUTCOMES.distress(history, YEAR) === true,
  }));
  const [harmed, sound] = [known.filter((one) => one.harmed), known.filter((one) => !one.harmed)];
  const won = harmed.flatMap((one) => sound.map((other): number => (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0)));
  return won.reduce((sum, one) => sum + one, 0) / won.length;
}

describe("学得的模型", () => {
  test("把后来出事的排在前面", () => expect(ranks(model)).toBeGreaterThan(0.85));

  test("随附系数没见过这些企业，也排得对", () => expect(ranks(COMMITTED_DISTRESS)).toBeGreaterThan(0.8));

  test("以后的年报一概不看，同样的数据学两次一字不差", () => {
    const cut = histories.map(({ code, years }) => ({ code, years: years.filter(({ year }) => year <= YEAR) }));
    expect(learnDistress(cut, YEAR, OPTIONS)).toEqual(model);
    const [whole, short] = [histories[0], cut[0]];
    if (whole === undefined || short === undefined) throw new Error("no company");
    expect(scoreDistress(model, short, YEAR)).toEqual(scoreDistress(model, whole, YEAR));
  });

  test("企业太少就不学", () => {
    expect(learnDistress(histories.slice(0, 100), YEAR, OPTIONS)).toBeUndefined();
    expect(learnDistress([], YEAR, OPTIONS)).toBeUndefined();
  });
});

describe("随附系数", () => {
  test("每一项特征都有，分位由低到高", () => {
    expect(Object.keys(COMMITTED_DISTRESS.shapes)).toEqual(DISTRESS_FEATURES.map(({ name }) => name));
    expect(COMMITTED_DISTRESS.percentiles).toEqual(COMMITTED_DISTRESS.percentiles.toSorted((one, other) => one - other));
    expect(COMMITTED_DISTRESS.percentiles).toHaveLength(101);
    for (const { edges, values } of Object.values(COMMITTED_DISTRESS.shapes)) expect(values).toHaveLength(edges.length + 1);
  });

  const company = (share: number) =>
    exampleHistory(
      "1",
      2015,
      Array.from({ length: 5 }, () => ({
        netProfit: share * 1e5,
        deductedProfit: share * 1e5,
        operatingProfit: share * 1e5,
        operatingCash: share * 1e5,
        assets: 1e5,
        liabilities: 5e4,
        currentAssets: 5e4,
        currentLiabilities: 4e4,
        equity: 5e4,
        revenue: 1e5,
        mainProfit: 2e4,
      })),
    );

  test("年年亏损的高于年年微利的，微利的高于年年盈利的", () => {
    const [losing, bare, sound] = [-0.1, 0.005, 0.1].map((share) => scoreDistress(COMMITTED_DISTRESS, company(share), 2019));
    expect(losing?.score).toBeGreaterThan(bare?.score ?? 1);
    expect(bare?.score).toBeGreaterThan(sound?.score ?? 1);
    expect(losing?.percentile).toBeGreaterThan(90);
    expect(sound?.percentile).toBeLessThan(30);
  });

  test("原因按分量排列，方向与正负一致，两种语言都说得清", () => {
    const { drivers } = scoreDistress(COMMITTED_DISTRESS, company(-0.1), 2019);
    expect(drivers).toHaveLength(6);
    expect(drivers.map(({ adds }) => Math.abs(adds))).toEqual(
      drivers.map(({ adds }) => Math.abs(adds)).toSorted((one, other) => other - one),
    );
    for (const { adds, direction, zh, en } of drivers) {
      expect(direction).toBe(adds > 0 ? "raises" : "lowers");
      expect(zh).toContain(adds > 0 ? "推高风险" : "压低风险");
      expect(en).toContain(`${direction} the risk`);
    }
    expect(drivers.find(({ name }) => name === "deducted-roa")).toMatchObject({ value: -0.1, zh: "扣非总资产净利率 -10.0%，推高风险" });
  });

  test("没有列出扣非净利润时按净利润看，并且写明", () => {
    const plain = exampleHistory("1", 2019, [{ netProfit: -10, assets: 100, liabilities: 60 }]);
    expect(scoreDistress(COMMITTED_DISTRESS, plain, 2019).drivers.find(({ name }) => name === "deducted-roa")).toMatchObject({
      zh: "扣非总资产净利率（未列扣非，按净利润） -10.0%，推高风险",
      en: "return on assets without one-off items (not stated: net profit instead): -10.0%, raises the risk",
    });
  });

  test("只有一年、只有几项，也给得出分数", () => {
    const scarce = exampleHistory("1", 2019, [{ netProfit: -5, assets: 100, liabilities: 120 }]);
    const sound = exampleHistory("1", 2019, [{ netProfit: 8, assets: 100, liabilities: 20 }]);
    expect(scoreDistress(COMMITTED_DISTRESS, scarce, 2019).score).toBeGreaterThan(scoreDistress(COMMITTED_DISTRESS, sound, 2019).score);
  });

  test("什么都没有，分数在0与1之间", () => {
    const { score } = scoreDistress(COMMITTED_DISTRESS, exampleHistory("1", 2019, [{}]), 2019);
    expect(score > 0 && score < 1).toBe(true);
  });
});
