import { classifyTexts } from "#domains/chain/contract/classify-texts.ts";
import { classifyCommand } from "#domains/chain/server/local-commands.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const chainPlugin = definePlugin({
  name: "chain",
  operations: {},
  grants: {},
  texts: classifyTexts,
  handlers: {},
  localCommands: [classifyCommand],
});
