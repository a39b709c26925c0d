import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, rmSync, statfsSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, CampaignServer, until } from "./campaign-server.ts";
import { type Report, seededRandom } from "./report.ts";
import type { Options } from "./run.ts";
import { type Sent, wires } from "./wires.ts";
import { answered, check, verifyJournal, waitingWork, write } from "./writers.ts";

const DISK_MB = 1000;
const FULL_SECONDS = 30;
const PIECE = Buffer.alloc(65_536, 1);
const ANSWERS = new Set(["database.no-space", "database.unavailable", "file.no-space"]);

/** The disk under database and files fills up while people write, stays full for a while, and gets room again. Nothing is restarted by hand. */
export async function run({ seed, size }: Options): Promise<Report> {
  const seconds = size ?? FULL_SECONDS;
  const disk = mkdtempSync(join(tmpdir(), "yuanshu-campaign-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MB}m,mode=755`, "tmpfs", disk], { encoding: "utf8" });
  if (mounted.status !== 0) {
    rmSync(disk, { recursive: true });
    return {
      title: "disk: a full disk",
      figures: [],
      lines: [],
      broken: [`this machine lets nobody mount a small disk: ${mounted.stderr.trim() || mounted.error?.message}`],
    };
  }
  chmodSync(disk, 0o755);
  const ballast = join(disk, "ballast");
  const sent: Sent[] = [];
  const broken: string[] = [];
  const heard = new Map<string, number>();
  const sentences = new Set<string>();
  let phase: "before" | "full" | "after" = "before";
  let sending = true;
  let at: CampaignServer | undefined;
  try {
    const server = await CampaignServer.create("disk", {}, disk);
    at = server;
    const prepared = await Promise.all(wires.map((wire) => wire.prepare(server)));
    const hear = (answer: Answer | undefined) => {
      if (phase !== "full") return;
      const refusal = answer !== undefined && answer.status >= 500 ? answer.json<{ code: string; title: string }>() : undefined;
      const told = answer === undefined ? "no answer" : (refusal?.code ?? `${answer.status}`);
      heard.set(told, (heard.get(told) ?? 0) + 1);
      if (refusal && !ANSWERS.has(refusal.code)) broken.push(`while the disk was full: ${answer?.status} ${refusal.code}`);
      if (refusal) sentences.add(refusal.title);
    };
    const writers = prepared.map((wire, place) => write(wire, `${place}`, seededRandom(seed + place), sent, () => sending, broken, hear));
    await until("commands are answered", 60_000, async () => answered(sent) > 50);
    const before = answered(sent);
    phase = "full";
    const full = performance.now() + seconds * 1000;
    while (performance.now() < full) {
      fill(ballast, disk);
      await wait(50);
    }
    const accepted = answered(sent) - before;
    phase = "after";
    rmSync(ballast, { force: true });
    const freed = performance.now();
    const again = answered(sent);
    await until("commands are answered again, nothing having been restarted", 180_000, async () => answered(sent) > again + 20);
    const recovered = (performance.now() - freed) / 1000;
    if (!server.isRunning) broken.push("the server's process ended");
    sending = false;
    await Promise.all(writers);
    await until("no job is left", 300_000, async () => (await waitingWork(server)) === 0);
    broken.push(...(await check(server, prepared, sent)));
    if (broken.length > 0) broken.push(...server.errors().map((line) => `logged: ${line}`));
    const journal = await verifyJournal(server);
    broken.push(...journal.findings);
    const refusedThen = [...heard].filter(([code]) => ANSWERS.has(code)).reduce((sum, [, n]) => sum + n, 0);
    if (refusedThen === 0) broken.push("nothing was refused: the disk was not full for those who wrote");
    return {
      title: `disk: full for ${seconds} s under database and files (a tmpfs of ${DISK_MB} MB)`,
      figures: [
        ["answers while it was full", [...heard].map(([told, n]) => `${told} ${n}`).join(", ")],
        ["commands that still found room then", accepted],
        ["from room on the disk to 20 commands answered again", `${recovered.toFixed(1)} s`],
        ["commands answered with success in all: there exactly once", answered(sent)],
        ["journal entries verified", journal.entries],
      ],
      lines: [
        ...[...sentences].map((sentence) => `said: ${sentence}`),
        `repeat: \`npm run campaign -- disk --seed ${seed}\`, as root; \`--size\` sets the seconds`,
      ],
      broken,
    };
  } finally {
    sending = false;
    rmSync(ballast, { force: true });
    await at?.remove();
    spawnSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

/** Takes all the room there is. */
function fill(path: string, disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  const free = bavail * bsize;
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (free > 10 * PIECE.length) {
      // A hole would take no room: the bytes are written.
      for (let left = free; left > PIECE.length; left -= PIECE.length) appendFileSync(path, PIECE);
    } else if (size >= 0 && free > 0) appendFileSync(path, PIECE.subarray(0, free));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    truncateSync(path, statSync(path).size);
  }
}
