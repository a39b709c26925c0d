import { AppError } from "#kernel/app-error.ts";
import { codeOf, isConnectionLost } from "#kernel/server/connection-errors.ts";

type Refusal = { readonly message?: string; readonly table?: string; readonly constraint?: string };

/** What the database refuses for a reason that a person can understand; anything else stays what it was: a bug. */
export function explainDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { message = "", table = "", constraint = "" } = error as Refusal;
  switch (codeOf(error)) {
    case "42501":
      if (/to set role/.test(message)) return new AppError("database.login-lacks-group", "unavailable");
      return /row-level security/.test(message) ? new AppError("database.row-refused", "forbidden") : error;
    case "23505":
      return new AppError("database.already-exists", "conflict", { table, constraint });
    case "23503":
      return new AppError("database.unknown-reference", "conflict", { table, constraint });
    // Characters, numbers and ids that passed the schema but that the database cannot hold, such as U+0000 inside JSON.
    case "22021":
    case "22P02":
    case "22P05":
    case "22003":
    case "22007":
    case "22008":
      return new AppError("database.bad-value", "invalid", { reason: message });
    // The disk of the database is full, or its quota: what was being written is rolled back, and works again once there is room.
    case "53100":
    case "53400":
      return new AppError("database.no-space", "unavailable");
    case "57014":
      return new AppError("database.too-slow", "unavailable");
    case "40001":
    case "40P01":
    case "55P03":
      return new AppError("database.busy", "conflict");
    default:
      return isConnectionLost(error) ? new AppError("database.unavailable", "unavailable") : error;
  }
}
