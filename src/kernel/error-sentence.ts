import type { AppError } from "#kernel/app-error.ts";
import { databaseTexts } from "#kernel/database-texts.ts";
import { kernelTexts } from "#kernel/kernel-texts.ts";
import { mailTexts } from "#kernel/mail-texts.ts";
import { refusalTexts } from "#kernel/refusal-texts.ts";
import { type Language, say, type Text } from "#kernel/texts.ts";

/** Sentences by code, gathered from the kernel and every domain. */
export type ErrorTexts = Readonly<Record<string, Text>>;

/** What the kernel itself refuses, in rules, at the faces and in the database: found without being asked for. */
const ownTexts: ErrorTexts = { ...kernelTexts, ...refusalTexts, ...databaseTexts, ...mailTexts };

/** The sentence of a refusal. A code such as `wrong-state:DRAFT` finds the text `wrong-state` with `{state}`; an unknown code shows itself. */
export function sentenceOf(error: Pick<AppError, "code" | "params">, texts: ErrorTexts, language: Language): string {
  const text = texts[error.code] ?? ownTexts[error.code];
  if (text) return say(text, language, error.params);
  return reasonSentence(error.code, texts, language);
}

/** The sentence of a policy's reason (`because`): code and argument with a colon between. */
export function reasonSentence(because: string, texts: ErrorTexts, language: Language): string {
  const colon = because.indexOf(":");
  const code = colon < 0 ? because : because.slice(0, colon);
  const argument = colon < 0 ? "" : because.slice(colon + 1);
  const known = code === "missing-permission" ? "access.missing-permission" : code;
  // A domain may have a sentence for the argument too, such as `wrong-status:JOINED`.
  const text = texts[because] ?? texts[known] ?? ownTexts[known];
  return text ? say(text, language, { permission: argument, state: argument, name: argument }) : because;
}
