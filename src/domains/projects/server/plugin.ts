import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { courseOperations } from "#domains/projects/contract/course-operations.ts";
import { feedOperations } from "#domains/projects/contract/feed-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { mapOperations } from "#domains/projects/contract/map-operations.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { feedHandlers } from "#domains/projects/server/calendar-feed.ts";
import { colourHandlers } from "#domains/projects/server/colour-handlers.ts";
import { courseHandlers } from "#domains/projects/server/course-handlers.ts";
import { investmentHandlers } from "#domains/projects/server/investment-handlers.ts";
import { mapHandlers } from "#domains/projects/server/project-map.ts";
import { registerHandlers } from "#domains/projects/server/register-handlers.ts";
import { taskForceHandlers } from "#domains/projects/server/task-force-handlers.ts";
import { definePlugin } from "#kernel/server/plugin.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";

export const projectsPlugin = definePlugin({
  name: "projects",
  operations: {
    ...registerOperations,
    ...investmentOperations,
    ...colourOperations,
    ...taskForceOperations,
    ...courseOperations,
    ...mapOperations,
    ...feedOperations,
  },
  handlers: {
    ...registerHandlers,
    ...investmentHandlers,
    ...colourHandlers,
    ...taskForceHandlers,
    ...courseHandlers,
    ...mapHandlers,
    ...feedHandlers,
  },
  grants: projectGrants,
  texts: { ...gridTexts, ...projectErrorTexts },
});
