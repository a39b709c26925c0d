import type { NoticeSettings } from "#domains/notices/contract/notice-operations.ts";
import type { NoticeHandlers } from "#domains/notices/server/list-notices.ts";
import { BY_MAIL, DIGEST, kindsOf, MAIL, settingOf } from "#domains/notices/server/notice-store.ts";
import { SEALED_MAIL } from "#domains/notices/server/send-notices.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

const MOST_FAILURES = 10;
const DAYS_BACK = 7;

/** The first two letters and the host: enough to know one's own address again. */
const masked = (mail: string): string => mail.replace(/^(.{1,2})[^@]*@/, "$1…@");

async function readSettings(context: OperationContext): Promise<NoticeSettings> {
  const { tx, actor, now } = context;
  const setting = await settingOf(tx, actor.id);
  const robots = await tx
    .selectFrom("notice_robot")
    .select(["id", "name"])
    .where("zone_id", "=", actor.zoneId)
    .where("removed_at", "is", null)
    .orderBy("name")
    .execute();
  const failures = await tx
    .selectFrom("outgoing")
    .select(["channel", "created_at", "failure"])
    .where("zone_id", "=", actor.zoneId)
    .where("channel", "in", [MAIL, DIGEST])
    .where("target", "=", actor.id)
    .where("failure", "is not", null)
    .where("created_at", ">", new Date(Date.parse(now) - DAYS_BACK * 86_400_000).toISOString())
    .orderBy("id", "desc")
    .limit(MOST_FAILURES)
    .execute();
  const mail = setting.mailSealed === null ? undefined : context.secretBox(SEALED_MAIL).open(setting.mailSealed);
  const channels = [{ id: BY_MAIL, name: null }, ...robots.map(({ id, name }) => ({ id, name }))];
  return {
    mail: mail === undefined ? null : masked(mail),
    quiet: setting.quiet,
    digest: setting.digest,
    channels,
    choices: Object.fromEntries(channels.map(({ id }) => [id, [...kindsOf(setting, id)]])),
    failures: failures.map((row) => ({ channel: row.channel, at: row.created_at as Instant, failure: row.failure ?? "" })),
  };
}

export const noticeSettings: NoticeHandlers["noticeSettings"] = async (_, context) => readSettings(context);

export const saveNoticeSettings: NoticeHandlers["saveNoticeSettings"] = async ({ mail, quiet, digest, choices }, context) => {
  const { tx, actor, now } = context;
  const before = await readSettings(context);
  const unknown = Object.keys(choices).find((channel) => !before.channels.some(({ id }) => id === channel));
  if (unknown !== undefined) throw new AppError("notices.unknown-channel", "invalid", { channel: unknown });
  const kept = (await settingOf(tx, actor.id)).mailSealed;
  const mailSealed = mail === undefined ? kept : mail === "" ? null : context.secretBox(SEALED_MAIL).seal(mail);
  if (mailSealed === null && (digest || (choices[BY_MAIL]?.length ?? 0) > 0)) throw new AppError("notices.no-mail", "invalid");
  const values = { mail_sealed: mailSealed, quiet, digest, choices: JSON.stringify(choices), changed_at: now };
  await tx
    .insertInto("notice_setting")
    .values({ zone_id: actor.zoneId, person_id: actor.id, ...values })
    .onConflict((conflict) => conflict.columns(["zone_id", "person_id"]).doUpdateSet(values))
    .execute();
  context.journal({
    subject: `person:${actor.id}`,
    before: { quiet: before.quiet, digest: before.digest, choices: before.choices, mail: before.mail !== null },
    after: { quiet, digest, choices, mail: mailSealed !== null },
  });
  return readSettings(context);
};
