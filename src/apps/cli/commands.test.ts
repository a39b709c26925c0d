import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandsOf, fieldsOfCommand, helpOf, kebab } from "#apps/cli/command-line.ts";
import { plugins } from "#apps/plugins.ts";
import { run, temporaryFolder } from "#apps/test-command.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder("commands");
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
/** Nothing here may make a database: the folder would show it. */
const environment = () => ({ DATA_DIR: at("data") });

const commands = commandsOf(Object.fromEntries(plugins.map((plugin) => [plugin.name, plugin.operations])));

describe("帮助", () => {
  test.each(commands.map((command) => [command.words, command] as const))("%s", (words, { operation }) => {
    for (const language of ["zh", "en"] as const) {
      const help = helpOf(words, operation.summary[language], fieldsOfCommand(operation), operation.upload !== undefined, language);
      expect(help).toContain(`yuanshu ${words}`);
      expect(help.startsWith(operation.summary[language])).toBe(true);
      for (const field of fieldsOfCommand(operation)) expect(help).toContain(`--${kebab(field.name)}`);
      expect(help).not.toMatch(/undefined|\[object/);
    }
  });

  test("没有两个命令用同样的词", () => {
    const words = [
      ...commands.map((command) => command.words),
      ...plugins.flatMap((plugin) => plugin.localCommands?.map((local) => local.words) ?? []),
    ];
    expect(words.filter((one, place) => words.indexOf(one) !== place)).toEqual([]);
  });

  test("--help 列出全部命令，不动数据文件夹", async () => {
    const ran = await run("cli", ["--help"], environment());
    expect(ran.code).toBe(0);
    for (const { words } of commands) expect(ran.out).toContain(words);
    expect(ran.out).toContain("intelligence extract");
    expect(() => readFileSync(at("data"))).toThrow(/ENOENT/);
  });
});

describe("抽取：不需要服务器和数据库", () => {
  const text = "云岭高新区半年报\n\n2025年上半年，云岭高新区出口总额132.7亿元，同比增长9.4%。\n";

  test("每个文件一份 JSON；--json 给出清单", async () => {
    writeFileSync(at("半年.txt"), text);
    const ran = await run(
      "cli",
      ["intelligence", "extract", at("半年.txt"), "--out", at("out"), "--published", "2025-07-24", "--json"],
      environment(),
    );
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(JSON.parse(ran.out)).toMatchObject([{ file: at("半年.txt"), figures: 1 }]);
    const found = JSON.parse(readFileSync(join(at("out"), "半年.json"), "utf8")) as { metrics: unknown[] };
    expect(found.metrics).toMatchObject([{ value: 132.7, unit: "亿元", period: "2025H1", region: "云岭高新区", yoy_pct: 9.4 }]);
    expect(() => readFileSync(at("data"))).toThrow(/ENOENT/);
  });

  test("读不了的文件说一句话、以 1 退出，别的照做", async () => {
    writeFileSync(at("好.txt"), text);
    writeFileSync(at("坏.doc"), Buffer.from("d0cf11e0a1b11ae10000", "hex"));
    const ran = await run(
      "cli",
      ["intelligence", "extract", at("好.txt"), at("坏.doc"), at("没有.txt"), "--out", at("out")],
      environment(),
    );
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("另存为 .docx");
    expect(ran.out).toContain("没有.txt");
    expect(readFileSync(join(at("out"), "好.json"), "utf8")).toContain("132.7");
  });
});

describe("一句话说清，以 1 退出", () => {
  test.each([
    ["没有这个命令", ["economy", "make-money"], "没有这个命令：economy make-money。运行 yuanshu --help 查看全部命令。"],
    ["不认识的选项", ["zone", "list", "--colour", "red"], "不认识的选项：--colour。"],
    ["文件读不到", ["intelligence", "ingest", "/nowhere/半年.txt"], "文件“/nowhere/半年.txt”读不到：ENOENT"],
    ["给的是文件夹", ["intelligence", "ingest", "/"], "读不到：EISDIR"],
    [
      "日期不对",
      ["intelligence", "extract", "x.txt", "--out", "y", "--published", "2026-02-30"],
      "填写有误：“published”应为日期，如 2026-06-30",
    ],
    ["缺选项", ["intelligence", "extract", "x.txt"], "填写有误：缺少“out”"],
  ])("%s", async (_, args, words) => {
    const ran = await run("cli", args, environment());
    expect(ran.code).toBe(1);
    expect(ran.err.trim()).toContain(words);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
    expect(ran.out).toBe("");
  });

  test("另一种语言", async () => {
    const ran = await run("cli", ["zone", "list", "--colour", "red"], { ...environment(), YUANSHU_LANGUAGE: "en" });
    expect([ran.code, ran.err.trim()]).toEqual([1, "Unknown option: --colour."]);
  });

  test("数据文件夹建不了", async () => {
    mkdirSync(at("here"), { recursive: true });
    writeFileSync(at("here/a-file"), "");
    const ran = await run("cli", ["zone", "list"], { DATA_DIR: at("here/a-file/data") });
    expect(ran.code).toBe(1);
    expect(ran.err.trim()).toMatch(/^数据文件夹 .*a-file\/data 建不了（ENOTDIR）/);
  });
});
