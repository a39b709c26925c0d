import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plugins } from "#apps/plugins.ts";
import { type Account, createTestServer, nobody, type Reply, type TestServer } from "#apps/test-server.ts";
import { furnishZone, type ZoneRecords, zoneOf } from "#apps/test-zone.ts";
import type { Operation } from "#kernel/contract.ts";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";

let at: TestServer;
let first: ZoneRecords;
let second: ZoneRecords;
let cases = 0;

beforeAll(async () => {
  at = await createTestServer();
  first = await furnishZone(at, "first");
  second = await furnishZone(at, "second");
});
afterAll(async () => {
  await at.close();
  console.log(`岗位矩阵：${cases} 例`);
});

type Mounted = { readonly name: string; readonly operation: Operation; readonly grants: Readonly<Record<string, readonly string[]>> };
const operations: readonly Mounted[] = plugins.flatMap((plugin) =>
  Object.entries(plugin.operations).map(([name, operation]) => ({ name: `${plugin.name}.${name}`, operation, grants: plugin.grants })),
);
const named = operations.map((mounted) => [mounted.name, mounted] as const);

/** A command of the platform belongs to nobody of a zone. */
const ofThePlatform = (operation: Operation): boolean => operation.platform === true && operation.kind === "command";

/** Who may, by the domain's own grants; everybody else is expected to be refused. */
const may = ({ operation, grants }: Mounted, role: string): boolean =>
  operation.permission === "public" ||
  (!ofThePlatform(operation) &&
    role !== "nobody" &&
    (operation.permission === "signed-in" || (grants[operation.permission] ?? []).includes(role)));

/** Every role of a zone, the second enterprise's user, and nobody. */
const callers = (place: "first" | "second"): readonly (readonly [string, Account])[] => [
  ["nobody", nobody],
  ...SIGNED_IN_ROLES.map((role) => [role, at.account(role, place)] as const),
  ["enterprise", at.account("enterprise", place, "other")],
];

/** Refused by the layer of permissions, whatever a domain would have said later. */
const refusedByRole = (reply: Reply): boolean =>
  (reply.status === 401 || reply.status === 403) && /"code":"access\.(sign-in|no-role|platform|missing-permission)"/.test(reply.text);

/** The path's own fields, so that the address is whole; the rest of the input stays out: rights are looked at first. */
const pathOnly = ({ operation }: Mounted): Record<string, unknown> =>
  Object.fromEntries([...operation.path.matchAll(/:(\w+)/g)].map(([, field = ""]) => [field, randomUUID()]));

/** Ending sessions would end the test's own. */
const ENDS_THE_SESSION = new Set(["system.signOut"]);

describe("每个操作 × 每个岗位：授权名单之内放行，之外一律拒绝", () => {
  test.each(named.filter(([name]) => !ENDS_THE_SESSION.has(name)))("%s", async (_, mounted) => {
    const results = await Promise.all(
      callers("first").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, pathOnly(mounted), { language: "zh" });
        return { role, status: reply.status, allowed: !refusedByRole(reply), expected: may(mounted, role) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ allowed, expected }) => allowed !== expected)).toEqual([]);
    expect(results.filter(({ status }) => status >= 500)).toEqual([]);
    expect(results.find(({ role }) => role === "nobody")?.status === 401).toBe(mounted.operation.permission !== "public");
  });

  test("授权名单里没有谁也用不上的权限，操作也没有无人授权的", () => {
    for (const plugin of plugins) {
      const asked = new Set(Object.values(plugin.operations).map((operation) => operation.permission));
      const granted = Object.keys(plugin.grants);
      expect(
        [...asked].filter((permission) => permission !== "public" && permission !== "signed-in" && !granted.includes(permission)),
      ).toEqual([]);
      expect(granted.filter((permission) => !asked.has(permission))).toEqual([]);
    }
  });
});

