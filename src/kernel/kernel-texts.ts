import type { Text } from "#kernel/texts.ts";

/** Sentences of the refusals that the kernel itself makes; a domain's own stand in its contract. */
export const kernelTexts = {
  "input.invalid": { zh: "填写有误：{problems}", en: "The input is not right: {problems}" },
  "input.not-json": { zh: "请求内容不是有效的 JSON。", en: "The request body is not valid JSON." },
  "input.characters": {
    zh: "“{field}”里有无法保存的字符（空字符或残缺的字符），请删去后再试。",
    en: "“{field}” holds characters that cannot be stored (zero or broken ones); remove them and try again.",
  },
  "personal.masked": {
    zh: "“{field}”里是打了码的内容，保存会冲掉原来的。不改请留空，要改请填完整的。",
    en: "“{field}” holds masked content, which would overwrite what is stored. Leave it out, or enter it in full.",
  },
  "personal.no-such-reply": {
    zh: "“{operation}”里没有可以申请查看的个人信息，或查询条件不对。",
    en: "There is no personal data to be asked for in “{operation}”, or it was asked for wrongly.",
  },
  "personal.nothing-masked": { zh: "这条记录里没有打码的个人信息。", en: "Nothing of this record is masked." },
  "export.too-many": {
    zh: "共 {rows} 行，一次最多导出 {most} 行，请缩小范围。",
    en: "{rows} rows; at most {most} are exported at once. Narrow the selection.",
  },
  "upload.malformed": {
    zh: "上传的表单残缺不全，请重新选择文件后再传。",
    en: "The form arrived incomplete; choose the files again and resend.",
  },
  "upload.none": { zh: "没有收到文件，请至少选择一个文件。", en: "No file arrived; choose at least one." },
  "upload.too-many": { zh: "文件过多：最多 {most} 个。", en: "Too many files: {most} at most." },
  "upload.too-large": {
    zh: "文件“{name}”超过 {megabytes} MB 的上限。",
    en: "The file “{name}” is larger than the limit of {megabytes} MB.",
  },
  "request.too-large": { zh: "请求内容过大。", en: "The request is too large." },
  "address.not-a-network": {
    zh: "OUTGOING_ALLOW 中的“{text}”不是网段，应写成如 10.1.0.0/16 或 127.0.0.1/32。",
    en: "“{text}” in OUTGOING_ALLOW is no network; something like 10.1.0.0/16 or 127.0.0.1/32 was expected.",
  },
  "access.too-fast": {
    zh: "调用过快：每分钟最多 {perMinute} 次，请等 {seconds} 秒再试。",
    en: "Too fast: {perMinute} calls a minute at most; wait {seconds} seconds.",
  },
  "access.too-many-streams": {
    zh: "打开的窗口过多：同时最多 {most} 个窗口实时更新。",
    en: "Too many windows: {most} at most are updated live.",
  },
  "access.token-wrong": {
    zh: "访问令牌无效：写错、过期、已吊销，或者本人已不在制作令牌时的岗位。",
    en: "The access token opens nothing: mistyped, expired, revoked, or its person no longer holds the role that it was made in.",
  },
  "agents.unknown-tool": {
    zh: "没有叫“{name}”的工具，或者当前岗位、令牌不能用它。",
    en: "There is no tool “{name}”, or the present role or token may not use it.",
  },
  "agents.confirmation": {
    zh: "确认码无效：写错、过期、已用过，或者内容与取得确认码时不同。请重新取得确认码。",
    en: "The confirmation code opens nothing: mistyped, expired, used, or the input is not the one that it was given for. Ask for another.",
  },
  "agents.too-large": {
    zh: "结果过大（{size} 个字符，最多 {most}），请加条件或减少条数后再查。",
    en: "The result is too large ({size} characters, {most} at most); narrow it down or ask for fewer.",
  },
  "outgoing.no-channel": { zh: "这一渠道已不再使用。", en: "This channel is no longer used." },
  "access.sign-in": { zh: "请先登录。", en: "Please sign in first." },
  "access.no-role": { zh: "请先选择一个岗位再办事。", en: "Choose a role first." },
  "access.missing-permission": {
    zh: "当前岗位无权办理此事（需要权限“{permission}”）。",
    en: "The present role may not do this (it needs the permission “{permission}”).",
  },
  "access.platform": {
    zh: "此事关乎整个平台，由平台管理员在本机命令行办理。",
    en: "This concerns the whole platform; its administrator does it on the command line of the machine.",
  },
  "access.token": {
    zh: "这个地址无效，或已停用。",
    en: "This address opens nothing, or has been ended.",
  },
  "access.too-many-guesses": {
    zh: "多次没有查到，请核对后过 {minutes} 分钟再试。",
    en: "Too many look-ups found nothing; check what you enter and try again in {minutes} minutes.",
  },
  "access.foreign-origin": { zh: "请求来自其他网站，已拒绝。", en: "The request came from another site and was refused." },
  "access.refused-by-database": {
    zh: "数据隔离规则拒绝了这次操作：该记录不属于您的园区、企业或部门。",
    en: "The isolation rules refused this: the record does not belong to your zone, enterprise or department.",
  },
  "record.not-found": {
    zh: "没有找到这条记录，可能已被移除，或不在您的权限范围内。",
    en: "The record was not found; it may have been removed or lie outside what you may see.",
  },
  "record.changed": { zh: "这条记录刚被他人改动，请刷新后再试。", en: "Somebody else has just changed this record; reload and try again." },
  "record.duplicate": { zh: "已有相同的记录。", en: "Such a record exists already." },
  "idempotency.key": {
    zh: "幂等键应为 1 至 {most} 个字符。",
    en: "The idempotency key should have 1 to {most} characters.",
  },
  "idempotency.other-body": { zh: "同一个幂等键此前用于不同的内容。", en: "The same idempotency key was used before with another body." },
  "route.not-found": { zh: "没有这个地址：{path}", en: "There is no such address: {path}" },
  "route.not-an-address": { zh: "地址的写法不对或过长。", en: "The address is malformed or too long." },
  "server.bug": {
    zh: "系统内部出错，已记录（编号 {reference}）。",
    en: "Something went wrong inside; it was recorded (reference {reference}).",
  },
  "command.unknown": {
    zh: "没有这个命令：{words}。运行 yuanshu --help 查看全部命令。",
    en: "There is no such command: {words}. Run yuanshu --help to see all.",
  },
  "command.flag": { zh: "不认识的选项：{flag}。", en: "Unknown option: {flag}." },
  "command.file": { zh: "文件“{path}”读不到：{reason}", en: "The file “{path}” cannot be read: {reason}" },
  "command.job-failed": { zh: "后台任务没有完成：{message}", en: "The background job did not finish: {message}" },
  "command.zone": { zh: "请用 --zone 指明园区（可选：{zones}）。", en: "Say which zone with --zone (one of: {zones})." },
  "wrong-state": { zh: "当前状态（{state}）不能办理此事。", en: "Not possible in the present state ({state})." },
} as const satisfies Record<string, Text>;

