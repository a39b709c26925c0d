import { AppError, type ErrorParams } from "#kernel/app-error.ts";

/** What a pure calculation gives: a value, or a refusal by code whose sentence stands in a texts table. */
export type Outcome<Value, Because extends string = string> = Got<Value> | Refused<Because>;
export type Got<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Because extends string = string> = { readonly ok: false; readonly because: Because; readonly params: ErrorParams };

export const got = <Value>(value: Value): Got<Value> => ({ ok: true, value });

export const refused = <const Because extends string>(because: Because, params: ErrorParams = {}): Refused<Because> => ({
  ok: false,
  because,
  params,
});

/** For callers to whom a refusal is the user's mistake. @throws AppError `invalid` with the refusal's code and parameters. */
export function requireValue<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new AppError(outcome.because, "invalid", outcome.params);
}
