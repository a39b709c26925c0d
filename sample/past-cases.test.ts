import { describe, expect, test } from "vitest";
import { caseColumns } from "#domains/approvals/contract/case-columns.ts";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import { checkMatter } from "#domains/approvals/rules/check-matter.ts";
import { checkPackage } from "#domains/approvals/rules/check-package.ts";
import { type FindMatter, readCaseRow } from "#domains/approvals/rules/read-case-row.ts";
import { replayCase } from "#domains/approvals/rules/replay-case.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";
import { SAMPLE_MATTERS, SAMPLE_MATTERS_2026, SAMPLE_PACKAGES } from "./matters.ts";
import { pastCaseRows } from "./past-cases.ts";
import { SAMPLE_DEPARTMENTS } from "./zone.ts";

/** Past cases that ran otherwise than the rules say, by title, with the reason; nothing else may fail its replay, and none of these may pass. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map();

const calendar = workCalendar(NATIONAL_NOTICES);
const departments: ReadonlySet<string> = new Set(SAMPLE_DEPARTMENTS.map(([name]) => name));
const around = { matters: new Map(SAMPLE_MATTERS.map((matter) => [matter.code, { hasResult: matter.result !== null }])), departments };
const findMatter: FindMatter = (word, day) => {
  const second = day >= "2026-04-01" ? SAMPLE_MATTERS_2026.find(({ code }) => code === word) : undefined;
  const matter: Matter | undefined = second ?? SAMPLE_MATTERS.find(({ code }) => code === word);
  return matter === undefined ? undefined : { matter, version: second === undefined ? 1 : 2 };
};

describe("示范事项", () => {
  test.each([...SAMPLE_MATTERS, ...SAMPLE_MATTERS_2026].map((matter) => [matter.code, matter] as const))(
    "%s 没有错，也没有提醒",
    (_, matter) => {
      expect(checkMatter(matter, around)).toEqual({ problems: [], warnings: [] });
    },
  );
  test.each(SAMPLE_PACKAGES.map((definition) => [definition.code, definition] as const))("一件事 %s 没有错", (_, definition) => {
    expect(checkPackage(definition, new Map(SAMPLE_MATTERS.map((matter) => [matter.code, matter])))).toEqual([]);
  });
});

describe("历史办件在其事项版本下逐日重演", () => {
  const replays = pastCaseRows().map((cells, place) => {
    const named = Object.fromEntries(caseColumns.flatMap(({ key }) => (cells[key] ? [[key, { text: cells[key] ?? "" }]] : [])));
    return { cells, reading: readCaseRow(place + 2, named, findMatter) };
  });

  test("每一行都读得懂、重演得通", () => {
    const wrong = replays.flatMap(({ cells, reading }) => {
      if (!reading.ok) return [`${cells.title}: ${reading.problems.map(({ zh }) => zh).join()}`];
      const replay = replayCase(reading.past.matter, reading.past, calendar);
      return replay.ok ? [] : [`${cells.title}: ${replay.move} ${replay.on} ${replay.because}`];
    });
    expect(wrong.filter((line) => !EXCEPTIONS.has(line.split(": ")[0] ?? ""))).toEqual([]);
    expect([...EXCEPTIONS.keys()].filter((title) => !wrong.some((line) => line.startsWith(`${title}: `)))).toEqual([]);
  });

  test("几百件，各种状态、两个版本、补正、中止、延期、逾期视为无异议、不同意、不予都有", () => {
    expect(replays.length).toBeGreaterThan(500);
    const courses = replays.flatMap(({ reading }) => {
      if (!reading.ok) return [];
      const replay = replayCase(reading.past.matter, reading.past, calendar);
      return replay.ok ? [replay.course] : [];
    });
    expect(new Set(courses.map(({ state }) => state))).toEqual(
      new Set(["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED", "DELIVERED", "WITHDRAWN", "TERMINATED"]),
    );
    const some = (what: string, found: boolean) => expect(found, what).toBe(true);
    some(
      "第二版",
      replays.some(({ reading }) => reading.ok && reading.past.matterVersion === 2),
    );
    some(
      "补正",
      courses.some(({ supplement }) => supplement?.answeredOn != null),
    );
    some(
      "中止过",
      courses.some(({ pauses, state }) => pauses.length > 0 && state !== "SUSPENDED"),
    );
    some(
      "延期",
      courses.some(({ extension }) => extension !== null),
    );
    some(
      "逾期视为无异议",
      courses.some(({ reviews }) => reviews.some(({ state }) => state === "silent")),
    );
    some(
      "不同意",
      courses.some(({ reviews }) => reviews.some(({ state }) => state === "objected")),
    );
    some(
      "不予",
      courses.some(({ decision }) => decision === "refused"),
    );
  });

  test("同一种子两次生成的完全一样", () => {
    expect(pastCaseRows()).toEqual(pastCaseRows());
  });
});
