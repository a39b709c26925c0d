import { describe, expect, test } from "vitest";
import { businessInstant } from "#domains/economy/rules/business-instant.ts";
import { type Instant, localDate, localDateOf } from "#kernel/local-date.ts";

const wall = "2026-11-22T23:30:00.000Z" as Instant;

describe("办理时刻", () => {
  test("园区就在今天：就是时钟本身", () => {
    expect(businessInstant(wall, localDateOf(wall))).toBe(wall);
  });

  test("园区停在另一天：那一天，钟点照旧", () => {
    const at = businessInstant(wall, localDate("2026-06-30"));
    expect([at, localDateOf(at)]).toEqual(["2026-06-29T23:30:00.000Z", "2026-06-30"]);
    expect(businessInstant("2026-11-22T15:59:59.999Z" as Instant, localDate("2026-06-30"))).toBe("2026-06-30T15:59:59.999Z");
  });

  test("同一天里后办的不会排到先办的前面", () => {
    expect(businessInstant("2026-11-23T01:00:00.000Z" as Instant, localDate("2026-06-30"), "2026-06-30T09:00:00.000Z")).toBe(
      "2026-06-30T09:00:00.000Z",
    );
  });
});
