import { z } from "zod";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** What the identifier is: the code of GB 32100, a register abroad, or a number of our own until the code is known. */
export const IdentifierKind = z.enum(["uscc", "foreign", "provisional"]);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

/** Registration states of 市场主体登记管理条例 (2022). */
export const EnterpriseStatus = z.enum(["active", "suspended", "revoked", "deregistered", "moved-out"]);
export type EnterpriseStatus = z.infer<typeof EnterpriseStatus>;

/** Who controls it. */
export const Controller = z.enum(["central-state", "local-state", "private", "foreign", "institute", "other"]);
export type Controller = z.infer<typeof Controller>;

export const NameKind = z.enum(["current", "former", "alias", "short", "english"]);
export type NameKind = z.infer<typeof NameKind>;

/** What an authority has attested. `level` says of which one. */
export const QualificationKind = z.enum([
  "high-tech",
  "tech-sme",
  "innovative-sme",
  "specialised",
  "little-giant",
  "champion",
  "unicorn",
  "gazelle",
  "above-scale",
  "top-500",
  "technology-centre",
  "other",
]);
export type QualificationKind = z.infer<typeof QualificationKind>;
export const QualificationLevel = z.enum(["world", "national", "provincial", "municipal", "zone"]);
export type QualificationLevel = z.infer<typeof QualificationLevel>;

/** Ties that anybody may know. `supply` goes from whoever supplies, `investment` from whoever holds the share; the others have no direction. */
export const TieKind = z.enum(["supply", "investment", "group", "address", "officer"]);
export type TieKind = z.infer<typeof TieKind>;
/** Ties that a zone entered itself: also those that block an introduction, and an official's acquaintance. */
export const ZoneTieKind = z.enum([...TieKind.options, "competitor", "dispute", "acquaintance"]);
export type ZoneTieKind = z.infer<typeof ZoneTieKind>;

/** What an enterprise is to a zone. */
export const BookKind = z.enum(["resident", "target", "partner", "fund"]);
export type BookKind = z.infer<typeof BookKind>;

/** Fields of the profile, each with its own source and age. */
export const ProfileField = z.enum([
  "name",
  "status",
  "classCode",
  "otherClasses",
  "regionCode",
  "address",
  "foundedOn",
  "capitalYuan",
  "employees",
  "controller",
  "scope",
  "products",
  "website",
  "stockCode",
  "revenueYuan",
  "revenueYear",
  "revenueGrowthPct",
]);
export type ProfileField = z.infer<typeof ProfileField>;

/** Where a field comes from and how old it is. Without a day of its own it is as old as its recording. */
export const FieldOrigin = z.object({
  sourceId: z.uuid().nullable(),
  source: z.string(),
  kind: z.string(),
  asOf: LocalDate.nullable(),
  ageDays: z.number().int().nullable(),
});
export type FieldOrigin = z.infer<typeof FieldOrigin>;

export const EnterpriseRow = z.object({
  id: z.uuid(),
  identifierKind: IdentifierKind,
  identifier: z.string(),
  name: z.string(),
  status: EnterpriseStatus,
  regionCode: z.string().nullable(),
  region: z.string().nullable(),
  classCode: z.string().nullable(),
  className: z.string().nullable(),
  foundedOn: LocalDate.nullable(),
  capitalYuan: Decimal.nullable(),
  employees: z.number().int().nullable(),
  revenueYuan: Decimal.nullable(),
  revenueYear: z.number().int().nullable(),
  revenueGrowthPct: Decimal.nullable(),
  controller: Controller.nullable(),
  products: z.array(z.string()),
  stockCode: z.string().nullable(),
  prominence: z.number().int(),
  /** What it is to the zone today. */
  book: z.array(BookKind),
});
export type EnterpriseRow = z.infer<typeof EnterpriseRow>;

export const statusWords: Readonly<Record<EnterpriseStatus, Text>> = {
  active: { zh: "存续", en: "Active" },
  suspended: { zh: "歇业", en: "Suspended" },
  revoked: { zh: "吊销", en: "Revoked" },
  deregistered: { zh: "注销", en: "Deregistered" },
  "moved-out": { zh: "迁出", en: "Moved out" },
};

