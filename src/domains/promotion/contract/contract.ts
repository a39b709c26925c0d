import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

/** Formal contracts are counted apart from framework and intent (handbook §3); entry agreements are kinds of their own and have no amount to count. */
export const ContractKind = z.enum(["formal", "framework", "intent", "entry-operator", "entry-institute", "entry-foreign"]);
export type ContractKind = z.infer<typeof ContractKind>;

/** Handbook §3: 百亿级 ≥100亿; 50亿级 [50,100); 10亿级 [10,50); exclusive when listed together. */
export const AmountClass = z.enum(["10-billion", "5-billion", "1-billion", "below"]);
export type AmountClass = z.infer<typeof AmountClass>;

export const FundsProof = z.enum(["bank-slip", "capital-verification", "equipment-list", "commerce-figure"]);
export type FundsProof = z.infer<typeof FundsProof>;

export const FundsState = z.enum(["ENTERED", "CONFIRMED", "REFUSED"]);
export type FundsState = z.infer<typeof FundsState>;

export const contractKindWords: Readonly<Record<ContractKind, Text>> = {
  formal: { zh: "正式合同", en: "Formal contract" },
  framework: { zh: "框架协议", en: "Framework agreement" },
  intent: { zh: "意向协议", en: "Letter of intent" },
  "entry-operator": { zh: "运营机构入驻协议", en: "Entry of an operator" },
  "entry-institute": { zh: "院所入驻协议", en: "Entry of an institute" },
  "entry-foreign": { zh: "境外机构入驻协议", en: "Entry of a foreign party" },
};

export const amountClassWords: Readonly<Record<AmountClass, Text>> = {
  "10-billion": { zh: "百亿级", en: "≥ CNY 10 billion" },
  "5-billion": { zh: "50亿级", en: "CNY 5–10 billion" },
  "1-billion": { zh: "10亿级", en: "CNY 1–5 billion" },
  below: { zh: "10亿元以下", en: "below CNY 1 billion" },
};

export const fundsProofWords: Readonly<Record<FundsProof, Text>> = {
  "bank-slip": { zh: "银行进账单", en: "Bank slip" },
  "capital-verification": { zh: "验资报告", en: "Capital verification" },
  "equipment-list": { zh: "设备清单", en: "Equipment list" },
  "commerce-figure": { zh: "商务部门外资数据", en: "Figure of the commerce authority" },
};

export const fundsStateWords: Readonly<Record<FundsState, Text>> = {
  ENTERED: { zh: "待确认", en: "To confirm" },
  CONFIRMED: { zh: "已确认", en: "Confirmed" },
  REFUSED: { zh: "不认定", en: "Refused" },
};

export const isEntry = (kind: ContractKind): boolean => kind.startsWith("entry-");
