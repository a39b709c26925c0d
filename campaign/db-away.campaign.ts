import { readdirSync, readFileSync, renameSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, CampaignServer, until } from "./campaign-server.ts";
import { type Report, seededRandom } from "./report.ts";
import type { Options } from "./run.ts";
import { type Sent, wires } from "./wires.ts";
import { answered, check, verifyJournal, waitingWork, write } from "./writers.ts";

const AWAY_SECONDS = 60;
/** Nobody waits longer than this for the sentence. */
const TOLD_WITHIN_MS = 3_000;
const NOTICED_WITHIN_MS = 13_000;
const READY_WITHIN_MS = 30_000;

/**
 * The database is gone for a minute while people write, and then, once more, stands still for a minute without closing its connections.
 * The server's process goes on, says so in one sentence, and works again by itself.
 */
export async function run({ seed, size }: Options): Promise<Report> {
  const seconds = size ?? AWAY_SECONDS;
  const at = await CampaignServer.create("db-away");
  const sent: Sent[] = [];
  const broken: string[] = [];
  const figures: [string, string | number][] = [];
  let sending = true;
  let listening: ((answer: Answer | undefined) => void) | undefined;
  try {
    const prepared = await Promise.all(wires.map((wire) => wire.prepare(at)));
    const writers = prepared.map((wire, place) =>
      write(
        wire,
        `${place}`,
        seededRandom(seed + place),
        sent,
        () => sending,
        broken,
        (answer) => listening?.(answer),
      ),
    );
    await until("commands are answered", 60_000, async () => answered(sent) > 50);
    const probe = at.client("audit");
    await probe.signIn();

    for (const [name, leave, comeBack] of [
      ["gone", () => takeAway(at), (folder: string) => renameSync(`${folder}.away`, folder)],
      ["standing still", () => stopAll(at, "SIGSTOP"), () => stopAll(at, "SIGCONT")],
    ] as const) {
      const heard = new Map<string, number>();
      const sentences = new Set<string>();
      let slowest = 0;
      const folder = leave();
      // What was under way when it left may be answered in whatever way; that it stands still shows after some ten seconds.
      await wait(name === "gone" ? 1000 : NOTICED_WITHIN_MS);
      listening = (answer) => {
        const refusal = answer !== undefined && answer.status >= 500 ? answer.json<{ code: string; title: string }>() : undefined;
        const told = answer === undefined ? "no answer" : (refusal?.code ?? String(answer.status));
        heard.set(told, (heard.get(told) ?? 0) + 1);
        if (refusal) sentences.add(refusal.title);
        if (refusal && refusal.code !== "database.unavailable") broken.push(`${name}: ${answer?.status} ${refusal.code}`);
      };
      const live: number[] = [];
      const ready: number[] = [];
      const until_ = performance.now() + seconds * 1000;
      while (performance.now() < until_) {
        live.push((await probe.send("GET", "/api/health/live"))?.status ?? 0);
        ready.push((await probe.send("GET", "/api/health/ready"))?.status ?? 0);
        const asked = performance.now();
        const answer = await probe.send("GET", "/api/registry/imports");
        slowest = Math.max(slowest, performance.now() - asked);
        if (answer?.status === 200) broken.push(`${name}: something was read from a database that is away`);
        await wait(500);
      }
      listening = undefined;
      comeBack(folder);
      const back = performance.now();
      const again = answered(sent);
      await until(`commands are answered again after it was ${name}`, 180_000, async () => answered(sent) > again + 20);
      const recovered = (performance.now() - back) / 1000;
      if (live.some((status) => status !== 200)) broken.push(`${name}: the process did not say that it lives`);
      if (ready.some((status) => status !== 503)) broken.push(`${name}: the process said that it is ready: ${ready.join(" ")}`);
      if (slowest > TOLD_WITHIN_MS) broken.push(`${name}: a reader was told after ${(slowest / 1000).toFixed(1)} s only`);
      await until(
        `ready again after it was ${name}`,
        READY_WITHIN_MS,
        async () => (await probe.send("GET", "/api/health/ready"))?.status === 200,
      );
      figures.push(
        [`${name} for ${seconds} s: answers to those who wrote`, [...heard].map(([told, n]) => `${told} ${n}`).join(", ")],
        [`${name}: said`, [...sentences].join(" ")],
        [`${name}: slowest answer to a reader`, `${(slowest / 1000).toFixed(1)} s`],
        [`${name}: from its return to 20 commands answered`, `${recovered.toFixed(1)} s`],
      );
    }
    if (!at.isRunning) broken.push("the server's process ended");
    sending = false;
    await Promise.all(writers);
    await until("no job is left", 300_000, async () => (await waitingWork(at)) === 0);
    broken.push(...(await check(at, prepared, sent)));
    if (broken.length > 0) broken.push(...at.errors().map((line) => `logged: ${line}`));
    const journal = await verifyJournal(at);
    broken.push(...journal.findings);
    return {
      title: `db-away: the database gone for ${seconds} s, then standing still for ${seconds} s`,
      figures: [
        ...figures,
        ["commands answered with success in all: there exactly once", answered(sent)],
        ["journal entries verified", journal.entries],
      ],
      lines: [
        "liveness answered 200 and readiness 503 throughout",
        `repeat: \`npm run campaign -- db-away --seed ${seed}\`; \`--size\` sets the seconds`,
      ],
      broken,
    };
  } finally {
    sending = false;
    await at.remove();
  }
}

/** Killed, and its folder moved aside, so that nobody can start it again. */
function takeAway(at: CampaignServer): string {
  const folder = at.databaseFolder;
  at.killDatabase();
  renameSync(folder, `${folder}.away`);
  return folder;
}

/** Every process of the database; the system keeps its connections open and nobody answers on them. */
function stopAll(at: CampaignServer, signal: "SIGSTOP" | "SIGCONT"): string {
  const postmaster = at.postmaster();
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
  for (const pid of [postmaster, ...children.map(Number)]) process.kill(pid, signal);
  return at.databaseFolder;
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return 0;
  }
}
