import type { Text } from "#kernel/texts.ts";

export const handoverTexts = {
  title: { zh: "离岗交接", en: "Handover" },
  state: {
    zh: "一个人离开岗位，手上的项目工作一步移交给一位同事；改期审定等随岗位，不必移交。",
    en: "Whoever leaves a post hands all work on projects to one colleague, in one step. Decisions stay with the post.",
  },
  stateOf: { zh: "{name} 手上有 {count} 项。", en: "{name} holds {count} items." },
  from: { zh: "移交人", en: "Hands over" },
  to: { zh: "承接人", en: "Takes over" },
  choose: { zh: "请选择", en: "Choose" },
  person: { zh: "{name}（{held} 项）", en: "{name} ({held})" },
  personIn: { zh: "{name} · {department}（{held} 项）", en: "{name} · {department} ({held})" },
  reason: { zh: "理由", en: "Reason" },
  reasonHint: {
    zh: "例如“调任”“退休”“轮岗”，写进每个项目的日志。",
    en: "Such as a transfer or retirement; it goes into the log of every project.",
  },
  preview: { zh: "将要移交的 {count} 项", en: "{count} items to be handed over" },
  nothing: { zh: "{name} 手上没有项目工作", en: "{name} holds nothing" },
  nothingHint: { zh: "不需要交接。", en: "There is nothing to hand over." },
  before: { zh: "先选移交人", en: "Choose who hands over" },
  beforeHint: { zh: "选好之后，这里列出将要移交的每一项。", en: "Every item that will move is listed here." },
  kind: { zh: "身份或事项", en: "What" },
  project: { zh: "项目", en: "Project" },
  detail: { zh: "内容", en: "Detail" },
  due: { zh: "到期", en: "Due" },
  handOver: { zh: "全部移交", en: "Hand over everything" },
  confirm: { zh: "把 {count} 项从 {from} 移交给 {to}？", en: "Hand {count} items over from {from} to {to}?" },
  done: { zh: "已把 {count} 项从 {from} 移交给 {to}：{kinds}。", en: "{count} items went from {from} to {to}: {kinds}." },
  kindCount: { zh: "{kind} {count}", en: "{kind}: {count}" },
  incomplete: { zh: "选好承接人、写明理由之后才能移交。", en: "Choose who takes over and give the reason." },
} as const satisfies Record<string, Text>;
