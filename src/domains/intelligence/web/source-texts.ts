import type { Text } from "#kernel/texts.ts";

export const sourceTexts = {
  document: { zh: "出处", en: "Source" },
  medium: { zh: "媒体", en: "Medium" },
  published: { zh: "发布日期", en: "Published" },
  rule: { zh: "抽取规则", en: "Found by" },
  confidence: { zh: "把握 {percent}%", en: "confidence {percent}%" },
  decided: { zh: "采纳", en: "Accepted by" },
  undecided: { zh: "尚未审核", en: "Not reviewed yet" },
} as const satisfies Record<string, Text>;

/** Why a stretch of the original was cut. */
export const cutTexts: Readonly<Record<string, Text>> = {
  navigation: { zh: "导航", en: "navigation" },
  links: { zh: "链接列表", en: "lists of links" },
  advertising: { zh: "广告", en: "advertising" },
  spam: { zh: "垃圾内容", en: "spam" },
  caption: { zh: "图片说明", en: "caption" },
  credit: { zh: "署名", en: "credit" },
  pinyin: { zh: "夹注拼音", en: "inserted pinyin" },
  markup: { zh: "网页标记", en: "markup" },
  script: { zh: "脚本", en: "script" },
};
