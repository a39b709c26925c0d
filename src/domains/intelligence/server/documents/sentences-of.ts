import { intelligenceTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { readingTexts } from "#domains/intelligence/contract/reading-texts.ts";
import type { AppError } from "#kernel/app-error.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { Text } from "#kernel/texts.ts";

const texts: Readonly<Record<string, Text>> = { ...intelligenceTexts, ...readingTexts };

/** A refusal as it is kept with the document: in both languages, since whoever reads it later may use either. */
export const sentencesOf = (error: AppError): Text => ({ zh: sentenceOf(error, texts, "zh"), en: sentenceOf(error, texts, "en") });
