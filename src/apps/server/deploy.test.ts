import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
);

/** Of the development benches and learning scripts, not of a server. */
const NOT_FOR_SERVERS = new Set(["ETO_SEMICONDUCTOR"]);

test("每个环境变量都写在两种语言的部署指南里", () => {
  const asked = new Set(
    sources.flatMap((path) => [...read(`src/${path}`).matchAll(/\benv(?:ironment)?\["([A-Z_]+)"\]/g)].map(([, name]) => name ?? "")),
  );
  for (const name of NOT_FOR_SERVERS) asked.delete(name);
  expect(asked.size).toBeGreaterThan(15);
  for (const guide of ["docs/production.md", "docs/production.zh.md"]) {
    const told = new Set(
      [...read(guide).matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) =>
        [...(cell ?? "").matchAll(/`([A-Z_]+)(?:=1)?`/g)].map(([, name]) => name ?? ""),
      ),
    );
    expect([guide, [...asked].filter((name) => !told.has(name))]).toEqual([guide, []]);
  }
});

test("部署文件里提到的程序与文件都在", () => {
  for (const path of ["deploy/systemd/yuanshu.service", "deploy/systemd/backup.sh", "deploy/compose/Dockerfile"])
    for (const [named] of read(path).matchAll(/src\/apps\/[\w/]+\.ts/g))
      expect([path, named, existsSync(join(ROOT, named))]).toEqual([path, named, true]);
  const compose = read("deploy/compose/compose.yaml");
  expect(compose).toContain("deploy/compose/Dockerfile");
  expect(read("deploy/nginx/yuanshu.conf")).toContain("proxy_set_header X-Forwarded-For $remote_addr;");
});

test("停止的耐心：服务单元和容器都等得比程序排空更久", () => {
  const drain = Number(/GONE_WITHIN_MS = ([\d_]+)/.exec(read("src/apps/server/serve.ts"))?.[1]?.replaceAll("_", "")) / 1000;
  expect(drain).toBeGreaterThan(0);
  expect(Number(/TimeoutStopSec=(\d+)/.exec(read("deploy/systemd/yuanshu.service"))?.[1])).toBeGreaterThan(drain);
  for (const [, seconds] of read("deploy/compose/compose.yaml").matchAll(/stop_grace_period: (\d+)s/g))
    expect(Number(seconds)).toBeGreaterThan(drain);
});

test("许可证检查：放行清单之外的拒绝", () => {
  const ran = spawnSync(process.execPath, [join(ROOT, "scripts/sbom.mjs"), "--check"], { encoding: "utf8" });
  expect([ran.status, ran.stdout]).toEqual([0, expect.stringMatching(/^licences: \d{3,} packages, each under one that may come in/)]);
});
