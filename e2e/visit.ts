import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { DEMO_PASSWORD } from "../sample/zone.ts";

export const address = inject("address");

type Account = string | null;
export type VisitOptions = {
  readonly screen?: keyof typeof SCREENS;
  /** Answers of the server that this visit is about; all others of 400 and above are a fault. */
  readonly refusals?: readonly number[];
};

export const SCREENS = { office: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const APPEARS_WITHIN_MS = 15_000;

let browser: Browser;
const cookies = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();
const open = new Set<BrowserContext>();
const faults: string[] = [];

beforeAll(async () => {
  browser = await chromium.connect(inject("browser"));
});
afterAll(() => browser.close());
/** Every journey, whatever it is about, is also a watch over the console, the policy and the network. */
afterEach(async () => {
  await Promise.all([...open].map((context) => context.close()));
  open.clear();
  expect(faults.splice(0)).toEqual([]);
});

/** A person's own browser window at an address; null is somebody who has not signed in. */
export async function visit(account: Account, path: string, options: VisitOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: SCREENS[options.screen ?? "office"],
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    baseURL: address,
  });
  open.add(context);
  context.setDefaultTimeout(APPEARS_WITHIN_MS);
  if (account !== null) await context.addCookies(await cookiesOf(account));
  watch(context, options.refusals ?? []);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

function watch(context: BrowserContext, refusals: readonly number[]): void {
  const { host } = new URL(address);
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.host !== host) faults.push(`request to another host: ${url.href}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && !refusals.includes(response.status()))
      faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  context.on("console", (message) => {
    const expected = refusals.length > 0 && message.text().startsWith("Failed to load resource");
    if (["error", "warning"].includes(message.type()) && !expected) faults.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().message}`));
}

/** One sign-in for each account; the form of the sign-in page has a journey of its own. */
async function cookiesOf(account: string) {
  const known = cookies.get(account);
  if (known) return known;
  const context = await browser.newContext({ baseURL: address });
  const answer = await context.request.post("/api/system/sign-in", { data: { username: account, password: DEMO_PASSWORD } });
  expect(answer.status(), `signing in as ${account}`).toBe(200);
  const found = await context.cookies();
  await context.close();
  cookies.set(account, found);
  return found;
}

/** Calls an operation as the person of the window. */
export async function ask<Answer>(page: Page, path: string, body?: unknown): Promise<Answer> {
  const answer = body === undefined ? await page.request.get(path) : await page.request.post(path, { data: body });
  if (!answer.ok()) throw new Error(`${answer.status()} ${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Waits until the page stands and nothing on it is being read. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1, .state-view").first().waitFor();
  await page.locator(".loading").first().waitFor({ state: "detached" });
}
