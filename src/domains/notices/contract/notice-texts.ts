import type { NoticeKind } from "#domains/notices/contract/notice-operations.ts";
import type { Text } from "#kernel/texts.ts";

export const noticeErrorTexts = {
  "notices.unknown-channel": { zh: "没有这个提醒渠道：“{channel}”。", en: "There is no channel “{channel}”." },
  "notices.no-mail": { zh: "要用邮件提醒，请先填写邮箱。", en: "Give a mail address first." },
  "notices.robot-taken": { zh: "已有名为“{name}”的群机器人。", en: "There is a robot “{name}” already." },
} as const satisfies Record<string, Text>;

/** Why a message did not arrive. */
export const noticeReasons = {
  "notices.robot-refused": { zh: "机器人没有接受（密钥、关键词或频率不对）", en: "the robot did not take it (secret, keyword or rate)" },
  "notices.robot-gone": { zh: "群机器人已移除", en: "the robot was removed" },
  "notices.sealed": {
    zh: "封存的地址打不开：服务器的密钥换过，请重新填写",
    en: "the sealed address cannot be opened: the server's secret changed",
  },
  "notices.nobody": { zh: "本人已离开或没有填写邮箱", en: "the person has left or gave no address" },
} as const satisfies Record<string, Text>;

export const noticeKindTexts: Readonly<Record<NoticeKind, Text>> = {
  assigned: { zh: "交办", en: "Assigned" },
  supervision: { zh: "督办", en: "Supervision" },
  "due-soon": { zh: "临期", en: "Due soon" },
  overdue: { zh: "逾期", en: "Overdue" },
  decided: { zh: "已批复", en: "Decided" },
  returned: { zh: "已退回", en: "Returned" },
  answered: { zh: "已答复", en: "Answered" },
  interface: { zh: "接口异常", en: "Interface" },
};
