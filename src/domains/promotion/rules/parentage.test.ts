import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkParentage, type Holding, type ParentageClaim } from "#domains/promotion/rules/parentage.ts";
import { decimal } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";

const NAMES: Readonly<Record<string, string>> = { X: "某央企集团", A: "甲投资", B: "乙控股", C: "丙科技", E: "丁公司", P: "某自然人" };
const nameOf = (id: string): string => NAMES[id] ?? id;

/** `X>A 60` X holds 60 % of A; `X>A 30!` with evidence of control; `X>A ?` share unknown. */
function holding(text: string): Holding {
  const [pair = "", share = ""] = text.split(" ");
  const [holder = "", held = ""] = pair.split(">");
  const number = share.replace("!", "");
  return {
    holder,
    held,
    share: number === "?" ? null : decimal(number),
    evidence: share.endsWith("!") ? "2025年年报披露的实际控制人" : null,
    from: null,
    to: null,
  };
}
const claim = (holdings: readonly string[], given: Partial<ParentageClaim> = {}) =>
  checkParentage({
    enterprise: "E",
    parent: "X",
    holdings: holdings.map(holding),
    denials: [],
    asOf: localDate("2026-06-30"),
    nameOf,
    ...given,
  });

describe("隶属关系得到显示", () => {
  test.each([
    ["直接持股100%", ["X>E 100"], ["majority"]],
    ["恰好50%", ["X>E 50", "P>E 49"], ["majority"]],
    ["逐级过半", ["X>A 51", "A>B 60", "B>E 70"], ["majority", "majority", "majority"]],
    ["两家受同一控制的股东合计过半", ["X>A 100", "X>B 100", "A>E 30", "B>E 25", "P>E 45"], ["together", "majority"]],
    ["第一大股东并有控制证据", ["X>A 34!", "P>A 20", "A>E 80"], ["majority", "largest"]],
    ["股权里有循环，但X确实过半", ["X>A 60", "B>A 40", "A>B 100", "B>E 100"], ["majority", "majority", "majority"]],
  ] as const)("%s", (_why, holdings, by) => {
    const found = claim(holdings);
    expect(found.verdict).toBe("shown");
    if (found.verdict === "shown") expect(found.chain.map((step) => step.by)).toEqual(by);
  });

  test("各占一半：共同控制，写明", () => {
    const found = claim(["X>E 50", "P>E 50"]);
    expect(found.verdict).toBe("shown");
    expect(found.zh).toBe("丁公司可上溯至某央企集团：某央企集团对丁公司持股50%，与另一股东各占一半，属共同控制。");
  });
});

describe("未显示，并说明断在哪里", () => {
  test.each([
    ["没有登记股东", [], "no-holders", "E", "没有登记丁公司的股东"],
    ["差一点不到一半，没有证据", ["X>E 49.99", "P>E 20"], "no-evidence-of-control", "E", "持股49.99%，不足50%，也没有控制证据"],
    ["别人过半", ["X>E 20!", "P>E 80"], "other-controller", "P", "控制链到某自然人为止，不是某央企集团"],
    ["中间一级断开", ["X>A 10", "P>A 30", "A>E 90"], "no-evidence-of-control", "A", "甲投资的第一大股东某自然人持股30%"],
    ["有证据但不是第一大股东", ["X>E 30!", "P>E 31"], "no-evidence-of-control", "E", "第一大股东某自然人持股31%"],
    ["并列第一", ["X>E 30", "P>E 30"], "no-single-largest", "E", "没有单一的第一大股东"],
    ["并列第一，证据也不够", ["X>E 30!", "P>E 30"], "no-single-largest", "E", "没有单一的第一大股东"],
    ["比例未登记", ["X>E ?"], "share-unknown", "E", "没有登记持股比例"],
    ["未登记比例的股东可能更大", ["X>E 30!", "P>E ?"], "no-evidence-of-control", "E", "不足50%"],
    ["两家互相持股", ["A>E 100", "B>A 60", "A>B 60"], "cycle", "B", "股权循环（甲投资←乙控股←甲投资），绕不到某央企集团"],
    ["自己持有自己", ["E>E 100"], "no-holders", "E", "没有登记丁公司的股东"],
    ["X在下游而不在上游", ["E>X 100"], "no-holders", "E", "没有登记丁公司的股东"],
  ] as const)("%s", (_why, holdings, because, at, words) => {
    const found = claim(holdings);
    expect(found).toMatchObject({ verdict: "not-shown", because, at });
    expect(found.zh).toContain(words);
    expect(found.zh.startsWith("未显示丁公司隶属于某央企集团")).toBe(true);
  });

  test("未登记比例的股东占不到更多时，第一大股东成立", () => {
    expect(claim(["X>E 45!", "P>E 30", "C>E ?"]).verdict).toBe("shown");
  });

  test("声称隶属于自己", () => {
    expect(claim([], { parent: "E" })).toMatchObject({ verdict: "not-shown", because: "same-enterprise" });
  });
});

describe("日期", () => {
  const until = (to: string) =>
    claim([], { holdings: [{ ...holding("X>E 100"), from: localDate("2024-01-01"), to: localDate(to) }] }).verdict;
  test("退出当日起不再算，前一日还算", () => {
    expect(until("2026-06-30")).toBe("not-shown");
    expect(until("2026-07-01")).toBe("shown");
  });
  test("还没开始的不算", () => {
    expect(claim([], { holdings: [{ ...holding("X>E 100"), from: localDate("2026-07-01") }] }).verdict).toBe("not-shown");
  });
});

test("央企公开否认：以否认为准", () => {
  const denials = [{ by: "X", enterprise: "E", on: localDate("2026-05-01"), evidence: "官网公告" }];
  expect(claim(["X>E 100"], { denials })).toMatchObject({
    verdict: "denied",
    zh: "某央企集团已于2026-05-01公开否认与丁公司有隶属或股权关系（官网公告）。",
  });
  expect(claim(["X>E 100"], { denials, asOf: localDate("2026-04-30") }).verdict).toBe("shown");
});

test("比例合计超过100%：照样回答，并提醒核对", () => {
  expect(claim(["X>E 60", "P>E 60"]).warnings[0]?.zh).toBe("丁公司登记的持股比例合计120%，超过100%，请核对。");
});

test("随便怎样的股权图都有答复，链条步步相连、不重复", () => {
  const parties = ["X", "A", "B", "C", "E"];
  const edge = fc.record({
    holder: fc.constantFrom(...parties),
    held: fc.constantFrom(...parties),
    share: fc.integer({ min: 0, max: 100 }),
    shown: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
      const found = claim(edges.map(({ holder, held, share, shown }) => `${holder}>${held} ${share}${shown ? "!" : ""}`));
      if (found.verdict !== "shown") return;
      expect(found.chain[0]?.held).toBe("E");
      expect(found.chain.at(-1)?.holder).toBe("X");
      expect(new Set(found.chain.map(({ held }) => held)).size).toBe(found.chain.length);
      for (const [place, step] of found.chain.entries()) if (place > 0) expect(step.held).toBe(found.chain[place - 1]?.holder);
    }),
  );
});