/** Which record an input field names. An operation that names one and is not here fails the test below: the matrix grows with every operation. */
const recordFields: Readonly<Record<string, (records: ZoneRecords) => Record<string, unknown>>> = {
  "system.chooseRole": (of) => ({ membershipId: of.membership }),
  "system.endSession": (of) => ({ id: of.session }),
  "system.grantRole": (of) => ({ personId: of.person, role: "bank" }),
  "system.revokeRole": (of) => ({ personId: of.person, membershipId: of.membership, reason: "越界" }),
  "system.endDelegation": (of) => ({ id: of.delegation }),
  "system.resetPassword": (of) => ({ personId: of.person, by: "link", reason: "越界" }),
  "system.resetSecondFactor": (of) => ({ personId: of.person, reason: "越界" }),
  "system.endSessionsOf": (of) => ({ personId: of.person, reason: "越界" }),
  "system.setMail": (of) => ({ personId: of.person, mail: "x@example.org" }),
  "system.departure": (of) => ({ personId: of.person }),
  "system.leavePost": (of) => ({ personId: of.person, reason: "越界", openWork: 0 }),
  "system.getJob": (of) => ({ id: of.job }),
  "system.cancelJob": (of) => ({ id: of.job }),
  "system.resumeJob": (of) => ({ id: of.job }),
  "intelligence.openReview": (of) => ({ id: of.document }),
  "intelligence.downloadOriginal": (of) => ({ id: of.document }),
  "intelligence.withdrawDocument": (of) => ({ id: of.document, reason: "越界", version: 3 }),
  "intelligence.decide": (of) => ({ documentId: of.document, decisions: [{ proposalId: of.proposal, decision: "accept" }] }),
  "intelligence.resolveConflict": (of) => ({ id: of.conflict.id, keep: of.conflict.side, reason: "越界" }),
  "intelligence.pollFeed": (of) => ({ id: of.feed }),
  "intelligence.removeFeed": (of) => ({ id: of.feed }),
  "intelligence.removeLexiconEntry": (of) => ({ id: of.lexicon }),
  "intelligence.figureSource": (of) => ({ observationId: of.proposal }),
  "intelligence.figureRows": (of) => ({ observationId: of.proposal }),
  "promotion.openDiligence": (of) => ({ id: of.promotion.lead }),
  "promotion.enterEvent": (of) => ({ id: of.promotion.lead, kind: "litigation", on: "2025-05-01", subject: "越界", source: "越界" }),
  "promotion.liftEvent": (of) => ({ id: of.promotion.lead, eventId: of.promotion.event, version: 1, on: "2025-05-01", because: "越界" }),
  "promotion.enterHolding": (of) => ({ id: of.promotion.lead, holder: "越界甲", held: "越界乙", sharePct: "51", source: "越界" }),
  "promotion.endHolding": (of) => ({ id: of.promotion.lead, holdingId: of.promotion.holding, version: 1, on: "2025-05-01" }),
  "promotion.claimParent": (of) => ({ id: of.promotion.lead, parent: "越界集团", on: "2025-05-01", source: "越界" }),
  "promotion.enterDenial": (of) => ({ id: of.promotion.lead, parent: "越界集团", on: "2025-05-01", evidence: "越界" }),
  "promotion.writeMemo": (of) => ({ id: of.promotion.lead, recommendation: "stop", summary: "越界的风险评估意见，不应成功" }),
  "promotion.submitMemo": (of) => ({ id: of.promotion.lead, memoId: of.promotion.memo, version: 3 }),
  "promotion.reviewMemo": (of) => ({ id: of.promotion.lead, memoId: of.promotion.memo, version: 3, approve: false, review: "越界" }),
  "promotion.openDossier": (of) => ({ id: of.promotion.lead }),
  "promotion.writeDossier": (of) => ({
    id: of.promotion.lead,
    version: 1,
    said: { who: "越界", fit: "越界", introduction: "", space: "", conditions: "", clauses: [], risks: "", asked: "" },
  }),
  "promotion.submitDossier": (of) => ({ id: of.promotion.lead, dossierId: of.promotion.dossier, version: 1 }),
  "promotion.reviewDossier": (of) => ({
    id: of.promotion.lead,
    dossierId: of.promotion.dossier,
    version: 1,
    approve: false,
    review: "越界",
  }),
  "promotion.downloadDossier": (of) => ({ id: of.promotion.lead, format: "pdf" }),
  "promotion.openWatch": (of) => ({ enterpriseId: of.promotion.resident }),
  "promotion.enterPermit": (of) => ({ enterpriseId: of.promotion.resident, name: "越界", expiresOn: "2027-01-01", source: "越界" }),
  "promotion.enterSign": (of) => ({
    enterpriseId: of.promotion.resident,
    sign: "said-so",
    on: "2025-05-01",
    subject: "越界",
    source: "越界",
  }),
  "promotion.closeWatch": (of) => ({ enterpriseId: of.promotion.resident, watchId: of.promotion.watch, version: 1, because: "越界" }),
  "promotion.editLead": (of) => ({ id: of.promotion.lead, version: 1, summary: "越界" }),
  "promotion.openLead": (of) => ({ id: of.promotion.lead }),
  "promotion.moveLead": (of) => ({ id: of.promotion.lead, version: 1, move: "contact", on: "2025-05-01" }),
  "promotion.changeLeadStatus": (of) => ({ id: of.promotion.lead, version: 1, change: "park", on: "2025-05-01", reason: "越界" }),
  "promotion.decideLead": (of) => ({ id: of.promotion.lead, version: 1, decision: "reject", on: "2025-05-01", reason: "越界" }),
  "promotion.markLead": (of) => ({ id: of.promotion.lead, version: 1, mark: "answered", on: "2025-05-01" }),
  "promotion.logInteraction": (of) => ({ id: of.promotion.lead, kind: "call", on: "2025-05-01", learnt: "越界" }),
  "promotion.attachLeadEvidence": (of) => ({ id: of.promotion.lead, kind: "other", datedOn: "2025-05-01" }),
  "promotion.confirmLeadEvidence": (of) => ({ evidenceId: of.promotion.evidence, version: 1 }),
  "promotion.downloadLeadEvidence": (of) => ({ evidenceId: of.promotion.evidence }),
  "promotion.sendLeadToRegister": (of) => ({ id: of.promotion.lead, version: 1 }),
  "promotion.pickLead": (of) => ({ id: of.promotion.lead }),
  "promotion.releaseLead": (of) => ({ id: of.promotion.lead, version: 1, reason: "越界" }),
  "promotion.assignLead": (of) => ({ id: of.promotion.lead, version: 1, ownerId: of.person, reason: "越界" }),
  "promotion.claimLead": (of) => ({ id: of.promotion.lead, talkedOn: "2025-05-01" }),
  "promotion.decideClaim": (of) => ({ claimId: of.promotion.claim, version: 1, uphold: true, decision: "越界" }),
  "promotion.joinLeads": (of) => ({ id: of.promotion.lead, version: 1, intoId: of.promotion.other, reason: "越界" }),
  "promotion.keepApart": (of) => ({ id: of.promotion.lead, otherId: of.promotion.other, reason: "越界" }),
  "promotion.addContract": (of) => ({
    id: of.promotion.lead,
    kind: "formal",
    number: "越界1号",
    title: "越界",
    signedOn: "2025-05-01",
    amountYuan: "1",
  }),
  "promotion.endContract": (of) => ({ contractId: of.promotion.contract, version: 1, on: "2025-05-01", reason: "越界" }),
  "promotion.downloadContract": (of) => ({ contractId: of.promotion.contract }),
  "promotion.enterFunds": (of) => ({
    contractId: of.promotion.contract,
    arrivedOn: "2025-05-01",
    amountYuan: "1",
    proof: "bank-slip",
    proofNumber: "越界",
  }),
  "promotion.confirmFunds": (of) => ({ fundsId: of.promotion.funds, version: 1, confirm: true, decision: "越界" }),
  "promotion.downloadFunds": (of) => ({ fundsId: of.promotion.funds }),
  "promotion.setPromises": (of) => ({ id: of.promotion.lead, promisedOn: "2025-05-01", investment: [], landMu: "1", reason: "越界" }),
  "promotion.openPromises": (of) => ({ id: of.promotion.lead }),
  "promotion.recordActual": (of) => ({ id: of.promotion.lead, metric: "land", amount: "1", note: "越界" }),
  "promotion.endSignal": (of) => ({ signalId: of.targets.signal, version: 1, until: "2025-05-01" }),
  "promotion.withdrawSignal": (of) => ({ signalId: of.targets.signal, version: 1, because: "越界" }),
  "promotion.openTargetList": (of) => ({ listId: of.targets.list }),
  "promotion.refreshTargets": (of) => ({ listId: of.targets.list }),
  "promotion.takeRefresh": (of) => ({ listId: of.targets.list, version: 1, targetIds: [of.targets.target] }),
  "promotion.addTarget": (of) => ({ listId: of.targets.list, enterpriseId: of.registry.enterprise, reason: "越界" }),
  "promotion.assignTargets": (of) => ({ listId: of.targets.list, targetIds: [of.targets.target], ownerIds: [of.person] }),
  "promotion.closeTargetList": (of) => ({ listId: of.targets.list, version: 1, because: "越界" }),
  "promotion.exportTargets": (of) => ({ listId: of.targets.list, format: "csv" }),
  "promotion.openTarget": (of) => ({ targetId: of.targets.target }),
  "promotion.editTarget": (of) => ({ targetId: of.targets.target, version: 1, reason: "越界" }),
  "promotion.dropTarget": (of) => ({ targetId: of.targets.target, version: 1, because: "越界" }),
  "promotion.targetToLead": (of) => ({ targetId: of.targets.target, version: 1, projectName: "越界" }),
  "chain.openVersion": (of) => ({ id: of.chain.version }),
  "chain.compareVersions": (of) => ({ id: of.chain.version, toId: of.chain.draft }),
  "chain.editVersion": (of) => ({ id: of.chain.draft, version: of.chain.draftVersion, name: "越界的版本" }),
  "chain.saveNode": (of) => ({
    id: of.chain.draft,
    version: of.chain.draftVersion,
    add: true,
    node: { code: "YJ", level: "industry", parent: null, name: "越界" },
  }),
  "chain.removeNode": (of) => ({ id: of.chain.draft, version: of.chain.draftVersion, code: of.chain.node }),
  "chain.orderNodes": (of) => ({ id: of.chain.draft, version: of.chain.draftVersion, parent: null, codes: [of.chain.node] }),
  "chain.saveEdge": (of) => ({
    id: of.chain.draft,
    version: of.chain.draftVersion,
    edge: { from: of.chain.node, to: `${of.chain.node}-B`, kind: "service" },
  }),
  "chain.removeEdge": (of) => ({
    id: of.chain.draft,
    version: of.chain.draftVersion,
    from: `${of.chain.node}-B`,
    to: of.chain.node,
    kind: "material",
  }),
  "chain.submitVersion": (of) => ({ id: of.chain.draft, version: of.chain.draftVersion }),
  "chain.approveVersion": (of) => ({ id: of.chain.draft, version: of.chain.draftVersion }),
  "chain.returnVersion": (of) => ({ id: of.chain.draft, version: of.chain.draftVersion, reason: "越界" }),
  "chain.importGraph": (of) => ({ id: of.chain.draft }),
  "chain.exportGraph": (of) => ({ id: of.chain.version, format: "json" }),
  "chain.endRole": (of) => ({ roleId: of.chain.role, version: 1, until: "2090-01-01" }),
  "chain.decidePlacement": (of) => ({ placementId: of.chain.placement, version: 1, confirm: false }),
  "chain.endPlacement": (of) => ({ placementId: of.chain.confirmed, version: 1, until: "2025-01-01", note: "越界" }),
  "registry.changeBook": (of) => ({ entryId: of.registry.entry, version: 1, note: "越界" }),
  "registry.endBook": (of) => ({ entryId: of.registry.entry, version: 1, to: "2025-01-01", because: "越界" }),
  "registry.removeTie": (of) => ({ tieId: of.registry.tie, because: "越界" }),
  "registry.removeView": (of) => ({ viewId: of.registry.view }),
  "registry.withdrawCorrection": (of) => ({ correctionId: of.registry.correction, version: 1 }),
  "registry.answerCorrection": (of) => ({ correctionId: of.registry.correction, version: 1, accept: true, answer: "越界" }),
  "registry.runImport": (of) => ({ importId: of.registry.import, version: 1 }),
  "registry.openImport": (of) => ({ importId: of.registry.import }),
  "registry.listRefusedRows": (of) => ({ importId: of.registry.import }),
  "registry.downloadRefusedRows": (of) => ({ importId: of.registry.import }),
  "registry.removeMapping": (of) => ({ mappingId: of.registry.mapping }),
  "projects.editProject": (of) => ({ id: of.project.id, version: 1, name: "越界的项目" }),
  "projects.openProject": (of) => ({ id: of.project.id }),
  "projects.attachEvidence": (of) => ({ id: of.project.id, kind: "acceptance", number: "越界", datedOn: "2025-05-01" }),
  "projects.moveProject": (of) => ({ id: of.project.id, version: 1, move: "supplyLand", on: "2025-05-01" }),
  "projects.reachMilestone": (of) => ({ id: of.project.id, kind: "element-power", on: "2025-05-01" }),
  "projects.tryDate": (of) => ({ id: of.project.id, kind: "start", to: "2027-01-01" }),
  "projects.requestDate": (of) => ({ id: of.project.id, kind: "start", to: "2027-01-01", reason: "越界" }),
  "projects.decideDate": (of) => ({ requestId: of.project.request, version: 1, grant: true, decision: "越界" }),
  "projects.withdrawDateRequest": (of) => ({ requestId: of.project.request, version: 1 }),
  "projects.downloadEvidence": (of) => ({ evidenceId: of.project.evidence }),
  "projects.setInvestmentPlan": (of) => ({ id: of.project.id, year: 2027, monthsYuan: Array.from({ length: 12 }, () => "1") }),
  "projects.reportMonth": (of) => ({ id: of.project.id, month: "2026-01", progress: "越界" }),
  "projects.enterStatistics": (of) => ({ id: of.project.id, enteredOn: "2026-01-01" }),
  "projects.projectInvestment": (of) => ({ id: of.project.id }),
  "projects.downloadPhoto": (of) => ({ photoId: of.project.photo }),
  "projects.downloadThumbnail": (of) => ({ photoId: of.project.photo }),
  "projects.projectColour": (of) => ({ id: of.project.id }),
  "projects.sayFalseAlarm": (of) => ({ id: of.project.id, ordinal: 1, reason: "越界" }),
  "projects.openSupervision": (of) => ({ supervisionId: of.project.supervision }),
  "projects.downloadSupervision": (of) => ({ supervisionId: of.project.supervision }),
  "projects.handoverPreview": (of) => ({ personId: of.person }),
  "projects.handOver": (of) => ({ fromId: of.person, toId: of.person, reason: "越界", expected: 0 }),
  "projects.issueSupervision": (of) => ({ supervisionId: of.project.supervision, version: 1, text: "越界" }),
  "projects.replySupervision": (of) => ({ supervisionId: of.project.supervision, version: 1, reply: "越界" }),
  "projects.closeSupervision": (of) => ({ supervisionId: of.project.supervision, version: 1, note: "越界" }),
  "projects.formTaskForce": (of) => ({ id: of.project.id, leadId: of.person }),
  "projects.openTaskForce": (of) => ({ id: of.project.id }),
  "projects.addTask": (of) => ({ id: of.project.id, kind: "duty", title: "越界", ownerId: of.person, dueOn: "2027-01-01" }),
  "projects.closeTask": (of) => ({ taskId: of.project.task, version: 1, note: "越界" }),
  "projects.rollTask": (of) => ({ taskId: of.project.task, version: 1, to: "2027-06-01", reason: "越界" }),
  "projects.escalateIssue": (of) => ({ taskId: of.project.task, version: 1, to: "leadership", reason: "越界" }),
  "projects.openMeeting": (of) => ({ meetingId: of.project.dispatch.meeting }),
  "projects.dispatchAgenda": (of) => ({ meetingId: of.project.dispatch.meeting }),
  "projects.changeMeeting": (of) => ({ meetingId: of.project.dispatch.meeting, version: 1, place: "越界的会场", reason: "越界" }),
  "projects.conveneMeeting": (of) => ({ meetingId: of.project.dispatch.meeting, version: 1 }),
  "projects.cancelMeeting": (of) => ({ meetingId: of.project.dispatch.meeting, version: 1, reason: "越界" }),
  "projects.addAgendaItem": (of) => ({ meetingId: of.project.dispatch.meeting, title: "越界", reason: "越界" }),
  "projects.changeAgendaItem": (of) => ({ meetingId: of.project.dispatch.meeting, key: "added:x", change: "drop", reason: "越界" }),
  "projects.noteAgendaItem": (of) => ({ itemId: of.project.dispatch.item, version: 2, notes: "越界" }),
  "projects.addResolution": (of) => ({
    itemId: of.project.dispatch.item,
    text: "越界的事项",
    ownerId: of.person,
    dueOn: "2090-01-04",
  }),
  "projects.closeResolution": (of) => ({ resolutionId: of.project.dispatch.resolution, version: 2, evidence: "越界凭证" }),
  "projects.extendResolution": (of) => ({ resolutionId: of.project.dispatch.resolution, version: 2, to: "2090-01-04", reason: "越界" }),
  "projects.cancelResolution": (of) => ({ resolutionId: of.project.dispatch.resolution, version: 2, reason: "越界" }),
  "projects.downloadClosing": (of) => ({ resolutionId: of.project.dispatch.closed }),
  "projects.inviteToMeeting": (of) => ({ meetingId: of.project.dispatch.meeting, personId: of.person }),
  "projects.markAttendance": (of) => ({ meetingId: of.project.dispatch.meeting, marks: [{ personId: of.person, status: "PRESENT" }] }),
  "projects.writeMinutes": (of) => ({ meetingId: of.project.dispatch.meeting, version: 3 }),
  "projects.reviewMinutes": (of) => ({ meetingId: of.project.dispatch.meeting, edition: 1, version: 1, approve: true }),
  "projects.downloadMinutes": (of) => ({ meetingId: of.project.dispatch.meeting, format: "docx" }),
  "projects.resolveRegisterConflict": (of) => ({
    conflictId: of.project.conflict,
    version: 1,
    resolution: "KEPT_REGISTER",
    reason: "越界",
  }),
  "projects.chooseReading": (of) => ({ statementId: of.project.statement, version: 1, reading: "rate", reason: "越界" }),
  "approvals.editCase": (of) => ({ id: of.approval.id, version: of.approval.version, title: "越界" }),
  "approvals.provideMaterial": (of) => ({ id: of.approval.id, key: "plan" }),
  "approvals.reuseResult": (of) => ({ id: of.approval.id, key: "plan", resultNumber: "越界" }),
  "approvals.promiseMaterial": (of) => ({ id: of.approval.id, key: "plan", how: "deferred", text: "越界" }),
  "approvals.submitCase": (of) => ({ id: of.approval.id, version: of.approval.version }),
  "approvals.answerSupplement": (of) => ({ id: of.approval.id, version: of.approval.version }),
  "approvals.withdrawCase": (of) => ({ id: of.approval.id, version: of.approval.version, reason: "越界" }),
  "approvals.renewAccessCode": (of) => ({ id: of.approval.id, version: of.approval.version }),
  "approvals.renewPackageCode": (of) => ({ id: of.approval.package, version: 1 }),
  "approvals.openCase": (of) => ({ id: of.approval.id }),
  "approvals.caseTimeline": (of) => ({ id: of.approval.id }),
  "approvals.downloadMaterial": (of) => ({ pieceId: of.approval.piece }),
  "approvals.acceptCase": (of) => ({ id: of.approval.id, version: of.approval.version }),
  "approvals.refuseToAccept": (of) => ({ id: of.approval.id, version: of.approval.version, reason: "越界" }),
  "approvals.noticeSupplement": (of) => ({ id: of.approval.id, version: of.approval.version, items: ["越界"] }),
  "approvals.startReview": (of) => ({ id: of.approval.id, version: of.approval.version }),
  "approvals.giveOpinion": (of) => ({ id: of.approval.id, version: of.approval.version, node: "site", agree: true, opinion: "越界" }),
  "approvals.pauseCase": (of) => ({
    id: of.approval.id,
    version: of.approval.version,
    reason: "专家评审",
    from: "2026-01-05",
    notice: "越界",
  }),
  "approvals.resumeCase": (of) => ({ id: of.approval.id, version: of.approval.version, lastDay: "2026-01-05" }),
  "approvals.extendCase": (of) => ({ id: of.approval.id, version: of.approval.version, reason: "越界" }),
  "approvals.decideCase": (of) => ({ id: of.approval.id, version: of.approval.version, decision: "refused", reason: "越界" }),
  "approvals.deliverCase": (of) => ({ id: of.approval.id, version: of.approval.version, how: "post" }),
  "approvals.terminateCase": (of) => ({ id: of.approval.id, version: of.approval.version, reason: "越界" }),
  "approvals.verifyCommitment": (of) => ({ commitmentId: of.approval.commitment, version: 2, finding: "corrected", note: "越界" }),
  "approvals.revokeResult": (of) => ({ commitmentId: of.approval.commitment, version: 2, reason: "越界" }),
  "approvals.repairCredit": (of) => ({ exclusionId: of.approval.exclusion, reason: "越界" }),
  "approvals.assistCase": (of) => ({ id: of.approval.id, authorisation: "越界" }),
  "approvals.logAssist": (of) => ({ assistId: of.approval.assist, text: "越界" }),
  "approvals.providePackageMaterial": (of) => ({ id: of.approval.package, key: "application" }),
  "approvals.submitPackage": (of) => ({ id: of.approval.package, version: 1 }),
  "approvals.withdrawPackage": (of) => ({ id: of.approval.package, version: 1 }),
  "approvals.openPackage": (of) => ({ id: of.approval.package }),
  "approvals.compensate": (of) => ({ compensationId: of.approval.compensation, version: 1, note: "越界" }),
  "approvals.projectChain": (of) => ({ projectId: of.project.id }),
  "economy.openReportCard": (of) => ({ id: of.card }),
  "economy.editReportCard": (of) => ({ id: of.card, version: 5, title: "越界的题名" }),
  "economy.checkReportCard": (of) => ({ id: of.card, version: 5 }),
  "economy.approveReportCard": (of) => ({ id: of.card, version: 5 }),
  "economy.returnReportCard": (of) => ({ id: of.card, version: 5, reason: "越界" }),
  "economy.publishReportCard": (of) => ({ id: of.card, version: 5 }),
  "economy.reviseReportCard": (of) => ({ id: of.card, version: 5, reason: "越界" }),
  "economy.withdrawReportCard": (of) => ({ id: of.card, version: 5, reason: "越界" }),
  "economy.downloadReportCard": (of) => ({ id: of.card, format: "json" }),
  "notices.removeRobot": (of) => ({ robotId: of.exchange.robot }),
  "notices.testRobot": (of) => ({ robotId: of.exchange.robot }),
  "exchange.revokeToken": (of) => ({ id: of.exchange.token }),
  "exchange.editWebhook": (of) => ({
    webhookId: of.exchange.webhook,
    version: 1,
    name: "越界的推送",
    address: "http://127.0.0.1:9/",
    kinds: ["projects.moved"],
  }),
  "exchange.renewWebhookKey": (of) => ({ webhookId: of.exchange.webhook, version: 1 }),
  "exchange.switchWebhook": (of) => ({ webhookId: of.exchange.webhook, version: 1, on: false }),
  "exchange.testWebhook": (of) => ({ webhookId: of.exchange.webhook }),
  "exchange.listDeliveries": (of) => ({ webhookId: of.exchange.webhook }),
  "exchange.replayDeliveries": (of) => ({ webhookId: of.exchange.webhook }),
};

