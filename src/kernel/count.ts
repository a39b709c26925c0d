import { z } from "zod";
import { Decimal } from "#kernel/decimal.ts";

/** Counted things with their measure word: 家 (firms) and 家次 (events) are two units (handbook §18). */
export const Count = z.object({ kind: z.literal("count"), amount: Decimal, unit: z.string().min(1).max(20) });
export type Count = z.infer<typeof Count>;

/** A measured size that is not money, rate, area or mass: 公里, 千瓦时, 天, 倍, 元/平方米. */
export const Measure = z.object({ kind: z.literal("measure"), amount: Decimal, unit: z.string().min(1).max(20) });
export type Measure = z.infer<typeof Measure>;

/** A number without a unit. */
export const BareNumber = z.object({ kind: z.literal("number"), amount: Decimal, unit: z.literal("") });
export type BareNumber = z.infer<typeof BareNumber>;

export const count = (amount: Decimal, unit: string): Count => ({ kind: "count", amount, unit });
export const measure = (amount: Decimal, unit: string): Measure => ({ kind: "measure", amount, unit });
export const bareNumber = (amount: Decimal): BareNumber => ({ kind: "number", amount, unit: "" });

/** One character each. */
const SHORT =
  "家户个项人名位件宗台辆套条所座栋幢间片批场次例种类款支只部艘架列册份张组对处期届笔单头株颗盏门本封篇幅节层段块枚根道口班起级分";
const LONG = ["家次", "人次", "户次", "车次", "架次", "航次", "标箱", "标准箱", "TEU", "宗地"];

export const COUNT_UNITS: ReadonlySet<string> = new Set([...SHORT, ...LONG]);

/** Measure words of one family count the same things, so their counts add up: persons, and households or firms. */
const FAMILIES: readonly (readonly string[])[] = [
  ["人", "名", "位"],
  ["家", "户"],
  ["标箱", "标准箱", "TEU"],
  ["栋", "幢"],
];

export const countFamily = (unit: string): string => FAMILIES.find((family) => family.includes(unit))?.[0] ?? unit;

/** Spellings (plain script) → the unit's one name. */
export const MEASURE_SPELLINGS: ReadonlyMap<string, string> = new Map(
  [
    ["公里", "千米", "km"],
    ["米", "延米", "m"],
    ["厘米", "cm"],
    ["毫米", "mm"],
    ["微米", "μm"],
    ["纳米", "nm"],
    ["海里"],
    ["英寸", "吋", "寸"],
    ["千瓦时", "度", "kWh"],
    ["兆瓦时", "MWh"],
    ["吉瓦时", "GWh"],
    ["千瓦", "kW"],
    ["兆瓦", "MW"],
    ["吉瓦", "GW"],
    ["千伏", "kV"],
    ["千伏安", "kVA"],
    ["立方米", "m³", "m3"],
    ["标准立方米"],
    ["升", "L"],
    ["吨标准煤", "吨标煤"],
    ["吨公里"],
    ["克", "g"],
    ["毫克", "mg"],
    ["倍"],
    ["天", "日"],
    ["工作日", "个工作日"],
    ["小时", "个小时"],
    ["分钟"],
    ["秒"],
    ["年"],
    ["月"],
    ["个月"],
    ["周", "星期"],
    ["岁"],
    ["摄氏度", "℃"],
    ["方"],
  ].flatMap((spellings) => spellings.map((spelling) => [spelling, spellings[0] ?? spelling] as const)),
);
