import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { economyErrorTexts } from "#domains/economy/contract/economy-texts.ts";
import { sheetTexts } from "#domains/economy/contract/sheet-columns.ts";
import { economyGrants } from "#domains/economy/rules/report-card-policy.ts";
import { approveReportCard } from "#domains/economy/server/approve-report-card.ts";
import { checkReportCard } from "#domains/economy/server/check-report-card.ts";
import { dataHealth } from "#domains/economy/server/data-health.ts";
import { draftReportCard } from "#domains/economy/server/draft-report-card.ts";
import { editReportCard } from "#domains/economy/server/edit-report-card.ts";
import { factsTemplate, importFacts } from "#domains/economy/server/import-facts.ts";
import { downloadReportCard, listReportCards, openReportCard } from "#domains/economy/server/list-report-cards.ts";
import { openDataHandlers } from "#domains/economy/server/open-data.ts";
import { printBrief } from "#domains/economy/server/print-brief.ts";
import { publishReportCard } from "#domains/economy/server/publish-report-card.ts";
import { listFacts, listIndicators, series } from "#domains/economy/server/read-facts.ts";
import { downloadPublished, listPublished, openPublished } from "#domains/economy/server/read-published.ts";
import { reportCard } from "#domains/economy/server/report-card-brief.ts";
import {
  projectSubscribers,
  REPORT_PROJECTS,
  reportProjectsDaily,
  reportProjectsJob,
  reportProjectsNow,
} from "#domains/economy/server/report-projects.ts";
import {
  promotionSubscribers,
  REPORT_PROMOTION,
  reportPromotionDaily,
  reportPromotionJob,
} from "#domains/economy/server/report-promotion.ts";
import { returnReportCard } from "#domains/economy/server/return-report-card.ts";
import { reviseReportCard } from "#domains/economy/server/revise-report-card.ts";
import { withdrawReportCard } from "#domains/economy/server/withdraw-report-card.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const economyPlugin = definePlugin({
  name: "economy",
  operations: economyOperations,
  handlers: {
    listIndicators,
    listFacts,
    series,
    factsTemplate,
    importFacts,
    dataHealth,
    reportCard,
    reportProjects: reportProjectsNow,
    listReportCards,
    openReportCard,
    draftReportCard,
    editReportCard,
    checkReportCard,
    approveReportCard,
    returnReportCard,
    publishReportCard,
    reviseReportCard,
    withdrawReportCard,
    downloadReportCard,
    listPublished,
    openPublished,
    downloadPublished,
    ...openDataHandlers,
  },
  grants: economyGrants,
  texts: { ...economyErrorTexts, ...sheetTexts },
  jobs: { [REPORT_PROJECTS]: reportProjectsJob, [REPORT_PROMOTION]: reportPromotionJob },
  subscribers: { ...projectSubscribers, ...promotionSubscribers },
  daily: [reportProjectsDaily, reportPromotionDaily],
  present: { reportCard: printBrief },
});
