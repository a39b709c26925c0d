import { type ChildProcess, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { heard, start, temporaryFolder } from "#apps/test-command.ts";
import { placeDatabase } from "#kernel/server/database-place.ts";
import { findRunningPort, LOGINS, passwordsOf } from "#kernel/server/postgres-cluster.ts";
import { DEMO_PASSWORD } from "../sample/zone.ts";

const LOADED_WITHIN_MS = 900_000;
/** A request that got no answer within this long is treated as one that was never answered. */
export const ANSWERS_WITHIN_MS = 30_000;

export type Answer = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer; json<T>(): T };
/** One person's connection: keeps the session's cookie and signs in again when it has ended. */
export type Client = {
  readonly username: string;
  /** @returns undefined when the server gave no answer. */
  send(method: "GET" | "POST", path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer | undefined>;
  signIn(): Promise<void>;
  /** The session's cookie, as a header. */
  cookie(): string;
};

/** The program itself in a process of its own, with its embedded database and the sample zone, on a folder that goes with it. */
export class CampaignServer {
  readonly dataDir: string;
  readonly #remove: () => void;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  readonly #logged = new Set<string>();
  #address = "";
  /** What it wrote: the last of it is printed when something went wrong. */
  said = "";

  private constructor(dataDir: string, remove: () => void, environment: Readonly<Record<string, string>>) {
    this.dataDir = dataDir;
    this.#remove = remove;
    this.#environment = environment;
  }

  static async create(name: string, environment: Readonly<Record<string, string>> = {}, at?: string): Promise<CampaignServer> {
    const folder = at === undefined ? await temporaryFolder(`campaign-${name}`) : { path: at, remove: () => {} };
    const server = new CampaignServer(join(folder.path, "data"), folder.remove, environment);
    // Loading the sample takes minutes: a folder that holds it may be named, and is filled the first time.
    const kept = process.env["CAMPAIGN_SAMPLE"];
    const copy = (from: string, into: string) => spawnSync("cp", ["-a", from, into]);
    if (kept !== undefined && existsSync(kept)) copy(kept, server.dataDir);
    await server.start();
    await server.#sampleLoaded();
    if (kept !== undefined && !existsSync(kept)) {
      await server.stop();
      copy(server.dataDir, `${kept}.making`);
      renameSync(`${kept}.making`, kept);
      await server.start();
    }
    return server;
  }

  get address(): string {
    return this.#address;
  }
  get pid(): number {
    return this.#child?.pid ?? 0;
  }
  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** On the port it had, so that clients find it again. */
  async start(): Promise<void> {
    const port = this.#address === "" ? "0" : new URL(this.#address).port;
    const child = start("server", [], { DATA_DIR: this.dataDir, PORT: port, ...this.#environment });
    this.#child = child;
    const hear = (part: Buffer) => {
      this.said = `${this.said}${part.toString()}`.slice(-40_000);
      for (const line of part.toString().split("\n"))
        if (line.includes('"level":50') && this.#logged.size < 50)
          this.#logged.add(line.replace(/"(time|pid|hostname|reqId)":("[^"]*"|\d+),?/g, ""));
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    this.#address = await heard(child, /园枢已启动：(\S+)/);
  }

  async killServer(): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** The postmaster's own process: its children go with it. @returns whether there was one. */
  killDatabase(): boolean {
    try {
      process.kill(this.postmaster(), "SIGKILL");
      return true;
    } catch {
      return false;
    }
  }

  postmaster(): number {
    const file = join(placeDatabase(this.dataDir).cluster.folder, "postmaster.pid");
    if (!existsSync(file)) throw new Error("the database does not run");
    return Number.parseInt(readFileSync(file, "utf8"), 10);
  }

  get databaseFolder(): string {
    return placeDatabase(this.dataDir).cluster.folder;
  }

  /** The errors that the server logged, each once: what a broken promise is traced by. */
  errors(): readonly string[] {
    return [...new Set([...this.#logged].map((line) => line.replace(/file:\/\/\/?[^)\s]*\/(?=src\/)/g, "").slice(0, 700)))];
  }

  async stop(): Promise<number | null> {
    const child = this.#child;
    if (!child || !this.isRunning) return child?.exitCode ?? null;
    const ended = once(child, "exit") as Promise<[number | null]>;
    child.kill("SIGTERM");
    return (await ended)[0];
  }

  async remove(): Promise<void> {
    await this.stop();
    this.#remove();
  }

  /** Reads as the database's superuser, past every wall: what is there, and not what somebody may see. */
  async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { cluster } = placeDatabase(this.dataDir);
    const { admin } = await passwordsOf(cluster);
    const client = new pg.Client({
      connectionString: `postgres://${LOGINS.admin}:${admin}@127.0.0.1:${findRunningPort(cluster)}/yuanshu`,
    });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  client(username: string, password = DEMO_PASSWORD, patienceMs = ANSWERS_WITHIN_MS): Client {
    let cookie = "";
    const send: Client["send"] = async (method, path, body, headers = {}) => {
      try {
        const isForm = body instanceof FormData || body instanceof Uint8Array || typeof body === "string";
        const reply = await fetch(`${this.#address}${path}`, {
          method,
          headers: {
            ...(cookie === "" ? {} : { cookie }),
            ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: isForm ? (body as FormData | string) : JSON.stringify(body) }),
          signal: AbortSignal.timeout(patienceMs),
        });
        const bytes = Buffer.from(await reply.arrayBuffer());
        return { status: reply.status, headers: reply.headers, bytes, json: <T>() => JSON.parse(bytes.toString("utf8")) as T };
      } catch {
        return undefined;
      }
    };
    const signIn = async () => {
      for (let attempt = 0; ; attempt += 1) {
        cookie = "";
        const answer = await send("POST", "/api/system/sign-in", { username, password });
        if (answer?.status === 200) {
          cookie = answer.headers
            .getSetCookie()
            .map((one) => one.split(";")[0])
            .join("; ");
          return;
        }
        if (attempt > 120)
          throw new Error(`${username} could not sign in: ${answer?.status} ${answer?.bytes.toString("utf8").slice(0, 300)}`);
        await wait(500);
      }
    };
    return { username, send, signIn, cookie: () => cookie };
  }

  async #sampleLoaded(): Promise<void> {
    const until = performance.now() + LOADED_WITHIN_MS;
    while (performance.now() < until) {
      const [job] = await this.query<{ state: string; message: string | null }>(
        "select state, message from job where kind = 'sample.load' order by id desc limit 1",
      );
      if (job?.state === "done") return;
      if (job?.state === "failed" || job?.state === "cancelled") throw new Error(`the sample was not loaded: ${job.message}`);
      await wait(500);
    }
    throw new Error("the sample was not loaded in time");
  }
}

/** Waits until something holds. @throws with the words when it does not within so many milliseconds. */
export async function until(words: string, within: number, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + within;
  while (performance.now() < end) {
    if (await holds().catch(() => false)) return;
    await wait(100);
  }
  throw new Error(`did not come about within ${within} ms: ${words}`);
}
