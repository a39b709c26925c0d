import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callers, FILE, lookups, type Mounted, needsFile, operations, recordFields, withoutTrace } from "#apps/test-matrix.ts";
import { type Account, createTestServer, type Reply, type TestServer } from "#apps/test-server.ts";
import { furnishZone, type ZoneRecords } from "#apps/test-zone.ts";
import type { Decision } from "#kernel/policy.ts";

/** What a reply says that its reader may do, the server then does; what it says that the reader may not, the server refuses, and nothing changes. */
let at: TestServer;
let first: ZoneRecords;
let cases = 0;
let allowedCases = 0;

beforeAll(async () => {
  at = await createTestServer();
  first = await furnishZone(at, "first");
});
afterAll(async () => {
  await at.close();
  console.log(`能做什么与做不做得成：${cases} 例，其中放行 ${allowedCases} 例`);
});

type Look = {
  readonly open: string;
  /** The record among those of the reply; the reply itself where nothing is said. */
  readonly record?: (of: ZoneRecords) => string;
  /** Each ability and the operation that it speaks of. */
  readonly abilities: Readonly<Record<string, string>>;
};

const LEAD = {
  edit: "promotion.editLead",
  move: "promotion.moveLead",
  log: "promotion.logInteraction",
  mark: "promotion.markLead",
  park: "promotion.changeLeadStatus",
  release: "promotion.releaseLead",
  assign: "promotion.assignLead",
  decide: "promotion.decideLead",
  join: "promotion.joinLeads",
  addContract: "promotion.addContract",
  setPromises: "promotion.setPromises",
  claim: "promotion.claimLead",
} as const;
const VERSION = {
  edit: "chain.editVersion",
  submit: "chain.submitVersion",
  approve: "chain.approveVersion",
  sendBack: "chain.returnVersion",
} as const;
const CARD = {
  edit: "economy.editReportCard",
  check: "economy.checkReportCard",
  approve: "economy.approveReportCard",
  sendBack: "economy.returnReportCard",
  publish: "economy.publishReportCard",
  withdraw: "economy.withdrawReportCard",
} as const;
const SUPERVISION = { issue: "projects.issueSupervision", reply: "projects.replySupervision", close: "projects.closeSupervision" } as const;

