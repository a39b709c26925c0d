import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { createClient } from "#kernel/client.ts";
import { send } from "#ui/transport.ts";

export const register = createClient(registerOperations, send);
export const investment = createClient(investmentOperations, send);
export const colours = createClient(colourOperations, send);
export const taskForces = createClient(taskForceOperations, send);
export const conflicts = createClient(conflictOperations, send);
