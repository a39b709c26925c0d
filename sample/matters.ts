import type { Matter } from "#domains/approvals/contract/matter.ts";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { constructionMatters, fasterMatters } from "./construction-matters.ts";
import { enterpriseMatters } from "./enterprise-matters.ts";
import { field, words, ZONE_RULE } from "./matter-parts.ts";

/** The matters of the sample zone, as first issued; and those that were issued anew with a shorter promise. */
export const SAMPLE_MATTERS: readonly Matter[] = [...constructionMatters, ...enterpriseMatters];
export const SAMPLE_MATTERS_2026: readonly Matter[] = fasterMatters;

/** 一件事: renaming in one visit, opening a business, and what a building site needs to begin. */
export const SAMPLE_PACKAGES: readonly PackageDefinition[] = [
  {
    code: "company-rename",
    name: words("企业更名一件事", "Change of a company's name"),
    form: [
      field("old-name", words("原名称", "former name"), "text", { required: true }),
      field("new-name", words("新名称", "new name"), "text", { required: true }),
      field("high-tech", words("高新技术企业", "high-tech enterprise"), "boolean"),
    ],
    materials: [
      { key: "application", name: words("变更登记申请书", "application for the change") },
      { key: "resolution", name: words("股东会决议", "resolution of the shareholders") },
      { key: "articles", name: words("修改后的章程", "amended articles") },
      { key: "licence", name: words("营业执照正副本", "business licence, both copies") },
      { key: "old-seals", name: words("原印章缴回凭证", "receipt for the old seals") },
    ],
    children: [
      {
        matterCode: "name-change",
        after: [],
        fields: { "old-name": "old-name", "new-name": "new-name", "high-tech": "high-tech" },
        materials: { application: "application", resolution: "resolution", articles: "articles", licence: "licence" },
        compensation: words("名称变更未准：停止后续事项，已受理的退回申请人", "The name was not changed: stop what follows and return it"),
      },
      {
        matterCode: "seal-change",
        after: ["name-change"],
        fields: {},
        materials: { "old-seals": "old-seals" },
        compensation: words(
          "新印章未办成：告知申请人凭新执照另行刻制，旧章已缴的出具收缴证明",
          "No new seals: certify the old ones surrendered; the licence stands",
        ),
      },
      {
        matterCode: "account-change",
        after: ["name-change", "seal-change"],
        fields: {},
        materials: { permit: "licence" },
        compensation: words(
          "银行账户未变更：新执照、新印章有效，不退回；旧印章已收缴，出具更名证明供银行复核",
          "The bank refused: licence and seals stand; the old seals are surrendered; certify the change for the bank to look again",
        ),
      },
    ],
    promised: { length: 4, unit: "hour", source: `${ZONE_RULE}（一次办结，执照一小时）` },
    source: "市场主体登记管理条例第二十四条；云岭高新区“高效办成一件事”清单",
  },
  {
    code: "business-opening",
    name: words("企业开办一件事", "Opening a business"),
    form: [
      field("name", words("企业名称", "name of the enterprise"), "text", { required: true }),
      field("capital", words("注册资本（万元）", "registered capital (10,000 yuan)"), "number"),
    ],
    materials: [
      { key: "application", name: words("设立登记申请书", "application to register") },
      { key: "articles", name: words("公司章程", "articles of association") },
      { key: "people", name: words("股东和任职人员身份证明", "identity of shareholders and officers") },
      { key: "address", name: words("住所使用证明", "proof of the address") },
    ],
    children: [
      {
        matterCode: "company-setup",
        after: [],
        fields: { name: "name", capital: "capital" },
        materials: { application: "application", articles: "articles", people: "people", address: "address" },
        compensation: words("设立登记未准：后续事项不再启动", "Not registered: nothing else begins"),
      },
      {
        matterCode: "seal-engraving",
        after: ["company-setup"],
        fields: {},
        materials: { request: "application" },
        compensation: words("公章未刻制：执照有效，通知申请人另行备案", "No seals: the licence stands; seals are filed apart"),
      },
      {
        matterCode: "invoice-setup",
        after: ["company-setup"],
        fields: {},
        materials: { agent: "people" },
        compensation: words("发票未领取：执照有效，转税务窗口另行办理", "No invoices: the licence stands; the tax counter takes over"),
      },
      {
        matterCode: "social-insurance",
        after: ["company-setup"],
        fields: {},
        materials: { staff: "people" },
        compensation: words(
          "社保未登记：执照有效，转社保窗口另行办理",
          "Not insured: the licence stands; the insurance counter takes over",
        ),
      },
      {
        matterCode: "account-opening",
        after: ["company-setup", "seal-engraving"],
        fields: {},
        materials: { identity: "people" },
        compensation: words("账户未开立：执照和印章有效，联系其他银行", "No account: licence and seals stand; another bank is asked"),
      },
    ],
    promised: { length: 8, unit: "hour", source: `${ZONE_RULE}（一个工作日）` },
    source: "云岭高新区“高效办成一件事”清单",
  },
  {
    code: "site-start",
    name: words("开工一件事", "Start of a building site"),
    form: [
      field("cost", words("合同价（万元）", "contract price (10,000 yuan)"), "number", { required: true }),
      field("special", words("特殊建设工程", "special works"), "boolean"),
      field("leased", words("租赁厂房改造", "works in a leased plant"), "boolean"),
    ],
    materials: [
      { key: "application", name: words("开工申请表", "application to start") },
      { key: "drawings", name: words("施工图设计文件", "drawings") },
      { key: "contract", name: words("施工合同", "construction contract") },
      { key: "quality-plan", name: words("质量安全措施", "quality and safety measures") },
    ],
    children: [
      {
        matterCode: "fire-design",
        after: [],
        fields: {},
        materials: { application: "application", drawings: "drawings" },
        compensation: words(
          "消防设计未通过：人防意见有效，修改设计后重新申报",
          "The fire design failed: revise it; the opinion on civil defence stands",
        ),
      },
      {
        matterCode: "civil-defence",
        after: [],
        fields: {},
        materials: { application: "application", drawings: "drawings" },
        compensation: words("人防未通过：消防意见有效，修改设计后重新申报", "Civil defence failed: revise it; the fire opinion stands"),
      },
      {
        matterCode: "construction-permit",
        after: ["fire-design", "civil-defence"],
        fields: { cost: "cost", special: "special", leased: "leased" },
        materials: { application: "application", contract: "contract", "quality-plan": "quality-plan" },
        compensation: words(
          "施工许可未发：消防、人防意见有效，补齐条件后再申请",
          "No permit: both opinions stand; apply again when the conditions are met",
        ),
      },
    ],
    promised: { length: 10, unit: "workday", source: ZONE_RULE },
    source: "国办发〔2019〕11号；云岭高新区“高效办成一件事”清单",
  },
];
