import type { Text } from "#kernel/texts.ts";

export const lockTexts = {
  title: { zh: "登录锁定", en: "Locks" },
  state: {
    zh: "{count} 处锁定。15 分钟内，同一账号在同一网络输错 5 次、在各处共输错 30 次，或同一网络输错 30 次，须等 15 分钟。",
    en: "{count} locks. Within 15 minutes five failures of an account from one network, thirty from all, or thirty from one network have to wait.",
  },
  none: { zh: "现在没有账号或地址被锁定", en: "No account and no address is locked" },
  noneHint: { zh: "连续输错密码或验证码的账号和地址会出现在这里。", en: "Accounts and addresses with repeated failures appear here." },
  of: { zh: "锁定对象", en: "Locked" },
  account: { zh: "账号", en: "account" },
  address: { zh: "地址", en: "address" },
  kind: { zh: "输错的是", en: "Failed by" },
  password: { zh: "密码", en: "password" },
  "second-factor": { zh: "验证码", en: "code" },
  reset: { zh: "重设邮件", en: "reset letter" },
  failures: { zh: "次数", en: "Failures" },
  last: { zh: "最近一次", en: "Last" },
  until: { zh: "锁定至", en: "Until" },
  lift: { zh: "解除", en: "Lift" },
  liftTitle: { zh: "解除“{name}”的锁定", en: "Lift the lock of “{name}”" },
  liftHint: { zh: "先与本人核实；不是本人所为的，应重设密码。", en: "Ask the person first; if it was somebody else, reset the password." },
  reason: { zh: "理由", en: "Reason" },
} as const satisfies Record<string, Text>;
