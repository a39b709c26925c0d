import pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import { codeOf } from "#kernel/server/connection-errors.ts";

const OLDEST = 15;
const REFUSED = new Set(["28000", "28P01", "3D000", "42501"]);

/** Connects once, so that a wrong address is one sentence at the start and not an error at the first click. */
export async function checkRemote(setting: string, url: string): Promise<void> {
  const address = addressOf(setting, url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    const found = Math.floor(Number(rows[0]?.version) / 10_000);
    if (found < OLDEST) throw new AppError("database.too-old", "unavailable", { setting, found, expected: OLDEST });
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = codeOf(error);
    if (REFUSED.has(code)) throw new AppError("database.url-refused", "unavailable", { setting, address });
    const reason = code || (error instanceof Error ? error.message : String(error));
    throw new AppError("database.url-unreachable", "unavailable", { setting, address, reason });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Host, port and database, never the password. */
function addressOf(setting: string, url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) throw new AppError("database.url-malformed", "invalid", { setting });
  return `${parsed.host}${parsed.pathname}`;
}
