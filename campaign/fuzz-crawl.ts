import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../e2e/find-chromium.ts";
import { DEMO_PASSWORD } from "../sample/zone.ts";
import type { CampaignServer } from "./campaign-server.ts";
import { MARK } from "./fuzz-values.ts";

const ACCOUNTS = ["leader", "statistics", "promotion", "taskforce", "window", "system", "audit", "enterprise"];
const PAGES_EACH = 40;

export type Seen = { readonly pages: number; readonly faults: readonly string[] };

/** Opens the pages that show what was stored, following their own links, and looks whether anything of it ran or became markup. */
export async function crawl(at: CampaignServer): Promise<Seen> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  const faults: string[] = [];
  let pages = 0;
  try {
    for (const account of ACCOUNTS) pages += await crawlAs(browser, at, account, faults);
  } finally {
    await browser.close();
  }
  return { pages, faults };
}

async function crawlAs(browser: Browser, at: CampaignServer, account: string, faults: string[]): Promise<number> {
  const { host } = new URL(at.address);
  const context = await browser.newContext({ baseURL: at.address, locale: "zh-CN" });
  context.setDefaultTimeout(20_000);
  await context.request.post("/api/system/sign-in", { data: { username: account, password: DEMO_PASSWORD } });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:/.test(url.protocol) && url.host !== host) faults.push(`a page asked another host: ${url.href.slice(0, 200)}`);
  });
  const page = await context.newPage();
  let where = "/";
  page.on("dialog", (dialog) => {
    faults.push(`${where} opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`${where} met the policy: ${message.text().slice(0, 200)}`);
  });
  page.on("pageerror", (error) => faults.push(`${where} as ${account} broke: ${error.message.slice(0, 200)}`));
  const waiting = ["/"];
  const known = new Set(waiting);
  let seen = 0;
  while (seen < PAGES_EACH) {
    const next = waiting.shift();
    if (next === undefined) break;
    where = next;
    seen += 1;
    await page.goto(next, { waitUntil: "networkidle" }).catch(() => page.waitForTimeout(1000));
    faults.push(...(await markupOn(page)).map((fault) => `${where} as ${account}: ${fault}`));
    for (const link of await linksOn(page)) {
      const shape = link.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*").replace(/\?.*/, "");
      if (known.has(shape) || known.size > 400) continue;
      known.add(shape);
      waiting.push(link);
    }
  }
  await context.close();
  return seen;
}

const linksOn = (page: Page): Promise<string[]> =>
  page.evaluate(
    "[...document.querySelectorAll('a[href^=\"/\"]')].map((link) => link.getAttribute('href')).filter((href) => !href.startsWith('/api/'))",
  );

/** What stored text would have become, had it been taken for markup. */
const markupOn = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const found = [];
    if (window.${MARK} !== undefined) found.push("a stored script ran");
    for (const selector of ["[onerror]", "[onload]", "img[src='x']", "iframe", "a[href^='javascript:' i]", "body script:not([src])"]) {
      const element = document.querySelector(selector);
      if (element) found.push("markup of a stored text: " + selector + " " + element.outerHTML.slice(0, 160));
    }
    return found;
  })()`);
