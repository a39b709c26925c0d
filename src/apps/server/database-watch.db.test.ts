import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import Fastify from "fastify";
import { afterAll, expect, inject, test } from "vitest";
import { refuseWhileAway, watchDatabase } from "#apps/server/database-watch.ts";

const { appUrl } = inject("server");
const real = new URL(appUrl);
const sockets = new Set<Socket>();
let still = false;
/** A network between us and the database that can stop carrying anything, without closing a connection. */
const network = createServer((near) => {
  const far = connect(Number(real.port), real.hostname);
  for (const socket of [near, far]) {
    sockets.add(socket);
    socket.on("error", () => {});
  }
  near.on("data", (piece) => still || far.write(piece));
  far.on("data", (piece) => still || near.write(piece));
  near.on("close", () => far.destroy());
  far.on("close", () => near.destroy());
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  network.close();
});

test("数据库不声不响地停住：十秒左右起一律说一句话，恢复后自动放行；健康检查和页面照答", { timeout: 60_000 }, async () => {
  await new Promise<void>((done) => network.listen(0, "127.0.0.1", done));
  const through = new URL(appUrl);
  through.port = String((network.address() as AddressInfo).port);
  through.pathname = "/yuanshu";
  const watch = watchDatabase(through.href);
  const server = Fastify();
  refuseWhileAway(server, watch);
  server.get("/api/thing", { config: { operation: "test.thing" } }, async () => "answered");
  server.get("/api/health/live", async () => "alive");
  const ask = async (url: string) => (await server.inject(url)).statusCode;
  await expect.poll(() => ask("/api/thing"), { timeout: 5_000 }).toBe(200);
  still = true;
  const since = performance.now();
  await expect.poll(() => watch.isAway(), { timeout: 20_000, interval: 100 }).toBe(true);
  expect(performance.now() - since).toBeGreaterThan(8_000);
  expect([await ask("/api/thing"), await ask("/api/health/live")]).toEqual([500, 200]);
  // What was swallowed does not come again: connections are made anew.
  still = false;
  for (const socket of sockets) socket.destroy();
  await expect.poll(() => watch.isAway(), { timeout: 20_000, interval: 100 }).toBe(false);
  expect(await ask("/api/thing")).toBe(200);
  await server.close();
  await watch.close();
});
