import { createHmac, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { channels, jobHandlers, subscribers } from "#apps/background.ts";
import { plugins } from "#apps/plugins.ts";
import type { Runtime } from "#apps/runtime.ts";
import { createServer } from "#apps/server/create-server.ts";
import { callOf } from "#kernel/client.ts";
import type { Operation, OutputOf, SentInputOf } from "#kernel/contract.ts";
import type { Grants } from "#kernel/policy.ts";
import { type Role, SIGNED_IN_ROLES } from "#kernel/role.ts";
import { AccessTokens } from "#kernel/server/access-tokens.ts";
import { createPool } from "#kernel/server/database.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import { mailBySmtp } from "#kernel/server/mail.ts";
import { SESSION_COOKIE } from "#kernel/server/mount-operations.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import type { OutgoingTools } from "#kernel/server/outgoing.ts";
import { createPlatform } from "#kernel/server/platform.ts";
import { guardOutside } from "#kernel/server/post-outside.ts";
import { secretBoxes } from "#kernel/server/secret-box.ts";
import type { Outside } from "#kernel/server/sign-in/outside.ts";
import { migrateSignIn } from "#kernel/server/sign-in/sign-in-tables.ts";
import { SignIn } from "#kernel/server/sign-in.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { startWorker, type Worker } from "#kernel/server/worker.ts";

export const SECRET = "a-secret-of-tests-only";
/** Receivers of the tests listen here; every other private address is refused as it is outside of tests. */
const OUTGOING_ALLOW = "127.0.0.1/32";

export type Place = "first" | "second";
/** Somebody signed in under one role. `cookie` null: nobody. */
export type Account = { readonly cookie: string | null; readonly personId: string; readonly name: string };
export const nobody: Account = { cookie: null, personId: "", name: "" };

export type CallOptions = {
  readonly files?: readonly UploadedFile[];
  readonly key?: string;
  readonly language?: "zh" | "en";
  readonly headers?: Readonly<Record<string, string>>;
};
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Buffer;
};
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
};

