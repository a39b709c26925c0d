import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { systemTexts } from "#domains/system/contract/system-texts.ts";
import { systemGrants } from "#domains/system/rules/system-policy.ts";
import { askForReset, openLink, redeemLink } from "#domains/system/server/account-links.ts";
import { listCalendarNotices, loadCalendarNotice, workdays } from "#domains/system/server/calendar-notices.ts";
import { createZone } from "#domains/system/server/create-zone.ts";
import { delegateRole, endDelegation, listColleagues, listDelegations } from "#domains/system/server/delegations.ts";
import {
  compareDigests,
  cutJournal,
  downloadDigests,
  listDigests,
  rotateJournalKey,
  signJournal,
  signJournalDaily,
} from "#domains/system/server/digests.ts";
import { grantRole, revokeRole } from "#domains/system/server/grant-role.ts";
import { invitePerson } from "#domains/system/server/invite-person.ts";
import { cancelJob, getJob, listJobs, resumeJob } from "#domains/system/server/job-list.ts";
import { departure, leavePost } from "#domains/system/server/leave-post.ts";
import { listPeople } from "#domains/system/server/list-people.ts";
import { listRefusals } from "#domains/system/server/list-refusals.ts";
import { liftLock, listLocks } from "#domains/system/server/locks.ts";
import { changePassword, myAccount } from "#domains/system/server/own-account.ts";
import { createDepartment, createPerson, findEnterprises, listDepartments } from "#domains/system/server/people.ts";
import { exportJournal, listJournalItems, searchJournal } from "#domains/system/server/read-journal.ts";
import { removeSample } from "#domains/system/server/remove-sample.ts";
import { endSessionsOf, resetPassword, resetSecondFactor, setMail } from "#domains/system/server/reset-account.ts";
import { listRetention, retainDaily, runRetention } from "#domains/system/server/retention.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "#domains/system/server/second-factor.ts";
import {
  chooseRole,
  endAllSessions,
  endSession,
  giveUp,
  listSessions,
  showSession,
  signIn,
  signOut,
} from "#domains/system/server/sign-in-and-out.ts";
import { beginSingleSignOn, finishSingleSignOn } from "#domains/system/server/single-sign-on.ts";
import { unmask } from "#domains/system/server/unmask.ts";
import { presentVerification, verifyJournal } from "#domains/system/server/verify-journal.ts";
import { listZoneRows, zoneView } from "#domains/system/server/zone-store.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const systemPlugin = definePlugin({
  name: "system",
  operations: systemOperations,
  grants: systemGrants,
  texts: systemTexts,
  handlers: {
    session: showSession,
    signIn,
    signOut,
    chooseRole,
    listSessions,
    endSession,
    endAllSessions,
    passSecondFactor,
    giveUp,
    beginSecondFactor,
    confirmSecondFactor,
    renewRecoveryCodes,
    removeSecondFactor,
    changePassword,
    myAccount,
    askForReset,
    openLink,
    redeemLink,
    beginSingleSignOn,
    finishSingleSignOn,
    listDelegations,
    listColleagues,
    delegateRole,
    endDelegation,
    invitePerson,
    resetPassword,
    resetSecondFactor,
    endSessionsOf,
    setMail,
    departure,
    leavePost,
    listLocks,
    liftLock,
    findEnterprises,
    listZones: async (_, { tx, actor }) => ({
      items: (await listZoneRows(tx)).filter((zone) => actor.zoneId === SYSTEM_ZONE_ID || zone.id === actor.zoneId).map(zoneView),
    }),
    createZone,
    removeSample,
    listDepartments,
    createDepartment,
    listPeople,
    createPerson,
    grantRole,
    revokeRole,
    listCalendarNotices,
    loadCalendarNotice,
    workdays,
    listJobs,
    getJob,
    cancelJob,
    resumeJob,
    searchJournal,
    listJournalItems,
    listRefusals,
    exportJournal,
    verifyJournal,
    listDigests,
    downloadDigests,
    signJournal,
    rotateJournalKey,
    compareDigests,
    cutJournal,
    unmask,
    listRetention,
    runRetention,
  },
  jobs: { "system.sign-journal": signJournalDaily, "system.retention": retainDaily },
  daily: [
    {
      kind: "system.sign-journal",
      title: { zh: "给昨天的操作日志签名", en: "Sign yesterday's journal" },
      at: "00:10",
      everywhere: true,
    },
    { kind: "system.retention", title: { zh: "清理到期数据", en: "Clear what was kept long enough" }, at: "03:10", everywhere: true },
  ],
  // Who may come in, and as what, is decided by people.
  agents: "queries",
  present: { verifyJournal: presentVerification },
});
