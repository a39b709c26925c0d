import { plugins } from "#apps/plugins.ts";
import { serverTexts } from "#apps/server-texts.ts";
import { AppError } from "#kernel/app-error.ts";
import { type ErrorTexts, sentenceOf } from "#kernel/error-sentence.ts";
import { type Language, say, type Text } from "#kernel/texts.ts";

/** Chinese unless the terminal speaks another language, or YUANSHU_LANGUAGE says which. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>> = process.env): Language {
  const told = environment["YUANSHU_LANGUAGE"];
  return told === "en" ? "en" : "zh";
}

export const printLine = (text: Text, params: Readonly<Record<string, unknown>> = {}): void =>
  console.log(say(text, terminalLanguage(), params));

const texts: ErrorTexts = Object.assign({}, serverTexts, ...plugins.map((plugin) => plugin.texts)) as ErrorTexts;

/** One clear sentence for what was foreseen; for a bug, what it was and where. */
export function printRefusal(error: unknown, language: Language = terminalLanguage()): void {
  if (error instanceof AppError) console.error(sentenceOf(error, texts, language));
  else console.error(error);
}
