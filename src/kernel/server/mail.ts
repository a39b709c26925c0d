import { createTransport } from "nodemailer";
import { AppError } from "#kernel/app-error.ts";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** The one door by which mail leaves. Where no server is named there is none: whoever would send asks first. */
export type MailPort = {
  /** Whether a mail server is named at all. */
  readonly configured: boolean;
  /** @throws AppError `mail.not-configured`, or `mail.failed` with what the mail server said; a caller that may wait tries again later. */
  sendMail(mail: Mail): Promise<void>;
  close(): void;
};

const WAIT_MS = 10_000;

/**
 * Mail by SMTP, as the environment says: `SMTP_URL` (`smtps://user:password@host:465`, or `smtp://host:587` for STARTTLS, which is then demanded unless
 * the server stands on this machine) and `MAIL_FROM`. The password is in no log: it never leaves the transport.
 */
export function mailBySmtp(environment: Readonly<Record<string, string | undefined>>): MailPort {
  const url = environment["SMTP_URL"];
  const from = environment["MAIL_FROM"];
  if (!url || !from)
    return {
      configured: false,
      sendMail: async () => {
        throw new AppError("mail.not-configured", "unavailable");
      },
      close: () => {},
    };
  const server = URL.parse(url);
  if (!server || !["smtp:", "smtps:"].includes(server.protocol)) throw new AppError("mail.address-wrong", "invalid");
  const secure = server.protocol === "smtps:";
  const onThisMachine = ["127.0.0.1", "[::1]", "localhost"].includes(server.hostname);
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ""),
    port: Number(server.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !onThisMachine,
    ignoreTLS: !secure && onThisMachine,
    ...(server.username ? { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } } : {}),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS * 2,
    // What is sent is text of our own: nothing is read from files or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    configured: true,
    sendMail: async ({ to, subject, text }) => {
      try {
        await transport.sendMail({ from, to: { name: "", address: to }, subject: subject.replace(/[\r\n]+/g, " "), text });
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string };
        throw new AppError("mail.failed", "unavailable", { reason: String(responseCode ?? code ?? "?") });
      }
    },
    close: () => transport.close(),
  };
}
