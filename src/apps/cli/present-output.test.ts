import { expect, test } from "vitest";
import { presentOutput } from "#apps/cli/present-output.ts";

test("记录里的记录另成一列：有名称的用名称，双语的用中文；这一行没有的画横线", () => {
  const items = [
    { day: "2026-06-29", task: { title: "塔吊检测", owner: { id: "1", name: "项目专班" } }, last: null, abilities: { close: {} } },
    { day: "2026-06-29", task: { title: "验槽", owner: { id: "1", name: "项目专班" } }, last: { on: "2026-06-01" }, abilities: {} },
  ];
  expect(presentOutput({ items })).toBe(
    [
      "day         task.title  task.owner  last.on",
      "2026-06-29  塔吊检测    项目专班    –",
      "2026-06-29  验槽        项目专班    2026-06-01",
    ].join("\n"),
  );
});

test("一条记录一行一项；几百个编号只说有多少", () => {
  const rate = { numerator: 197, denominator: 376, counted: Array.from({ length: 197 }, (_, place) => String(place)) };
  expect(presentOutput({ asOf: "2026-06-30", rate, levels: ["市级", "区级"], title: { zh: "在建率", en: "rate" } })).toBe(
    ["asOf: 2026-06-30", "rate.numerator: 197", "rate.denominator: 376", "rate.counted: [197]", "levels: 市级, 区级", "title: 在建率"].join(
      "\n",
    ),
  );
});

test("没有就是一道横线，一句话照原样", () => {
  expect([presentOutput({ items: [] }), presentOutput("已停止")]).toEqual(["–", "已停止"]);
});
