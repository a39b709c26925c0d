import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { colourHandlers } from "#domains/projects/server/colour-handlers.ts";
import { CHECK_DOCUMENTS, checkDocumentsJob, conflictSubscribers } from "#domains/projects/server/conflicts/check-documents.ts";
import { conflictHandlers } from "#domains/projects/server/conflicts/conflict-handlers.ts";
import { resultDelivered } from "#domains/projects/server/evidence-from-result.ts";
import { investmentHandlers } from "#domains/projects/server/investment-handlers.ts";
import { leadSigned } from "#domains/projects/server/open-from-lead.ts";
import { RECOLOUR, recolourDaily, recolourJob } from "#domains/projects/server/recolour-daily.ts";
import { registerHandlers } from "#domains/projects/server/register-handlers.ts";
import { taskForceHandlers } from "#domains/projects/server/task-force-handlers.ts";
import { definePlugin } from "#kernel/server/plugin.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";

export const projectsPlugin = definePlugin({
  name: "projects",
  operations: { ...registerOperations, ...investmentOperations, ...colourOperations, ...taskForceOperations, ...conflictOperations },
  handlers: { ...registerHandlers, ...investmentHandlers, ...colourHandlers, ...taskForceHandlers, ...conflictHandlers },
  grants: projectGrants,
  texts: { ...gridTexts, ...projectErrorTexts },
  jobs: { [RECOLOUR]: recolourJob, [CHECK_DOCUMENTS]: checkDocumentsJob },
  subscribers: { "projects.lead-signed": leadSigned, "projects.result-delivered": resultDelivered, ...conflictSubscribers },
  daily: [recolourDaily],
});
