import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openDatabase } from "#kernel/server/embedded-database.ts";
import { type Table, takeTurns, timed } from "./measure.ts";

const ROUNDS = 5;
const MAIN = resolve(import.meta.dirname, "../src/apps/server/main.ts");

/** Starts the server as a person would, until the first page answers, and stops it. @returns milliseconds to that answer. */
async function startServer(dataDir: string): Promise<number> {
  const started = performance.now();
  const server = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await new Promise<string>((found, failed) => {
      let printed = "";
      server.stdout.on("data", (part: Buffer) => {
        printed += part.toString();
        const match = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
        if (match) found(match[0]);
      });
      server.once("exit", (code) => failed(new Error(`the server ended with ${code}: ${printed}`)));
    });
    await fetch(`${address}/`).then((reply) => reply.text());
    await fetch(`${address}/api/system/session`).then((reply) => reply.json());
    return performance.now() - started;
  } finally {
    server.kill("SIGTERM");
    await new Promise((ended) => server.once("exit", ended));
  }
}

/** First start on an empty folder, later starts, and the embedded database alone on the same folder. */
export async function run(): Promise<Table> {
  const folders: string[] = [];
  const fresh = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "yuanshu-start-"));
    folders.push(folder);
    return folder;
  };
  const kept = fresh();
  try {
    await startServer(kept);
    const rows = await takeTurns(
      [
        { name: "later start: server answers its first page", run: () => startServer(kept) },
        { name: "first start: database created, migrated, sample zone made", run: () => startServer(fresh()) },
        { name: "database alone, existing folder", run: () => timed(async () => (await openDatabase({ dataDir: kept })).close()) },
      ],
      ROUNDS,
    );
    const [later, first, database] = rows.map((row) => row.median) as [number, number, number];
    return {
      title: "start",
      unit: "ms",
      rows,
      lines: [
        `later start ÷ database alone = ${(later / database).toFixed(2)}; first start ÷ later start = ${(first / later).toFixed(2)} (to reach: 2 s later, 15 s first)`,
      ],
    };
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
