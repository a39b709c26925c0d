import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { dispatchOperations } from "#domains/projects/contract/dispatch-operations.ts";
import { dispatchErrorTexts } from "#domains/projects/contract/dispatch-texts.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { dispatchGrants } from "#domains/projects/rules/dispatch-policy.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { colourHandlers } from "#domains/projects/server/colour-handlers.ts";
import { dispatchHandlers } from "#domains/projects/server/dispatch-handlers.ts";
import { investmentHandlers } from "#domains/projects/server/investment-handlers.ts";
import { registerHandlers } from "#domains/projects/server/register-handlers.ts";
import { taskForceHandlers } from "#domains/projects/server/task-force-handlers.ts";
import { definePlugin } from "#kernel/server/plugin.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";

export const projectsPlugin = definePlugin({
  name: "projects",
  operations: { ...registerOperations, ...investmentOperations, ...colourOperations, ...taskForceOperations, ...dispatchOperations },
  handlers: { ...registerHandlers, ...investmentHandlers, ...colourHandlers, ...taskForceHandlers, ...dispatchHandlers },
  grants: { ...projectGrants, ...dispatchGrants },
  texts: { ...gridTexts, ...projectErrorTexts, ...dispatchErrorTexts },
});
