import type { Text } from "#kernel/texts.ts";

export const digestTexts = {
  title: { zh: "日志签名", en: "Signed digests" },
  state: {
    zh: "第 {number} 号签于 {at}，覆盖到第 {to} 条；其后 {open} 条将在今晚签名。",
    en: "Digest {number} was signed on {at} and stands for entries up to {to}; the {open} since then are signed tonight.",
  },
  none: { zh: "还没有签名摘要。", en: "No digest has been signed yet." },
  noneHint: {
    zh: "每天凌晨为前一天的日志签名，也可以立即签一号。",
    en: "The day before is signed each night; one can be signed now as well.",
  },
  one: { zh: "第 {number} 号签名摘要", en: "Digest {number}" },
  number: { zh: "号", en: "No." },
  day: { zh: "日期", en: "Day" },
  entries: { zh: "覆盖的记录", en: "Entries" },
  range: { zh: "第 {from}–{to} 条（{count} 条）", en: "{from}–{to} ({count})" },
  noEntries: { zh: "当天没有记录", en: "none that day" },
  suite: { zh: "算法", en: "Algorithm" },
  root: { zh: "默克尔根", en: "Merkle root" },
  lastHash: { zh: "末条链值", en: "Hash of the last entry" },
  previous: { zh: "前一号摘要", en: "Digest before" },
  key: { zh: "签名密钥", en: "Key" },
  signature: { zh: "签名", en: "Signature" },
  signedAt: { zh: "签名时间", en: "Signed" },
  download: { zh: "下载摘要与公钥", en: "Download digests and keys" },
  downloadHint: {
    zh: "请存到本系统之外：日后凭它可以查出连数据库带密钥一起改写的情形。",
    en: "Keep it outside this system: with it even a rewriting of database and key together is found.",
  },
  sign: { zh: "立即签名", en: "Sign now" },
  compare: { zh: "与另存的核对", en: "Compare with a kept file" },
  compareHint: { zh: "选择以前下载的签名摘要文件（JSON）。", en: "Choose a file of digests that was downloaded earlier (JSON)." },
  same: { zh: "{count} 号摘要全部一致。", en: "All {count} digests are the same." },
  different: { zh: "有 {count} 处不一致：", en: "{count} differences:" },
  keys: { zh: "签名密钥", en: "Signing keys" },
  keyState: { zh: "状态", en: "State" },
  inUse: { zh: "使用中", en: "in use" },
  replaced: { zh: "已更换", en: "replaced" },
  publicKey: { zh: "公钥", en: "Public key" },
  since: { zh: "启用时间", en: "Since" },
  noKey: { zh: "首次签名时自动生成。", en: "Made when the first digest is signed." },
  rotate: { zh: "更换密钥", en: "Replace the key" },
  rotateHint: {
    zh: "新密钥由现用密钥背书，旧公钥保留，旧摘要照样可验；旧私钥随即销毁。",
    en: "The present key endorses the new one and its private part is destroyed; old public keys stay, and old digests verify as before.",
  },
  reason: { zh: "原因", en: "Reason" },
  cut: { zh: "清理此前的记录", en: "Remove the entries before" },
  cutHint: {
    zh: "第 {to} 条及以前的日志将从数据库删除，签名摘要保留，其余记录照样可验。签名满 12 个月的才能清理。删除前请先导出存档。",
    en: "Entries up to {to} are deleted from the database; the digest stays and the rest verifies as before. Only what was signed twelve months ago can go. Export it first.",
  },
} as const satisfies Record<string, Text>;

export const suiteTexts: Readonly<Record<string, Text>> = {
  "sha256-ed25519": { zh: "SHA-256 + Ed25519", en: "SHA-256 + Ed25519" },
  "sm3-sm2": { zh: "国密 SM3 + SM2", en: "SM3 + SM2 (Chinese national)" },
};