const LOOKS: readonly Look[] = [
  { open: "system.getJob", abilities: { cancel: "system.cancelJob", resume: "system.resumeJob" } },
  {
    open: "intelligence.openReview",
    record: (of) => of.document,
    abilities: {
      withdraw: "intelligence.withdrawDocument",
      review: "intelligence.decide",
      downloadOriginal: "intelligence.downloadOriginal",
    },
  },
  { open: "intelligence.listConflicts", record: (of) => of.conflict.id, abilities: { resolve: "intelligence.resolveConflict" } },
  { open: "registry.listViews", record: (of) => of.registry.view, abilities: { change: "registry.removeView" } },
  { open: "registry.listBook", record: (of) => of.registry.entry, abilities: { change: "registry.changeBook", end: "registry.endBook" } },
  {
    open: "registry.listCorrections",
    record: (of) => of.registry.correction,
    abilities: { answer: "registry.answerCorrection", withdraw: "registry.withdrawCorrection" },
  },
  { open: "registry.openImport", abilities: { run: "registry.runImport" } },
  { open: "chain.listVersions", record: (of) => of.chain.draft, abilities: VERSION },
  { open: "chain.listPlacements", record: (of) => of.chain.placement, abilities: { reject: "chain.decidePlacement" } },
  { open: "chain.listPlacements", record: (of) => of.chain.confirmed, abilities: { end: "chain.endPlacement" } },
  { open: "chain.listRoles", record: (of) => of.chain.role, abilities: { end: "chain.endRole" } },
  { open: "promotion.openLead", abilities: LEAD },
  { open: "promotion.openLead", record: (of) => of.promotion.evidence, abilities: { confirm: "promotion.confirmLeadEvidence" } },
  { open: "promotion.openLead", record: (of) => of.promotion.claim, abilities: { decide: "promotion.decideClaim" } },
  {
    open: "promotion.listContracts",
    record: (of) => of.promotion.contract,
    abilities: { enterFunds: "promotion.enterFunds", end: "promotion.endContract" },
  },
  { open: "promotion.listContracts", record: (of) => of.promotion.funds, abilities: { confirm: "promotion.confirmFunds" } },
  { open: "promotion.openDiligence", abilities: { enter: "promotion.enterEvent", write: "promotion.writeMemo" } },
  { open: "promotion.openDiligence", record: (of) => of.promotion.event, abilities: { lift: "promotion.liftEvent" } },
  {
    open: "promotion.openDiligence",
    record: (of) => of.promotion.memo,
    abilities: { submit: "promotion.submitMemo", review: "promotion.reviewMemo" },
  },
  {
    open: "promotion.openDossier",
    record: (of) => of.promotion.dossier,
    abilities: { submit: "promotion.submitDossier", review: "promotion.reviewDossier" },
  },
  { open: "promotion.openWatch", abilities: { enter: "promotion.enterPermit" } },
  {
    open: "promotion.listSignals",
    record: (of) => of.targets.signal,
    abilities: { end: "promotion.endSignal", withdraw: "promotion.withdrawSignal" },
  },
  {
    open: "promotion.openTargetList",
    record: (of) => of.targets.target,
    abilities: { edit: "promotion.editTarget", drop: "promotion.dropTarget", lead: "promotion.targetToLead" },
  },
  {
    open: "promotion.openTargetList",
    record: (of) => of.targets.list,
    abilities: { change: "promotion.addTarget", close: "promotion.closeTargetList" },
  },
  {
    open: "projects.openProject",
    abilities: {
      edit: "projects.editProject",
      attachEvidence: "projects.attachEvidence",
      move: "projects.moveProject",
      reachMilestone: "projects.reachMilestone",
      requestDate: "projects.requestDate",
      report: "projects.reportMonth",
      setInvestmentPlan: "projects.setInvestmentPlan",
      enterStatistics: "projects.enterStatistics",
      formTaskForce: "projects.formTaskForce",
      addTask: "projects.addTask",
    },
  },
  {
    open: "projects.openProject",
    record: (of) => of.project.request,
    abilities: { decide: "projects.decideDate", withdraw: "projects.withdrawDateRequest" },
  },
  { open: "projects.openSupervision", abilities: SUPERVISION },
  {
    open: "projects.openMeeting",
    abilities: {
      change: "projects.changeMeeting",
      convene: "projects.conveneMeeting",
      cancel: "projects.cancelMeeting",
      invite: "projects.inviteToMeeting",
      mark: "projects.markAttendance",
      note: "projects.noteAgendaItem",
      resolve: "projects.addResolution",
      writeMinutes: "projects.writeMinutes",
    },
  },
  {
    open: "projects.openMeeting",
    record: (of) => of.project.dispatch.resolution,
    abilities: { close: "projects.closeResolution", extend: "projects.extendResolution", cancel: "projects.cancelResolution" },
  },
  {
    open: "projects.listRegisterConflicts",
    record: (of) => of.project.conflict,
    abilities: { resolve: "projects.resolveRegisterConflict" },
  },
  { open: "projects.listStatedCompletions", record: (of) => of.project.statement, abilities: { choose: "projects.chooseReading" } },
  {
    open: "approvals.openCase",
    abilities: {
      edit: "approvals.editCase",
      supply: "approvals.provideMaterial",
      submit: "approvals.submitCase",
      answerSupplement: "approvals.answerSupplement",
      withdraw: "approvals.withdrawCase",
      renewCode: "approvals.renewAccessCode",
      accept: "approvals.acceptCase",
      refuseToAccept: "approvals.refuseToAccept",
      noticeSupplement: "approvals.noticeSupplement",
      startReview: "approvals.startReview",
      extend: "approvals.extendCase",
      decide: "approvals.decideCase",
      deliver: "approvals.deliverCase",
      terminate: "approvals.terminateCase",
    },
  },
  {
    open: "approvals.openPackage",
    abilities: {
      submit: "approvals.submitPackage",
      withdraw: "approvals.withdrawPackage",
      renewCode: "approvals.renewPackageCode",
      compensate: "approvals.compensate",
    },
  },
  { open: "economy.openReportCard", record: (of) => of.card, abilities: CARD },
];

