import { expect, test } from "vitest";
import { plugins } from "#apps/plugins.ts";
import { operationNames } from "#apps/web/operation-names.ts";

test("留痕里的每个操作都有名称，没有多余的", () => {
  const ids = plugins.flatMap(({ name, operations }) => Object.keys(operations).map((operation) => `${name}.${operation}`));
  expect(Object.keys(operationNames).sort()).toEqual(ids.sort());
});
