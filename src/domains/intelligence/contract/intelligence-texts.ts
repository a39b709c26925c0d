import type { Text } from "#kernel/texts.ts";

/** Refusals of the intelligence domain; `{…}` are the parameters of the error. */
export const intelligenceTexts = {
  "address.not-http": {
    zh: "“{address}”不是可收录的网址，应以 http:// 或 https:// 开头且不含账号密码。",
    en: "“{address}” is not an address that can be taken in; it should begin with http:// or https:// and hold no credentials.",
  },
  "address.private": {
    zh: "网址“{host}”指向内部网络，已拒绝访问。",
    en: "The address “{host}” points inside the network and was refused.",
  },
  "address.unknown-host": { zh: "域名“{host}”查不到，请核对网址。", en: "The host “{host}” is not known; check the address." },
  "address.robots": {
    zh: "该网站的 robots.txt 不允许收录“{address}”，请改为上传文件或粘贴文字。",
    en: "The site's robots.txt does not allow “{address}”; upload the file or paste the text instead.",
  },
  "address.status": { zh: "网站答复 {status}，没有取到“{address}”。", en: "The site answered {status}; “{address}” was not fetched." },
  "address.redirects": { zh: "“{address}”跳转次数过多，已停止。", en: "“{address}” redirects too many times." },
  "address.timeout": { zh: "“{address}”在时限内没有答复，请稍后再试。", en: "“{address}” did not answer in time; try again later." },
  "address.unreachable": {
    zh: "连不上“{address}”，请核对网址或稍后再试。",
    en: "“{address}” cannot be reached; check the address or try again later.",
  },
  "address.too-large": {
    zh: "“{address}”超过 {megabytes} MB，未收录。",
    en: "“{address}” is larger than {megabytes} MB and was not taken in.",
  },
  "folder.unreadable": {
    zh: "监看文件夹 {folder} 读不到，请核对路径与权限。",
    en: "The watched folder {folder} cannot be read; check its path and permissions.",
  },
  "feed.not-a-feed": { zh: "“{address}”不是 RSS 或 Atom 订阅源。", en: "“{address}” is not an RSS or Atom feed." },
  "missing-permission:intelligence.review": {
    zh: "审核由统计岗、招商岗办理，当前岗位无权办理。",
    en: "Statistics and promotion review; your present role may not.",
  },
  "missing-permission:intelligence.withdraw": {
    zh: "撤回由统计岗或部门负责人办理，当前岗位无权办理。",
    en: "Statistics or the head of department withdraw; your present role may not.",
  },
  "missing-permission:intelligence.read-original": {
    zh: "当前岗位无权下载原件。",
    en: "Your present role may not download originals.",
  },
  "intelligence.withdrawn": { zh: "文档已撤回。", en: "The document has been withdrawn." },
  "intelligence.still-reading": {
    zh: "文档尚在读取，读完后即可审核。",
    en: "The document is still being read; review opens when it is done.",
  },
  "intelligence.failed": { zh: "文档未能读取，没有可审核的内容。", en: "The document could not be read; there is nothing to review." },
  "intelligence.conflict-resolved": { zh: "冲突已经裁定。", en: "The conflict has been resolved." },
  "intelligence.conflict-side": { zh: "所选数据不在这一冲突之中。", en: "The figure chosen is not a side of this conflict." },
  "intelligence.decided": {
    zh: "这条数据刚由{by}处理为“{status}”，未重复处理。",
    en: "{by} has just decided this one ({status}); it was not decided again.",
  },
  "intelligence.no-such-rule": { zh: "没有名为“{rule}”的采纳规则。", en: "There is no acceptance rule named “{rule}”." },
  "intelligence.correction-value": {
    zh: "更正后的数值“{value}”不是数字，应如 881.7。",
    en: "The corrected value “{value}” is not a number such as 881.7.",
  },
  "intelligence.correction-period": {
    zh: "更正后的期间“{period}”不规范，应如 2020H1、2022Q1、2023、2021-06。",
    en: "The corrected period “{period}” is not one such as 2020H1, 2022Q1, 2023 or 2021-06.",
  },
  "intelligence.correction-code": {
    zh: "指标目录中没有代码“{code}”。",
    en: "The catalogue of indicators has no code “{code}”.",
  },
  "model.unreachable": {
    zh: "语言模型接口“{url}”没有正常答复（{reason}），其余抽取不受影响。",
    en: "The language model at “{url}” did not answer properly ({reason}); the other findings are unaffected.",
  },
  "intelligence.empty": { zh: "“{name}”中没有可读的文字。", en: "“{name}” holds no readable text." },
  "intelligence.duplicate": {
    zh: "与已收录的“{title}”内容完全相同，未重复收录。",
    en: "The same content was taken in before as “{title}”; it was not taken in again.",
  },
} as const satisfies Record<string, Text>;

export const documentStateTexts = {
  received: { zh: "已收录", en: "Received" },
  reading: { zh: "读取中", en: "Reading" },
  review: { zh: "待审核", en: "To review" },
  reviewed: { zh: "已审核", en: "Reviewed" },
  failed: { zh: "未能读取", en: "Could not be read" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
} as const satisfies Record<string, Text>;
