import { createHash } from "node:crypto";
import cookiePlugin from "@fastify/cookie";
import multipartPlugin from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "#kernel/app-error.ts";
import { inputFromText } from "#kernel/input-from-text.ts";
import type { Actor } from "#kernel/policy.ts";
import { anonymous } from "#kernel/server/access.ts";
import { isConnectionLost } from "#kernel/server/connection-errors.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { isFile } from "#kernel/server/file-door.ts";
import type { FileStore } from "#kernel/server/files.ts";
import { networkOf } from "#kernel/server/guess-limit.ts";
import { actorUnder } from "#kernel/server/memberships.ts";
import type { DemoAccount, KeptFile, UploadedFile } from "#kernel/server/operation-context.ts";
import type { Caller, MountedOperation, Platform } from "#kernel/server/platform.ts";
import { problemOf } from "#kernel/server/problem.ts";
import { RateLimit } from "#kernel/server/rate-limit.ts";
import type { SignIn } from "#kernel/server/sign-in.ts";
import type { Language } from "#kernel/texts.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The operation's whole name, for whoever counts and logs. */
    operation?: string;
  }
  interface FastifyRequest {
    /** The zone in which the caller acts, once it is known. */
    zoneId: string | undefined;
  }
}

export const SESSION_COOKIE = "yuanshu_session";
const BODY_BYTES = 8 * 1_048_576;
/** All files of one request together, in times of the largest that one may be. */
const FILES_TOGETHER = 4;
const LONGEST_KEY = 100;

export type MountOptions = {
  readonly platform: Platform;
  /** Where uploads go that are never whole in memory. */
  readonly store: FileStore;
  readonly signIn: SignIn;
  /** Cookies travel over TLS only; off while the server listens on loopback. */
  readonly secureCookies: boolean;
  readonly demoAccounts: readonly DemoAccount[];
  readonly findZone: (
    slug: string,
  ) => Promise<{ readonly id: string; readonly businessDate: import("#kernel/local-date.ts").LocalDate | null } | undefined>;
};

/** Binds every operation of the platform to a route of its own; one encoder for refusals, one way to know who calls. */
export async function mountOperations(server: FastifyInstance, options: MountOptions): Promise<void> {
  await server.register(cookiePlugin);
  await server.register(multipartPlugin);
  server.decorateRequest("zoneId", undefined);
  for (const mounted of options.platform.operations) {
    const { operation } = mounted;
    const rate = operation.open ? new RateLimit(operation.open.perMinute) : undefined;
    server.route({
      method: operation.kind === "query" ? "GET" : "POST",
      url: operation.path,
      config: { operation: `${mounted.domain}.${mounted.name}` },
      // Of what is read whole before anybody is asked who it is from. Files come in parts, which have limits of their own.
      bodyLimit: BODY_BYTES,
      handler: async (request, reply) => {
        if (operation.kind === "command") refuseForeignOrigin(request);
        // Whoever may not do it is told so before files are read.
        let keepIn: KeepIn | undefined;
        if (operation.upload && request.isMultipart()) {
          const { actor } = await callerOf(request, reply, options, mounted, {});
          await options.platform.admit(mounted, actor, request.ip);
          if (operation.upload.kept) keepIn = { store: options.store, zoneId: actor.zoneId };
        }
        rate?.take(networkOf(request.ip), new Date());
        const { input, files, kept } = await readRequest(request, mounted, keepIn);
        const caller = await callerOf(request, reply, options, mounted, input);
        request.zoneId = caller.actor.zoneId;
        const output = await options.platform.execute(mounted, input, { ...caller, files, kept });
        return operation.open ? sendOpen(request, reply, output, operation.open.maxAgeSeconds) : send(reply, output);
      },
    });
  }
}

async function send(reply: FastifyReply, output: unknown): Promise<unknown> {
  const file = isFile(output) ? output : undefined;
  if (!file) return reply.header("cache-control", "no-store").send(output);
  return reply
    .header("content-type", file.mime)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header("cache-control", "no-store")
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
}

/** The same answer has the same tag: a cache that holds it is told so, and nothing is sent again. */
async function sendOpen(request: FastifyRequest, reply: FastifyReply, output: unknown, maxAge: number): Promise<unknown> {
  const file = isFile(output) ? output : undefined;
  const body = file ? Buffer.from(file.bytes) : Buffer.from(JSON.stringify(output));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 32)}"`;
  void reply
    .header("etag", etag)
    .header("cache-control", `public, max-age=${maxAge}`)
    .header("access-control-allow-origin", "*")
    .header("vary", "accept-language");
  if ((request.headers["if-none-match"] ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag))
    return reply.code(304).send();
  if (file) void reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  return reply.header("content-type", file ? file.mime : "application/json; charset=utf-8").send(body);
}

