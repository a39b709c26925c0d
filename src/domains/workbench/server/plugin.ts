import { workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import { workbenchGrants } from "#domains/workbench/rules/workbench-policy.ts";
import { cockpit } from "#domains/workbench/server/cockpit.ts";
import { myWork } from "#domains/workbench/server/my-work.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const workbenchPlugin = definePlugin({
  name: "workbench",
  operations: workbenchOperations,
  grants: workbenchGrants,
  texts: {},
  handlers: { cockpit, myWork },
});
