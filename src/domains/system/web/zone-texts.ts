import type { Text } from "#kernel/texts.ts";

export const zoneTexts = {
  title: { zh: "园区与部门", en: "Zones and departments" },
  state: { zh: "{zones} 个园区，本园区 {departments} 个部门。", en: "{zones} zones; this one has {departments} departments." },
  zones: { zh: "园区", en: "Zones" },
  name: { zh: "名称", en: "Name" },
  nameEn: { zh: "英文名称", en: "English name" },
  slug: { zh: "地址代号", en: "Short name in addresses" },
  slugHint: {
    zh: "小写字母、数字和连字符，以字母开头，如 yunling。",
    en: "Lower-case letters, digits and hyphens, beginning with a letter, such as yunling.",
  },
  region: { zh: "统计地区", en: "Statistical region" },
  regionHint: {
    zh: "园区数据所说的地区名，不填则与名称相同。",
    en: "The region that the zone's figures are about; the name when left empty.",
  },
  sample: { zh: "示范", en: "Sample" },
  real: { zh: "正式", en: "Real" },
  kind: { zh: "性质", en: "Kind" },
  businessDate: { zh: "业务日期", en: "Business date" },
  add: { zh: "新建园区", en: "Create a zone" },
  departments: { zh: "部门", en: "Departments" },
  departmentsField: { zh: "部门，一行一个", en: "Departments, one a line" },
  byCommand: {
    zh: "新建园区（yuanshu zone create）和移除示范数据（yuanshu sample remove）由平台管理员在本机命令行办理。",
    en: "Zones are created (yuanshu zone create) and the sample is removed (yuanshu sample remove) by the platform's administrator, on the command line of the machine.",
  },
  addDepartment: { zh: "新建部门", en: "Add a department" },
  noDepartments: { zh: "还没有部门。", en: "No departments yet." },
  admin: { zh: "首位管理员", en: "First administrator" },
  adminName: { zh: "姓名", en: "Name" },
  adminUsername: { zh: "用户名", en: "User name" },
  adminPassword: { zh: "初始密码", en: "First password" },
  passwordHint: { zh: "至少 10 位。", en: "At least 10 characters." },
  removeSample: { zh: "移除示范数据", en: "Remove the sample data" },
  removeSampleHint: {
    zh: "示范园区的文档、数据、成绩单和示范账号将全部移除，无法恢复。请输入“移除”以确认。",
    en: "All documents, figures, report cards and demo accounts of the sample zone will go and cannot be brought back. Type “remove” to confirm.",
  },
  removeWord: { zh: "移除", en: "remove" },
  confirm: { zh: "确认", en: "Confirmation" },
} as const satisfies Record<string, Text>;
