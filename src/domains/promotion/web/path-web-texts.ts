import type { Text } from "#kernel/texts.ts";

export const pathWebTexts = {
  title: { zh: "引荐路径", en: "Introductions" },
  state: {
    zh: "{count} 个引荐人，最有力的一条 {best} 分；园区一侧可出面的共 {introducers} 个。",
    en: "{count} introducers, the best path scores {best}; {introducers} on the zone's side could begin.",
  },
  stateNone: {
    zh: "三步之内没有人认识；园区一侧可出面的共 {introducers} 个。",
    en: "Nobody knows it within three ties; {introducers} on the zone's side could begin.",
  },
  choose: { zh: "选一家目标企业", en: "Choose an enterprise" },
  chooseHint: {
    zh: "系统从在园企业、链主企业、合作基金和干部出发，经三步以内的供货、投资、集团、高管等关联，找出由谁找谁最合适。",
    en: "From residents, leader firms, funds and officials along at most three ties of supply, investment, group and officers: who should call whom.",
  },
  target: { zh: "目标企业", en: "Enterprise" },
  type: { zh: "输入至少两个字", en: "Type two characters or more" },
  none: { zh: "没有找到引荐路径", en: "No introduction was found" },
  noneHint: {
    zh: "可以在企业页登记新的关联，或导入关联数据后再试。",
    en: "Enter a tie on the page of an enterprise, or import ties, and try again.",
  },
  blocked: {
    zh: "有 {count} 条路径因两家存在竞争或纠纷没有采用。",
    en: "{count} paths were not taken: two on them are competitors or in dispute.",
  },
  adverse: { zh: "与其有竞争或纠纷，不出面也不经过", en: "Competitors, or in dispute with it: neither begin nor are passed" },
  stateOurs: { zh: "已在园区一侧，不需要引荐。", en: "On the zone's side already; it needs no introduction." },
  ours: { zh: "它本来就在园区一侧：{roles}", en: "It stands on the zone's side itself: {roles}" },
  oursHint: { zh: "不需要引荐，直接联系即可。", en: "It needs no introduction." },
  hubs: { zh: "关联超过 {from} 条，没有继续展开", en: "More than {from} ties: not followed further" },
  picture: {
    zh: "引荐关系图：左边是园区一侧，右边是目标企业。同样的内容见右侧列表。",
    en: "Introductions as a graph: the zone's side at the left, the target at the right. The list holds the same.",
  },
  graph: { zh: "关系图", en: "Graph" },
  list: { zh: "由谁找谁", en: "Who calls whom" },
  score: { zh: "{score} 分", en: "{score} points" },
  liaison: { zh: "服务专员：{name}", en: "Liaison: {name}" },
  others: { zh: "同一引荐人另有 {count} 条路径", en: "{count} further paths of the same introducer" },
  evidence: { zh: "依据", en: "Evidence" },
  asOf: { zh: "截至 {day}", en: "as of {day}" },
  undated: { zh: "日期不详", en: "undated" },
  strength: { zh: "强度 {strength}", en: "strength {strength}" },
  more: { zh: "还有 {count} 条只在列表中", en: "{count} more in the list only" },
} as const satisfies Record<string, Text>;