/** Where a browser says that a request comes from: our own pages, or somebody who typed the address. */
const OWN_SITES: readonly unknown[] = [undefined, "same-origin", "none"];

/**
 * A page of another site cannot make a signed-in browser act: cookies are SameSite, and a request that says itself foreign is refused
 * besides. Every browser of today sends Sec-Fetch-Site, and no page can change it; Origin is looked at for those that do not. Programs send neither.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (!OWN_SITES.includes(request.headers["sec-fetch-site"])) throw new AppError("access.foreign-origin", "forbidden");
  if (origin !== undefined && URL.parse(origin)?.host !== host) throw new AppError("access.foreign-origin", "forbidden");
}

type KeepIn = { readonly store: FileStore; readonly zoneId: string };
type Parts = { readonly files: UploadedFile[]; readonly kept: KeptFile[] };

async function readRequest(
  request: FastifyRequest,
  { operation }: MountedOperation,
  keepIn: KeepIn | undefined,
): Promise<{ input: Record<string, unknown> } & Parts> {
  const params = request.params as Record<string, string>;
  if (operation.kind === "query") {
    const asked = { ...(request.query as Record<string, string | string[]>) };
    // The language of the answer is the face's business, unless the operation asks for one itself.
    if (!("language" in operation.input.shape)) delete asked["language"];
    return { input: inputFromText(operation, { ...asked, ...params }), files: [], kept: [] };
  }
  if (operation.upload && request.isMultipart()) {
    const { fields, ...parts } = await readParts(request, operation.upload, keepIn);
    return { input: inputFromText(operation, { ...fields, ...params }), ...parts };
  }
  const body = request.body ?? {};
  if (typeof body !== "object" || Array.isArray(body)) throw new AppError("input.not-json", "invalid");
  return { input: { ...(body as Record<string, unknown>), ...inputFromText(operation, params) }, files: [], kept: [] };
}

async function readParts(
  request: FastifyRequest,
  limits: { readonly maxFiles: number; readonly maxBytes: number },
  keepIn: KeepIn | undefined,
): Promise<{ fields: Record<string, string> } & Parts> {
  const fields: Record<string, string> = {};
  const files: UploadedFile[] = [];
  const kept: KeptFile[] = [];
  let together = 0;
  try {
    for await (const part of request.parts({
      limits: { files: limits.maxFiles, fileSize: limits.maxBytes, fields: 30, fieldSize: 100_000 },
    })) {
      if (part.type === "field") fields[part.fieldname] = String(part.value);
      else if (keepIn) {
        const stored = { name: nameOf(part.filename), ...(await keepIn.store.putStream(keepIn.zoneId, part.file, limits.maxBytes)) };
        kept.push(stored);
        if (part.file.truncated) {
          await keepIn.store.remove(keepIn.zoneId, stored.hash);
          throw Object.assign(new Error("too large"), { code: "FST_REQ_FILE_TOO_LARGE" });
        }
      } else {
        const bytes = await part.toBuffer();
        together += bytes.byteLength;
        if (together > limits.maxBytes * FILES_TOGETHER) throw new AppError("request.too-large", "too-large");
        files.push({ name: nameOf(part.filename), bytes });
      }
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as { code?: string }).code ?? "";
    if (code === "FST_REQ_FILE_TOO_LARGE")
      throw new AppError("upload.too-large", "too-large", {
        name: files.at(-1)?.name ?? kept.at(-1)?.name ?? "?",
        megabytes: Math.floor(limits.maxBytes / 1_048_576),
      });
    if (code === "FST_FILES_LIMIT") throw new AppError("upload.too-many", "too-large", { most: limits.maxFiles });
    if (/_LIMIT$|TOO_LARGE$/.test(code)) throw new AppError("request.too-large", "too-large");
    throw new AppError("upload.malformed", "invalid");
  }
  return { fields, files, kept };
}

/** The last part of whatever path the sender gave, without what no name holds: control characters, lone surrogates. */
const nameOf = (given: string): string =>
  given
    .toWellFormed()
    .replace(/\p{Cc}/gu, "")
    .replace(/^.*[\\/]/, "")
    .slice(0, 200) || "?";

