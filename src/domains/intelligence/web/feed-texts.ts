import type { Text } from "#kernel/texts.ts";

export const feedTexts = {
  title: { zh: "订阅源", en: "Feeds" },
  state: {
    zh: "{count} 个在用；新文章自动收录，抽取后进入审核队列。",
    en: "{count} active; new articles are taken in and their findings queued for review.",
  },
  add: { zh: "新增订阅源", en: "Add a feed" },
  empty: { zh: "还没有订阅源", en: "No feeds yet" },
  emptyHint: { zh: "填写 RSS 或 Atom 地址，系统按间隔拉取。", en: "Give an RSS or Atom address; it is polled at the interval you choose." },
  name: { zh: "名称", en: "Name" },
  address: { zh: "地址", en: "Address" },
  every: { zh: "间隔（分钟）", en: "Every (minutes)" },
  everyShort: { zh: "每 {minutes} 分钟", en: "every {minutes} min" },
  last: { zh: "上次拉取", en: "Last polled" },
  never: { zh: "尚未拉取", en: "not yet" },
  poll: { zh: "立即拉取", en: "Poll now" },
  remove: { zh: "停用", en: "Stop" },
  removeQuestion: { zh: "停用“{name}”？已收录的文档不受影响。", en: "Stop “{name}”? Documents already taken in stay." },
  stopped: { zh: "已停用", en: "Stopped" },
  folder: { zh: "监看文件夹", en: "Watched folder" },
  save: { zh: "新增", en: "Add" },
} as const satisfies Record<string, Text>;

export const lexiconTexts = {
  title: { zh: "词库", en: "Lexicon" },
  state: {
    zh: "{count} 条。审核中的更正会沉淀为词条，下次抽取直接用上。",
    en: "{count} entries. Corrections made in review become entries that the next reading uses.",
  },
  kind: { zh: "类别", en: "Kind" },
  words: { zh: "词语", en: "Words" },
  meaning: { zh: "含义", en: "Meaning" },
  source: { zh: "来源", en: "Source" },
  added: { zh: "加入时间", en: "Added" },
  add: { zh: "增补词条", en: "Add an entry" },
  remove: { zh: "移除", en: "Remove" },
  removeQuestion: { zh: "移除“{words}”？", en: "Remove “{words}”?" },
  empty: { zh: "词库还是空的", en: "The lexicon is empty" },
  emptyHint: { zh: "审核时的更正会自动进来，也可以手工增补。", en: "Corrections arrive by themselves; entries may also be added by hand." },
  meaningHint: { zh: "如正式名称、指标代码；噪声词可不填。", en: "Such as an official name or an indicator code; nothing for noise." },
} as const satisfies Record<string, Text>;

export const lexiconKindTexts: Readonly<Record<string, Text>> = {
  organisation: { zh: "机构", en: "Organisation" },
  region: { zh: "地区", en: "Region" },
  indicator: { zh: "指标", en: "Indicator" },
  noise: { zh: "噪声", en: "Noise" },
};
