import fc from "fast-check";
import { expect, test } from "vitest";
import { type Actor, abilitiesOf, all, allow, Decision, holds, refuse } from "#kernel/policy.ts";
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
