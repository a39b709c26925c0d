import type { AppError, ErrorKind } from "#kernel/app-error.ts";
import { type ErrorTexts, sentenceOf } from "#kernel/error-sentence.ts";
import type { Language } from "#kernel/texts.ts";

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "too-many": 429,
  unavailable: 503,
};

/** An expected refusal as RFC 9457 problem+json: the code and parameters for programs, the sentence for people. */
export function problemOf(error: AppError, texts: ErrorTexts, language: Language) {
  const status = STATUS[error.kind];
  return {
    status,
    body: { type: `urn:yuanshu:${error.code}`, title: sentenceOf(error, texts, language), status, code: error.code, params: error.params },
  };
}