export type TestServer = {
  readonly database: TestDatabase;
  readonly runtime: Runtime;
  readonly server: FastifyInstance;
  readonly worker: Worker;
  /** Two enterprises of the national register; each has an account in the first zone. */
  readonly enterprises: readonly [string, string];
  /** The person of a role in a zone; `other` the one of the second enterprise, or a second holder of the role. */
  account(role: Role, place?: Place, which?: "one" | "other"): Account;
  /** Sends one operation through HTTP, as the web client would. */
  call<O extends Operation>(account: Account, operation: O, input: SentInputOf<O>, options?: CallOptions): Promise<Reply>;
  /** @returns the output; throws when the call was refused. */
  done<O extends Operation>(account: Account, operation: O, input: SentInputOf<O>, options?: CallOptions): Promise<OutputOf<O>>;
  /** @returns the problem; throws when the call was not refused. */
  refused(account: Account, operation: Operation, input: unknown, options?: CallOptions): Promise<Problem>;
  /** Rows of every table of the domains, by table: what "nothing was stored" is checked with. */
  countRows(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
};

export type TestServerOptions = {
  /** Mail, single sign-on and the public address of the sign-in. */
  readonly outside?: Outside;
  /** `SMTP_URL` and `MAIL_FROM`, for tests that look at mails. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Everybody who is signed in holds every permission of every domain: what is refused then, the rows themselves refuse. No server can be started so. */
  readonly withoutPermissions?: boolean;
  readonly agentCallsPerMinute?: number;
  readonly liveHeartbeatMs?: number;
  /** The time of what is told elsewhere. */
  readonly now?: () => Date;
};

/** An HTTP server over a database of its own: a person for every role in two zones, two enterprises, a worker. Close it in `afterAll`. */
export async function createTestServer({
  outside,
  withoutPermissions = false,
  environment = {},
  agentCallsPerMinute,
  liveHeartbeatMs,
  now = () => new Date(),
}: TestServerOptions = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const owner = new URL(database.ownerUrl);
  await database.tamper(`grant create on database ${owner.pathname.slice(1)} to ${owner.username}`);
  await migrateSignIn(database.ownerUrl);
  const pool = createPool(database.appUrl, "test server", { max: 8 });
  const store = createFolderStore(join(database.dataDir, "files"));
  const signIn = new SignIn(database.signInUrl, SECRET, outside ? { outside } : {});
  const accessTokens = new AccessTokens(database.signInUrl);
  const guard = guardOutside(OUTGOING_ALLOW);
  const granted = withoutPermissions ? plugins.map((plugin) => ({ ...plugin, grants: toEverybody(plugin.grants) })) : plugins;
  const platform = createPlatform({ plugins: granted, unitOfWork: database.uow, store, secret: SECRET, checkOutside: guard.check });
  const outgoing: OutgoingTools = {
    unitOfWork: database.uow,
    post: guard.post,
    mail: mailBySmtp(environment),
    secretBox: secretBoxes(SECRET),
    publicUrl: "https://yuanshu.test",
    now,
  };
  const runtime: Runtime = {
    database: { ...database, embedded: true, close: async () => {} } as unknown as Runtime["database"],
    pool,
    unitOfWork: database.uow,
    signIn,
    accessTokens,
    outgoing,
    store,
    platform,
    dataDir: database.dataDir,
    close: async () => {},
  };
  const webFolder = join(database.dataDir, "web");
  await mkdir(webFolder);
  await writeFile(join(webFolder, "index.html"), "<!doctype html><title>园枢</title>");
  const server = await createServer(runtime, {
    demoAccounts: [],
    secureCookies: false,
    quiet: true,
    webFolder,
    ...(agentCallsPerMinute === undefined ? {} : { agentCallsPerMinute }),
    ...(liveHeartbeatMs === undefined ? {} : { liveHeartbeatMs }),
  });
  const worker = await startWorker({
    workerUrl: database.workerUrl,
    unitOfWork: database.uow,
    store,
    secretBox: outgoing.secretBox,
    jobs: offlineJobs(runtime),
    subscribers: subscribers(),
    outgoing: { channels: channels(), tools: outgoing },
    pollMs: 20,
  });
  const enterprises = [randomUUID(), randomUUID()] as const;
  const accounts = await plantAccounts(database, enterprises);
  const account: TestServer["account"] = (role, place = "first", which = "one") => {
    const found = accounts.get(`${place} ${role} ${which}`);
    if (!found) throw new Error(`no ${which} ${role} in the ${place} zone`);
    return found;
  };

  const call: TestServer["call"] = async (caller, operation, input, { files, key, language = "zh", headers = {} } = {}) => {
    const { method, url, body } = callOf(operation, input);
    const form = files ? await encodeForm(body ?? {}, files) : undefined;
    const reply = await server.inject({
      method,
      url,
      headers: {
        "accept-language": language === "en" ? "en" : "zh-CN",
        ...(caller.cookie === null ? {} : { cookie: `${SESSION_COOKIE}=${caller.cookie}` }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(form ? { "content-type": form.type } : {}),
        ...headers,
      },
      ...(form ? { payload: form.bytes } : body === undefined ? {} : { payload: body }),
    });
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, bytes: reply.rawPayload };
  };
  return {
    database,
    runtime,
    server,
    worker,
    enterprises,
    account,
    call,
    done: async (caller, operation, input, options) => {
      const reply = await call(caller, operation, input, options);
      if (reply.status !== 200) throw new Error(`${operation.path} answered ${reply.status}: ${reply.text.slice(0, 500)}`);
      return JSON.parse(reply.text) as never;
    },
    refused: async (caller, operation, input, options) => {
      const reply = await call(caller, operation, input as never, options);
      if (reply.status < 400) throw new Error(`${operation.path} was not refused: ${reply.text.slice(0, 500)}`);
      if (!String(reply.headers["content-type"]).startsWith("application/problem+json")) throw new Error(`not a problem: ${reply.text}`);
      return JSON.parse(reply.text) as Problem;
    },
    countRows: () => countRows(database),
    close: async () => {
      await worker.close();
      await server.close();
      outgoing.mail.close();
      await accessTokens.close();
      await signIn.close();
      await pool.end();
      await database.close();
    },
  };
}

const toEverybody = (grants: Grants): Grants => Object.fromEntries(Object.keys(grants).map((permission) => [permission, SIGNED_IN_ROLES]));

/** Jobs that ask the web stay queued: a test reaches no network. */
function offlineJobs(runtime: Runtime): ReturnType<typeof jobHandlers> {
  const { "intelligence.fetch": _fetch, "intelligence.poll-feed": _poll, ...offline } = jobHandlers(runtime);
  return offline;
}

/** People, their roles and their sessions as rows: hashing a password for each would take longer than the tests. */
async function plantAccounts(database: TestDatabase, enterprises: readonly [string, string]): Promise<ReadonlyMap<string, Account>> {
  for (const [place, id] of enterprises.entries())
    await database.tamper("insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'provisional', $2, $3)", [
      id,
      `T${place}`,
      `第${place + 1}企业`,
    ]);
  const zones = [
    ["first", database.zoneId],
    ["second", database.otherZoneId],
  ] as const;
  const planted = zones.flatMap(([place, zoneId]) =>
    SIGNED_IN_ROLES.flatMap((role) =>
      (["one", "other"] as const).map((which) => ({
        place,
        zoneId,
        role,
        which,
        id: randomUUID(),
        membershipId: randomUUID(),
        token: randomUUID(),
        username: `${place}-${role}-${which}`,
        name: `${place === "first" ? "甲" : "乙"}区${role}${which === "one" ? "一" : "二"}`,
        enterpriseId: role === "enterprise" ? enterprises[which === "one" ? 0 : 1] : null,
      })),
    ),
  );
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const plant = (statement: string) => client.query(statement, [JSON.stringify(planted)]);
  const rows = `jsonb_to_recordset($1::jsonb) as p(id uuid, "zoneId" uuid, role text, "membershipId" uuid, token text, username text, name text, "enterpriseId" uuid)`;
  await plant(
    `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt", username, "displayUsername") select id::text, name, id || '@accounts.invalid', false, now(), now(), username, username from ${rows}`,
  );
  await plant(
    `insert into auth.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt", "membershipId", "secondFactorAt") select gen_random_uuid()::text, token, id::text, now() + interval '1 day', now(), now(), "membershipId"::text, now() from ${rows}`,
  );
  // They have shown a second factor already; nobody knows its seed.
  await plant(`insert into auth.second_factor (person_id, seed, confirmed_at) select id::text, 'unknown', now() from ${rows}`);
  await plant(
    `insert into person (zone_id, id, username, name, enterprise_id) select "zoneId", id, username, name, "enterpriseId" from ${rows}`,
  );
  await plant(
    `insert into membership (zone_id, id, person_id, role, enterprise_id, valid_from, granted_by) select "zoneId", "membershipId", id, role, "enterpriseId", date '2020-01-01', 'test' from ${rows}`,
  );
  await client.end();
  return new Map(
    planted.map(({ place, role, which, id, token, name }) => [
      `${place} ${role} ${which}`,
      { cookie: `${token}.${createHmac("sha256", SECRET).update(token).digest("base64url")}`, personId: id, name },
    ]),
  );
}

/** The form that a browser would send. */
export async function encodeForm(
  fields: Readonly<Record<string, unknown>>,
  files: readonly UploadedFile[],
): Promise<{ readonly type: string; readonly bytes: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  for (const file of files) form.append("files", new Blob([Uint8Array.from(file.bytes)]), file.name);
  const encoded = new Response(form);
  return { type: encoded.headers.get("content-type") ?? "", bytes: Buffer.from(await encoded.arrayBuffer()) };
}

/** Refusals are kept on purpose: they are no trace of the command itself. */
async function countRows(database: TestDatabase): Promise<Readonly<Record<string, number>>> {
  const tables = await database.tamper("select relname name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
  const names = tables.map((row) => String(row["name"])).filter((name) => name !== "refusal");
  const counted = await database.tamper(names.map((name) => `select '${name}' name, count(*)::int n from ${name}`).join(" union all "));
  return Object.fromEntries(counted.map((row) => [String(row["name"]), Number(row["n"])]));
}
