import type { Text } from "#kernel/texts.ts";

/** What is kept how long, and what becomes of it then. The journal's entries themselves go only in signed segments (`cutJournal`). */
export type RetentionRule = {
  readonly key: "journal-personal" | "stored-replies" | "personal-leaves" | "ended-jobs";
  readonly what: Text;
  readonly days: number;
  readonly action: "erase" | "delete";
  readonly source: Text;
};

const HANDBOOK: Text = {
  zh: "手册第16节：日志默认保存12个月（法定不少于6个月）",
  en: "handbook §16: logs twelve months by default, six by law",
};
const MINIMAL: Text = {
  zh: "个人信息保护法第19条：保存期限为实现目的所必要的最短时间",
  en: "PIPL Art. 19: no longer than the purpose needs",
};

export const retentionRules: readonly RetentionRule[] = [
  {
    key: "journal-personal",
    what: {
      zh: "日志所附的个人信息（链上只有加盐摘要，删除后链照样可验）",
      en: "Personal data beside the journal; the chain holds its salted digest and verifies as before",
    },
    days: 365,
    action: "erase",
    source: HANDBOOK,
  },
  {
    key: "stored-replies",
    what: { zh: "为防重复提交而保存的回复", en: "Replies kept so that a repeated command is done once" },
    days: 30,
    action: "delete",
    source: MINIMAL,
  },
  {
    key: "personal-leaves",
    what: {
      zh: "查看完整个人信息的许可（过期的；日志里另有记录）",
      en: "Leaves to see personal data, long expired; the journal tells of them",
    },
    days: 365,
    action: "delete",
    source: HANDBOOK,
  },
  {
    key: "ended-jobs",
    what: { zh: "已结束的后台任务", en: "Background jobs that have ended" },
    days: 365,
    action: "delete",
    source: HANDBOOK,
  },
];
