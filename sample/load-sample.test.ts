import { expect, test } from "vitest";
import { lanesFrom } from "./load-sample.ts";

const plan = [{}, { lane: "甲" }, { lane: "乙" }, { lane: "甲" }, {}, { lane: "甲" }];

test.each([
  [0, []],
  [1, [[1, 3], [2]]],
  [2, [[2], [3]]],
  [4, []],
  [5, [[5]]],
  [6, []],
] as const)("从第 %i 步起的并行组", (next, lanes) => expect(lanesFrom(next, plan)).toEqual(lanes));
