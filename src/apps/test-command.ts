import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };
type Environment = Readonly<Record<string, string>>;

const MAINS = { cli: "cli/main.ts", server: "server/main.ts" } as const;

/** The environment of a command: nothing of the tester's own that would change what it does. */
const clean = (given: Environment): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATA_DIR: ___, PORT: ____, HOST: _____, ...rest } = process.env;
  // Each command is compiled once and not at every start.
  return { ...rest, NODE_COMPILE_CACHE: join(tmpdir(), "yuanshu-compiled"), ...given };
};

export const start = (main: keyof typeof MAINS, args: readonly string[], environment: Environment): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, MAINS[main]), ...args], {
    env: clean(environment),
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Runs a command to its end. */
export async function run(main: keyof typeof MAINS, args: readonly string[], environment: Environment = {}): Promise<Ran> {
  const child = start(main, args, environment);
  let [out, err] = ["", ""];
  child.stdout?.on("data", (part: Buffer) => {
    out += part.toString();
  });
  child.stderr?.on("data", (part: Buffer) => {
    err += part.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}

/** Waits for a line of the server that holds the words. @throws when it ends without having said them. */
export function heard(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (part: Buffer) => {
      said += part.toString();
      const found = words.exec(said);
      if (found) resolve(found[1] ?? found[0]);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

/** A folder that the database's own account can reach, and its removal. */
export async function temporaryFolder(name: string): Promise<{ readonly path: string; remove(): void }> {
  const path = mkdtempSync(join(tmpdir(), `yuanshu-${name}-`));
  await chmod(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
