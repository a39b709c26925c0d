import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { DEMO_PASSWORD } from "../sample/zone.ts";
import { buildWeb } from "./build-web.ts";
import { CHROMIUM_FLAGS, findChromium } from "./find-chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the server under test listens. */
    address: string;
    /** Where the server under test keeps its data. */
    dataDir: string;
    /** Where the browser listens for those who drive it. */
    browser: string;
  }
}

const ROOT = resolve(import.meta.dirname, "..");
const STARTED_WITHIN_MS = 120_000;
const LOADED_WITHIN_MS = 600_000;

/** One server on a folder of its own, with the sample zone loaded, and one browser for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  buildWeb(ROOT);
  const dataDir = mkdtempSync(join(tmpdir(), "yuanshu-e2e-"));
  // As root, PostgreSQL's own account has to get through.
  chmodSync(dataDir, 0o755);
  const server = startServer(dataDir);
  const browser = await chromium.launchServer({ executablePath, args: CHROMIUM_FLAGS });
  const stop = async () => {
    await browser.close();
    await stopServer(server.process);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const address = await server.address;
    await sampleLoaded(address);
    project.provide("address", address);
    project.provide("dataDir", dataDir);
    project.provide("browser", browser.wsEndpoint());
  } catch (error) {
    await stop();
    throw new Error(`The server for the browser tests did not come up:\n${server.said()}`, { cause: error });
  }
  return stop;
}

function startServer(dataDir: string): { process: ChildProcess; address: Promise<string>; said: () => string } {
  const child = spawn(process.execPath, ["src/apps/server/main.ts"], {
    cwd: ROOT,
    env: { ...plainEnvironment(), DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const address = new Promise<string>((found, failed) => {
    const timer = setTimeout(() => failed(new Error("no address within two minutes")), STARTED_WITHIN_MS);
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk.toString("utf8")}`.slice(-20_000);
      const told = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (told === undefined) return;
      clearTimeout(timer);
      found(told);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
  });
  return { process: child, address, said: () => said };
}

/** The developer's own settings are no part of the test: no database, folder, feed or model of theirs. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, SystemRoot } = process.env;
  return Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, LANG, SystemRoot }).filter(([, value]) => value !== undefined));
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await Promise.race([ended, wait(20_000)]);
  if (child.exitCode === null) child.kill("SIGKILL");
}

/** Waits for the job that loads the sample, through the same interface as everybody. */
async function sampleLoaded(address: string): Promise<void> {
  const cookie = await signIn(address);
  const until = performance.now() + LOADED_WITHIN_MS;
  while (performance.now() < until) {
    const answer = await fetch(`${address}/api/system/jobs?limit=200`, { headers: { cookie } });
    const { items } = (await answer.json()) as { items: { title: { en: string }; state: string; message: string | null }[] };
    const job = items.find(({ title }) => title.en === "Load the sample");
    if (job?.state === "done") return;
    if (job?.state === "failed" || job?.state === "cancelled") throw new Error(`the sample was not loaded: ${job.message}`);
    await wait(500);
  }
  throw new Error("the sample was not loaded within ten minutes");
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/system/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "system", password: DEMO_PASSWORD }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (!answer.ok || cookie === undefined) throw new Error(`the demo account could not sign in: ${answer.status}`);
  return cookie;
}
