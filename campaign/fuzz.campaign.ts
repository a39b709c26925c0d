import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { plugins } from "#apps/plugins.ts";
import { callOf } from "#kernel/client.ts";
import type { Operation } from "#kernel/contract.ts";
import { DEMO_PASSWORD, SAMPLE_PEOPLE } from "../sample/zone.ts";
import { type Answer, CampaignServer, type Client, until } from "./campaign-server.ts";
import { crawl } from "./fuzz-crawl.ts";
import { FILE_KINDS, type FileKind, fileMaker, type HostileFile } from "./fuzz-files.ts";
import { type Case, casesOf, type Known } from "./fuzz-inputs.ts";
import { faultOf } from "./fuzz-replies.ts";
import { type Report, seededRandom } from "./report.ts";
import type { Options } from "./run.ts";

const TO_EACH = 510;
const AT_ONCE = 12;
/** Twelve at once on two cores, some of them with archives that unpack to a hundred megabytes. */
const SLOW_MS = 60_000;
const PATIENCE_MS = 180_000;
const FILES_A_REQUEST = 5;
/** Sound requests that took longer on average are enough after so many. */
const LONG_MS = 600;
const ENOUGH = 24;

type Mounted = {
  readonly name: string;
  readonly domain: string;
  readonly operation: Operation;
  readonly grants: Readonly<Record<string, readonly string[]>>;
};
type Tally = {
  requests: number;
  faults: string[];
  readonly statuses: Map<number, number>;
  slowest: { ms: number; name: string };
  files: Map<FileKind, number>;
};

/** Where files of a kind are read: the operation whose parser they are for. */
const PARSERS: Readonly<Record<FileKind, readonly string[]>> = {
  html: ["intelligence.ingest"],
  docx: ["intelligence.ingest"],
  pdf: ["intelligence.ingest"],
  text: ["intelligence.ingest"],
  zip: ["intelligence.ingest", "economy.importFacts", "registry.importEnterprises"],
  gb18030: ["intelligence.ingest", "registry.importEnterprises"],
  xlsx: ["economy.importFacts", "intelligence.ingest", "projects.importProjects", "approvals.importCases"],
  csv: ["registry.importEnterprises", "projects.importProjects", "promotion.importStatements", "economy.importFacts"],
  xml: ["chain.importGraph"],
  json: ["projects.uploadGeography", "chain.importGraph"],
  image: ["projects.reportMonth"],
};

/** Lets the sender count out nobody: these end sessions or count guesses, and come last. */
const LAST = /^system\.(signIn|signOut|endSession|chooseRole)$/;

