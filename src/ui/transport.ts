import { AppError, type ErrorKind, type ErrorParams } from "#kernel/app-error.ts";
import type { Call } from "#kernel/client.ts";
import type { Language } from "#kernel/texts.ts";

/** Heard by the shell: the session ended, so the person has to sign in again. */
export const SIGNED_OUT = "yuanshu:signed-out";

type Problem = { readonly code?: unknown; readonly kind?: unknown; readonly params?: unknown };

const kindOf: Readonly<Record<number, ErrorKind>> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  413: "too-large",
  422: "invalid",
  429: "too-many",
  503: "unavailable",
};

async function problemOf(response: Response): Promise<AppError> {
  const problem: Problem = await response.json().catch(() => ({}));
  const kind = kindOf[response.status];
  const code = typeof problem.code === "string" ? problem.code : "server.bug";
  const params =
    typeof problem.params === "object" && problem.params !== null
      ? (problem.params as ErrorParams)
      : { reference: String(response.status) };
  return new AppError(code, kind ?? "unavailable", params);
}

/** @param key of a command that may be sent again when no answer came: with the same key and input it is done once. */
async function answer(call: Call, init: RequestInit, key: string = crypto.randomUUID()): Promise<unknown> {
  const headers = new Headers(init.headers);
  headers.set("accept", "application/json");
  if (call.operation.idempotency === "key") headers.set("idempotency-key", key);
  const response = await fetch(call.url, { ...init, method: call.method, headers, credentials: "same-origin" });
  if (response.ok) return response.json();
  throw await refusalOf(response, call);
}

async function refusalOf(response: Response, call: Call): Promise<AppError> {
  const problem = await problemOf(response);
  if (problem.kind === "unauthenticated" && call.operation.permission !== "public") window.dispatchEvent(new Event(SIGNED_OUT));
  return problem;
}

/** A command that answers with a file: its bytes and the name that the server gave it. */
export async function sendForFile(call: Call, language: Language): Promise<{ readonly name: string; readonly file: Blob }> {
  const response = await fetch(call.url, {
    method: call.method,
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify(call.body ?? {}),
    credentials: "same-origin",
  });
  if (!response.ok) throw await refusalOf(response, call);
  const name = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { name: name === undefined ? "download" : decodeURIComponent(name), file: await response.blob() };
}

/** Sends one call of a typed client from the browser; the session cookie goes along by itself. */
export function send(call: Call): Promise<unknown> {
  if (call.body === undefined) return answer(call, {});
  return answer(call, { headers: { "content-type": "application/json" }, body: JSON.stringify(call.body) });
}

/** The same call with files beside its input: each field of the input is a form field, as JSON where it is not plain text. */
export function sendWithFiles(call: Call, files: readonly File[], key?: string): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(call.body ?? {})) {
    if (value !== undefined) form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  for (const file of files) form.append("files", file, file.name);
  return answer(call, { body: form }, key);
}
