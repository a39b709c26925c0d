import { acceptCase } from "#domains/approvals/server/accept-case.ts";
import { blockingOverview } from "#domains/approvals/server/blocking-overview.ts";
import { caseDesk } from "#domains/approvals/server/case-desk.ts";
import { decideCase } from "#domains/approvals/server/decide-case.ts";
import { deliverCase } from "#domains/approvals/server/deliver-case.ts";
import { downloadMaterial } from "#domains/approvals/server/download-material.ts";
import { type CaseHandlers, draftCase, editCase } from "#domains/approvals/server/draft-case.ts";
import { refuseToAccept, terminateCase, withdrawCase } from "#domains/approvals/server/end-case.ts";
import { extendCase } from "#domains/approvals/server/extend-case.ts";
import { listMyCases } from "#domains/approvals/server/list-my-cases.ts";
import { caseTimeline, openCase } from "#domains/approvals/server/open-case.ts";
import { pauseCase, resumeCase } from "#domains/approvals/server/pause-case.ts";
import { promiseMaterial } from "#domains/approvals/server/promise-material.ts";
import { provideMaterial } from "#domains/approvals/server/provide-material.ts";
import { publicStatus } from "#domains/approvals/server/public-status.ts";
import { renewAccessCode } from "#domains/approvals/server/renew-code.ts";
import { reuseResult } from "#domains/approvals/server/reuse-result.ts";
import { giveOpinion, startReview } from "#domains/approvals/server/review-case.ts";
import { submitCase } from "#domains/approvals/server/submit-case.ts";
import { answerSupplement, noticeSupplement } from "#domains/approvals/server/supplement.ts";

export const caseHandlers: CaseHandlers = {
  draftCase,
  renewAccessCode,
  editCase,
  provideMaterial,
  reuseResult,
  promiseMaterial,
  submitCase,
  answerSupplement,
  withdrawCase,
  listMyCases,
  openCase,
  caseTimeline,
  downloadMaterial,
  publicStatus,
  caseDesk,
  blockingOverview,
  acceptCase,
  refuseToAccept,
  noticeSupplement,
  startReview,
  giveOpinion,
  pauseCase,
  resumeCase,
  extendCase,
  decideCase,
  deliverCase,
  terminateCase,
};
