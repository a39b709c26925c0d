import { distressTexts } from "#domains/promotion/contract/distress-texts.ts";
import { distressCommand } from "#domains/promotion/server/local-commands.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const promotionPlugin = definePlugin({
  name: "promotion",
  operations: {},
  handlers: {},
  grants: {},
  texts: distressTexts,
  localCommands: [distressCommand],
});
