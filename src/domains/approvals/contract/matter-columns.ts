import type { Text } from "#kernel/texts.ts";

export type MatterColumn = {
  readonly key:
    | "code"
    | "name"
    | "name-en"
    | "stage"
    | "kind"
    | "authority"
    | "department"
    | "legal"
    | "legal-source"
    | "promised"
    | "extension"
    | "high-risk"
    | "materials"
    | "deferrable"
    | "by-commitment"
    | "reviews"
    | "fee"
    | "result"
    | "source";
  readonly head: Text;
  readonly required: boolean;
  readonly width: number;
  readonly expected: Text;
};

const text = (zh: string, en: string): Text => ({ zh, en });
const names = text("名称以顿号分隔，应在“材料”列中", "names with 、 between, from the column of materials");
const column = (key: MatterColumn["key"], head: Text, expected: Text, width: number, required = false): MatterColumn => ({
  key,
  head,
  expected,
  width,
  required,
});

/** The columns of the spreadsheet of matters. Conditions, forms and pauses are richer than a row: they come by JSON. */
export const matterColumns: readonly MatterColumn[] = [
  column(
    "code",
    text("事项编号", "Code"),
    text("小写字母、数字和短横，如 construction-permit", "small letters, digits and hyphens"),
    24,
    true,
  ),
  column("name", text("事项名称", "Name"), text("不超过 200 字", "at most 200 characters"), 30, true),
  column("name-en", text("英文名称", "Name in English"), text("不超过 200 字", "at most 200 characters"), 30),
  column(
    "stage",
    text("阶段", "Stage"),
    text("立项用地规划许可、工程建设许可、施工许可、竣工验收、企业开办、经营之一", "one of the six stages"),
    18,
    true,
  ),
  column(
    "kind",
    text("类别", "Kind"),
    text("行政许可、备案、登记、公共服务之一", "licence, filing, registration or public service"),
    12,
    true,
  ),
  column("authority", text("实施机关", "Authority"), text("不超过 80 字", "at most 80 characters"), 28, true),
  column("department", text("受理部门", "Department"), text("本园区的部门名称", "a department of the zone"), 18, true),
  column("legal", text("法定时限", "Legal limit"), text("如 20工作日 或 30天", "such as 20 workdays or 30 days"), 14, true),
  column("legal-source", text("法定时限依据", "Source of the limit"), text("不超过 400 字", "at most 400 characters"), 30, true),
  column("promised", text("承诺时限", "Promised limit"), text("如 10工作日", "such as 10 workdays"), 14),
  column("extension", text("可延长（工作日）", "Extension (workdays)"), text("1 至 200 的整数", "a whole number from 1 to 200"), 16),
  column("high-risk", text("高风险", "High risk"), text("是或否", "yes or no"), 10),
  column("materials", text("材料", "Materials"), text("名称以顿号分隔", "names with 、 between"), 46, true),
  column("deferrable", text("可容缺材料", "May be deferred"), names, 26),
  column("by-commitment", text("可承诺材料", "By commitment"), names, 26),
  column(
    "reviews",
    text("审查环节", "Reviews"),
    text(
      "每环节“名称@部门/工作日”，并联以顿号、先后以→分隔，如 规划@自然资源局/5、消防@建设局/5→汇总@行政审批局/2",
      "name@department/workdays; 、 for side by side, → for one after the other",
    ),
    46,
  ),
  column("fee", text("收费（元）", "Fee (yuan)"), text("不小于 0 的数字", "a number of 0 or more"), 12),
  column("result", text("结果名称", "Result"), text("不超过 200 字", "at most 200 characters"), 26),
  column("source", text("设定依据", "Source"), text("不超过 400 字", "at most 400 characters"), 40, true),
];

export const matterTemplateNames = {
  sheet: { zh: "事项", en: "Matters" },
  file: { zh: "事项导入模板.xlsx", en: "matters-template.xlsx" },
} as const satisfies Record<string, Text>;
