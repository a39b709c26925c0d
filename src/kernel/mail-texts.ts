import type { Text } from "#kernel/texts.ts";

export const mailTexts = {
  "mail.not-configured": {
    zh: "尚未配置邮件服务器（SMTP_URL 与 MAIL_FROM），不能发送邮件。",
    en: "No mail server is configured (SMTP_URL and MAIL_FROM), so no mail can be sent.",
  },
  "mail.address-wrong": {
    zh: "SMTP_URL 应写作 smtps://用户:口令@主机:465 或 smtp://主机:587。",
    en: "SMTP_URL should read smtps://user:password@host:465 or smtp://host:587.",
  },
  "mail.failed": { zh: "邮件没有发出（邮件服务器：{reason}）。", en: "The mail was not sent (mail server: {reason})." },
} as const satisfies Record<string, Text>;
