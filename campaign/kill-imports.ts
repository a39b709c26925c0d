import { setTimeout as wait } from "node:timers/promises";
import { completeUscc } from "#kernel/uscc.ts";
import type { CampaignServer } from "./campaign-server.ts";

const ROWS = 20_000;
const BAD_EVERY = 1000;

type View = { readonly id: string; readonly state: string; readonly rows: number; readonly added: number; readonly refused: number };
export type Imported = { readonly imports: number; readonly rows: number; readonly broken: readonly string[] };

/** Imports one list after another while the load lasts; each has to come to its end with every row once, whatever was killed in between. */
export async function keepImporting(at: CampaignServer, seed: number, goesOn: () => boolean): Promise<Imported> {
  const person = at.client("promotion");
  await person.signIn();
  const broken: string[] = [];
  let imports = 0;
  for (; goesOn() || imports === 0; imports += 1) {
    const mark = `断电导入${seed}第${imports}批`;
    const id = await upload(mark, imports);
    for (;;) {
      const view = (await person.send("GET", `/api/registry/imports/${id}`))?.json<View>();
      if (view !== undefined && ["DONE", "FAILED", "CANCELLED"].includes(view.state)) {
        await checkImport(mark, view);
        break;
      }
      await wait(200);
    }
  }
  return { imports, rows: imports * ROWS, broken };

  async function upload(mark: string, batch: number): Promise<string> {
    for (;;) {
      const form = new FormData();
      form.append("source", mark);
      form.append("file", new Blob([list(mark, batch)]), `${mark}.csv`);
      const answer = await person.send("POST", "/api/registry/imports", form, { "idempotency-key": `import-${imports}` });
      if (answer?.status === 200) return answer.json<View>().id;
      if (answer !== undefined && answer.status !== 503 && answer.status !== 401) {
        broken.push(`an import was answered with ${answer.status}: ${answer.bytes.toString("utf8").slice(0, 200)}`);
        if (answer.status < 500) throw new Error(broken.at(-1));
      }
      await wait(200);
    }
  }

  async function checkImport(mark: string, view: View): Promise<void> {
    const bad = ROWS / BAD_EVERY;
    if (view.state !== "DONE" || view.rows !== ROWS || view.added !== ROWS - bad || view.refused !== bad)
      broken.push(`import ${mark}: ${JSON.stringify({ state: view.state, rows: view.rows, added: view.added, refused: view.refused })}`);
    const [row] = await untilRead(() =>
      at.query<{ n: string; names: string }>("select count(*) n, count(distinct name) names from enterprise where name like $1", [
        `${mark}%`,
      ]),
    );
    if (Number(row?.n) !== ROWS - bad || Number(row?.names) !== ROWS - bad)
      broken.push(`import ${mark}: in the register ${JSON.stringify(row)}`);
    const received = await untilRead(() => at.query<{ n: string }>("select count(*) n from enterprise_import where source = $1", [mark]));
    if (received[0]?.n !== "1") broken.push(`import ${mark} was received ${received[0]?.n} times`);
  }
}

/** The database may be away at this very moment. */
async function untilRead<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (attempt > 300) throw error;
      await wait(200);
    }
  }
}

function list(mark: string, batch: number): string {
  const rows = Array.from({ length: ROWS }, (_, place) => {
    const number = String(batch * ROWS + place).padStart(7, "0");
    const code = place % BAD_EVERY === 7 ? "91500000MAXX000158" : completeUscc(`91610000MA${number}`);
    return `${mark}${String(place).padStart(6, "0")},${code},云岭某街道某路${place}号`;
  });
  return `名称,信用代码,住所\n${rows.join("\n")}\n`;
}
