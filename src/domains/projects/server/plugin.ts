import { dispatchErrorTexts } from "#domains/projects/contract/dispatch-texts.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import { dispatchGrants } from "#domains/projects/rules/dispatch-policy.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { feedHandlers } from "#domains/projects/server/calendar-feed.ts";
import { colourHandlers } from "#domains/projects/server/colour-handlers.ts";
import { courseHandlers } from "#domains/projects/server/course-handlers.ts";
import { dispatchHandlers } from "#domains/projects/server/dispatch-handlers.ts";
import { handoverHandlers } from "#domains/projects/server/handover/handover-handlers.ts";
import { investmentHandlers } from "#domains/projects/server/investment-handlers.ts";
import { mapHandlers } from "#domains/projects/server/project-map.ts";
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
  },
  grants: { ...projectGrants, ...dispatchGrants },
  texts: { ...gridTexts, ...projectErrorTexts, ...dispatchErrorTexts },
});
