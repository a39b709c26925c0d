/** SQLSTATE of a refused statement, or the system's code of a failed connection. */
export const codeOf = (error: unknown): string => {
  const { code, errors } = error as { code?: unknown; errors?: readonly unknown[] };
  if (typeof code === "string") return code;
  return errors?.[0] === undefined ? "" : codeOf(errors[0]);
};

const LOST = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
]);

/** The server went away, is stopping or is not up yet: worth trying again. */
export function isConnectionLost(error: unknown): boolean {
  return (
    LOST.has(codeOf(error)) ||
    /Connection terminated|not queryable|connection error|timeout exceeded when trying to connect/.test(
      error instanceof Error ? error.message : "",
    )
  );
}
