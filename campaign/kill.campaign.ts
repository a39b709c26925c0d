import { setTimeout as wait } from "node:timers/promises";
import { CampaignServer, until } from "./campaign-server.ts";
import { keepImporting } from "./kill-imports.ts";
import { type Report, seededRandom } from "./report.ts";
import type { Options } from "./run.ts";
import { type Sent, wires } from "./wires.ts";
import { answered, check, verifyJournal, waitingWork, write } from "./writers.ts";

const KILLS = 100;
/** Commands that have to be answered between two kills: each kill falls into a load that flows. */
const ANSWERED_BETWEEN = 8;
const LONGEST_WAIT_MS = 1500;
const AGAIN_WITHIN_MS = 180_000;

type Target = "server" | "database" | "both";

/**
 * The server's process and its database's are killed (SIGKILL) at random moments while several people send commands under idempotency keys,
 * an import streams in and jobs read documents. Afterwards each command that was answered with success has to be there exactly once.
 */
export async function run({ seed, size }: Options): Promise<Report> {
  const random = seededRandom(seed);
  const kills = size ?? KILLS;
  const at = await CampaignServer.create("kill");
  const sent: Sent[] = [];
  const broken: string[] = [];
  let sending = true;
  try {
    const prepared = await Promise.all(wires.map((wire) => wire.prepare(at)));
    const writers = prepared.map((wire, place) => write(wire, `${place}`, seededRandom(seed + place + 1), sent, () => sending, broken));
    const imports = keepImporting(at, seed, () => sending);
    const killed: Record<Target, number> = { server: 0, database: 0, both: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const before = answered(sent);
      await until("commands are answered between two kills", AGAIN_WITHIN_MS, async () => answered(sent) >= before + ANSWERED_BETWEEN);
      await wait(random() * LONGEST_WAIT_MS);
      const target = (["server", "database", "both"] as const)[Math.floor(random() * 3)] ?? "server";
      killed[target] += 1;
      if (target !== "server") at.killDatabase();
      if (target !== "database") await at.killServer();
      if (target !== "database") await at.start();
      if (kill % 10 === 9) console.error(`  ${kill + 1} kills, ${answered(sent)} commands answered`);
    }
    const before = answered(sent);
    await until("commands are answered after the last kill", AGAIN_WITHIN_MS, async () => answered(sent) >= before + ANSWERED_BETWEEN);
    sending = false;
    await Promise.all(writers);
    const imported = await imports;
    await until("no job is left", 600_000, async () => (await waitingWork(at)) === 0);

    broken.push(...(await check(at, prepared, sent)));
    broken.push(...imported.broken);
    const failed = await at.query<{ kind: string; failure: unknown }>("select kind, failure from job where state = 'failed'");
    broken.push(...failed.map((job) => `a job of kind ${job.kind} failed: ${JSON.stringify(job.failure)}`));
    const doubled = await at.query("select event_id from outbox_delivery group by event_id, subscriber, zone_id having count(*) > 1");
    broken.push(...doubled.map((row) => `an event was delivered twice: ${JSON.stringify(row)}`));
    const undelivered = await at.query<{ n: string }>("select count(*) n from outbox where delivered_at is null and failure is not null");
    if (undelivered[0]?.n !== "0") broken.push(`${undelivered[0]?.n} events wait after a failure`);
    if (broken.length > 0) broken.push(...at.errors().map((line) => `logged: ${line}`));
    const journal = await verifyJournal(at);
    broken.push(...journal.findings);
    const count = (outcome: Sent["outcome"]) => sent.filter((one) => one.outcome === outcome).length;
    return {
      title: `kill: ${kills} times SIGKILL under a mixed load`,
      figures: [
        ["kills of the server / of the database / of both at once", `${killed.server} / ${killed.database} / ${killed.both}`],
        ["commands sent by 5 people", sent.length],
        ["answered with success: there exactly once", count("accepted")],
        [
          "– of these repeated under their key after no answer",
          sent.filter((one) => one.outcome === "accepted" && one.repeated > 0).length,
        ],
        ["refused: not there", count("refused")],
        ["– of these, sound ones", sent.filter((one) => one.outcome === "refused" && !one.wrong).length],
        ["never answered and not repeated: there once / not there", `${count("unknown-there")} / ${count("unknown-absent")}`],
        ["imports broken off and resumed, rows in them", `${imported.imports}, ${imported.rows}`],
        ["jobs done", (await at.query<{ n: string }>("select count(*) n from job where state = 'done'"))[0]?.n ?? "?"],
        ["journal entries verified", journal.entries],
      ],
      lines: [`repeat: \`npm run campaign -- kill --seed ${seed}\`; \`--size\` sets the number of kills`],
      broken,
    };
  } finally {
    sending = false;
    await at.remove();
  }
}
