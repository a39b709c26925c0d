import { approvalPages } from "#domains/approvals/web/pages.ts";
import { chainPages } from "#domains/chain/web/pages.ts";
import { economyPages } from "#domains/economy/web/pages.ts";
import { exchangePages } from "#domains/exchange/web/pages.ts";
import { intelligencePages } from "#domains/intelligence/web/pages.ts";
import { noticePages } from "#domains/notices/web/pages.ts";
import { projectPages } from "#domains/projects/web/pages.ts";
import { promotionPages } from "#domains/promotion/web/pages.ts";
import { registryPages } from "#domains/registry/web/pages.ts";
import { systemPages } from "#domains/system/web/pages.ts";
import { workbenchPages } from "#domains/workbench/web/pages.ts";
import type { PageEntry } from "#ui/page-entry.ts";

/** Every domain's pages; a new domain adds its list here. */
export const pageList: readonly PageEntry[] = [
  ...workbenchPages,
  ...registryPages,
  ...intelligencePages,
  ...chainPages,
  ...promotionPages,
  ...projectPages,
  ...approvalPages,
  ...economyPages,
  ...systemPages,
  ...exchangePages,
  ...noticePages,
];
