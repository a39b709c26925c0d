import { expect, test } from "vitest";
import { z } from "zod";
import { commandsOf, findCommand, helpOf, parseArguments } from "#apps/cli/command-line.ts";
import { defineOperations } from "#kernel/contract.ts";
import { fieldsOf } from "#kernel/input-from-text.ts";

const tables = {
  economy: defineOperations({
    reportCard: {
      kind: "query",
      path: "/api/economy/report-card",
      permission: "economy.read",
      summary: { zh: "成绩单", en: "Report card" },
      input: z.object({ region: z.string(), period: z.string(), dryRun: z.boolean().default(false), days: z.array(z.string()).optional() }),
      output: z.object({}),
    },
  }),
  system: defineOperations({
    verifyJournal: {
      kind: "query",
      path: "/api/system/journal/verify",
      permission: "system.journal",
      command: "audit verify",
      summary: { zh: "校验", en: "Verify" },
      input: z.object({}),
      output: z.object({}),
    },
  }),
};
const commands = commandsOf(tables);

test("an operation is found by its own words or by domain and name", () => {
  expect(findCommand(commands, ["economy", "report-card", "--json"])?.name).toBe("reportCard");
  expect(findCommand(commands, ["audit", "verify"])?.name).toBe("verifyJournal");
  expect(findCommand(commands, ["economy", "unknown"])).toBeUndefined();
});

test("flags, lists, lone booleans and files are told apart", () => {
  const command = findCommand(commands, ["economy", "report-card"]);
  if (!command) throw new Error("not found");
  const parsed = parseArguments(
    [
      "economy",
      "report-card",
      "--region",
      "重庆高新区",
      "--period=2020H1",
      "--dry-run",
      "--json",
      "a.txt",
      "--days",
      "2026-01-01,2026-01-02",
      "b.txt",
    ],
    ["economy", "report-card"],
    fieldsOf(command.operation),
  );
  expect(parsed.flags).toEqual({ region: "重庆高新区", period: "2020H1", dryRun: true, days: ["2026-01-01", "2026-01-02"] });
  expect(parsed.files).toEqual(["a.txt", "b.txt"]);
  expect(parsed.common.json).toBe(true);
});

test("an unknown flag is refused by name", () => {
  expect(() => parseArguments(["economy", "report-card", "--regoin", "x"], ["economy", "report-card"], [])).toThrow("command.flag");
});

test("help tells what a command takes", () => {
  const command = findCommand(commands, ["economy", "report-card"]);
  expect(helpOf("economy report-card", "成绩单", fieldsOf(command?.operation ?? { input: z.object({}) }), false, "zh")).toContain(
    "--region <string> (必填)",
  );
});
