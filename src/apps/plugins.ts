import { approvalsPlugin } from "#domains/approvals/server/plugin.ts";
import { chainPlugin } from "#domains/chain/server/plugin.ts";
import { economyPlugin } from "#domains/economy/server/plugin.ts";
import { exchangePlugin } from "#domains/exchange/server/plugin.ts";
import { intelligencePlugin } from "#domains/intelligence/server/plugin.ts";
import { noticesPlugin } from "#domains/notices/server/plugin.ts";
import { projectsPlugin } from "#domains/projects/server/plugin.ts";
import { promotionPlugin } from "#domains/promotion/server/plugin.ts";
import { registryPlugin } from "#domains/registry/server/plugin.ts";
import { systemPlugin } from "#domains/system/server/plugin.ts";
import { workbenchPlugin } from "#domains/workbench/server/plugin.ts";
import type { Plugin } from "#kernel/server/plugin.ts";

/** The domains that make up the platform, from left to right. */
export const plugins: readonly Plugin[] = [
  systemPlugin,
  registryPlugin,
  intelligencePlugin,
  chainPlugin,
  promotionPlugin,
  projectsPlugin,
  approvalsPlugin,
  economyPlugin,
  exchangePlugin,
  workbenchPlugin,
  noticesPlugin,
];
