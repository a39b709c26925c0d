import type { Proposal } from "#domains/intelligence/contract/intelligence-operations.ts";
import type { Text } from "#kernel/texts.ts";

export const proposalTypeTexts: Readonly<Record<Proposal["type"], Text>> = {
  figure: { zh: "数据", en: "Figure" },
  project: { zh: "项目", en: "Project" },
  organisation: { zh: "机构", en: "Organisation" },
  policy: { zh: "政策", en: "Policy" },
  mechanism: { zh: "机制", en: "Mechanism" },
};

export const proposalStatusTexts: Readonly<Record<Proposal["status"], Text>> = {
  proposed: { zh: "待审", en: "Open" },
  accepted: { zh: "已采纳", en: "Accepted" },
  rejected: { zh: "已驳回", en: "Rejected" },
  corrected: { zh: "已更正", en: "Corrected" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
};

export const basisTexts: Readonly<Record<string, Text>> = {
  cumulative: { zh: "累计", en: "cumulative" },
  single: { zh: "单期", en: "single period" },
  point: { zh: "时点", en: "on a day" },
  unknown: { zh: "口径未明", en: "basis not stated" },
};

export const scopeTexts: Readonly<Record<string, Text>> = {
  region: { zh: "地区", en: "region" },
  company: { zh: "企业", en: "company" },
  project: { zh: "项目", en: "project" },
};

export const figureKindTexts: Readonly<Record<string, Text>> = {
  actual: { zh: "实际", en: "actual" },
  target: { zh: "目标", en: "target" },
};

export const approximationTexts: Readonly<Record<string, Text>> = {
  exact: { zh: "准确", en: "exact" },
  near: { zh: "近", en: "nearly" },
  over: { zh: "超", en: "over" },
  about: { zh: "约", en: "about" },
  "at-least": { zh: "不少于", en: "at least" },
  "at-most": { zh: "不超过", en: "at most" },
};

export const organisationKindTexts: Readonly<Record<string, Text>> = {
  company: { zh: "企业", en: "company" },
  government: { zh: "机关", en: "government" },
  university: { zh: "高校", en: "university" },
  institute: { zh: "院所", en: "institute" },
  bank: { zh: "银行", en: "bank" },
  media: { zh: "媒体", en: "media" },
  park: { zh: "园区", en: "park" },
  other: { zh: "其他", en: "other" },
};

export const growthBaseTexts: Readonly<Record<string, Text>> = {
  "last-year": { zh: "同比", en: "y/y" },
  "last-year-end": { zh: "较上年末", en: "since last year-end" },
  "last-period": { zh: "环比", en: "on last period" },
};

export const withTexts: Readonly<Record<string, Text>> = {
  city: { zh: "全市", en: "the city" },
  province: { zh: "全省", en: "the province" },
  nation: { zh: "全国", en: "the nation" },
};

export const proposalTexts = {
  confidence: { zh: "把握 {percent}%", en: "{percent}% sure" },
  unsure: { zh: "需细看", en: "look closely" },
  periodUnknown: { zh: "时期未定", en: "period open" },
  regionUnknown: { zh: "地区未定", en: "region open" },
  noCode: { zh: "不在指标目录", en: "not in the catalogue" },
  target: { zh: "目标值", en: "target" },
  repeated: { zh: "重复出现", en: "repeated" },
  conflict: { zh: "与已有数据冲突", en: "conflicts with another figure" },
  against: { zh: "比{with} {points} 个百分点", en: "{points} points against {with}" },
  amount: { zh: "金额", en: "amount" },
  investment: { zh: "投资", en: "investment" },
  decidedBy: { zh: "{status}：{by}", en: "{status} by {by}" },
} as const satisfies Record<string, Text>;
