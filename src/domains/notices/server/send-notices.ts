import { NoticeKind, RobotKind } from "#domains/notices/contract/notice-operations.ts";
import { noticeKindTexts } from "#domains/notices/contract/notice-texts.ts";
import { robotMessage, robotTook } from "#domains/notices/server/chat-robots.ts";
import { settingOf } from "#domains/notices/server/notice-store.ts";
import { type Instant, instantAt, localDateOf } from "#kernel/local-date.ts";
import { platformActor } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Channel, OutgoingTools } from "#kernel/server/outgoing.ts";

/** What mail addresses and robots are sealed for. */
export const SEALED_MAIL = "notice-mail-address";
export const SEALED_ROBOT = "notice-robot";

const MOST_IN_A_DIGEST = 50;

type Found = {
  id: string;
  kind: string;
  title: string;
  about: string;
  link: string;
  due_on: string | null;
  name: string;
  person_id: string;
};

const findNotices = (tx: Tx, zoneId: string) =>
  tx
    .selectFrom("notice as n")
    .innerJoin("person as p", (join) => join.onRef("p.zone_id", "=", "n.zone_id").onRef("p.id", "=", "n.person_id"))
    .select(["n.id", "n.kind", "n.title", "n.about", "n.link", "n.due_on", "n.person_id", "p.name"])
    .where("n.zone_id", "=", zoneId)
    .where("p.left_at", "is", null)
    .orderBy("n.id");

const read = <T>({ unitOfWork }: OutgoingTools, zoneId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  unitOfWork.run(platformActor(zoneId), { readOnly: true }, work);

const wordOf = (kind: string): string => noticeKindTexts[NoticeKind.parse(kind)].zh;
const at = (publicUrl: string | undefined, link: string): string => (publicUrl === undefined ? "" : `\n${publicUrl}${link}`);
const lineOf = ({ kind, title, about, due_on }: Found): string =>
  `【${wordOf(kind)}】${title}${about === "" ? "" : `（${about}）`}${due_on === null ? "" : `，期限 ${due_on}`}`;

async function mailOf(tools: OutgoingTools, zoneId: string, personId: string): Promise<string | undefined> {
  const { mailSealed } = await read(tools, zoneId, (tx) => settingOf(tx, personId));
  return mailSealed === null ? undefined : tools.secretBox(SEALED_MAIL).open(mailSealed);
}

/** One notice to its person's own address. */
export const sendByMail: Channel = async ({ zoneId, target, content }, tools) => {
  const { noticeId } = content as { noticeId: string };
  const notice = await read(tools, zoneId, (tx) => findNotices(tx, zoneId).where("n.id", "=", noticeId).executeTakeFirst());
  const to = await mailOf(tools, zoneId, target);
  if (notice === undefined || to === undefined) return { state: "failed", failure: "notices.nobody" };
  await tools.mail.sendMail({
    to,
    subject: `【园枢】${wordOf(notice.kind)}：${notice.title}`.slice(0, 150),
    text: `${notice.name}：\n\n${lineOf(notice)}${at(tools.publicUrl, notice.link)}\n\n提醒方式可在“我的提醒”中调整。`,
  });
  return { state: "delivered" };
};

/** The day's notices in one mail; a day without any sends none. */
export const sendDigest: Channel = async ({ zoneId, target, content }, tools) => {
  const { until } = content as { until: Instant };
  const day = localDateOf(until);
  const notices = await read(tools, zoneId, (tx) =>
    findNotices(tx, zoneId)
      .where("n.person_id", "=", target)
      .where("n.at", ">=", instantAt(day, "00:00"))
      .where("n.at", "<=", until)
      .execute(),
  );
  const to = await mailOf(tools, zoneId, target);
  if (to === undefined) return { state: "failed", failure: "notices.nobody" };
  const [first] = notices;
  if (first === undefined) return { state: "delivered" };
  const lines = notices.slice(0, MOST_IN_A_DIGEST).map((notice, place) => `${place + 1}. ${lineOf(notice)}`);
  const more = notices.length > MOST_IN_A_DIGEST ? `\n……共 ${notices.length} 条` : "";
  await tools.mail.sendMail({
    to,
    subject: `【园枢】${day} 提醒 ${notices.length} 条`,
    text: `${first.name}：\n\n${lines.join("\n")}${more}${at(tools.publicUrl, "/notices")}`,
  });
  return { state: "delivered" };
};

/** To a group: whom it concerns, what kind and by when. What it is about stays inside. */
export const sendToRobot: Channel = async ({ zoneId, target, content }, tools) => {
  const { noticeId } = content as { noticeId: string | null };
  const { robot, notice } = await read(tools, zoneId, async (tx) => ({
    robot: await tx
      .selectFrom("notice_robot")
      .select(["kind", "address_sealed", "secret_sealed"])
      .where("zone_id", "=", zoneId)
      .where("id", "=", target)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
    notice: noticeId === null ? undefined : await findNotices(tx, zoneId).where("n.id", "=", noticeId).executeTakeFirst(),
  }));
  if (robot === undefined) return { state: "failed", failure: "notices.robot-gone" };
  if (noticeId !== null && notice === undefined) return { state: "failed", failure: "notices.nobody" };
  const box = tools.secretBox(SEALED_ROBOT);
  const address = box.open(robot.address_sealed);
  const secret = robot.secret_sealed === null ? null : box.open(robot.secret_sealed);
  if (address === undefined || secret === undefined) return { state: "failed", failure: "notices.sealed" };
  const text =
    notice === undefined
      ? "【园枢】试发：这个群已接入提醒。"
      : `【园枢】${notice.name}：您有一项${wordOf(notice.kind)}提醒${notice.due_on === null ? "" : `，期限 ${notice.due_on}`}，请登录查看。${at(tools.publicUrl, "/notices")}`;
  const kind = RobotKind.parse(robot.kind);
  const message = robotMessage({ kind, address, secret }, text, tools.now().getTime());
  const answer = await tools.post(message.address, { headers: { "content-type": "application/json; charset=utf-8" }, body: message.body });
  return robotTook(kind, answer.status, answer.text)
    ? { state: "delivered", status: answer.status }
    : { state: "again", status: answer.status, failure: "notices.robot-refused" };
};
