import type { Text } from "#kernel/texts.ts";

/** Refusals of the register of enterprises. */
export const registryErrorTexts = {
  "registry.amount": {
    zh: "金额应为不小于 0 的元数，整数部分不超过 18 位，例如 60000000。",
    en: "The amount should be in yuan and not below 0, such as 60000000.",
  },
  "registry.percent": { zh: "百分数应为数字，例如 12.5。", en: "A percentage should be a number such as 12.5." },
  "registry.region-code": {
    zh: "行政区划代码应为 2、4 或 6 位数字，例如 50、5001、500112。",
    en: "The code of a division has 2, 4 or 6 digits, such as 50, 5001 or 500112.",
  },
  "registry.chain-node": {
    zh: "产业链位置应为图谱里的编码，如 IC-P-1。",
    en: "A place of the chain is given by its code in the graph, such as IC-P-1.",
  },
  "registry.class-code": {
    zh: "行业代码应为门类字母加最多 4 位数字，例如 C39、C3973（GB/T 4754-2017）。",
    en: "A class is a letter with up to 4 digits, such as C39 or C3973 (GB/T 4754-2017).",
  },
  "registry.query-too-short": {
    zh: "“{word}”太短：每个词至少两个字。",
    en: "“{word}” is too short: each word needs two characters or more.",
  },
  "registry.cursor": { zh: "翻页标记不对，请从第一页重新检索。", en: "The page mark is wrong; search again from the first page." },
  "registry.no-such-enterprise": { zh: "没有这家企业。", en: "There is no such enterprise." },
  "registry.no-such-entry": { zh: "名册里没有这一条。", en: "There is no such entry in the book." },
  "registry.no-such-tie": { zh: "没有这条关联。", en: "There is no such tie." },
  "registry.no-such-correction": { zh: "没有这份更正申请。", en: "No such correction was asked for." },
  "registry.no-such-candidate": { zh: "没有这对疑似重复。", en: "There is no such candidate." },
  "registry.no-such-merge": { zh: "没有这次合并。", en: "There is no such merge." },
  "registry.no-such-import": { zh: "没有这次导入。", en: "There is no such import." },
  "registry.no-such-view": { zh: "没有这个视图。", en: "There is no such view." },
  "registry.no-such-mapping": { zh: "没有这个列对应。", en: "There is no such mapping of columns." },
  "registry.no-such-official": { zh: "委员会里没有这个人。", en: "There is no such person in the committee." },
  "registry.view-name-taken": { zh: "你已有名为“{name}”的视图。", en: "You have a view called “{name}” already." },
  "registry.changed-meanwhile": {
    zh: "这条记录刚被别人改过，请刷新后再改。",
    en: "Somebody has changed this record meanwhile; reload it and try again.",
  },
  "registry.registered-already": {
    zh: "{identifier} 已登记为“{name}”，不能重复登记。",
    en: "{identifier} is registered already, as “{name}”.",
  },
  "registry.uscc": {
    zh: "统一社会信用代码“{found}”不对：应为 18 位并通过校验（GB 32100-2015）。",
    en: "The unified social credit code “{found}” is wrong: 18 characters that pass the check of GB 32100-2015 were expected.",
  },
  "registry.old-number": {
    zh: "“{found}”是 15 位的旧注册号，应填 18 位统一社会信用代码。",
    en: "“{found}” is an old registration number of 15 digits; the unified social credit code of 18 characters was expected.",
  },
  "registry.identifier": {
    zh: "登记号“{found}”不对：应为 2 至 40 位字母、数字或短横。",
    en: "The number “{found}” is wrong: 2 to 40 letters, digits or hyphens were expected.",
  },
  "registry.no-such-class": {
    zh: "行业代码“{found}”不在 GB/T 4754-2017 里。",
    en: "“{found}” is not a class of GB/T 4754-2017.",
  },
  "registry.class-letter": {
    zh: "行业代码“{found}”的门类字母与大类不符：{division} 属于 {expected}。",
    en: "The letter of “{found}” does not contain its division: {division} belongs to {expected}.",
  },
  "registry.no-such-region": { zh: "没有代码为“{found}”的行政区划。", en: "There is no division with the code “{found}”." },
  "registry.bad-value": {
    zh: "“{found}”不能作为{field}：应为{expected}。",
    en: "“{found}” will not do as {field}: {expected} was expected.",
  },
  "registry.same-value": { zh: "新值与现在的相同，无需更正。", en: "This is the value as it stands; there is nothing to correct." },
  "registry.in-book-already": {
    zh: "“{name}”从 {from} 起已在名册里（{kind}），请先结束那一条。",
    en: "“{name}” has been in the book as {kind} since {from}; end that entry first.",
  },
  "registry.range-reversed": {
    zh: "区间的下限 {from} 大于上限 {to}，应不大于它。",
    en: "A range begins at {from} and ends at {to}; its beginning should not be above its end.",
  },
  "registry.dates-reversed": {
    zh: "止期 {to} 早于起期 {from}，应不早于它。",
    en: "The end {to} is before the beginning {from}; it should not be.",
  },
  "registry.date-in-future": { zh: "日期 {date} 晚于今天（{today}）。", en: "{date} is later than today ({today})." },
  "registry.tie-to-itself": { zh: "企业不能与自己关联。", en: "An enterprise has no tie to itself." },
  "registry.tie-other-end": {
    zh: "干部熟识要指明干部，其他关联要指明另一家企业。",
    en: "An acquaintance names an official; every other tie names another enterprise.",
  },
  "registry.tie-there-already": { zh: "这条关联已经登记过。", en: "This tie has been entered already." },
  "registry.share": { zh: "持股比例应在 0 至 100 之间。", en: "A share is between 0 and 100 per cent." },
  "registry.no-own-enterprise": { zh: "你的账号没有绑定企业。", en: "Your account is not bound to an enterprise." },
  "registry.correction-open": {
    zh: "{field}已有一份更正申请待答复。",
    en: "A correction of {field} is waiting for an answer.",
  },
  "registry.merge-itself": { zh: "不能把企业并入它自己。", en: "An enterprise cannot be merged into itself." },
  "registry.merge-merged": { zh: "“{name}”已经并入另一家企业。", en: "“{name}” has been merged into another enterprise already." },
  "registry.merge-two-codes": {
    zh: "两家都有有效的统一社会信用代码（{one}、{other}），代码不同即不是同一家，不能合并。",
    en: "Both have a valid credit code ({one}, {other}): another code is another enterprise, and they cannot be merged.",
  },
  "registry.merge-has-others": {
    zh: "“{name}”之下还有并入的企业，请先撤销那些合并。",
    en: "Others were merged into “{name}”; undo those merges first.",
  },
  "registry.import-missing-columns": {
    zh: "文件里没有认出必需的列：{columns}。请指定哪一列是它们。",
    en: "These columns were not recognised in the file: {columns}. Say which column they are.",
  },
  "registry.import-no-such-column": {
    zh: "没有“{column}”这一列：可用的列见导入模板。",
    en: "There is no column “{column}”; the template names them.",
  },
  "registry.import-column-twice": {
    zh: "“{column}”对应了文件的两列，只能对应一列。",
    en: "Two columns of the file were mapped to “{column}”; only one can be.",
  },
  "registry.import-empty": { zh: "文件“{name}”里没有数据行。", en: "“{name}” has no rows." },
  "registry.import-not-a-table": {
    zh: "文件“{name}”不是能读的表格：应为 .csv（UTF-8 或 GB18030）、.xlsx 或 .ndjson（旧式 .xls 请另存为 .xlsx）。",
    en: "“{name}” is not readable: .csv (UTF-8 or GB18030), .xlsx or .ndjson was expected (save an old .xls as .xlsx first).",
  },
  "registry.import-cut": {
    zh: "文件“{name}”不完整（可能在传输中被截断），已导入的行保留；请重新取得完整文件再导入。",
    en: "“{name}” is incomplete, perhaps cut in transfer. Rows that were read stay; import it again from a whole file.",
  },
  "registry.import-quote": {
    zh: "第 {row} 行起有引号没有闭合，后面的行无法分开；请改正后重新导入。",
    en: "A quotation mark that opens at row {row} is never closed, so the rows after it cannot be told apart; mend the file and import it again.",
  },
  "registry.import-unpacks-too-large": {
    zh: "文件“{name}”解压后过大，已拒绝。",
    en: "“{name}” is too large when unpacked and was refused.",
  },
  "registry.import-running": { zh: "这次导入正在进行。", en: "This import is running." },
} as const satisfies Record<string, Text>;

