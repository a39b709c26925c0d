import { approvalErrorTexts } from "#domains/approvals/contract/approval-texts.ts";
import { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import { approvalGrants } from "#domains/approvals/rules/approval-policy.ts";
import { childEnded } from "#domains/approvals/server/advance-package.ts";
import { assistCase, logAssist } from "#domains/approvals/server/assist-case.ts";
import { caseHandlers } from "#domains/approvals/server/case-handlers.ts";
import { compensate } from "#domains/approvals/server/compensate.ts";
import { draftPackage, providePackageMaterial, withdrawPackage } from "#domains/approvals/server/draft-package.ts";
import { dueFromMe } from "#domains/approvals/server/due-from-me.ts";
import { handOverCases } from "#domains/approvals/server/hand-over-cases.ts";
import { casesTemplate, importCases } from "#domains/approvals/server/import-cases.ts";
import { listCommitments, listDeferrals, listExclusions, repairCredit } from "#domains/approvals/server/list-promises.ts";
import { matterHandlers } from "#domains/approvals/server/matter-handlers.ts";
import { openCases } from "#domains/approvals/server/open-cases.ts";
import { chainOverview, projectChain } from "#domains/approvals/server/project-chain.ts";
import { recomputeDues } from "#domains/approvals/server/recompute-dues.ts";
import { renewPackageCode } from "#domains/approvals/server/renew-code.ts";
import { clocksDaily, clocksJob, RUN_CLOCKS, runClocks } from "#domains/approvals/server/run-clocks.ts";
import { listPackageDefinitions, setPackageDefinition } from "#domains/approvals/server/set-package-definition.ts";
import { submitPackage } from "#domains/approvals/server/submit-package.ts";
import { revokeResult, verifyCommitment } from "#domains/approvals/server/verify-commitment.ts";
import { listPackages, openPackage } from "#domains/approvals/server/view-package.ts";
import { definePlugin } from "#kernel/server/plugin.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";

export const approvalsPlugin = definePlugin({
  name: "approvals",
  operations: approvalsOperations,
  handlers: {
    ...caseHandlers,
    ...matterHandlers,
    listCommitments,
    verifyCommitment,
    revokeResult,
    listExclusions,
    repairCredit,
    listDeferrals,
    dueFromMe,
    assistCase,
    logAssist,
    runClocks,
    listPackageDefinitions,
    setPackageDefinition,
    draftPackage,
    renewPackageCode,
    providePackageMaterial,
    submitPackage,
    withdrawPackage,
    openPackage,
    listPackages,
    compensate,
    projectChain,
    chainOverview,
    casesTemplate,
    importCases,
  },
  grants: approvalGrants,
  texts: { ...gridTexts, ...approvalErrorTexts },
  jobs: { [RUN_CLOCKS]: clocksJob },
  subscribers: {
    "approvals.child-ended": childEnded,
    "approvals.recompute-dues": recomputeDues,
    "approvals.hand-over-cases": handOverCases,
  },
  daily: [clocksDaily],
  openWork: openCases,
});
