import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { mailBySmtp } from "#kernel/server/mail.ts";

async function mailServer(refuse = false) {
  const arrived: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => {
        arrived.push(mail);
        done(refuse ? Object.assign(new Error("no room"), { responseCode: 452 }) : null);
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { arrived, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(() => done())) };
}
const mail = { to: "wang@example.org", subject: "重设密码\r\nBcc: everybody@example.org", text: "请在 30 分钟内打开链接。" };

test("信件送到邮件服务器；主题里的换行加不进别的抬头", async () => {
  const server = await mailServer();
  const port = mailBySmtp({ SMTP_URL: server.url, MAIL_FROM: "园枢 <yuanshu@example.org>" });
  expect(port.configured).toBe(true);
  await port.sendMail(mail);
  port.close();
  await server.close();
  expect(server.arrived).toHaveLength(1);
  expect(server.arrived[0]).toMatch(/^To: wang@example\.org/m);
  expect(server.arrived[0]).not.toMatch(/^Bcc:/m);
});

test("邮件服务器不收，说得出它的代码", async () => {
  const server = await mailServer(true);
  const port = mailBySmtp({ SMTP_URL: server.url, MAIL_FROM: "yuanshu@example.org" });
  await expect(port.sendMail(mail)).rejects.toMatchObject({ code: "mail.failed", params: { reason: "452" } });
  port.close();
  await server.close();
});

test("没有配置就没有邮件；地址写错在启动时就说", async () => {
  for (const environment of [{}, { SMTP_URL: "smtp://localhost" }, { MAIL_FROM: "a@example.org" }]) {
    const port = mailBySmtp(environment);
    expect(port.configured).toBe(false);
    await expect(port.sendMail(mail)).rejects.toMatchObject({ code: "mail.not-configured" });
  }
  for (const url of ["http://mail.example.org", "mail.example.org", "smtp//x"])
    expect(() => mailBySmtp({ SMTP_URL: url, MAIL_FROM: "a@example.org" })).toThrowError("mail.address-wrong");
});
