import type { Text } from "#kernel/texts.ts";

/** What can be wrong with a draft: where, what, what was expected. */
export const draftTexts = {
  "draft.code-twice": {
    zh: "代码“{code}”重复（{name}）：一个版本中每个代码只能用一次",
    en: "the code “{code}” is there twice ({name}): each code is used once in a version",
  },
  "draft.industry-with-parent": {
    zh: "“{name}”（{code}）是主导产业，上面不应再有“{parent}”：主导产业没有上级",
    en: "“{name}” ({code}) is a leading industry and should stand under nothing, not under “{parent}”",
  },
  "draft.no-parent": {
    zh: "“{name}”（{code}）是{level}，没有写上级：应归入一个{wanted}",
    en: "“{name}” ({code}), {level}, names no parent: it should stand under one of level “{wanted}”",
  },
  "draft.parent-missing": {
    zh: "“{name}”（{code}）的上级代码“{parent}”不存在：应为本版本中的一个{wanted}",
    en: "the parent “{parent}” of “{name}” ({code}) does not exist: one of level “{wanted}” in this version was expected",
  },
  "draft.wrong-level": {
    zh: "“{name}”（{code}）是{level}，上级“{parent}”却是{found}：应为{wanted}",
    en: "“{name}” ({code}) is of level “{level}” but stands under “{parent}” of level “{found}”: “{wanted}” was expected",
  },
  "draft.name-twice": {
    zh: "“{name}”在同一上级下与“{other}”同名，请确认不是重复",
    en: "“{name}” has the same name as “{other}” beside it; make sure that it is no duplicate",
  },
  "draft.edge-to-itself": {
    zh: "“{name}”不能是自己的上游：上下游应为两个不同的环节",
    en: "“{name}” cannot be upstream of itself: two different places were expected",
  },
  "draft.edge-end-missing": {
    zh: "关系“{from} → {to}”的一端“{missing}”不存在：应为本版本中的代码",
    en: "“{missing}”, an end of “{from} → {to}”, does not exist: a code of this version was expected",
  },
  "draft.material-cycle": {
    zh: "材料关系成环：{path}。如确为回收利用可保留，否则请改正其中一条",
    en: "material edges form a ring: {path}. Keep it where it is recycling, otherwise correct one of them",
  },
  "draft.no-such-class": {
    zh: "“{name}”的行业代码“{code}”不在 GB/T 4754-2017 里，不会有企业因它落位",
    en: "“{name}”: “{code}” is no class of GB/T 4754-2017, and no enterprise is placed by it",
  },
  "draft.nothing-to-match": {
    zh: "“{name}”没有行业代码也没有产品词，系统无法为它提出企业",
    en: "“{name}” has neither class codes nor product words, so that no enterprise can be proposed for it",
  },
} as const satisfies Record<string, Text>;

