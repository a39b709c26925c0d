import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { courseOperations } from "#domains/projects/contract/course-operations.ts";
import { dispatchOperations } from "#domains/projects/contract/dispatch-operations.ts";
import { feedOperations } from "#domains/projects/contract/feed-operations.ts";
import { handoverOperations } from "#domains/projects/contract/handover-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { mapOperations } from "#domains/projects/contract/map-operations.ts";
import { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { statedCompletionOperations } from "#domains/projects/contract/stated-completion.ts";
import { supervisionOperations } from "#domains/projects/contract/supervision-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";

/** Everything that can be asked of projects, from all the tables of this folder. */
export const projectsOperations = {
  ...registerOperations,
  ...investmentOperations,
  ...colourOperations,
  ...supervisionOperations,
  ...taskForceOperations,
  ...handoverOperations,
  ...dispatchOperations,
  ...courseOperations,
  ...mapOperations,
  ...feedOperations,
  ...conflictOperations,
  ...statedCompletionOperations,
};