export const controllerWords: Readonly<Record<Controller, Text>> = {
  "central-state": { zh: "央企", en: "Central state-owned" },
  "local-state": { zh: "地方国企", en: "Local state-owned" },
  private: { zh: "民营", en: "Private" },
  foreign: { zh: "外资", en: "Foreign" },
  institute: { zh: "院所高校", en: "Institute or university" },
  other: { zh: "其他", en: "Other" },
};

export const identifierWords: Readonly<Record<IdentifierKind, Text>> = {
  uscc: { zh: "统一社会信用代码", en: "Unified social credit code" },
  foreign: { zh: "境外登记号", en: "Foreign registration number" },
  provisional: { zh: "临时编号", en: "Provisional number" },
};

export const nameKindWords: Readonly<Record<NameKind, Text>> = {
  current: { zh: "现用名", en: "Current name" },
  former: { zh: "曾用名", en: "Former name" },
  alias: { zh: "别名", en: "Alias" },
  short: { zh: "简称", en: "Short name" },
  english: { zh: "英文名", en: "English name" },
};

export const qualificationWords: Readonly<Record<QualificationKind, Text>> = {
  "high-tech": { zh: "高新技术企业", en: "High-tech enterprise" },
  "tech-sme": { zh: "科技型中小企业", en: "Technology SME" },
  "innovative-sme": { zh: "创新型中小企业", en: "Innovative SME" },
  specialised: { zh: "专精特新中小企业", en: "Specialised SME" },
  "little-giant": { zh: "专精特新“小巨人”企业", en: "“Little giant”" },
  champion: { zh: "制造业单项冠军", en: "Manufacturing champion" },
  unicorn: { zh: "独角兽企业", en: "Unicorn" },
  gazelle: { zh: "瞪羚企业", en: "Gazelle" },
  "above-scale": { zh: "规模以上企业", en: "Above-scale enterprise" },
  "top-500": { zh: "500强企业", en: "Top 500" },
  "technology-centre": { zh: "企业技术中心", en: "Enterprise technology centre" },
  other: { zh: "其他", en: "Other" },
};

export const levelWords: Readonly<Record<QualificationLevel, Text>> = {
  world: { zh: "世界", en: "World" },
  national: { zh: "国家级", en: "National" },
  provincial: { zh: "省级", en: "Provincial" },
  municipal: { zh: "市级", en: "Municipal" },
  zone: { zh: "区级", en: "Zone" },
};

export const tieWords: Readonly<Record<ZoneTieKind, Text>> = {
  supply: { zh: "供货", en: "Supplies" },
  investment: { zh: "投资", en: "Holds a share of" },
  group: { zh: "同一集团", en: "Same group" },
  address: { zh: "同一地址", en: "Same address" },
  officer: { zh: "共同高管", en: "Shared officer" },
  competitor: { zh: "竞争", en: "Competitor" },
  dispute: { zh: "纠纷", en: "Dispute" },
  acquaintance: { zh: "干部熟识", en: "Known to an official" },
};

export const bookWords: Readonly<Record<BookKind, Text>> = {
  resident: { zh: "在园企业", en: "Resident" },
  target: { zh: "招商目标", en: "Target" },
  partner: { zh: "合作伙伴", en: "Partner" },
  fund: { zh: "基金", en: "Fund" },
};

export const fieldWords: Readonly<Record<ProfileField, Text>> = {
  name: { zh: "企业名称", en: "Name" },
  status: { zh: "登记状态", en: "Status" },
  classCode: { zh: "行业代码", en: "Class" },
  otherClasses: { zh: "其他行业代码", en: "Other classes" },
  regionCode: { zh: "行政区划", en: "Region" },
  address: { zh: "住所", en: "Address" },
  foundedOn: { zh: "成立日期", en: "Founded on" },
  capitalYuan: { zh: "注册资本", en: "Registered capital" },
  employees: { zh: "从业人数", en: "Employees" },
  controller: { zh: "控制类型", en: "Controller" },
  scope: { zh: "经营范围", en: "Scope of business" },
  products: { zh: "主要产品", en: "Products" },
  website: { zh: "网址", en: "Website" },
  stockCode: { zh: "证券代码", en: "Stock code" },
  revenueYuan: { zh: "营业收入", en: "Revenue" },
  revenueYear: { zh: "收入年度", en: "Year of revenue" },
  revenueGrowthPct: { zh: "收入增长", en: "Growth of revenue" },
};
