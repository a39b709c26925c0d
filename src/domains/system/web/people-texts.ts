import type { Text } from "#kernel/texts.ts";

export const peopleTexts = {
  title: { zh: "人员与岗位", en: "People and roles" },
  state: {
    zh: "共 {count} 人。一人可有几个岗位，同一时间只以一个岗位办事。",
    en: "{count} people. One may hold several roles and acts in one at a time.",
  },
  add: { zh: "新增人员", en: "Add a person" },
  name: { zh: "姓名", en: "Name" },
  username: { zh: "用户名", en: "User name" },
  roles: { zh: "岗位", en: "Roles" },
  password: { zh: "初始密码", en: "First password" },
  passwordHint: { zh: "至少 10 位；请当面或以安全方式告知本人。", en: "At least 10 characters; hand it over in person or by a safe way." },
  grant: { zh: "授予岗位", en: "Grant a role" },
  grantTo: { zh: "授予 {name} 岗位", en: "Grant {name} a role" },
  revoke: { zh: "收回", en: "Revoke" },
  revokeTitle: { zh: "收回 {name} 的“{role}”岗位", en: "Revoke the role “{role}” of {name}" },
  role: { zh: "岗位", en: "Role" },
  department: { zh: "部门", en: "Department" },
  noDepartment: { zh: "（不限部门）", en: "(no department)" },
  until: { zh: "有效期至", en: "Valid until" },
  untilHint: { zh: "不填则长期有效。", en: "Leave empty for no end." },
  untilShort: { zh: "至 {date}", en: "until {date}" },
  reason: { zh: "理由", en: "Reason" },
  noRole: { zh: "没有岗位", en: "no role" },
} as const satisfies Record<string, Text>;