/** Requests of every operation from its own schema, sound, spoilt and senseless, and files of every kind, over HTTP as several roles. */
export async function run({ seed, size, only, case: onlyCase }: Options): Promise<Report> {
  const toEach = size ?? TO_EACH;
  const heard: string[] = [];
  const inside = createServer((request, reply) => {
    heard.push(`${request.method} ${request.url} by ${request.headers["user-agent"]}`);
    reply.end("inside");
  });
  await new Promise<void>((done) => inside.listen(0, "127.0.0.1", done));
  const at = await CampaignServer.create("fuzz");
  const tally: Tally = { requests: 0, faults: [], statuses: new Map(), slowest: { ms: 0, name: "" }, files: new Map() };
  try {
    const people = await signInAll(at);
    const operations = plugins.flatMap((plugin) =>
      Object.entries(plugin.operations).map(
        ([name, operation]): Mounted => ({ name: `${plugin.name}.${name}`, domain: plugin.name, operation, grants: plugin.grants }),
      ),
    );
    const known = await learn(at, people, operations, (inside.address() as AddressInfo).port);
    const make = await fileMaker();
    const ordered = [
      ...operations.filter(({ operation, name }) => operation.kind === "command" && !LAST.test(name)),
      ...operations.filter(({ operation, name }) => operation.kind === "query" && !LAST.test(name)),
      ...operations.filter(({ name }) => LAST.test(name)),
    ].filter(({ name }) => only === undefined || only.split(",").includes(name));
    const kinds = FILE_KINDS.filter((kind) => only === undefined || only === kind);
    for (const kind of kinds) await fuzzParser(kind);
    for (const [place, mounted] of ordered.entries()) {
      await fuzzOperation(mounted);
      if (place % 40 === 39)
        console.error(`  ${place + 1} of ${ordered.length} operations, ${tally.requests} requests, ${tally.faults.length} faults`);
    }
    await at.query("delete from auth.sign_in_failure");
    await until("what was taken in has been read", 1_800_000, async () => (await waiting(at)) === 0);
    const gaveUp = await at.query<{ kind: string; failure: unknown; payload: unknown }>(
      "select kind, failure, payload from job where state = 'failed'",
    );
    tally.faults.push(
      ...gaveUp
        .filter(({ failure }) => /gave-up/.test(JSON.stringify(failure)))
        .map((job) => `a job broke: ${JSON.stringify(job).slice(0, 300)}`),
    );
    tally.faults.push(...heard.map((asked) => `an address inside was asked: ${asked}`));
    const seen = only === undefined ? await crawl(at) : { pages: 0, faults: [] };
    tally.faults.push(...seen.faults);
    if (tally.faults.length > 0) tally.faults.push(...at.errors().map((line) => `logged: ${line}`));
    const of = (from: number, to: number) =>
      [...tally.statuses].filter(([status]) => status >= from && status < to).reduce((sum, [, n]) => sum + n, 0);
    return {
      title: "fuzz: every operation from its own schema, and files, with hostile values",
      figures: [
        ["operations", ordered.length],
        ["requests in all", tally.requests],
        ["requests to each operation, at least", toEach],
        ["answered with success / refused clearly / 5xx", `${of(200, 300)} / ${of(400, 500)} / ${of(500, 600)}`],
        ["files by parser", [...tally.files].map(([kind, n]) => `${kind} ${n}`).join(", ")],
        ["slowest answer", `${(tally.slowest.ms / 1000).toFixed(1)} s, ${tally.slowest.name}`],
        ["requests that reached an address inside (SSRF)", heard.length],
        ["pages looked at afterwards, with what was stored on them", seen.pages],
      ],
      lines: [
        `repeat: \`npm run campaign -- fuzz --seed ${seed}\`; one operation or parser by \`--only NAME\`, one case of it by \`--case N\``,
        "every reply is looked at: no 5xx, a sentence in each refusal, nosniff, files as attachments, no cell that a spreadsheet runs, no formula in a workbook",
      ],
      broken: tally.faults,
    };

    async function fuzzOperation(mounted: Mounted): Promise<void> {
      const { name, operation } = mounted;
      const cases = fc.sample(casesOf(operation, known(mounted.domain)), { seed: seed ^ hashOf(name), numRuns: toEach });
      // What works through a whole register at each sound request is asked so some dozen times, and otherwise with what it has to refuse.
      const spoilt = fc.sample(casesOf(operation, known(mounted.domain), false), { seed: seed ^ hashOf(name), numRuns: toEach });
      let [done, took] = [0, 0];
      const random = seededRandom(seed ^ hashOf(name));
      const callers = callersOf(mounted, people);
      await each(cases, async (sound, number) => {
        const one = done >= ENOUGH && took / done > LONG_MS ? (spoilt[number] ?? sound) : sound;
        const caller = callers[Math.floor(random() * callers.length)] as Client;
        if (onlyCase !== undefined && number !== onlyCase) return;
        const files = operation.upload
          ? [make(FILE_KINDS[number % FILE_KINDS.length] as FileKind, number, seededRandom(seed + number))]
          : [];
        const kind = FILE_KINDS[number % FILE_KINDS.length] as FileKind;
        if (files.length > 0 && "input" in one) tally.files.set(kind, (tally.files.get(kind) ?? 0) + 1);
        const started = performance.now();
        const status = await tell(name, number, caller, requestOf(operation, one, files));
        if (status === 200) [done, took] = [done + 1, took + performance.now() - started];
      });
    }

    async function fuzzParser(kind: FileKind): Promise<void> {
      const random = seededRandom(seed ^ hashOf(kind));
      const targets = PARSERS[kind].map((name) => operations.find((one) => one.name === name)).filter((one) => one !== undefined);
      const together = kind === "zip" || kind === "image" ? 1 : FILES_A_REQUEST;
      const requests = Array.from(
        { length: Math.ceil(toEach / Math.min(together, mostFiles(targets))) * targets.length },
        (_, number) => number,
      );
      await each(requests, async (number) => {
        const mounted = targets[number % targets.length] as Mounted;
        const { operation } = mounted;
        const many = Math.min(together, operation.upload?.maxFiles ?? 1);
        const files = Array.from({ length: many }, (_, place) => make(kind, number * together + place, random));
        if (onlyCase !== undefined && number !== onlyCase) return;
        const [one] = fc.sample(
          casesOf(operation, known(mounted.domain)).filter((given) => "input" in given),
          { seed: seed + number, numRuns: 1 },
        );
        const input = operation.path.includes(":") ? (one as { input: Record<string, unknown> }).input : sourceOf(mounted);
        const allowed = callersOf(mounted, people)[0] as Client;
        await tell(`${kind} → ${mounted.name}`, number, allowed, requestOf(operation, { input }, files));
        tally.files.set(kind, (tally.files.get(kind) ?? 0) + many);
      });
    }

    async function tell(
      name: string,
      number: number,
      caller: Client,
      { method, url, body, headers }: Request,
    ): Promise<number | undefined> {
      const started = performance.now();
      const answer = await caller.send(method, url, body, headers);
      const ms = performance.now() - started;
      tally.requests += 1;
      if (ms > tally.slowest.ms) tally.slowest = { ms, name };
      // Of what is too large by far the rest is not read: the connection may close before the sender has seen the answer.
      const tooLarge = typeof body === "string" && body.length > 8_000_000;
      const fault =
        answer === undefined
          ? tooLarge
            ? undefined
            : "no answer"
          : ms > SLOW_MS
            ? `answered after ${Math.round(ms)} ms`
            : await faultOf(answer).catch((error: unknown) => `unreadable: ${error}`);
      if (answer) tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1);
      if (fault !== undefined) {
        const sent =
          body instanceof FormData
            ? `form ${[...body].map(([field, value]) => `${field}=${value instanceof File ? `file ${value.name}` : value}`).join("; ")}`
            : String(typeof body === "string" ? body : JSON.stringify(body));
        const line = `${name} case ${number} as ${caller.username}: ${fault} | ${method} ${url.slice(0, 400)} ${sent.slice(0, 600)}`;
        if (tally.faults.filter((told) => told.startsWith(`${name} case`)).length < 3) console.error(`  ${line}`);
        tally.faults.push(line);
      }
      if (!at.isRunning) {
        tally.faults.push(`${name} case ${number}: the server ended: ${at.said.slice(-600)}`);
        await at.start();
      }
      if (answer?.status === 401 && caller.username !== "" && /access\.sign-in/.test(answer.bytes.toString("utf8"))) {
        await at.query("delete from auth.sign_in_failure");
        await caller.signIn();
      }
      return answer?.status;
    }
  } finally {
    inside.close();
    await at.remove();
  }
}

