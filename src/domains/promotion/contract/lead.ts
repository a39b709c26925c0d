import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

/** 锁定 → 接触 → 在谈 → 专案 → 尽调 → 决策 → 签约 → 落地 (handbook §3). How far it is; whether it goes on says the status. */
export const LeadStage = z.enum(["TARGETED", "CONTACTED", "NEGOTIATING", "PROPOSAL", "DILIGENCE", "DECISION", "SIGNED", "LANDED"]);
export type LeadStage = z.infer<typeof LeadStage>;

/** The side states of handbook §3, kept apart from the stage: a parked lead comes back to where it was. JOINED: the same project as another lead. */
export const LeadStatus = z.enum(["ACTIVE", "PARKED", "LOST", "REJECTED", "JOINED"]);
export type LeadStatus = z.infer<typeof LeadStatus>;

/** `entry`: an operator, institute or foreign party that moves in by an entry agreement, without a construction project. */
export const LeadNature = z.enum(["investment", "entry"]);
export type LeadNature = z.infer<typeof LeadNature>;

/** Known by its unified social credit code, by a foreign identifier, or so far by a name alone. */
export const PartyKind = z.enum(["enterprise", "foreign", "provisional"]);
export type PartyKind = z.infer<typeof PartyKind>;

export const Channel = z.enum(["task-force", "stationed", "fund", "capital", "peer-referral", "cloud", "other"]);
export type Channel = z.infer<typeof Channel>;

export const InteractionKind = z.enum(["visit", "received", "call", "video", "talks", "letter", "fair"]);
export type InteractionKind = z.infer<typeof InteractionKind>;

/** What the gates look at: attached by hand, by a decision, or by an event of another domain. */
export const LeadEvidenceKind = z.enum([
  "needs-summary",
  "tailored-plan",
  "fair-competition-review",
  "risk-memo",
  "decision",
  "landing-proof",
  "project-progress",
  "other",
]);
export type LeadEvidenceKind = z.infer<typeof LeadEvidenceKind>;

/** Attached by hand through the operation; a decision is made and progress is told by event. */
export const HandEvidenceKind = LeadEvidenceKind.exclude(["decision", "project-progress"]);
export type HandEvidenceKind = z.infer<typeof HandEvidenceKind>;

export const LostReason = z.enum(["elsewhere", "conditions", "resources", "funding", "market", "contact-lost", "other"]);
export type LostReason = z.infer<typeof LostReason>;

/** A target's class (handbook §2) and what papers count investors by. One party may be several. */
export const InvestorClass = z.enum([
  "global-500",
  "china-500",
  "central-soe",
  "listed",
  "double-first-class",
  "national-institute",
  "unicorn",
  "industry-top-three",
]);
export type InvestorClass = z.infer<typeof InvestorClass>;

/** first-talk: 首谈报备. team, fair: another team or fair that claims the same project; it is counted once all the same. */
export const ClaimKind = z.enum(["first-talk", "team", "fair"]);
export type ClaimKind = z.infer<typeof ClaimKind>;
export const ClaimState = z.enum(["VALID", "DISPUTED", "REFUSED", "LAPSED"]);
export type ClaimState = z.infer<typeof ClaimState>;

export const leadStageWords: Readonly<Record<LeadStage, Text>> = {
  TARGETED: { zh: "锁定", en: "Targeted" },
  CONTACTED: { zh: "接触", en: "Contacted" },
  NEGOTIATING: { zh: "在谈", en: "Negotiating" },
  PROPOSAL: { zh: "专案", en: "Proposal" },
  DILIGENCE: { zh: "尽调", en: "Diligence" },
  DECISION: { zh: "决策", en: "Decision" },
  SIGNED: { zh: "签约", en: "Signed" },
  LANDED: { zh: "落地", en: "Landed" },
};

export const leadStatusWords: Readonly<Record<LeadStatus, Text>> = {
  ACTIVE: { zh: "跟进中", en: "Active" },
  PARKED: { zh: "搁置", en: "Parked" },
  LOST: { zh: "流失", en: "Lost" },
  REJECTED: { zh: "不予引进", en: "Rejected" },
  JOINED: { zh: "已并入", en: "Joined" },
};