/** Why something may not be done, by the codes of rules/registry-policy.ts. */
export const registryReasons = {
  "enterprise-merged": { zh: "这家企业已并入另一家，请到那一家去改。", en: "It was merged into another enterprise; change that one." },
  "book-ended": { zh: "这一条已经结束。", en: "This entry has ended." },
  "public-tie": { zh: "公开的关联随来源更新，不在这里撤销。", en: "A public tie follows its source and is not taken back here." },
  "correction-answered": { zh: "这份更正申请已有结果。", en: "This correction has been settled." },
  "no-enterprise-of-ones-own": { zh: "你的账号没有绑定企业。", en: "Your account is not bound to an enterprise." },
  "not-own-enterprise": { zh: "这是另一家企业的。", en: "This belongs to another enterprise." },
  "duplicate-decided": { zh: "这一对已有结论。", en: "This pair has been decided." },
  "merge-undone": { zh: "这次合并已经撤销。", en: "This merge has been undone." },
  "not-own-view": { zh: "只有保存者可以改动这个视图。", en: "Only whoever saved this view may change it." },
  "import-state": { zh: "这次导入现在不能执行。", en: "This import cannot be run now." },
} as const satisfies Record<string, Text>;

/** Warnings that a row or an identifier was let pass with. */
export const registryWarnings = {
  "uscc-organisation-check": {
    zh: "代码第 9–17 位（组织机构代码）的校验位不符（GB 11714），请核对。",
    en: "The organisation code inside (places 9 to 17) fails its own check (GB 11714); please verify.",
  },
  "provisional-identifier": {
    zh: "使用临时编号，待补统一社会信用代码。",
    en: "It has a provisional number until its credit code is known.",
  },
} as const satisfies Record<string, Text>;
