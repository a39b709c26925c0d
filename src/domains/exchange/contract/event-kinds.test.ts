import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { EVENT_KINDS } from "#domains/exchange/contract/event-kinds.ts";
import { messageIds } from "#domains/exchange/rules/webhook-message.ts";

const DOMAINS = resolve(import.meta.dirname, "../..");
const sources = readdirSync(DOMAINS, { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.includes(".test.") && !entry.parentPath.includes("exchange"),
  )
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));

describe("事件种类", () => {
  test("源码里发出的每一种事件都登记了", () => {
    const named = new Map(
      sources.flatMap((text) =>
        [...text.matchAll(/export const ([A-Z_]+) = "([a-z-]+\.[a-z-]+)"/g)].map(([, name = "", kind = ""]) => [name, kind]),
      ),
    );
    const emitted = new Set(
      sources.flatMap((text) =>
        [
          ...text.matchAll(/\bemit(?:Event)?\((?:tx, )?"([a-z-]+\.[a-z-]+)"/g),
          ...text.matchAll(/\bevent: "([a-z-]+\.[a-z-]+)"/g),
          ...[...text.matchAll(/\bemit(?:Event)?\((?:tx, )?([A-Z_]+)\b/g)].map(([whole, name = ""]) => [whole, named.get(name) ?? name]),
        ].map(([, kind = ""]) => kind),
      ),
    );
    expect(emitted.size).toBeGreaterThan(80);
    expect([...emitted].filter((kind) => !(kind in EVENT_KINDS))).toEqual([]);
  });

  test("每一种都有中英文名称，外发的字段只有记录编号", () => {
    for (const { zh, en, ids } of Object.values(EVENT_KINDS)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z]/);
      for (const field of ids) expect(field).toMatch(/^(\w+Id|keptId|mergedId|intoId)$/);
      for (const person of ["personId", "ownerId", "fromId", "toId", "helperId", "leadPersonId"]) expect(ids).not.toContain(person);
    }
  });
});

test("外发内容：只取登记的编号，别的字段、不像编号的值都不带", () => {
  const payload = { projectId: "0198-x", name: "芯片项目", ownerId: "0198-p", supervisionId: 7 };
  expect(messageIds("projects.supervision-issued", payload)).toEqual({ projectId: "0198-x" });
  expect(messageIds("projects.moved", { projectId: "张三 13800000000" })).toEqual({});
  expect(messageIds("no.such-kind", payload)).toEqual({});
  expect(messageIds("projects.moved", null)).toEqual({});
});