/** Records of the national register are every zone's: what one zone did with them is not told in another, and nothing of it changes. */
const nationalFields: Readonly<Record<string, (records: ZoneRecords) => Record<string, unknown>>> = {
  "registry.openEnterprise": (of) => ({ id: of.registry.enterprise }),
  "registry.enterpriseTies": (of) => ({ id: of.registry.enterprise }),
  "registry.enterpriseTimeline": (of) => ({ id: of.registry.enterprise }),
  "registry.noteOnEnterprise": (of) => ({ id: of.registry.enterprise, on: "2024-03-01", summary: "别的园区的往来" }),
  "registry.correctEnterprise": (of) => ({
    id: of.registry.enterprise,
    version: 99,
    field: "website",
    value: "x.example",
    because: "越界",
  }),
  "registry.addName": (of) => ({ id: of.registry.enterprise, name: "越界别名", kind: "alias", source: "越界" }),
  "registry.addQualification": (of) => ({ id: of.registry.enterprise, kind: "gazelle", from: "2024-01-01", source: "越界" }),
  "registry.enterBook": (of) => ({ id: of.registry.enterprise, kind: "partner", from: "2024-01-01" }),
  "registry.addTie": (of) => ({ id: of.registry.enterprise, toId: of.registry.enterprise, kind: "supply", evidence: "越界" }),
  "registry.dismissDuplicate": (of) => ({ candidateId: of.registry.candidate, version: 99, because: "越界" }),
  "registry.undoMerge": (of) => ({ mergeId: of.registry.merge, because: "越界" }),
};

