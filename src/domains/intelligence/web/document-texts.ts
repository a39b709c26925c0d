import type { DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";
import type { Text } from "#kernel/texts.ts";

export const originTexts: Readonly<Record<DocumentRow["origin"], Text>> = {
  upload: { zh: "上传", en: "Upload" },
  paste: { zh: "粘贴", en: "Pasted" },
  address: { zh: "网址", en: "Address" },
  feed: { zh: "订阅", en: "Feed" },
  folder: { zh: "文件夹", en: "Folder" },
  sample: { zh: "示范", en: "Sample" },
};

export const documentTexts = {
  title: { zh: "文档", en: "Documents" },
  state: { zh: "共 {total} 篇，{review} 篇待审核。", en: "{total} documents, {review} to review." },
  add: { zh: "收录文档", en: "Add documents" },
  stateFilter: { zh: "状态", en: "State" },
  originFilter: { zh: "来源", en: "Origin" },
  search: { zh: "标题", en: "Title" },
  column: { zh: "标题", en: "Title" },
  medium: { zh: "媒体", en: "Medium" },
  published: { zh: "发布日期", en: "Published" },
  received: { zh: "收录时间", en: "Received" },
  findings: { zh: "待审/全部", en: "Open/all" },
  region: { zh: "地区", en: "Region" },
  empty: { zh: "还没有文档", en: "No documents yet" },
  emptyHint: {
    zh: "上传文件、粘贴文字、填写网址或订阅源，抽取结果会进入审核队列。",
    en: "Upload files, paste text, give an address or a feed; findings enter the review queue.",
  },
  story: { zh: "同题 {count} 篇", en: "{count} on this story" },
  byFile: { zh: "上传文件", en: "Upload" },
  byText: { zh: "粘贴文字", en: "Paste" },
  byAddress: { zh: "网页地址", en: "Address" },
  fileHint: {
    zh: "TXT、HTML、MHTML、DOCX、有文字的 PDF、XLSX。旧版 DOC/XLS、OFD 和扫描件请先转换。",
    en: "TXT, HTML, MHTML, DOCX, PDF with text, XLSX. Convert old DOC/XLS, OFD and scans first.",
  },
  publishedHint: {
    zh: "可不填：原文写明的日期优先；写“今年上半年”而没有日期的文字需要它。",
    en: "Optional: a date in the source wins; text that says “this year” without one needs it.",
  },
  titleField: { zh: "标题（可不填）", en: "Title (optional)" },
  text: { zh: "文字", en: "Text" },
  address: { zh: "网页地址", en: "Address of the page" },
  addressHint: {
    zh: "以 http:// 或 https:// 开头；遵守网站的抓取规则。",
    en: "Starts with http:// or https://; the site's robots rules are obeyed.",
  },
  send: { zh: "收录", en: "Take in" },
  results: { zh: "收录结果", en: "What became of it" },
  refused: { zh: "未收录", en: "Refused" },
  duplicate: { zh: "与已有文档相同", en: "Same as a document already here" },
  found: {
    zh: "数据 {figures}、项目 {projects}、机构 {organisations}",
    en: "{figures} figures, {projects} projects, {organisations} organisations",
  },
  open: { zh: "打开", en: "Open" },
  job: { zh: "正在后台读取，读完进入审核队列。", en: "Being read in the background; findings will enter the review queue." },
  review: { zh: "进入审核台", en: "Open the review desk" },
  withdraw: { zh: "撤回", en: "Withdraw" },
  withdrawTitle: { zh: "撤回这篇文档", en: "Withdraw this document" },
  withdrawHint: {
    zh: "由它而来的全部结果与数据一并撤回；用到这些数据的成绩单会提示需要修订。操作会写入日志。",
    en: "All findings and figures that rest on it are withdrawn too; report cards that used them will ask for a revision. The journal records it.",
  },
  reason: { zh: "理由", en: "Reason" },
  original: { zh: "下载原件", en: "Download the original" },
  about: { zh: "关于这篇文档", en: "About this document" },
  sourceAddress: { zh: "网址", en: "Address" },
  proposals: { zh: "抽取结果", en: "Findings" },
  proposalCounts: {
    zh: "共 {total} 条：待审 {open}，采纳 {accepted}，驳回 {rejected}",
    en: "{total}: {open} open, {accepted} accepted, {rejected} rejected",
  },
  articles: { zh: "文章", en: "Articles" },
  back: { zh: "返回文档列表", en: "Back to documents" },
  sameStory: { zh: "同题报道", en: "The same story" },
  similarity: { zh: "相似 {percent}%", en: "{percent}% alike" },
} as const satisfies Record<string, Text>;

export const mentionTexts = {
  title: { zh: "提到它的文档与数据", en: "Documents and figures that mention it" },
  nothing: { zh: "收录的文档里没有提到它。", en: "No document mentions it." },
} as const satisfies Record<string, Text>;
