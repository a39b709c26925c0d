import type { z } from "zod";
import { AppError } from "#kernel/app-error.ts";
import { sayProblems } from "#kernel/input-problems.ts";
import type { Language } from "#kernel/texts.ts";

/** @throws AppError `input.invalid` naming each field that is wrong. */
export function validInput<Input extends z.ZodObject>(schema: Input, given: unknown, language: Language): z.output<Input> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new AppError("input.invalid", "invalid", { problems: sayProblems(parsed.error, language) });
  return parsed.data;
}
