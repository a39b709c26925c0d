import { dispatchErrorTexts } from "#domains/projects/contract/dispatch-texts.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import { dispatchGrants } from "#domains/projects/rules/dispatch-policy.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { feedHandlers } from "#domains/projects/server/calendar-feed.ts";
import { colourHandlers } from "#domains/projects/server/colour-handlers.ts";
import { completionSubscribers } from "#domains/projects/server/conflicts/check-completions.ts";
import { CHECK_DOCUMENTS, checkDocumentsJob, conflictSubscribers } from "#domains/projects/server/conflicts/check-documents.ts";
import { completionHandlers } from "#domains/projects/server/conflicts/choose-reading.ts";
import { conflictHandlers } from "#domains/projects/server/conflicts/conflict-handlers.ts";
import { courseHandlers } from "#domains/projects/server/course-handlers.ts";
import { dispatchHandlers } from "#domains/projects/server/dispatch-handlers.ts";
import { resultDelivered, resultRevoked } from "#domains/projects/server/evidence-from-result.ts";
import { handoverHandlers } from "#domains/projects/server/handover/handover-handlers.ts";
import { openWork } from "#domains/projects/server/handover/open-work.ts";
import { investmentHandlers } from "#domains/projects/server/investment-handlers.ts";
import { leadSigned } from "#domains/projects/server/open-from-lead.ts";
import { mapHandlers } from "#domains/projects/server/project-map.ts";
import { RECOLOUR, recolourDaily, recolourJob } from "#domains/projects/server/recolour-daily.ts";
import { registerHandlers } from "#domains/projects/server/register-handlers.ts";
import { supervisionHandlers } from "#domains/projects/server/supervision-handlers.ts";
import { taskForceHandlers } from "#domains/projects/server/task-force-handlers.ts";
import { definePlugin } from "#kernel/server/plugin.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";

export const projectsPlugin = definePlugin({
  name: "projects",
  operations: projectsOperations,
  handlers: {
    ...registerHandlers,
    ...investmentHandlers,
    ...colourHandlers,
    ...supervisionHandlers,
    ...taskForceHandlers,
    ...handoverHandlers,
    ...dispatchHandlers,
    ...courseHandlers,
    ...mapHandlers,
    ...feedHandlers,
    ...conflictHandlers,
    ...completionHandlers,
  },
  grants: { ...projectGrants, ...dispatchGrants },
  texts: { ...gridTexts, ...projectErrorTexts, ...dispatchErrorTexts },
  jobs: { [RECOLOUR]: recolourJob, [CHECK_DOCUMENTS]: checkDocumentsJob },
  subscribers: {
    "projects.lead-signed": leadSigned,
    "projects.result-delivered": resultDelivered,
    "projects.result-revoked": resultRevoked,
    ...conflictSubscribers,
    ...completionSubscribers,
  },
  daily: [recolourDaily],
  openWork,
});
