import { z } from "zod";
import { Decimal, shift } from "#kernel/decimal.ts";
import type { Text } from "#kernel/texts.ts";

export const Currency = z.enum(["CNY", "USD", "HKD", "MOP", "TWD", "EUR", "JPY", "GBP", "KRW", "SGD", "AUD", "CAD", "CHF", "RUB"]);
export type Currency = z.infer<typeof Currency>;

/** Exact, in the currency's main unit (元). Two currencies are never added or compared: no rate is known here. */
export const Money = z.object({ kind: z.literal("money"), amount: Decimal, unit: Currency });
export type Money = z.infer<typeof Money>;

export const money = (amount: Decimal, unit: Currency = "CNY"): Money => ({ kind: "money", amount, unit });

/** 347 亿元 is `yuan("347", 8)`: the amount in 元 from a figure and the power of ten of its scale. */
export const scaledMoney = (figure: Decimal, places: number, unit: Currency = "CNY"): Money => money(shift(figure, places), unit);

/** How each currency is printed, and how texts write it. */
export const CURRENCIES: Readonly<Record<Currency, Text & { readonly written: readonly string[] }>> = {
  CNY: { zh: "元", en: "CNY", written: ["元", "元人民币", "人民币元", "人民币", "块", "块钱", "RMB", "CNY", "元整"] },
  USD: { zh: "美元", en: "USD", written: ["美元", "美金", "USD"] },
  HKD: { zh: "港元", en: "HKD", written: ["港元", "港币", "HKD"] },
  MOP: { zh: "澳门元", en: "MOP", written: ["澳门元", "澳门币", "MOP"] },
  TWD: { zh: "新台币元", en: "TWD", written: ["新台币", "新台币元", "台币", "TWD"] },
  EUR: { zh: "欧元", en: "EUR", written: ["欧元", "EUR"] },
  JPY: { zh: "日元", en: "JPY", written: ["日元", "JPY"] },
  GBP: { zh: "英镑", en: "GBP", written: ["英镑", "GBP"] },
  KRW: { zh: "韩元", en: "KRW", written: ["韩元", "韩币", "KRW"] },
  SGD: { zh: "新加坡元", en: "SGD", written: ["新加坡元", "新元", "SGD"] },
  AUD: { zh: "澳元", en: "AUD", written: ["澳元", "澳大利亚元", "AUD"] },
  CAD: { zh: "加元", en: "CAD", written: ["加元", "加拿大元", "CAD"] },
  CHF: { zh: "瑞士法郎", en: "CHF", written: ["瑞士法郎", "瑞郎", "CHF"] },
  RUB: { zh: "卢布", en: "RUB", written: ["卢布", "RUB"] },
};