/** How a field's problem is said: the field's name, what was expected, and what came. */
export const problemTexts = {
  missing: { zh: "缺少“{field}”", en: "“{field}” is missing" },
  type: { zh: "“{field}”应为{expected}", en: "“{field}” should be {expected}" },
  choice: { zh: "“{field}”只能是：{choices}", en: "“{field}” must be one of: {choices}" },
  tooSmall: { zh: "“{field}”过短或过小（至少 {least}）", en: "“{field}” is too short or too small (at least {least})" },
  tooBig: { zh: "“{field}”过长或过大（最多 {most}）", en: "“{field}” is too long or too large (at most {most})" },
  dayOutOfReach: {
    zh: "“{field}”的日期超出范围：应在 1990 年至 2100 年之间",
    en: "“{field}” is out of reach: a day between 1990 and 2100 was expected",
  },
  own: { zh: "“{field}”：{sentence}", en: "“{field}”: {sentence}" },
  form: { zh: "“{field}”的格式不对", en: "“{field}” is not in the right form" },
  unknown: { zh: "不认识的字段：{fields}", en: "Unknown fields: {fields}" },
} as const satisfies Record<string, Text>;

export const typeTexts: Readonly<Record<string, Text>> = {
  string: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "是或否", en: "yes or no" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "一组字段", en: "a set of fields" },
  bigint: { zh: "整数", en: "a whole number" },
  record: { zh: "一组字段", en: "a set of fields" },
  tuple: { zh: "列表", en: "a list" },
  null: { zh: "空值", en: "empty" },
  file: { zh: "文件", en: "a file" },
  date: { zh: "日期，如 2026-06-30", en: "a date such as 2026-06-30" },
};

/** Of a type that has no word of its own: nothing of the validator's English stands in a sentence. */
export const otherType: Text = { zh: "别的形式", en: "of another form" };
