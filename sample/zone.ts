import type { LocalDate } from "#kernel/local-date.ts";
import type { Role } from "#kernel/role.ts";

/** The sample zone: fictional, as are its city, its enterprises and its people. It lives on one day, so that its screens never change by themselves. */
export const SAMPLE_ZONE = {
  id: "0199c000-0000-7000-8000-000000000001",
  slug: "yunling",
  name: "云岭高新区",
  nameEn: "Yunling High-tech Zone",
  region: "云岭高新区",
  city: "岚州市",
  businessDate: "2026-06-30" as LocalDate,
} as const;

/** The zone among its neighbours, as rows of the catalogue of regions: a card compares itself with the city, and is never mixed with a neighbour. */
export const SAMPLE_REGIONS = [
  { code: "sample-city", name: "岚州市", kind: "city", parents: [], related: [] },
  { code: "sample-yunling", name: "云岭高新区", kind: "zone", parents: ["sample-city"], related: [] },
  { code: "sample-qingxi", name: "青溪经开区", kind: "zone", parents: ["sample-city"], related: [] },
  { code: "sample-landong", name: "岚东新区", kind: "zone", parents: ["sample-city"], related: [] },
  { code: "sample-shiqiao", name: "石桥综合保税区", kind: "zone", parents: ["sample-city"], related: [] },
] as const;

/** The demo password stands on the sign-in page while the sample zone is there, on the embedded database and loopback only. */
export const DEMO_PASSWORD = "Yunling-2026";

export const SAMPLE_DEPARTMENTS = [
  ["管委会办公室", "General Office"],
  ["改革发展局", "Reform and Development Bureau"],
  ["经济运行局", "Economic Operation Bureau"],
  ["招商合作局", "Investment Promotion Bureau"],
  ["科技创新局", "Science and Innovation Bureau"],
  ["建设管理局", "Construction Bureau"],
  ["行政审批局", "Administrative Approval Bureau"],
  ["企业服务中心", "Enterprise Service Centre"],
  ["财政金融局", "Finance Bureau"],
  ["大数据中心", "Data Centre"],
  ["自然资源和规划分局", "Natural Resources and Planning Branch"],
  ["生态环境分局", "Ecology and Environment Branch"],
] as const;

type SamplePerson = {
  readonly username: string;
  readonly name: string;
  readonly memberships: readonly { readonly role: Role; readonly department?: string; readonly enterprise?: string }[];
};

/** Its id is the one that the register computes of a provisional number (registry/server/enterprise-id.ts). */
export const SAMPLE_ENTERPRISE = {
  id: "0aced11f-ee15-5f11-b3c8-9e3bdecaea4e",
  identifier: "91999900MA0YL0001X",
  name: "云岭芯曜微电子有限公司",
} as const;

/** One person for every role, and one who holds two and has to choose. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { username: "leader", name: "管委会领导", memberships: [{ role: "leadership", department: "管委会办公室" }] },
  { username: "statistics", name: "统计岗", memberships: [{ role: "statistics", department: "经济运行局" }] },
  { username: "head", name: "经济运行局负责人", memberships: [{ role: "department_head", department: "经济运行局" }] },
  { username: "promotion", name: "招商岗", memberships: [{ role: "promotion", department: "招商合作局" }] },
  { username: "promotion-2", name: "招商二岗", memberships: [{ role: "promotion", department: "招商合作局" }] },
  { username: "taskforce", name: "项目专班", memberships: [{ role: "task_force", department: "建设管理局" }] },
  { username: "liaison", name: "店小二", memberships: [{ role: "liaison", department: "企业服务中心" }] },
  { username: "window", name: "审批窗口", memberships: [{ role: "approval_window", department: "行政审批局" }] },
  { username: "window-2", name: "审批二窗", memberships: [{ role: "approval_window", department: "行政审批局" }] },
  { username: "approval-head", name: "行政审批局负责人", memberships: [{ role: "department_head", department: "行政审批局" }] },
  { username: "planning", name: "规划会审岗", memberships: [{ role: "approval_window", department: "自然资源和规划分局" }] },
  { username: "construction", name: "建设会审岗", memberships: [{ role: "approval_window", department: "建设管理局" }] },
  { username: "ecology", name: "生态会审岗", memberships: [{ role: "approval_window", department: "生态环境分局" }] },
  { username: "policy", name: "政策兑现岗", memberships: [{ role: "policy_payout", department: "科技创新局" }] },
  { username: "payer", name: "财政拨付岗", memberships: [{ role: "payer", department: "财政金融局" }] },
  { username: "enterprise", name: "芯曜微电子经办", memberships: [{ role: "enterprise", enterprise: SAMPLE_ENTERPRISE.id }] },
  { username: "bank", name: "岚州银行客户经理", memberships: [{ role: "bank" }] },
  { username: "expert", name: "岚州大学专家", memberships: [{ role: "expert" }] },
  { username: "carrier", name: "危废收运单位", memberships: [{ role: "hw_carrier" }] },
  { username: "system", name: "系统管理员", memberships: [{ role: "system_administrator", department: "大数据中心" }] },
  { username: "security", name: "安全管理员", memberships: [{ role: "security_administrator", department: "大数据中心" }] },
  { username: "audit", name: "审计管理员", memberships: [{ role: "audit_administrator", department: "大数据中心" }] },
  {
    username: "two-posts",
    name: "双岗干部",
    memberships: [
      { role: "statistics", department: "经济运行局" },
      { role: "promotion", department: "招商合作局" },
    ],
  },
];
