import { describe, expect, test } from "vitest";
import { Colour, ColourRule } from "#domains/projects/contract/colour.ts";
import { SupervisionKind } from "#domains/projects/contract/supervision-operations.ts";
import { askedByColour, isRepeatedYellow, lapsesBecause } from "#domains/projects/rules/asked-by-colour.ts";
import { DEFAULT_COLOUR_RULE } from "#domains/projects/rules/default-colour-rule.ts";
import { draftLetter } from "#domains/projects/rules/draft-letter.ts";
import { localDate } from "#kernel/local-date.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

describe("没签发的督办还有没有缘由", () => {
  /** Where the cause still stands; under every other colour it lapses. Plans and reminders went out by themselves and never do. */
  const STANDS = ["letter red", "escalation yellow", "escalation red"];
  test.each(SupervisionKind.options)("%s", (kind) => {
    const issuedLater = kind === "letter" || kind === "escalation";
    for (const colour of Colour.options)
      expect([kind, colour, lapsesBecause(kind, colour)]).toEqual([
        kind,
        colour,
        !issuedLater || STANDS.includes(`${kind} ${colour}`) ? undefined : "colour-cleared",
      ]);
    expect(lapsesBecause(kind, undefined)).toBe(issuedLater ? "no-longer-supervised" : undefined);
  });
});

const CALENDAR: WorkCalendar = { years: new Set([2026]), off: new Map(), makeUp: new Map() };

test.each([
  ["green", undefined, undefined],
  ["blue", "reminder", null],
  ["yellow", "plan", null],
  ["red", "letter", "2026-07-02"],
] as const)("%s要求：%s", (colour, kind, issueBy) => {
  const [asked] = askedByColour(colour, DEFAULT_COLOUR_RULE, CALENDAR, localDate("2026-06-30"));
  expect([asked?.kind, asked?.issueBy]).toEqual([kind, issueBy]);
});

describe("连续黄灯按月度截止日数", () => {
  test.each([
    ["2026-05-31", "2026-06-01", 2, false, "5月末转黄，6月1日看的还是5月"],
    ["2026-05-31", "2026-06-29", 2, false, "6月截止日未到"],
    ["2026-05-31", "2026-06-30", 2, true, "5月、6月两个截止日都黄"],
    ["2026-06-01", "2026-06-30", 2, false, "5月截止日还不黄"],
    ["2026-04-30", "2026-06-30", 3, true, "规则改为三个月"],
    ["2026-05-01", "2026-06-30", 3, false, "三个月还不满"],
    ["2025-12-31", "2026-01-31", 2, true, "跨年"],
  ] as const)("%s 起黄，%s 看，规则 %s 个月：%s（%s）", (since, today, months, repeated, _why) => {
    const changed = { ...DEFAULT_COLOUR_RULE, actions: { ...DEFAULT_COLOUR_RULE.actions, escalateAfterYellows: months } };
    expect(isRepeatedYellow(localDate(since), changed, localDate(today))).toBe(repeated);
  });
});

describe("四色规则本身", () => {
  const bands = (...named: readonly string[]) => ({
    source: "试",
    steps: named.map((band, place) => ({ band, upTo: place === named.length - 1 ? null : String(place * 10) })),
  });
  test.each([
    ["不是颜色", { start: bands("blue", "purple") }],
    ["越落后越绿", { progress: bands("yellow", "green") }],
    ["同一颜色两档", { milestone: bands("blue", "blue", "red") }],
    ["没有报数是绿", { silence: "green" }],
    ["停建是绿", { suspended: "green" }],
    ["过时晚于无数据", { freshness: { staleAfterDays: 100, missingAfterDays: 10 } }],
  ])("%s：不收", (_, wrong) => {
    expect(ColourRule.safeParse({ ...DEFAULT_COLOUR_RULE, ...wrong }).success).toBe(false);
  });
  test("默认规则收", () => {
    expect(ColourRule.safeParse(DEFAULT_COLOUR_RULE).success).toBe(true);
  });
});

describe("督办单拟稿", () => {
  const because = (...dimensions: readonly string[]) =>
    dimensions.map((dimension) => ({ dimension, colour: "red", value: null, subject: null, zh: "事由", en: "reason" })) as never;
  test.each([
    [because("start"), "请于5个工作日内书面回复：说明未开工的障碍、需协调的事项和开工时间。"],
    [because("stat-entry", "stat-entry"), "请于5个工作日内书面回复：办结统计入库，或说明缺哪些材料、何时补齐。"],
    [because("progress", "silence"), "请于5个工作日内书面回复：说明投资进度缺口的原因，按月列出追赶计划；补报所缺月报，说明未报原因。"],
    [because(), "请于5个工作日内书面回复：说明原因、整改措施和完成时限。"],
  ] as const)("每个事由一项要求，不重复", (reasons, text) => {
    expect(draftLetter(reasons, DEFAULT_COLOUR_RULE, "zh")).toBe(text);
  });
  test("in English too", () => {
    expect(draftLetter(because("state"), DEFAULT_COLOUR_RULE, "en")).toBe(
      "Please reply in writing within 5 working days: explain the stop and plan the resumption, or propose to terminate.",
    );
  });
});
