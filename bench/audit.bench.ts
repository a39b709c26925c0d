import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openRuntime } from "#apps/runtime.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { rotateKey, signDigest } from "#kernel/server/journal-digest.ts";
import { verifyJournal } from "#kernel/server/verify-journal.ts";
import { median, type Table, timed } from "./measure.ts";

const ENTRIES = 1_000_000;
const ZONE = "0199c000-0000-7000-8000-0000000000fe";

/** A chain of a million entries, each as long as the sample's are on average, hashed by the database's own function, head and all. */
const WRITE = `
do $$ declare e journal_entry; begin
  perform set_config('app.zone', '${ZONE}', true);
  e.zone_id := '${ZONE}'; e.hash := repeat('0', 64); e.items := 0; e.items_root := ''; e.personal_digest := '';
  for n in 1..${ENTRIES} loop
    e.sequence := n; e.at := timestamptz '2026-01-01' + n * interval '1 second'; e.actor_id := '0199c000-0000-7000-8000-00000000' || to_char(n % 97, 'FM0000');
    e.role := 'promotion'; e.origin := '10.0.0.8'; e.operation := 'promotion.logInteraction'; e.subject := 'lead:0199c000-0000-7000-8000-' || to_char(n % 3001, 'FM000000000000');
    e.payload := '{"after":{"kind":"call","learnt":"' || repeat('企业拟在园区建设研发中心', 12) || '","number":' || n || '},"before":null}';
    e.previous_hash := e.hash; e.hash := journal_hash(e);
    insert into journal_entry select e.*;
  end loop;
  insert into journal_head (zone_id, sequence, hash) values (e.zone_id, ${ENTRIES}, e.hash);
end $$`;

export async function run(): Promise<Table> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuanshu-audit-"));
  const runtime = await openRuntime({ as: "server", environment: process.env, dataDir });
  const client = new pg.Client({ connectionString: runtime.database.ownerUrl });
  try {
    const actor = { ...localAdministrator(ZONE, runtime.platform.permissions) };
    const { unitOfWork } = runtime;
    const { secretBox } = runtime.outgoing;
    await unitOfWork.run(actor, {}, (tx) => tx.insertInto("zone").values({ id: ZONE, slug: "bench", name: "云岭高新区" }).execute());
    await client.connect();
    await client.query(WRITE);
    await client.query("vacuum analyze journal_entry");
    const signed = await timed(() => unitOfWork.run(actor, {}, (tx) => signDigest(tx, secretBox, "now")));
    const verify = () => unitOfWork.run(actor, { readOnly: true }, (tx) => verifyJournal(tx, ZONE, { boxes: secretBox }));
    let entries = 0;
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      times.push(
        await timed(async () => {
          const report = await verify();
          if (report.findings.length > 0) throw new Error(JSON.stringify(report.findings));
          entries = report.entries;
        }),
      );
    }
    clearInterval(watch);
    // The same chain under SM3 and SM2: every entry is hashed anew, in the program.
    await client.query(`select set_config('app.zone', $1, false)`, [ZONE]);
    await client.query("delete from journal_digest");
    await unitOfWork.run(actor, {}, (tx) => rotateKey(tx, secretBox, "sm3-sm2"));
    await unitOfWork.run(actor, {}, (tx) => signDigest(tx, secretBox, "now"));
    const national: number[] = [];
    for (let round = 0; round < 3; round += 1) national.push(await timed(verify));
    // One byte in the middle.
    await client.query(
      "update journal_entry set payload = replace(payload, '\"number\":500000}', '\"number\":500001}') where zone_id = $1 and sequence = 500000",
      [ZONE],
    );
    const found = (await verify()).findings.map(({ code, sequence }) => `${code} ${sequence}`);
    const row = (name: string, figures: readonly number[]) => ({
      name,
      median: median(figures),
      least: Math.min(...figures),
      most: Math.max(...figures),
    });
    return {
      title: "audit",
      unit: "ms",
      rows: [row("verify, SHA-256 and Ed25519", times), row("verify, SM3 and SM2", national), row("sign a digest over all", [signed])],
      lines: [
        `${entries} entries, ${Math.round((entries / median(times)) * 1000)} entries/s`,
        `memory ${Math.round(before / 1e6)} MB before, ${Math.round(most / 1e6)} MB at the most during five rounds`,
        `one figure of entry 500000 changed in the database: found as ${found.join(", ")}`,
      ],
    };
  } finally {
    await client.end();
    await runtime.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
