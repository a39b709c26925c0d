import { diligenceErrorTexts } from "#domains/promotion/contract/diligence-texts.ts";
import { distressTexts } from "#domains/promotion/contract/distress-texts.ts";
import { promotionErrorTexts, promotionReasons } from "#domains/promotion/contract/lead-texts.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import { screeningErrorTexts } from "#domains/promotion/contract/screening-texts.ts";
import { promotionGrants } from "#domains/promotion/rules/promotion-policy.ts";
import { claimLead, decideClaim, listClaims } from "#domains/promotion/server/claim-lead.ts";
import { addContract, contractMeasures, downloadContract, endContract, listContracts } from "#domains/promotion/server/contracts.ts";
import { diligenceHandlers } from "#domains/promotion/server/diligence/diligence-handlers.ts";
import { READ_DOCUMENTS, readDocumentsDaily, readDocumentsJob, signalSubscribers } from "#domains/promotion/server/document-signals.ts";
import { dossierHandlers } from "#domains/promotion/server/dossier/dossier-handlers.ts";
import { joinLeads, keepApart, listDuplicates } from "#domains/promotion/server/duplicates.ts";
import { exportPromises } from "#domains/promotion/server/export-promises.ts";
import { confirmFunds, downloadFunds, enterFunds } from "#domains/promotion/server/funds.ts";
import { handOverLeads } from "#domains/promotion/server/hand-over-leads.ts";
import { handOverTargets } from "#domains/promotion/server/hand-over-targets.ts";
import { leadHandlers } from "#domains/promotion/server/lead-handlers.ts";
import { listLeadRules, setLeadRules } from "#domains/promotion/server/lead-rules.ts";
import { distressCommand } from "#domains/promotion/server/local-commands.ts";
import { openLeads } from "#domains/promotion/server/open-leads.ts";
import { assignLead, leadPools, listOfficers, listPool, pickLead, releaseLead } from "#domains/promotion/server/pool.ts";
import { projectCourse, projectRefused } from "#domains/promotion/server/project-course.ts";
import { openPromises, promiseLedger, recordActual, setPromises } from "#domains/promotion/server/promises.ts";
import { RUN_CLOCKS, runClocksDaily, runClocksJob, runLeadClocks } from "#domains/promotion/server/run-lead-clocks.ts";
import { screeningHandlers } from "#domains/promotion/server/screening-handlers.ts";
import { LOOK_AT_RESIDENTS, lookAtResidents, lookDaily, lookJob } from "#domains/promotion/server/watch/look-at-residents.ts";
import { closeWatch, enterPermit, enterSign, listWarnings, openWatch } from "#domains/promotion/server/watch/watch.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const promotionPlugin = definePlugin({
  name: "promotion",
  operations: promotionOperations,
  handlers: {
    ...leadHandlers,
    leadPools,
    listPool,
    pickLead,
    releaseLead,
    assignLead,
    listOfficers,
    claimLead,
    decideClaim,
    listClaims,
    listDuplicates,
    joinLeads,
    keepApart,
    listLeadRules,
    setLeadRules,
    runLeadClocks,
    addContract,
    endContract,
    listContracts,
    contractMeasures,
    downloadContract,
    enterFunds,
    confirmFunds,
    downloadFunds,
    setPromises,
    openPromises,
    recordActual,
    promiseLedger,
    exportPromises,
    ...screeningHandlers,
    ...diligenceHandlers,
    ...dossierHandlers,
    listWarnings,
    lookAtResidents,
    openWatch,
    enterPermit,
    enterSign,
    closeWatch,
  },
  grants: promotionGrants,
  texts: { ...promotionErrorTexts, ...promotionReasons, ...screeningErrorTexts, ...distressTexts, ...diligenceErrorTexts },
  localCommands: [distressCommand],
  jobs: { [RUN_CLOCKS]: runClocksJob, [LOOK_AT_RESIDENTS]: lookJob, [READ_DOCUMENTS]: readDocumentsJob },
  subscribers: {
    "promotion.project-course": projectCourse,
    "promotion.project-refused": projectRefused,
    "promotion.hand-over": handOverLeads,
    "promotion.hand-over-targets": handOverTargets,
    ...signalSubscribers,
  },
  daily: [runClocksDaily, lookDaily, readDocumentsDaily],
  openWork: openLeads,
});
