export type ErrorKind = "invalid" | "unauthenticated" | "forbidden" | "not-found" | "conflict" | "too-large" | "too-many" | "unavailable";

/** Parameters of the sentence that a code becomes; kept printable, so that every face can show them. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** An expected refusal. The faces turn `code` and `params` into a sentence (contract texts). Everything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly params: ErrorParams;
  constructor(code: string, kind: ErrorKind, params: ErrorParams = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.kind = kind;
    this.params = params;
  }
}