/** Refusals of the chain domain. */
export const chainTexts = {
  "chain.no-such-version": { zh: "没有这个图谱版本。", en: "There is no such version of the graph." },
  "chain.none-in-force": {
    zh: "{date} 还没有生效的产业链图谱。",
    en: "No version of the chain graph is in force on {date}.",
  },
  "chain.no-such-node": { zh: "图谱中没有代码为“{code}”的环节。", en: "There is no place with the code “{code}” in the graph." },
  "chain.node-exists": {
    zh: "代码“{code}”已用于“{name}”，请换一个代码。",
    en: "The code “{code}” belongs to “{name}” already; choose another.",
  },
  // The problem is a sentence of `draftTexts`, made in both languages.
  "chain.draft-problem": { zh: "{problem}。", en: "{problemEn}." },
  "chain.node-has-children": {
    zh: "“{name}”下面还有 {count} 个环节，请先移走，或选择连同下级一起删除。",
    en: "“{name}” still has {count} places below it; move them first, or remove it together with them.",
  },
  "chain.no-such-edge": { zh: "没有这条上下游关系。", en: "There is no such edge." },
  "chain.order-incomplete": {
    zh: "排序须正好列出同一上级下的 {count} 个代码，收到的是 {found} 个。",
    en: "An order lists exactly the {count} codes under one parent; {found} came.",
  },
  "chain.too-many-nodes": {
    zh: "一个版本最多 {most} 个环节、{edges} 条关系。",
    en: "A version holds at most {most} places and {edges} edges.",
  },
  "chain.effective-not-after-last": {
    zh: "生效日期 {date} 应晚于已审定版本的生效日期 {last}。",
    en: "The version should begin after {last}, when the last approved one begins; {date} was given.",
  },
  "chain.effective-in-the-past": {
    zh: "生效日期 {date} 已过：过去的图谱不再改写，应为 {today} 或以后。",
    en: "{date} is over, and what was in force then stays so: {today} or later was expected.",
  },
  "chain.file-type": {
    zh: "文件“{name}”不是图谱文件：应为 .xlsx、.csv、.graphml 或 .json。",
    en: "“{name}” is no file of a graph: .xlsx, .csv, .graphml or .json was expected.",
  },
  "chain.file-json": {
    zh: "“{name}”不是图谱的 JSON：应为含 nodes 和 edges 两个列表的对象。",
    en: "“{name}” is not the JSON of a graph: an object with the lists nodes and edges was expected.",
  },
  "chain.file-graphml": {
    zh: "“{name}”不是能读的 GraphML：应为含一个 graph 元素的 XML，且不带 DOCTYPE。",
    en: "“{name}” is not readable GraphML: XML with one graph element and without DOCTYPE was expected.",
  },
  "chain.file-columns": {
    zh: "“{name}”的表头不对：环节表需有“代码”“层级”“名称”列，关系表需有“上游代码”“下游代码”列。",
    en: "The header of “{name}” is not right: columns Code, Level and Name for places, or Upstream code and Downstream code for edges were expected.",
  },
  "chain.eto-files": {
    zh: "缺少文件 {missing}：半导体供应链数据集应有 inputs.csv、sequence.csv 和 stages.csv。",
    en: "{missing} is missing: the semiconductor data set has inputs.csv, sequence.csv and stages.csv.",
  },
  "chain.eto-columns": {
    zh: "{name} 缺少“{column}”列，可能不是该数据集的文件。",
    en: "{name} has no column “{column}” and may not be a file of the data set.",
  },
  "chain.no-such-placement": { zh: "没有这条企业落位。", en: "There is no such placement." },
  "chain.placed-already": {
    zh: "“{enterprise}”已在“{node}”上（{state}），请直接处理那一条。",
    en: "“{enterprise}” stands on “{node}” already ({state}); decide on that one.",
  },
  "chain.not-a-place": {
    zh: "企业只能落在产业方向或环节上，“{name}”是{level}。",
    en: "Enterprises stand on directions or nodes; “{name}” is of level “{level}”.",
  },
  "chain.uscc": {
    zh: "统一社会信用代码“{uscc}”不对：应为 18 位并通过校验。",
    en: "The unified social credit code “{uscc}” is wrong: 18 characters that pass the check were expected.",
  },
  "chain.from-needed": { zh: "区内在产的企业须写明从哪天起在产。", en: "Of an enterprise that produces here the first day is needed." },
  "chain.date-in-future": {
    zh: "日期 {date} 晚于今天（{today}）：只能登记已经发生的事。",
    en: "{date} is later than today ({today}): only what has happened can be entered.",
  },
  "chain.until-before-from": { zh: "结束日期 {until} 应晚于开始日期 {from}。", en: "It ends on {until}; a day after {from} was expected." },
  "chain.no-such-role": { zh: "没有这条链长或链主任职。", en: "There is no such role." },
  "chain.role-held": {
    zh: "{name} 从 {from} 起已任此职。",
    en: "{name} has held this role since {from}.",
  },
  "chain.no-such-carrier": { zh: "没有这个创新载体。", en: "There is no such innovation carrier." },
  "chain.carrier-exists": { zh: "已有名为“{name}”的创新载体。", en: "There is an innovation carrier named “{name}” already." },
} as const satisfies Record<string, Text>;

/** Why a button is closed. */
export const chainReasons = {
  "version-is-draft": { zh: "这个版本还是草稿，尚未提交", en: "the version is still a draft" },
  "version-is-submitted": { zh: "这个版本已提交，正待审定", en: "the version has been submitted and awaits approval" },
  "version-is-approved": {
    zh: "这个版本已审定，不再改动；请以它为底稿新建版本",
    en: "the version has been approved and stays so; draft a new one from it",
  },
  "version-has-no-nodes": { zh: "这个版本还没有环节", en: "the version has no places yet" },
  "version-has-errors": { zh: "草稿还有错误没有改正", en: "the draft has errors that are not corrected" },
  "own-version": { zh: "起草、改动或提交的人不能自己审定", en: "whoever drafted, changed or submitted a version may not approve it" },
  "placement-confirmed": { zh: "已经确认", en: "it has been confirmed" },
  "placement-decided": { zh: "已经作过决定", en: "it has been decided" },
  "placement-not-confirmed": { zh: "还没有确认", en: "it has not been confirmed" },
  "ended-already": { zh: "已经结束", en: "it has ended" },
} as const satisfies Record<string, Text>;

/** Every sentence that this domain can answer with, by code. */
export const chainErrorTexts: Readonly<Record<string, Text>> = {
  ...chainTexts,
  ...chainReasons,
  ...Object.fromEntries(
    Object.entries(chainReasons).map(([code, { zh, en }]) => [
      `chain.refused.${code}`,
      { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` },
    ]),
  ),
};
