import { economyErrorTexts, moveReasons } from "#domains/economy/contract/economy-texts.ts";
import { intelligenceTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { systemTexts } from "#domains/system/contract/system-texts.ts";
import type { ErrorTexts } from "#kernel/error-sentence.ts";

/** Every domain's sentences of refusal and reasons, by code; a new domain adds its texts here. */
export const sentenceList: ErrorTexts = { ...systemTexts, ...intelligenceTexts, ...economyErrorTexts, ...moveReasons };
