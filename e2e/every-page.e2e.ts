import { describe, test } from "vitest";
import { lookAt, WORK_PLACES } from "./look-at-places.ts";

describe("工作页面：读屏无严重障碍，手机不横向滚动，英文无遗漏", () => {
  test.each(WORK_PLACES)("$name", lookAt);
});
