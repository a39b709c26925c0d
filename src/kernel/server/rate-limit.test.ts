import { expect, test } from "vitest";
import { RateLimit } from "#kernel/server/rate-limit.ts";

const at = (ms: number) => new Date(1_800_000_000_000 + ms);
const refused = (limit: RateLimit, caller: string, ms: number) => {
  try {
    limit.take(caller, at(ms));
    return null;
  } catch (error) {
    return error;
  }
};

test("一分钟六十次：第六十一次被拒并说明等几秒，一秒后又可以一次", () => {
  const limit = new RateLimit(60);
  for (let call = 0; call < 60; call++) limit.take("甲", at(0));
  expect(refused(limit, "甲", 0)).toMatchObject({ code: "access.too-fast", kind: "too-many", params: { perMinute: 60, seconds: 1 } });
  expect(refused(limit, "甲", 1000)).toBeNull();
  expect(refused(limit, "甲", 1000)).not.toBeNull();
});

test("各人各算；歇得再久也不多攒", () => {
  const limit = new RateLimit(2);
  limit.take("甲", at(0));
  limit.take("甲", at(0));
  expect(refused(limit, "甲", 0)).not.toBeNull();
  expect(refused(limit, "乙", 0)).toBeNull();
  limit.take("甲", at(3_600_000));
  limit.take("甲", at(3_600_000));
  expect(refused(limit, "甲", 3_600_000)).not.toBeNull();
});