export const languageOf = (request: FastifyRequest): Language => {
  const asked = (request.query as Record<string, unknown> | undefined)?.["language"] ?? request.headers["accept-language"];
  return typeof asked === "string" && /^en\b/i.test(asked) ? "en" : "zh";
};

async function callerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { platform, signIn, secureCookies, demoAccounts, findZone }: MountOptions,
  mounted: MountedOperation,
  input: Record<string, unknown>,
): Promise<Caller> {
  const cookie = request.cookies[SESSION_COOKIE];
  const session = cookie === undefined ? undefined : await signIn.sessionOf(cookie);
  const halfway = cookie === undefined || session || mounted.operation.permission !== "public" ? undefined : await signIn.halfwayOf(cookie);
  const membership = session?.memberships.find((candidate) => candidate.id === session.membershipId);
  const publicZone =
    mounted.operation.permission === "public" && typeof input["zone"] === "string" ? await findZone(input["zone"]) : undefined;
  const bearer = publicZone ? await bearerIn(publicZone.id, mounted, input, signIn, platform) : undefined;
  const actor = bearer
    ? bearer
    : publicZone
      ? anonymous(publicZone.id)
      : session
        ? actorUnder(session, membership, platform.permissions, SYSTEM_ZONE_ID)
        : anonymous(SYSTEM_ZONE_ID);
  const device = request.headers["user-agent"]?.slice(0, 200) ?? null;
  const key = request.headers["idempotency-key"];
  if (key !== undefined && (typeof key !== "string" || key === "" || key.length > LONGEST_KEY))
    throw new AppError("idempotency.key", "invalid", { most: LONGEST_KEY });
  return {
    actor,
    businessDate: publicZone?.businessDate ?? membership?.businessDate ?? null,
    language: languageOf(request),
    from: request.ip,
    idempotencyKey: key,
    bearer: bearer === undefined ? undefined : mounted.operation.bearer?.purpose,
    sessions: {
      signIn,
      session,
      halfway,
      permissions: platform.permissions,
      demoAccounts,
      cookie,
      device,
      setCookie: (value) => {
        if (value === null) void reply.clearCookie(SESSION_COOKIE, { path: "/" });
        else
          void reply.setCookie(SESSION_COOKIE, value, {
            path: "/",
            httpOnly: true,
            sameSite: "lax",
            secure: secureCookies,
            maxAge: 12 * 3600,
          });
      },
    },
  };
}

/** The person whose token it is, with the one permission that the operation names; undefined when the token opens nothing. */
async function bearerIn(
  zoneId: string,
  { operation }: MountedOperation,
  input: Record<string, unknown>,
  signIn: SignIn,
  platform: Platform,
): Promise<Actor | undefined> {
  const token = input["token"];
  if (operation.bearer === undefined || operation.kind !== "query" || typeof token !== "string") return undefined;
  const found = await signIn.bearerOf(zoneId, operation.bearer.purpose, token);
  if (found === undefined) return undefined;
  const person = actorUnder(found.person, found.membership, platform.permissions, SYSTEM_ZONE_ID);
  const { permission } = operation.bearer;
  return { ...person, permissions: new Set(person.permissions.has(permission) ? [permission] : []) };
}

/** One encoder for everything that goes wrong: an expected refusal becomes its sentence, anything else a reference into the log. */
export function encodeErrors(server: FastifyInstance, platform: Platform): void {
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, platform));
}

/** The same for what is refused before any route is found, such as an address that is none. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, platform: Platform): void {
  const known = error instanceof AppError ? error : (frameworkError(error) ?? databaseAway(error));
  const refusal = known ?? new AppError("server.bug", "unavailable", { reference: request.id });
  if (!known) request.log.error({ err: error }, "unexpected");
  const { status, body } = problemOf(refusal, platform.texts, languageOf(request));
  void reply
    .code(known ? status : 500)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(JSON.stringify({ ...body, status: known ? status : 500 }));
}

/** Who calls is asked of the database before there is a unit of work: a session, a zone, a token. */
const databaseAway = (error: unknown): AppError | undefined =>
  isConnectionLost(error) ? new AppError("database.unavailable", "unavailable") : undefined;

function frameworkError(error: unknown): AppError | undefined {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === "FST_ERR_BAD_URL" || code === "FST_ERR_MAX_PARAM_LENGTH") return new AppError("route.not-an-address", "invalid");
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE" || statusCode === 413) return new AppError("request.too-large", "too-large");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new AppError("input.not-json", "invalid");
  return undefined;
}
