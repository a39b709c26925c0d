import type { Text } from "#kernel/texts.ts";

export const shellTexts = {
  product: { zh: "园枢", en: "Yuanshu" },
  tagline: { zh: "每一个数据，都能打开到证明它的原文", en: "Every figure opens to the sentence that proves it" },
  signIn: { zh: "登录", en: "Sign in" },
  signOut: { zh: "退出登录", en: "Sign out" },
  username: { zh: "用户名", en: "User name" },
  password: { zh: "密码", en: "Password" },
  demo: { zh: "示范账号", en: "Demo accounts" },
  demoHint: { zh: "示范园区的账号，点选即登录。", en: "Accounts of the sample zone; choose one to sign in." },
  chooseRole: { zh: "选择本次办事的岗位", en: "Choose the role you act in" },
  chooseRoleHint: {
    zh: "同一时间只能以一个岗位办事，办事记录会写明岗位。",
    en: "One acts in one role at a time; the journal records which.",
  },
  noMemberships: { zh: "这个账号还没有岗位", en: "This account has no role yet" },
  noMembershipsHint: { zh: "请系统管理员授予岗位后再登录。", en: "Ask the system administrator to grant one, then sign in again." },
  role: { zh: "岗位", en: "Role" },
  switchRole: { zh: "换岗位", en: "Switch role" },
  menu: { zh: "菜单", en: "Menu" },
  navigation: { zh: "主导航", en: "Main navigation" },
  sample: { zh: "示范数据，业务日期 {date}", en: "Sample data, business date {date}" },
  jobs: { zh: "后台任务 {count} 项", en: "Jobs running: {count}" },
  published: { zh: "公开信息", en: "Public information" },
  until: { zh: "至 {date}", en: "until {date}" },
} as const satisfies Record<string, Text>;

export const groupTexts = {
  cockpit: undefined,
  intelligence: { zh: "情报", en: "Intelligence" },
  targets: { zh: "选商", en: "Targets" },
  promotion: { zh: "招商", en: "Promotion" },
  projects: { zh: "项目", en: "Projects" },
  approvals: { zh: "审批", en: "Approvals" },
  portal: { zh: "企业办事", en: "For enterprises" },
  economy: { zh: "经济运行", en: "Economy" },
  system: { zh: "系统", en: "System" },
} as const satisfies Record<string, Text | undefined>;
