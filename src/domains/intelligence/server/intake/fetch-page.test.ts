import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FETCH_LIMITS, PageFetcher } from "#domains/intelligence/server/intake/fetch-page.ts";
import { AppError } from "#kernel/app-error.ts";
import { isPublicAddress } from "#kernel/server/public-address.ts";

let server: Server;
let port = 0;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    if (path === "/robots.txt") return void response.end("User-agent: *\nDisallow: /private/\n");
    if (path === "/hop") return void response.writeHead(302, { location: "/page" }).end();
    if (path === "/inwards") return void response.writeHead(302, { location: `http://inside.example:${port}/page` }).end();
    if (path === "/round") return void response.writeHead(302, { location: "/round" }).end();
    if (path === "/large") return void response.end(Buffer.alloc(5000, 97));
    if (path === "/slow") return;
    if (path === "/gone") return void response.writeHead(410).end();
    response.writeHead(200, { "content-type": "text/html; charset=gbk" }).end("园区要闻");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "fetched",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

test.each([
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["::1", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["::ffff:127.0.0.1", false],
  ["::127.0.0.1", false],
  ["::a01:203", false],
  ["::ffff:a9fe:a9fe", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["8.8.8.8", true],
  ["2400:3200::1", true],
])("%s 公网地址：%s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  "http://127.0.0.1:PORT/",
  "http://localhost:PORT/",
  "http://[::1]:PORT/",
  "http://[::ffff:127.0.0.1]:PORT/",
  "http://0x7f000001:PORT/",
  "http://2130706433:PORT/",
  "http://127.1:PORT/",
])("内部地址 %s 不访问", async (address) => {
  const before = asked.length;
  expect(await codeOf(new PageFetcher().fetch(address.replace("PORT", String(port))))).toBe("address.private");
  expect(asked.length).toBe(before);
});

test("a name that also answers with an inside address is refused whole", async () => {
  const fetcher = new PageFetcher(async () => [
    { address: "8.8.8.8", family: 4 },
    { address: "127.0.0.1", family: 4 },
  ]);
  expect(await codeOf(fetcher.fetch(`http://news.example:${port}/`))).toBe("address.private");
});

test.each([
  "file:///etc/passwd",
  "ftp://news.example/",
  "gopher://news.example/",
  "http://user:pass@news.example/",
  "javascript:alert(1)",
  "not an address",
])("%s 不是可收入的网址", async (address) => {
  expect(await codeOf(new PageFetcher().fetch(address))).toBe("address.not-http");
});

test("a name that nobody knows is said to be unknown", async () => {
  const fetcher = new PageFetcher(async () => Promise.reject(new Error("ENOTFOUND")), FETCH_LIMITS);
  expect(await codeOf(fetcher.fetch("http://nowhere.example/"))).toBe("address.unknown-host");
});

// The public web is not reachable from a test: one loopback server plays it, under a name that counts as public here.
const outside = () =>
  new PageFetcher(
    async (host) => [{ address: host === "inside.example" ? "127.0.0.2" : "127.0.0.1", family: 4 }],
    { maxBytes: 4000, timeoutMs: 400, maxRedirects: 3, pauseMs: 0 },
    (address) => address === "127.0.0.1",
  );

test("a page is fetched with its type, and a redirect followed", async () => {
  const page = await outside().fetch(`http://news.example:${port}/hop`);
  expect(new TextDecoder().decode(page.bytes)).toBe("园区要闻");
  expect(page.address).toBe(`http://news.example:${port}/page`);
  expect(page.mime).toBe("text/html; charset=gbk");
});

test.each([
  ["/private/list", "address.robots"],
  ["/inwards", "address.private"],
  ["/round", "address.redirects"],
  ["/large", "address.too-large"],
  ["/slow", "address.timeout"],
  ["/gone", "address.status"],
])("%s 以 %s 拒绝", async (path, code) => {
  expect(await codeOf(outside().fetch(`http://news.example:${port}${path}`))).toBe(code);
});

test("one host is asked once in the agreed pause", async () => {
  const fetcher = new PageFetcher(
    async () => [{ address: "127.0.0.1", family: 4 }],
    { ...FETCH_LIMITS, pauseMs: 120 },
    () => true,
  );
  const started = performance.now();
  await Promise.all([1, 2, 3].map(() => fetcher.fetch(`http://news.example:${port}/page`)));
  expect(performance.now() - started).toBeGreaterThanOrEqual(230);
});