const operation = (name: string): Mounted => {
  const found = operations.find((one) => one.name === name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
};
const call = (account: Account, name: string): Promise<Reply> => {
  const mounted = operation(name);
  const input = (recordFields[name] ?? lookups[name])?.(first) ?? {};
  return at.call(account, mounted.operation, input as never, needsFile(mounted) ? { files: [FILE] } : {});
};

/** The abilities of the record with an id, wherever it stands in a reply. */
function abilitiesIn(value: unknown, id: string): Readonly<Record<string, Decision>> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const record = value as { readonly id?: unknown; readonly abilities?: Readonly<Record<string, Decision>> };
  if (record.id === id && record.abilities !== undefined) return record.abilities;
  for (const part of Object.values(value)) {
    const found = abilitiesIn(part, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @returns undefined where the record is not shown to this account. */
async function told(account: Account, { open, record }: Look, ability: string): Promise<Decision | undefined> {
  const reply = await call(account, open);
  if (reply.status !== 200) return undefined;
  const body = JSON.parse(reply.text) as { readonly abilities?: Readonly<Record<string, Decision>> };
  const abilities = record === undefined ? body.abilities : abilitiesIn(body, record(first));
  if (abilities === undefined) return undefined;
  const decision = abilities[ability];
  if (decision === undefined) throw new Error(`${open} says nothing of ${ability}`);
  return decision;
}

const codeOf = (reply: Reply): string => /"code":"([^"]+)"/.exec(reply.text)?.[1] ?? "";
const REFUSED = [401, 403, 404, 409];
/** Right of the ability, and refused for something that an ability does not speak of: the input, a version, a gate. */
const isRefusedForRights = (reply: Reply): boolean => reply.status === 401 || reply.status === 403 || reply.status === 404;

const rows = LOOKS.flatMap((look) =>
  Object.entries(look.abilities).map(([ability, command]) => [`${look.open} · ${ability}`, look, ability, command] as const),
);

/** The first round meets the records as they were furnished; what is allowed in it moves them, and the second meets them in other states. */
describe.each([1, 2])("第%s轮：回复里说能做的做得成，说不能做的一律拒绝", () => {
  test.each(rows)("%s", async (_, look, ability, command) => {
    const who = callers(at, "first");
    const said = await Promise.all(who.map(async ([role, account]) => ({ role, account, decision: await told(account, look, ability) })));
    const refused = said.filter(({ decision }) => decision?.allowed !== true);
    const replies = await withoutTrace(at, () =>
      Promise.all(refused.map(async ({ role, account, decision }) => ({ role, decision, reply: await call(account, command) }))),
    );
    cases += replies.length;
    expect(
      replies
        .filter(({ reply }) => !REFUSED.includes(reply.status))
        .map(({ role, decision, reply }) => ({ role, decision, status: reply.status, text: reply.text.slice(0, 200) })),
    ).toEqual([]);
    for (const { role, account } of said.filter(({ decision }) => decision?.allowed === true)) {
      if ((await told(account, look, ability))?.allowed !== true) continue;
      const reply = await call(account, command);
      cases += 1;
      allowedCases += 1;
      expect({ role, code: isRefusedForRights(reply) ? codeOf(reply) : "" }).toEqual({ role, code: "" });
      expect(reply.status).toBeLessThan(500);
    }
  });
});

test("每一行都有人说得上话", async () => {
  for (const look of LOOKS) {
    const seen = await Promise.all(callers(at, "first").map(([, account]) => call(account, look.open)));
    expect([look.open, seen.some(({ status }) => status === 200)]).toEqual([look.open, true]);
  }
});
