import { Matter } from "#domains/approvals/contract/matter.ts";
import { reviseTexts } from "#domains/approvals/web/matter-texts.ts";
import { sayProblems } from "#kernel/input-problems.ts";
import type { Language, Text } from "#kernel/texts.ts";

type Say = (text: Text, params?: Readonly<Record<string, unknown>>) => string;
type Read = { readonly matter?: Matter; readonly problem?: string };

/** A whole matter from its text: where it is wrong, and what was expected. What it means is for the server to judge. */
export function readMatter(text: string, say: Say, language: Language): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: say(reviseTexts.notJson, { problem: error instanceof Error ? error.message : "" }) };
  }
  const read = Matter.safeParse(value);
  return read.success ? { matter: read.data } : { problem: sayProblems(read.error, language) };
}
