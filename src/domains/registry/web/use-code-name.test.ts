import { expect, test } from "vitest";
import { parentsOf } from "#domains/registry/web/use-code-name.ts";

test.each([
  ["region", "50", [undefined]],
  ["region", "5001", [undefined, "50"]],
  ["region", "500112", [undefined, "50", "5001"]],
  ["class", "C", [undefined]],
  ["class", "C39", [undefined, "C"]],
  ["class", "C397", [undefined, "C", "C39"]],
  ["class", "C3973", [undefined, "C", "C39", "C397"]],
] as const)("%s %s 的名称在这些上级里找", (of, code, parents) => expect(parentsOf(of, code)).toEqual(parents));
