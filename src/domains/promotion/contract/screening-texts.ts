import type { Text } from "#kernel/texts.ts";

/** Sentences of what screening, target lists and introductions refuse, by code. */
const screeningTexts = {
  "promotion.handOverTargets": { zh: "移交承办的目标企业", en: "Targets handed over" },
  "promotion.read-document": { zh: "由文件登记企业动态", en: "Signs read from a document" },
  "promotion.no-such-place": {
    zh: "产业链图谱第 {version} 版中没有代码为“{node}”的环节：请从图谱中选择。",
    en: "Version {version} of the chain graph has no place “{node}”: choose one of the graph.",
  },
  "promotion.no-such-signal": { zh: "没有这条企业动态信号。", en: "There is no such sign." },
  "promotion.no-such-list": { zh: "没有这份目标企业清单。", en: "There is no such list of targets." },
  "promotion.no-such-target": { zh: "清单里没有这家目标企业。", en: "There is no such target." },
  "promotion.list-name-taken": {
    zh: "已有名为“{name}”的清单（{on} 锁定），请换一个名称。",
    en: "There is a list “{name}” already, locked on {on}; choose another name.",
  },
  "promotion.nobody-to-lock": {
    zh: "筛选范围内的 {pool} 家企业都已排除或移除，没有可锁定的目标。",
    en: "All {pool} enterprises of the pool are excluded or left out: there is nobody to lock.",
  },
  "promotion.target-there": { zh: "“{name}”已在这份清单里。", en: "“{name}” is on the list already." },
  "promotion.marks-order": {
    zh: "评分标记应按数值递增排列，分值不得下降。",
    en: "The marks of a term should rise in value, and their points should not fall.",
  },
  "promotion.months-order": {
    zh: "减半月数应不小于足额月数。",
    en: "The months of half weight should be no fewer than those of full weight.",
  },
  "promotion.veto-twice": { zh: "同一否决项写了两次。", en: "A veto stands there twice." },
  "promotion.points-together": { zh: "五项满分合计应为 100 分。", en: "The highest points of the five terms should make 100 together." },
} as const satisfies Record<string, Text>;

/** Why a button is closed. */
export const screeningReasons = {
  "signal-withdrawn": { zh: "该信号已撤回", en: "the sign was withdrawn" },
  "signal-fades": { zh: "扩张信号按时间自行减弱，不用终止", en: "signs of expansion fade by themselves and are not ended" },
  "signal-ended": { zh: "该信号已终止", en: "the sign has ended already" },
  "signal-of-document": { zh: "来自文件的信号随文件撤回，不能单独撤回", en: "a sign of a document goes with its document, not by itself" },
  "list-closed": { zh: "清单已关闭", en: "the list is closed" },
  "target-dropped": { zh: "该企业已移出清单", en: "it was dropped from the list" },
  "target-is-lead": { zh: "已转为招商线索，请在线索里跟进", en: "it has become a lead; go on there" },
  "target-unowned": { zh: "还没有分派承办人", en: "nobody has been assigned yet" },
  "target-not-dropped": { zh: "该企业没有移出清单", en: "it was not dropped" },
} as const satisfies Record<string, Text>;

export const screeningErrorTexts = {
  ...screeningTexts,
  ...Object.fromEntries(Object.entries(screeningReasons).map(([code, text]) => [`promotion.refused.${code}`, refusalOf(text)])),
} as Readonly<Record<string, Text>>;

function refusalOf({ zh, en }: Text): Text {
  return { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` };
}
