import { z } from "zod";
import { AssistView, CaseView, CommitmentView, DeferralView } from "#domains/approvals/contract/case.ts";
import { defineOperations } from "#kernel/contract.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";

const Id = z.uuid();
const reason = z.string().trim().min(2).max(500);
const CaseRef = z.object({ id: Id, number: z.string(), title: z.string(), enterprise: z.string() });

/** What was promised in place of a paper, and who helps the enterprise: 告知承诺, 容缺受理, 帮办代办. */
export const promiseOperations = defineOperations({
  listCommitments: {
    kind: "query",
    path: "/api/approvals/commitments",
    permission: "approvals.read",
    summary: { zh: "告知承诺核查", en: "Commitments to verify" },
    input: z.object({ state: CommitmentView.shape.state.optional(), late: z.boolean().default(false) }),
    output: z.object({ items: z.array(CommitmentView.extend({ case: CaseRef })) }),
  },
  verifyCommitment: {
    kind: "command",
    path: "/api/approvals/commitments/:commitmentId/verify",
    permission: "approvals.verify",
    idempotency: "natural",
    summary: { zh: "核查承诺", en: "Verify a commitment" },
    input: z.object({
      commitmentId: Id,
      version: z.number().int(),
      finding: z.enum(["true", "false", "corrected"]),
      note: reason,
      /** Of a false promise: until when it is to be put right. */
      correctBy: DayInReach.optional(),
    }),
    output: CaseView,
  },
  revokeResult: {
    kind: "command",
    path: "/api/approvals/commitments/:commitmentId/revoke",
    permission: "approvals.decide",
    idempotency: "natural",
    summary: { zh: "撤销以虚假承诺取得的决定", en: "Revoke what was obtained by a false promise" },
    input: z.object({ commitmentId: Id, version: z.number().int(), reason }),
    output: CaseView,
  },
  listExclusions: {
    kind: "query",
    path: "/api/approvals/exclusions",
    permission: "approvals.read",
    summary: { zh: "不适用告知承诺的失信申请人", en: "Applicants excluded from commitments" },
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id: Id,
          enterprise: z.string(),
          uscc: z.string().nullable(),
          since: LocalDate,
          because: z.string(),
          repairedOn: LocalDate.nullable(),
          repair: z.string().nullable(),
        }),
      ),
    }),
  },
  repairCredit: {
    kind: "command",
    path: "/api/approvals/exclusions/:exclusionId/repair",
    permission: "approvals.decide",
    idempotency: "natural",
    summary: { zh: "信用修复，恢复适用", en: "Credit repaired" },
    input: z.object({ exclusionId: Id, reason }),
    output: z.object({ repaired: z.literal(true) }),
  },
  listDeferrals: {
    kind: "query",
    path: "/api/approvals/deferrals",
    permission: "approvals.read",
    summary: { zh: "容缺待补材料", en: "Deferred materials" },
    input: z.object({ state: DeferralView.shape.state.optional() }),
    output: z.object({ items: z.array(DeferralView.extend({ case: CaseRef })) }),
  },
  dueFromMe: {
    kind: "query",
    path: "/api/approvals/mine/due",
    permission: "approvals.apply",
    summary: { zh: "待我补交和整改", en: "What I still owe: deferred materials, corrections" },
    input: z.object({}),
    output: z.object({
      deferrals: z.array(DeferralView.extend({ case: CaseRef })),
      corrections: z.array(CommitmentView.extend({ case: CaseRef })),
    }),
  },
  assistCase: {
    kind: "command",
    path: "/api/approvals/cases/:id/assist",
    permission: "approvals.assist",
    idempotency: "natural",
    summary: { zh: "登记帮办代办授权", en: "Register a helper with the authorisation" },
    input: z.object({ id: Id, authorisation: z.string().trim().min(2).max(120), to: DayInReach.optional() }),
    output: AssistView,
  },
  logAssist: {
    kind: "command",
    path: "/api/approvals/assists/:assistId/log",
    permission: "approvals.assist",
    idempotency: "key",
    summary: { zh: "记录帮办过程", en: "Log what the helper did" },
    input: z.object({ assistId: Id, text: z.string().trim().min(2).max(500) }),
    output: AssistView,
  },
  runClocks: {
    kind: "command",
    path: "/api/approvals/clocks",
    permission: "approvals.handle",
    idempotency: "natural",
    summary: { zh: "执行到期的自动步骤", en: "Take the steps that are due by rule" },
    input: z.object({}),
    output: z.object({
      asOf: LocalDate,
      deemedAccepted: z.number().int(),
      resumed: z.number().int(),
      silentOpinions: z.number().int(),
      deemedRenewed: z.number().int(),
      lapsedDeferrals: z.number().int(),
      falsePromises: z.number().int(),
    }),
  },
});