export const leadNatureWords: Readonly<Record<LeadNature, Text>> = {
  investment: { zh: "投资项目", en: "Investment" },
  entry: { zh: "入驻", en: "Entry" },
};

export const partyKindWords: Readonly<Record<PartyKind, Text>> = {
  enterprise: { zh: "境内主体", en: "Domestic entity" },
  foreign: { zh: "境外主体", en: "Foreign party" },
  provisional: { zh: "暂定名称", en: "Provisional name" },
};

export const channelWords: Readonly<Record<Channel, Text>> = {
  "task-force": { zh: "专班招商", en: "Task force" },
  stationed: { zh: "驻外招商", en: "Stationed team" },
  fund: { zh: "基金招商", en: "Fund" },
  capital: { zh: "资本招商", en: "Capital" },
  "peer-referral": { zh: "以商招商", en: "Introduced by residents" },
  cloud: { zh: "云招商", en: "Online" },
  other: { zh: "其他渠道", en: "Other" },
};

export const interactionWords: Readonly<Record<InteractionKind, Text>> = {
  visit: { zh: "登门拜访", en: "Visit" },
  received: { zh: "来访考察", en: "Received" },
  call: { zh: "电话", en: "Call" },
  video: { zh: "屏对屏", en: "Video meeting" },
  talks: { zh: "会谈", en: "Talks" },
  letter: { zh: "函件", en: "Letter" },
  fair: { zh: "推介活动", en: "Fair" },
};

export const leadEvidenceWords: Readonly<Record<LeadEvidenceKind, Text>> = {
  "needs-summary": { zh: "需求摸排", en: "summary of needs" },
  "tailored-plan": { zh: "一企一策专案", en: "tailored plan" },
  "fair-competition-review": { zh: "公平竞争审查", en: "fair-competition review" },
  "risk-memo": { zh: "风险评估意见", en: "risk memo" },
  decision: { zh: "决策意见", en: "decision" },
  "landing-proof": { zh: "落地凭证", en: "proof of landing" },
  "project-progress": { zh: "项目进展", en: "progress of the project" },
  other: { zh: "其他", en: "other" },
};

export const lostReasonWords: Readonly<Record<LostReason, Text>> = {
  elsewhere: { zh: "落户他处", en: "went elsewhere" },
  conditions: { zh: "条件未谈拢", en: "conditions not agreed" },
  resources: { zh: "土地或要素不足", en: "no land or utilities" },
  funding: { zh: "资金不落实", en: "no funding" },
  market: { zh: "市场变化", en: "market changed" },
  "contact-lost": { zh: "失去联系", en: "contact lost" },
  other: { zh: "其他", en: "other" },
};

export const investorClassWords: Readonly<Record<InvestorClass, Text>> = {
  "global-500": { zh: "世界500强", en: "Global 500" },
  "china-500": { zh: "中国500强", en: "China 500" },
  "central-soe": { zh: "央企", en: "Central state enterprise" },
  listed: { zh: "上市公司", en: "Listed" },
  "double-first-class": { zh: "双一流高校", en: "Double first-class university" },
  "national-institute": { zh: "国字号院所", en: "National institute" },
  unicorn: { zh: "独角兽", en: "Unicorn" },
  "industry-top-three": { zh: "行业前三", en: "Top three of its industry" },
};

export const claimKindWords: Readonly<Record<ClaimKind, Text>> = {
  "first-talk": { zh: "首谈报备", en: "First talk" },
  team: { zh: "团队申报", en: "Claimed by a team" },
  fair: { zh: "活动申报", en: "Claimed by a fair" },
};

export const claimStateWords: Readonly<Record<ClaimState, Text>> = {
  VALID: { zh: "有效", en: "Valid" },
  DISPUTED: { zh: "待裁定", en: "Disputed" },
  REFUSED: { zh: "未采纳", en: "Refused" },
  LAPSED: { zh: "已失效", en: "Lapsed" },
};