const mostFiles = (targets: readonly Mounted[]): number => Math.min(...targets.map(({ operation }) => operation.upload?.maxFiles ?? 1));

type Request = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

function requestOf(operation: Operation, one: Case, files: readonly HostileFile[]): Request {
  const headers: Record<string, string> =
    operation.idempotency === "key" && Math.random() < 0.2 ? { "idempotency-key": `fuzz${Math.random()}` } : {};
  if ("body" in one)
    return {
      method: "POST",
      url: operation.path.replace(/:\w+/g, "0199c000-0000-7000-8000-000000000001"),
      body: one.body,
      headers: { ...headers, "content-type": one.type },
    };
  const sendable = Object.fromEntries(
    Object.entries(one.input).map(([field, value]) => [
      field,
      operation.path.includes(`:${field}`) || operation.kind === "query" ? wellFormed(value) : value,
    ]),
  );
  const { method, url, body } = callOf(operation, sendable);
  if (files.length === 0 || method === "GET") return { method, url: url.slice(0, 15_000), body, headers };
  const form = new FormData();
  for (const [field, value] of Object.entries(body ?? {}))
    if (value !== undefined && !(value instanceof Uint8Array))
      form.append(field, typeof value === "string" ? value : JSON.stringify(value));
  for (const file of files) form.append("files", new Blob([Uint8Array.from(file.bytes)]), file.name);
  return { method, url, body: form, headers };
}

/** An address can only hold text that is text. */
const wellFormed = (value: unknown): unknown =>
  value === undefined
    ? undefined
    : ((typeof value === "string" ? value : JSON.stringify(value)) ?? "-").toWellFormed().slice(0, 1200) || "-";

