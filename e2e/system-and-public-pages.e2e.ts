import { describe, test } from "vitest";
import { lookAt, OTHER_PLACES } from "./look-at-places.ts";

describe("登录、系统与公开页面：读屏无严重障碍，手机不横向滚动，英文无遗漏", () => {
  test.each(OTHER_PLACES)("$name", lookAt);
});
