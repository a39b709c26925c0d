import type { Text } from "#kernel/texts.ts";

/** What is wrong with a matter or a package as it was written, and what should be looked at again. */
export const matterProblemTexts = {
  "matter.key-twice": {
    zh: "{where}中编号“{key}”出现了两次，应各不相同。",
    en: "The key “{key}” stands twice among the {where}; each should be its own.",
  },
  "matter.unknown-after": {
    zh: "审查环节“{node}”的前置“{after}”不存在，应为本事项的其他环节。",
    en: "The review “{node}” waits for “{after}”, which is none of the reviews of this matter.",
  },
  "matter.cycle": {
    zh: "审查环节互相等待，成了循环：{path}。",
    en: "The reviews wait for one another in a circle: {path}.",
  },
  "matter.promise-too-long": {
    zh: "承诺时限 {promised} 长于法定时限 {legal}，应不长于它。",
    en: "The promised limit of {promised} is longer than the legal limit of {legal}.",
  },
  "matter.node-too-long": {
    zh: "审查环节“{node}”的时限 {limit} 长于法定时限 {legal}，应不长于它。",
    en: "The limit of the review “{node}”, {limit}, is longer than the legal limit of {legal}.",
  },
  "matter.commitment-at-risk": {
    zh: "材料“{material}”不能以告知承诺代替：本事项涉及安全、环境或健康等高风险。",
    en: "No commitment can stand for “{material}”: the matter bears on safety, environment or health.",
  },
  "matter.deferred-and-main": {
    zh: "材料“{material}”不能容缺：全部必要材料都可后补时，便没有主要材料了，应至少留一项。",
    en: "“{material}” cannot be deferred: if every mandatory material may come later, there is no main one; leave at least one.",
  },
  "matter.condition-missing": {
    zh: "材料“{material}”是有条件材料，应写明何时需要。",
    en: "“{material}” is a conditional material; it should say when it is needed.",
  },
  "matter.condition-idle": {
    zh: "材料“{material}”是必要材料，不应写条件。",
    en: "“{material}” is mandatory and should have no condition.",
  },
  "matter.condition-bad": {
    zh: "材料“{material}”的条件与表单不符：“{input}”不是表单项，或类型对不上。",
    en: "The condition of “{material}” does not fit the form: “{input}” is not a field of it, or of another kind.",
  },
  "matter.reuses-itself": {
    zh: "材料“{material}”引用了本事项自己的结果。",
    en: "“{material}” asks for the result of this matter itself.",
  },
  "matter.choices-missing": {
    zh: "表单项“{field}”是选择项，应给出可选的值。",
    en: "The field “{field}” is a choice and should list its values.",
  },
  "matter.renewal-without-term": {
    zh: "延续事项的结果应有有效期（月）：到期未作决定视为准予延续，要从有效期算起。",
    en: "A renewal's result needs its validity in months: silence is counted from the expiry.",
  },
  "matter.renewal-without-expiry": {
    zh: "延续事项的表单应有必填的日期项 valid-until（原证有效期至）。",
    en: "The form of a renewal needs the required day “valid-until”, when the licence expires.",
  },
  "matter.silence-same-department": {
    zh: "审查环节“{node}”由主办部门自己办理，不能约定逾期视为无意见。",
    en: "The review “{node}” is the handling department's own; silence of it cannot be read as no objection.",
  },
  "matter.pause-twice": { zh: "中止原因“{reason}”写了两次。", en: "The reason “{reason}” for a pause stands twice." },
  "matter.unknown-result": {
    zh: "材料“{material}”引用的事项“{matter}”尚未登记，暂时无法复用其结果。",
    en: "“{material}” takes the result of “{matter}”, which is not registered yet: nothing can be reused for now.",
  },
  "matter.no-result-there": {
    zh: "材料“{material}”引用的事项“{matter}”不出具结果文书，无从复用。",
    en: "“{material}” takes the result of “{matter}”, which has no result document.",
  },
  "matter.unknown-department": {
    zh: "部门“{department}”不在本园区的部门名单里，办件不会分到任何窗口。",
    en: "The department “{department}” is not one of the zone: its cases would come to nobody.",
  },
  "package.child-twice": { zh: "事项“{matter}”在一件事中出现了两次。", en: "The matter “{matter}” stands twice in the package." },
  "package.unknown-after": {
    zh: "“{matter}”的前置“{after}”不在本一件事中。",
    en: "“{matter}” waits for “{after}”, which is not part of the package.",
  },
  "package.cycle": { zh: "各事项互相等待，成了循环：{path}。", en: "The matters wait for one another in a circle: {path}." },
  "package.unknown-matter": { zh: "事项“{matter}”尚未登记。", en: "The matter “{matter}” is not registered." },
  "package.unknown-field": {
    zh: "“{matter}”的表单项“{field}”取自“{from}”，但后者或前者不存在。",
    en: "The field “{field}” of “{matter}” is taken from “{from}”; one of the two is not there.",
  },
  "package.unknown-material": {
    zh: "“{matter}”的材料“{material}”取自共用材料“{from}”，但后者或前者不存在。",
    en: "The material “{material}” of “{matter}” is taken from the shared “{from}”; one of the two is not there.",
  },
} as const satisfies Record<string, Text>;
export type MatterProblemCode = keyof typeof matterProblemTexts;

/** Refusals of the operations on matters. */
export const matterTexts = {
  "approvals.matter-refused": { zh: "事项有误：{problems}", en: "The matter cannot stand: {problemsEn}" },
  "approvals.package-refused": { zh: "一件事定义有误：{problems}", en: "The package cannot stand: {problemsEn}" },
  "approvals.effective-in-past": {
    zh: "生效日期 {date} 早于今天（{today}）：过去的版本不改，新版本应自今天或以后生效。",
    en: "{date} is before today ({today}): past versions stand, a new one takes effect today or later.",
  },
  "approvals.matter-unchanged": {
    zh: "与第 {version} 版没有不同，没有新增版本。",
    en: "Nothing differs from version {version}; no version was added.",
  },
  "approvals.no-matters-head": {
    zh: "没有找到表头：需有“{columns}”列，请使用下载的模板。",
    en: "No header row was found: the columns {columns} are needed; use the template.",
  },
  "approvals.matters-json": {
    zh: "JSON 文件读不懂：应为事项的数组，或含 matters 数组的对象。",
    en: "The JSON file cannot be read: a list of matters, or an object with a list “matters”, was expected.",
  },
  "approvals.matter-shape": { zh: "第 {row} 项不合要求：{problems}。", en: "Item {row} is not as expected: {problemsEn}." },
  "approvals.matter-twice": {
    zh: "事项编号“{code}”与第 {row} 行重复：一次导入中一个事项只能有一行。",
    en: "The matter “{code}” stands in row {row} already: one row a matter in one import.",
  },
  "approvals.too-many-matters": {
    zh: "一次最多导入 {most} 个事项。",
    en: "At most {most} matters can be imported at once.",
  },
} as const satisfies Record<string, Text>;

/** The places where keys are looked at. */
export const keyPlaceWords = {
  form: { zh: "表单项", en: "fields of the form" },
  materials: { zh: "材料", en: "materials" },
  reviews: { zh: "审查环节", en: "reviews" },
} as const satisfies Record<string, Text>;

export const limitWords = {
  workday: { zh: "{length} 个工作日", en: "{length} working days" },
  day: { zh: "{length} 天", en: "{length} days" },
} as const satisfies Record<string, Text>;
