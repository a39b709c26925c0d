import type { Text } from "#kernel/texts.ts";

/** Letters that the sign-in sends. They hold the link and nothing else that is worth taking. */
export const letterTexts: Readonly<Record<"invitation" | "reset", { readonly subject: Text; readonly body: Text }>> = {
  invitation: {
    subject: { zh: "园枢：请启用您的账号", en: "Yuanshu: set up your account" },
    body: {
      zh: "{name}，您好：\n\n您的用户名是 {username}。请在 {until} 前打开下面的链接，设定自己的密码；链接只能用一次。\n\n{address}\n\n如不知此事，请忽略本邮件并告知安全管理员。",
      en: "{name},\n\nyour user name is {username}. Open this link before {until} (Beijing time) and set a password of your own; it opens once.\n\n{address}\n\nIf you know nothing of this, leave it and tell the security administrator.",
    },
  },
  reset: {
    subject: { zh: "园枢：重设密码", en: "Yuanshu: reset your password" },
    body: {
      zh: "{name}，您好：\n\n有人请求重设账号 {username} 的密码。请在 {until} 前打开下面的链接；链接只能用一次。\n\n{address}\n\n如不是您本人所为，请忽略本邮件：密码没有改变。",
      en: "{name},\n\nsomebody asked to reset the password of the account {username}. Open this link before {until} (Beijing time); it opens once.\n\n{address}\n\nIf it was not you, leave this letter: the password has not changed.",
    },
  },
};
