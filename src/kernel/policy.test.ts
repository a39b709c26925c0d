import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, abilitiesOf, all, allow, Decision, holds, refuse, someoneElse } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const actorWith = (...permissions: string[]): Actor => ({
  id: "u1",
  name: "张三",
  zoneId: "z1",
  role: "statistics",
  permissions: new Set(permissions),
  enterpriseId: null,
  departmentId: null,
});

test("有权限即允许，没有则说缺哪个", () => {
  expect(holds(actorWith("card.publish"), "card.publish")).toEqual(allow);
  expect(holds(actorWith(), "card.publish")).toEqual({ allowed: false, because: "missing-permission:card.publish" });
});

test("全部允许才允许；拒绝时给出第一个理由", () => {
  const anyDecision = fc.oneof(fc.constant(allow), fc.string({ minLength: 1 }).map(refuse));
  fc.assert(
    fc.property(fc.array(anyDecision), (decisions) => {
      const first = decisions.find((decision) => !decision.allowed);
      expect(all(...decisions)).toEqual(first ?? allow);
      expect(Decision.parse(all(...decisions))).toEqual(all(...decisions));
    }),
  );
});

test("每项能力都随记录给出，连同理由", () => {
  const policy = {
    view: (actor: Actor, card: { state: string }) =>
      all(holds(actor, "card.view"), card.state === "withdrawn" ? refuse("withdrawn") : allow),
    publish: (actor: Actor) => holds(actor, "card.publish"),
  };
  expect(abilitiesOf(policy, actorWith("card.view"), { state: "withdrawn" })).toEqual({
    view: { allowed: false, because: "withdrawn" },
    publish: { allowed: false, because: "missing-permission:card.publish" },
  });
});

test("岗位没有重名", () => {
  expect(new Set(Role.options).size).toBe(Role.options.length);
});

describe("不得自己审批", () => {
  const actor = actorWith();
  const lent = { ...actor, onBehalfOf: "u9" };
  const refused = { allowed: false, because: "own" };
  test.each([
    ["别人办的", actor, "u2", allow],
    ["还没有人办", actor, null, allow],
    ["自己办的", actor, "u1", refused],
    ["几步里有一步是自己办的", actor, ["u2", "u1"], refused],
    ["几步都是别人办的", actor, ["u2", "u3", null], allow],
    ["代人办事：授权人办的", lent, "u9", refused],
    ["代人办事：自己办的", lent, ["u2", "u1"], refused],
    ["代人办事：第三人办的", lent, "u3", allow],
  ] as const)("%s", (_, who, earlier, decision) => {
    expect(someoneElse(who, earlier, "own")).toEqual(decision);
  });

  test("各领域的规则都用这一条，没有哪个自己比编号再拒绝", () => {
    const domains = join(import.meta.dirname, "../domains");
    const policies = globSync("*/rules/*.ts", { cwd: domains }).filter((name) => !name.endsWith(".test.ts"));
    const own = policies.filter((name) =>
      /actor\.id === [\w.]+ \? refuse|=== actor\.id \? refuse/.test(readFileSync(join(domains, name), "utf8")),
    );
    expect(policies.length).toBeGreaterThan(100);
    // Nobody changes his own roles: there it is the person acted upon, not one who acted before.
    expect(own).toEqual(["system/rules/system-policy.ts"]);
    expect(policies.filter((name) => readFileSync(join(domains, name), "utf8").includes("someoneElse(")).length).toBeGreaterThan(5);
  });
});
