import { noticesOperations } from "#domains/notices/contract/notice-operations.ts";
import { noticeErrorTexts, noticeReasons } from "#domains/notices/contract/notice-texts.ts";
import { noticesGrants } from "#domains/notices/rules/notice-policy.ts";
import { countNotices, listNotices, readNotices } from "#domains/notices/server/list-notices.ts";
import { noticeDays, SEND_DIGESTS, sendDigests } from "#domains/notices/server/look-at-work.ts";
import { DIGEST, MAIL, ROBOT } from "#domains/notices/server/notice-store.ts";
import { addRobot, listRobots, removeRobot, testRobot } from "#domains/notices/server/robots.ts";
import { sendByMail, sendDigest, sendToRobot } from "#domains/notices/server/send-notices.ts";
import { noticeSettings, saveNoticeSettings } from "#domains/notices/server/settings.ts";
import { noticeSubscribers } from "#domains/notices/server/tell-people.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const noticesPlugin = definePlugin({
  name: "notices",
  operations: noticesOperations,
  grants: noticesGrants,
  texts: { ...noticeErrorTexts, ...noticeReasons },
  handlers: { listNotices, countNotices, readNotices, noticeSettings, saveNoticeSettings, listRobots, addRobot, removeRobot, testRobot },
  subscribers: noticeSubscribers,
  jobs: { [SEND_DIGESTS]: sendDigests },
  daily: noticeDays,
  channels: { [MAIL]: sendByMail, [ROBOT]: sendToRobot, [DIGEST]: sendDigest },
  // Whom else to tell, and where, is decided by people.
  agents: "queries",
});
