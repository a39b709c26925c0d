import { expect, test } from "vitest";
import { noticesOfWork } from "#domains/notices/rules/notices-of-work.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const today = localDate("2026-07-02");
const item = (dueOn: string | null, title = "临电报装", kind = "task" as const) => ({
  kind,
  opens: "0198-p",
  title,
  titleEn: null,
  about: "某项目",
  dueOn: dueOn === null ? null : localDate(dueOn),
  provisional: false,
});
const told = (dueOn: string | null) => noticesOfWork([item(dueOn)], today, calendar)[0];

test.each([
  ["2026-07-01", "overdue", "昨天到期"],
  ["2026-07-02", "due-soon", "今天到期"],
  ["2026-07-06", "due-soon", "周四之后第二个工作日是下周一"],
  ["2026-07-07", "assigned", "还有三个工作日"],
  [null, "assigned", "没有期限"],
])("到期日 %s：%s（%s）", (dueOn: string | null, kind: string, _why: string) => {
  expect(told(dueOn)?.kind).toBe(kind);
});

test("同一件事同一天说法相同，不会说两遍；延期后是另一件要说的事", () => {
  expect(told("2026-07-01")?.dedup).toBe(told("2026-07-01")?.dedup);
  expect(told("2026-07-01")?.dedup).not.toBe(told("2026-06-30")?.dedup);
});

test("逾期的在前，一次最多三十条；公共的待审文档不逐篇提醒", () => {
  const many = [...Array.from({ length: 40 }, (_, n) => item("2026-08-01", `事项${n}`)), item("2026-06-01", "老事")];
  const notices = noticesOfWork(many, today, calendar);
  expect([notices.length, notices[0]?.title]).toEqual([30, "专班事项：老事"]);
  expect(noticesOfWork([item(null, "文档", "documents" as never)], today, calendar)).toEqual([]);
  expect(noticesOfWork([item(null)], today, calendar)[0]?.link).toBe("/projects/0198-p");
});
