import { v7 } from "uuid";
import { NoticeKind } from "#domains/notices/contract/notice-operations.ts";
import type { NewNotice } from "#domains/notices/rules/notices-of-work.ts";
import { sendingTime } from "#domains/notices/rules/sending-time.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { tellLive } from "#kernel/server/live/live-news.ts";
import { enqueueOutgoing } from "#kernel/server/outgoing.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

export const MAIL = "notice-mail";
export const ROBOT = "notice-robot";
export const DIGEST = "notice-digest";
/** The one channel in a person's choices that is no robot. */
export const BY_MAIL = "mail";

export type Choices = Readonly<Record<string, readonly NoticeKind[]>>;
export type Setting = { readonly mailSealed: string | null; readonly quiet: boolean; readonly digest: boolean; readonly choices: Choices };
const UNSAID: Setting = { mailSealed: null, quiet: true, digest: false, choices: {} };

/** Everything goes to the mail address that a person has given, until that person chooses. */
export const kindsOf = ({ choices, mailSealed }: Setting, channel: string): readonly NoticeKind[] =>
  choices[channel] ?? (channel === BY_MAIL && mailSealed !== null ? NoticeKind.options : []);

export async function settingOf(tx: Tx, personId: string): Promise<Setting> {
  const row = await tx
    .selectFrom("notice_setting")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined
    ? UNSAID
    : { mailSealed: row.mail_sealed, quiet: row.quiet, digest: row.digest, choices: row.choices as Choices };
}

/** Tells a person, once: in the application at once, and elsewhere as that person chose. @returns whether it was new. */
export async function tell(tx: Tx, personId: string, notice: NewNotice, calendar: WorkCalendar): Promise<boolean> {
  const { zoneId } = actorOf(tx);
  const at = recordedAt(tx) as Instant;
  const id = v7();
  const told = await tx
    .insertInto("notice")
    .values({
      zone_id: zoneId,
      id,
      person_id: personId,
      kind: notice.kind,
      title: notice.title,
      title_en: notice.titleEn,
      about: notice.about,
      link: notice.link,
      due_on: notice.dueOn,
      dedup: notice.dedup,
      at,
    })
    .onConflict((conflict) => conflict.columns(["zone_id", "person_id", "dedup"]).doNothing())
    .executeTakeFirst();
  if (!told.numInsertedOrUpdatedRows) return false;
  await tellLive(tx, { zone: zoneId, id, person: personId, kind: "notices.told", ids: [id] });
  const setting = await settingOf(tx, personId);
  const notBefore = sendingTime(at, notice.kind, setting.quiet, calendar);
  if (setting.mailSealed !== null && kindsOf(setting, BY_MAIL).includes(notice.kind))
    await enqueueOutgoing(tx, { channel: MAIL, target: personId, dedup: id, content: { noticeId: id }, notBefore });
  for (const robotId of Object.keys(setting.choices).filter((channel) => channel !== BY_MAIL))
    if (kindsOf(setting, robotId).includes(notice.kind))
      await enqueueOutgoing(tx, { channel: ROBOT, target: robotId, dedup: id, content: { noticeId: id }, notBefore });
  return true;
}
