import { expect, test } from "vitest";
import { publicAsOf } from "#domains/economy/rules/public-as-of.ts";
import { localDate } from "#kernel/local-date.ts";

const first = { edition: 1, publishedAt: "2020-08-03T02:00:00.000Z", withdrawn: null };
const second = { edition: 2, publishedAt: "2020-08-20T16:30:00.000Z", withdrawn: { at: "2020-09-01T02:00:00.000Z" } };

test.each([
  ["2020-08-02", undefined, undefined],
  ["2020-08-03", 1, false],
  ["2020-08-20", 1, false],
  // 16:30 UTC is half past midnight of the next day in Shanghai.
  ["2020-08-21", 2, false],
  ["2020-08-31", 2, false],
  ["2020-09-01", 2, true],
  [undefined, 2, true],
])("%s 看到第 %s 版，撤下 %s", (asOf, edition, withdrawn) => {
  const seen = publicAsOf([second, first], asOf === undefined ? undefined : localDate(asOf));
  expect([seen?.shown.edition, seen?.withdrawn]).toEqual([edition, withdrawn]);
});
