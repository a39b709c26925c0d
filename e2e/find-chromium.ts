import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Finds a Chromium, or installs one: on Debian as root by apt, otherwise by Playwright. @throws one clear sentence when neither can. */
export function findChromium(): string {
  const found = [process.env["CHROMIUM_PATH"], ...PLACES].find((path) => path !== undefined && existsSync(path)) ?? ownOf();
  if (found) return found;
  const tried = isDebianRoot() ? installByApt() : installByPlaywright();
  const installed = PLACES.find((path) => existsSync(path)) ?? ownOf();
  if (installed) return installed;
  throw new Error(
    `The browser tests need Chromium: none was found, and ${tried} did not install it. Install it by hand or set CHROMIUM_PATH. 浏览器测试需要 Chromium：未找到，也未能自动安装；请手动安装或设置 CHROMIUM_PATH。`,
  );
}

function ownOf(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

const isDebianRoot = (): boolean => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

function installByApt(): string {
  console.log("Installing Chromium and Chinese fonts with apt; this takes a minute or two …");
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  run("update");
  run("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
  return "apt-get";
}

function installByPlaywright(): string {
  console.log("Installing Chromium with Playwright …");
  spawnSync(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"], { stdio: "inherit" });
  return "Playwright";
}

/** Flags under which Chromium runs as root, headless, and asks nobody outside. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];
