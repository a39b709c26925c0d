import type { z } from "zod";
import { type ErrorTexts, sentenceOf } from "#kernel/error-sentence.ts";
import { otherType, problemTexts, typeTexts } from "#kernel/kernel-texts.ts";
import { type Language, say } from "#kernel/texts.ts";

/**
 * One clause for each thing that is wrong with an input: which field, what was expected. At most eight, so that a flood stays readable.
 * @param texts sentences by code, of the domains that are known here: what a schema refuses with a code of its own is said in its words.
 */
export function sayProblems(error: z.ZodError, language: Language, texts: ErrorTexts = {}): string {
  const said = error.issues.slice(0, 8).map((issue) => sayProblem(issue, language, texts));
  return said.join(language === "zh" ? "；" : "; ") + (error.issues.length > 8 ? "…" : "");
}

function sayProblem(issue: z.core.$ZodIssue, language: Language, texts: ErrorTexts): string {
  const field = issue.path.length === 0 ? "·" : issue.path.map(String).join(".");
  switch (issue.code) {
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? say(problemTexts.missing, language, { field })
        : say(problemTexts.type, language, { field, expected: typeName(issue.expected, language) });
    case "invalid_value":
      return say(problemTexts.choice, language, { field, choices: issue.values.map(String) });
    case "too_small":
      return say(problemTexts.tooSmall, language, { field, least: String(issue.minimum) });
    case "too_big":
      return say(problemTexts.tooBig, language, { field, most: String(issue.maximum) });
    case "unrecognized_keys":
      return say(problemTexts.unknown, language, { fields: issue.keys });
    default:
      if (issue.message === "date.not-a-day") return say(problemTexts.type, language, { field, expected: typeName("date", language) });
      if (issue.message === "date.out-of-reach") return say(problemTexts.dayOutOfReach, language, { field });
      return sayOwn(issue.message, field, language, texts);
  }
}

function sayOwn(code: string, field: string, language: Language, texts: ErrorTexts): string {
  const sentence = sentenceOf({ code, params: { field } }, texts, language);
  if (sentence === code) return say(problemTexts.form, language, { field });
  return say(problemTexts.own, language, { field, sentence: sentence.replace(/[。.]$/, "") });
}

const typeName = (expected: string, language: Language): string => (typeTexts[expected] ?? otherType)[language];