/** Operations that look for rows by words: asked for the other zone's, they find none. `acceptByRule` tries only. */
const lookups: Readonly<Record<string, (records: ZoneRecords) => Record<string, unknown>>> = {
  "system.listPeople": () => ({ q: "甲区" }),
  "system.searchJournal": (of) => ({ q: of.region }),
  "system.exportJournal": () => ({}),
  "system.listDigests": () => ({}),
  "system.downloadDigests": () => ({}),
  "system.listJobs": () => ({}),
  "system.listDepartments": () => ({}),
  "system.listDelegations": () => ({}),
  "system.listColleagues": () => ({ q: "甲区" }),
  "system.listLocks": () => ({}),
  "intelligence.listDocuments": (of) => ({ q: of.region }),
  "intelligence.nextForReview": (of) => ({ after: of.document }),
  "intelligence.acceptByRule": (of) => ({ rule: "certain-catalogue-figures", documentId: of.document, dryRun: true }),
  "intelligence.listConflicts": (of) => ({ region: of.region }),
  "intelligence.listStories": () => ({}),
  "intelligence.listFeeds": () => ({}),
  "intelligence.listLexicon": () => ({}),
  "promotion.listDiligenceRules": () => ({}),
  "promotion.listWarnings": () => ({}),
  "promotion.listLeads": (of) => ({ q: of.promotion.name }),
  "promotion.exportLeads": () => ({ format: "csv" }),
  "promotion.board": () => ({}),
  "promotion.leadFunnel": () => ({}),
  "promotion.leadPools": () => ({}),
  "promotion.listPool": () => ({}),
  "promotion.listOfficers": () => ({}),
  "promotion.listClaims": () => ({}),
  "promotion.listDuplicates": () => ({}),
  "promotion.listLeadRules": () => ({}),
  "promotion.listContracts": () => ({}),
  "promotion.contractMeasures": () => ({}),
  "promotion.promiseLedger": () => ({}),
  "promotion.exportPromises": () => ({ format: "csv" }),
  "promotion.listTargetLists": () => ({}),
  "promotion.listScoring": () => ({}),
  "promotion.listSignals": () => ({}),
  "chain.listVersions": () => ({}),
  "chain.graph": () => ({}),
  "chain.coverage": () => ({}),
  "chain.gaps": () => ({}),
  "chain.listRoles": () => ({}),
  "chain.listCarriers": () => ({}),
  "chain.listStrengthRules": () => ({}),
  "chain.listPlacements": (of) => ({ q: of.chain.name }),
  "registry.searchEnterprises": () => ({ q: "芯屏", book: "resident" }),
  "registry.enterpriseFacets": () => ({ q: "芯屏", book: "resident" }),
  "registry.listViews": () => ({}),
  "registry.listBook": () => ({}),
  "registry.listCorrections": () => ({}),
  "registry.listImports": () => ({}),
  "registry.listMappings": () => ({}),
  "registry.ownEnterprise": () => ({}),
  "projects.listProjects": (of) => ({ q: of.project.code }),
  "projects.listOwnProjects": () => ({}),
  "projects.projectLists": () => ({}),
  "projects.listDateRequests": () => ({}),
  "projects.investmentOverview": () => ({}),
  "projects.reportsDue": () => ({}),
  "projects.colours": () => ({}),
  "projects.colourWall": () => ({}),
  "projects.listColourRules": () => ({}),
  "projects.listSupervision": () => ({}),
  "projects.supervisionStatistics": () => ({}),
  "projects.listHolders": () => ({}),
  "projects.listTasks": () => ({ open: false }),
  "projects.listMeetings": () => ({}),
  "projects.nextMeeting": () => ({}),
  "projects.listResolutions": () => ({}),
  "projects.resolutionBurnDown": () => ({}),
  "projects.workload": () => ({}),
  "projects.listIssues": () => ({ open: false }),
  "projects.gantt": (of) => ({ q: of.project.code }),
  "projects.exportGantt": () => ({}),
  "projects.calendar": (of) => ({ from: "2024-08-15", to: "2024-09-30", projectId: of.project.id }),
  "projects.leftOver": () => ({ day: "2099-01-01" }),
  "projects.projectMap": (of) => ({ q: of.project.code }),
  "projects.geography": () => ({}),
  "projects.myCalendarFeed": () => ({}),
  "projects.listRegisterConflicts": () => ({}),
  "approvals.listMatters": () => ({}),
  "approvals.listMyCases": () => ({}),
  "approvals.caseDesk": (of) => ({ q: of.approval.title, open: false }),
  "approvals.blockingOverview": () => ({}),
  "approvals.listCommitments": () => ({}),
  "approvals.listExclusions": () => ({}),
  "approvals.listDeferrals": () => ({}),
  "approvals.listPackageDefinitions": () => ({}),
  "approvals.listPackages": () => ({}),
  "approvals.chainOverview": () => ({}),
  "economy.listFacts": (of) => ({ region: of.region }),
  "economy.series": (of) => ({ region: of.region, code: "gdp" }),
  "economy.dataHealth": (of) => ({ region: of.region, period: "2025H1" }),
  "economy.reportCard": (of) => ({ region: of.region, period: "2025H1" }),
  "economy.listReportCards": (of) => ({ region: of.region }),
  "notices.listNotices": () => ({}),
  "notices.noticeSettings": () => ({}),
  "notices.listRobots": () => ({}),
  "exchange.listTokens": () => ({}),
  "exchange.listWebhooks": () => ({}),
  "workbench.cockpit": () => ({}),
};

