import type { Text } from "#kernel/texts.ts";

export type ProjectColumn = {
  readonly key:
    | "name"
    | "enterprise"
    | "uscc"
    | "category"
    | "level"
    | "industry"
    | "amount"
    | "contract"
    | "signed"
    | "leased"
    | "parcel"
    | "place"
    | "land"
    | "start"
    | "complete"
    | "produce"
    | "started"
    | "completed"
    | "produced"
    | "leader"
    | "owner"
    | "department"
    | "contact"
    | "phone"
    | "longitude"
    | "latitude";
  readonly head: Text;
  readonly required: boolean;
  readonly width: number;
  readonly expected: Text;
};

const text = (zh: string, en: string): Text => ({ zh, en });
const day = text("日期，如 2026-03-02 或 2026年3月2日", "a day such as 2026-03-02");

/** The columns of the spreadsheet of projects, in the order of the template. */
export const projectColumns: readonly ProjectColumn[] = [
  { key: "name", head: text("项目名称", "Project"), required: true, width: 36, expected: text("2 至 120 字", "2 to 120 characters") },
  {
    key: "enterprise",
    head: text("企业", "Enterprise"),
    required: true,
    width: 30,
    expected: text("企业全称", "the enterprise's full name"),
  },
  {
    key: "uscc",
    head: text("统一社会信用代码", "Credit code"),
    required: false,
    width: 22,
    expected: text("18 位并通过校验", "18 characters that pass the check"),
  },
  {
    key: "category",
    head: text("类别", "Category"),
    required: true,
    width: 8,
    expected: text("科技、产业、城市之一", "Science, Industry or City"),
  },
  {
    key: "level",
    head: text("重点级别", "Key level"),
    required: false,
    width: 12,
    expected: text("国家重点、省级重点、市级重点、区级重点、一般之一", "National key, Provincial key, Municipal key, Zone key or Ordinary"),
  },
  { key: "industry", head: text("产业", "Industry"), required: false, width: 14, expected: text("不超过 60 字", "at most 60 characters") },
  {
    key: "amount",
    head: text("计划总投资（万元）", "Planned total (10,000 yuan)"),
    required: true,
    width: 18,
    expected: text("大于 0 的数字，单位万元，如 60000", "a number above 0 in units of 10,000 yuan, such as 60000"),
  },
  {
    key: "contract",
    head: text("合同编号", "Contract"),
    required: true,
    width: 18,
    expected: text("不超过 60 字", "at most 60 characters"),
  },
  { key: "signed", head: text("签约日期", "Signed on"), required: true, width: 14, expected: day },
  { key: "leased", head: text("租赁厂房", "Leased plant"), required: false, width: 10, expected: text("是或否", "yes or no") },
  { key: "parcel", head: text("地块编号", "Parcel"), required: false, width: 14, expected: text("不超过 60 字", "at most 60 characters") },
  { key: "place", head: text("地址", "Place"), required: false, width: 24, expected: text("不超过 200 字", "at most 200 characters") },
  { key: "land", head: text("计划供地", "Land planned"), required: false, width: 14, expected: day },
  { key: "start", head: text("计划开工", "Start planned"), required: false, width: 14, expected: day },
  { key: "complete", head: text("计划竣工", "Completion planned"), required: false, width: 14, expected: day },
  { key: "produce", head: text("计划投产", "Production planned"), required: false, width: 14, expected: day },
  { key: "started", head: text("实际开工", "Started"), required: false, width: 14, expected: day },
  { key: "completed", head: text("实际竣工", "Completed"), required: false, width: 14, expected: day },
  { key: "produced", head: text("实际投产", "In production since"), required: false, width: 14, expected: day },
  {
    key: "leader",
    head: text("包联领导", "Leading official"),
    required: false,
    width: 12,
    expected: text("本园区在岗人员的姓名", "the name of somebody who holds a post in this zone"),
  },
  {
    key: "owner",
    head: text("责任人", "Owner"),
    required: false,
    width: 12,
    expected: text("本园区在岗人员的姓名", "the name of somebody who holds a post in this zone"),
  },
  {
    key: "department",
    head: text("责任部门", "Department"),
    required: false,
    width: 16,
    expected: text("本园区部门的全称", "the full name of a department of this zone"),
  },
  {
    key: "contact",
    head: text("企业联系人", "Contact"),
    required: false,
    width: 12,
    expected: text("不超过 40 字", "at most 40 characters"),
  },
  {
    key: "phone",
    head: text("联系电话", "Telephone"),
    required: false,
    width: 16,
    expected: text("不超过 30 字", "at most 30 characters"),
  },
  {
    key: "longitude",
    head: text("经度", "Longitude"),
    required: false,
    width: 12,
    expected: text("70 至 140 的度数，如 104.0625；与纬度一同填写", "degrees from 70 to 140, such as 104.0625, together with the latitude"),
  },
  {
    key: "latitude",
    head: text("纬度", "Latitude"),
    required: false,
    width: 12,
    expected: text("0 至 60 的度数，如 30.6586；与经度一同填写", "degrees from 0 to 60, such as 30.6586, together with the longitude"),
  },
];

/** What the template is called. */
export const projectTemplateNames = {
  sheet: { zh: "项目", en: "Projects" },
  file: { zh: "项目导入模板.xlsx", en: "projects-template.xlsx" },
} as const satisfies Record<string, Text>;