/** What an import asks for beside its file. */
const sourceOf = ({ operation }: Mounted): Record<string, unknown> => ("source" in operation.input.shape ? { source: "试探来源" } : {});

const hashOf = (words: string): number =>
  [...words].reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7) & 0x7fffffff;

async function each<T>(items: readonly T[], work: (item: T, number: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < items.length) {
        const number = next;
        next += 1;
        await work(items[number] as T, number);
      }
    }),
  );
}

async function signInAll(at: CampaignServer): Promise<ReadonlyMap<string, Client>> {
  const people = new Map<string, Client>();
  for (const { username, memberships } of SAMPLE_PEOPLE) {
    const role = memberships[0]?.role;
    if (memberships.length !== 1 || role === undefined || people.has(role)) continue;
    const client = at.client(username, DEMO_PASSWORD, PATIENCE_MS);
    await client.signIn();
    people.set(role, client);
  }
  return people.set("nobody", at.client("", "", PATIENCE_MS));
}

/** Those who may, mostly, then some who may not, and nobody. The first of the list may. */
function callersOf({ operation, grants }: Mounted, people: ReadonlyMap<string, Client>): readonly Client[] {
  const nobody = people.get("nobody") as Client;
  const all = [...people].filter(([role]) => role !== "nobody");
  const may = all
    .filter(
      ([role]) => operation.permission === "public" || operation.permission === "signed-in" || grants[operation.permission]?.includes(role),
    )
    .map(([, client]) => client);
  const others = all.map(([, client]) => client).filter((client) => !may.includes(client));
  const allowed = may.length > 0 ? may : [nobody];
  return [
    ...allowed,
    ...Array.from({ length: 3 * others.length }, (_, place) => allowed[place % allowed.length] as Client),
    ...others,
    nobody,
  ];
}

/** Ids and words of the zone by domain, read through its own lists; nobody's account is among them. */
async function learn(
  at: CampaignServer,
  people: ReadonlyMap<string, Client>,
  operations: readonly Mounted[],
  port: number,
): Promise<(domain: string) => Known> {
  const spared = new Set(
    (
      await at.query<{ id: string }>(
        "select id::text from person union select id::text from membership union select id::text from auth.session",
      )
    ).map(({ id }) => id),
  );
  const found = new Map<string, { ids: Set<string>; words: Set<string> }>();
  const walk = (value: unknown, into: { ids: Set<string>; words: Set<string> }): void => {
    if (typeof value === "string") {
      if (/^[0-9a-f-]{36}$/.test(value)) {
        if (!spared.has(value) && into.ids.size < 400) into.ids.add(value);
      } else if (value.length > 1 && value.length < 30 && into.words.size < 200) into.words.add(value);
    } else if (Array.isArray(value)) for (const part of value.slice(0, 12)) walk(part, into);
    else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) walk(part, into);
  };
  for (const mounted of operations) {
    const { operation, domain } = mounted;
    const into = found.get(domain) ?? { ids: new Set<string>(), words: new Set(["云岭高新区", "2025年上半年", "2025H1", "yunling"]) };
    found.set(domain, into);
    if (operation.kind !== "query" || operation.path.includes(":") || !operation.input.safeParse({}).success) continue;
    const answer: Answer | undefined = await callersOf(mounted, people)[0]?.send("GET", operation.path);
    if (answer?.status === 200 && (answer.headers.get("content-type") ?? "").startsWith("application/json")) walk(answer.json(), into);
  }
  const all = [...found.values()].flatMap(({ ids }) => [...ids].slice(0, 20));
  return (domain) => {
    const into = found.get(domain);
    const ids = into && into.ids.size > 0 ? [...into.ids] : all;
    return { ids: ids.length > 0 ? ids : ["0199c000-0000-7000-8000-000000000001"], words: [...(into?.words ?? ["云岭"])], port };
  };
}

const waiting = async (at: CampaignServer): Promise<number> => {
  const [row] = await at.query<{ n: string }>(
    "select count(*) n from job where state in ('queued', 'running') and run_after <= now() and (attempts = 0 or kind not in ('intelligence.fetch', 'intelligence.poll-feed'))",
  );
  return Number(row?.n ?? 1);
};