/** Without a file such an operation is refused before it looks for the record. */
const needsFile = ({ operation }: Mounted): boolean => operation.upload !== undefined && operation.upload.optional !== true;
const FILE = { name: "越界.txt", bytes: Buffer.from("越界") };

const namesARecord = ({ operation, name }: Mounted): boolean =>
  name.startsWith("system.create") || operation.permission === "public"
    ? false
    : /:id\b|:\w+Id\b/.test(operation.path) || name === "system.chooseRole";

describe("每个操作 × 每个岗位 × 别的园区的记录：一律碰不到", () => {
  test("凡以编号指名记录的操作都在表里", () => {
    expect(
      operations
        .filter(namesARecord)
        .map(({ name }) => name)
        .filter((name) => !recordFields[name] && !nationalFields[name]),
    ).toEqual([]);
    expect(
      [...Object.keys(recordFields), ...Object.keys(nationalFields), ...Object.keys(lookups)].filter(
        (name) => !operations.some((mounted) => mounted.name === name),
      ),
    ).toEqual([]);
  });

  test.each(named.filter(([name]) => recordFields[name]))("%s：别的园区的编号等于没有", async (name, mounted) => {
    const before = await fingerprint("first");
    const input = recordFields[name]?.(first) ?? {};
    const results = await Promise.all(
      callers("second").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, input as never, needsFile(mounted) ? { files: [FILE] } : {});
        const expected = may(mounted, role) ? [403, 404] : [401, 403];
        return { role, status: reply.status, text: reply.text, fine: expected.includes(reply.status) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ fine }) => !fine)).toEqual([]);
    expect(await fingerprint("first")).toEqual(before);
  });

  test.each(named.filter(([name]) => nationalFields[name]))("%s：全国名录的记录，别的园区做过什么看不到也动不了", async (name, mounted) => {
    const before = await fingerprint("first");
    const results = await Promise.all(
      callers("second").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, (nationalFields[name]?.(first) ?? {}) as never);
        const leaked = reply.status === 200 ? [...first.marks, "甲区"].filter((mark) => reply.text.includes(mark)) : [];
        return { role, status: reply.status, leaked, allowed: !refusedByRole(reply), expected: may(mounted, role) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ leaked, status }) => leaked.length > 0 || status >= 500)).toEqual([]);
    expect(results.filter(({ allowed, expected }) => allowed !== expected)).toEqual([]);
    expect(await fingerprint("first")).toEqual(before);
  });

  test.each(named.filter(([name]) => lookups[name]))("%s：查不出别的园区的字和数", async (name, mounted) => {
    const results = await Promise.all(
      callers("second").map(async ([role, account]) => {
        const reply = await at.call(account, mounted.operation, (lookups[name]?.(first) ?? {}) as never);
        const leaked = reply.status === 200 ? [...first.marks, "甲区"].filter((mark) => reply.text.includes(mark)) : [];
        return { role, status: reply.status, leaked, expected: may(mounted, role) };
      }),
    );
    cases += results.length;
    expect(results.filter(({ leaked }) => leaked.length > 0)).toEqual([]);
    expect(results.filter(({ status, expected }) => (status === 401 || status === 403) === expected)).toEqual([]);
    // The same question in its own zone finds something, or the test above would prove nothing.
    const own = await at.call(at.account(mayFirst(mounted), "first"), mounted.operation, (lookups[name]?.(first) ?? {}) as never);
    expect(own.status).toBe(200);
  });
});

const mayFirst = (mounted: Mounted) => SIGNED_IN_ROLES.find((role) => may(mounted, role)) ?? "statistics";

/** The content of everything that a zone owns: nobody of another zone may change a letter of it. */
async function fingerprint(place: "first" | "second"): Promise<unknown> {
  const { TABLE_KINDS } = await import("../../db/table-kinds.ts");
  const tables = Object.entries(TABLE_KINDS).flatMap(([name, table]) => (table.kind === "zone" && name !== "refusal" ? [name] : []));
  return at.database.tamper(
    tables
      .map(
        (name) =>
          `select '${name}' name, count(*)::int n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) content from ${name} t where zone_id = '${zoneOf(at, place)}'`,
      )
      .join(" union all "),
  );
}

test("两个园区都有东西可泄露", () => {
  for (const records of [first, second])
    expect(Object.values(records).filter((value) => value === "" || value === "undefined")).toEqual([]);
});
