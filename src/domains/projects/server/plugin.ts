import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { handoverOperations } from "#domains/projects/contract/handover-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { supervisionOperations } from "#domains/projects/contract/supervision-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { colourHandlers } from "#domains/projects/server/colour-handlers.ts";
import { handoverHandlers } from "#domains/projects/server/handover/handover-handlers.ts";
import { investmentHandlers } from "#domains/projects/server/investment-handlers.ts";
import { registerHandlers } from "#domains/projects/server/register-handlers.ts";
import { supervisionHandlers } from "#domains/projects/server/supervision-handlers.ts";
import { taskForceHandlers } from "#domains/projects/server/task-force-handlers.ts";
import { definePlugin } from "#kernel/server/plugin.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";

export const projectsPlugin = definePlugin({
  name: "projects",
  operations: {
    ...registerOperations,
    ...investmentOperations,
    ...colourOperations,
    ...supervisionOperations,
    ...taskForceOperations,
    ...handoverOperations,
  },
  handlers: {
    ...registerHandlers,
    ...investmentHandlers,
    ...colourHandlers,
    ...supervisionHandlers,
    ...taskForceHandlers,
    ...handoverHandlers,
  },
  grants: projectGrants,
  texts: { ...gridTexts, ...projectErrorTexts },
});
