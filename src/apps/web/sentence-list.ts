import { approvalErrorTexts, approvalReasons } from "#domains/approvals/contract/approval-texts.ts";
import { chainErrorTexts } from "#domains/chain/contract/chain-texts.ts";
import { economyErrorTexts, moveReasons } from "#domains/economy/contract/economy-texts.ts";
import { exchangeErrorTexts, exchangeReasons } from "#domains/exchange/contract/exchange-texts.ts";
import { intelligenceTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { noticeErrorTexts, noticeReasons } from "#domains/notices/contract/notice-texts.ts";
import { dispatchErrorTexts, dispatchReasons } from "#domains/projects/contract/dispatch-texts.ts";
import { projectErrorTexts, projectReasons } from "#domains/projects/contract/project-texts.ts";
import { diligenceErrorTexts, diligenceReasons } from "#domains/promotion/contract/diligence-texts.ts";
import { promotionErrorTexts, promotionReasons } from "#domains/promotion/contract/lead-texts.ts";
import { screeningErrorTexts, screeningReasons } from "#domains/promotion/contract/screening-texts.ts";
import { registryErrorTexts, registryReasons } from "#domains/registry/contract/registry-texts.ts";
import { systemTexts } from "#domains/system/contract/system-texts.ts";
import { clockTexts } from "#kernel/clock-texts.ts";
import type { ErrorTexts } from "#kernel/error-sentence.ts";
import { importReasons } from "#ui/import-texts.ts";

/** Every domain's sentences of refusal and reasons, by code; a new domain adds its texts here. */
export const sentenceList: ErrorTexts = {
  ...systemTexts,
  ...registryErrorTexts,
  ...registryReasons,
  ...intelligenceTexts,
  ...promotionErrorTexts,
  ...promotionReasons,
  ...diligenceErrorTexts,
  ...diligenceReasons,
  ...screeningErrorTexts,
  ...screeningReasons,
  ...chainErrorTexts,
  ...projectErrorTexts,
  ...projectReasons,
  ...dispatchErrorTexts,
  ...dispatchReasons,
  ...approvalErrorTexts,
  ...approvalReasons,
  // The import of past cases shortens these; a form says the whole sentence.
  ...clockTexts,
  ...economyErrorTexts,
  ...moveReasons,
  ...importReasons,
  ...exchangeErrorTexts,
  ...exchangeReasons,
  ...noticeErrorTexts,
  ...noticeReasons,
};
