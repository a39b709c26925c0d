import { expect, test } from "vitest";
import { checkMove, gate, type Moves, missingFor, nextMoves } from "#kernel/lifecycle.ts";

const states = ["draft", "checked", "approved", "published"] as const;
type State = (typeof states)[number];
type Card = { readonly state: State; readonly conflicts: number; readonly signedBy: string | null };

const noConflicts = gate<Card>("没有冲突", (card) => (card.conflicts === 0 ? undefined : "open-conflicts"));
const signed = gate<Card>("已签发", (card) => (card.signedBy === null ? "no-signature" : undefined));
const moves = {
  check: { from: ["draft"], to: "checked", needs: [noConflicts], by: "statistics", source: "手册§11" },
  approve: { from: ["checked"], to: "approved", needs: [noConflicts, signed], by: "leadership", source: "手册§11" },
  publish: { from: ["approved"], to: "published", needs: [], by: "statistics", source: "手册§11" },
  reopen: { from: ["checked", "approved"], to: "draft", needs: [], by: "statistics", source: "手册§11" },
} satisfies Moves<State, Card>;

const card = (state: State, conflicts = 0, signedBy: string | null = "负责人"): Card => ({ state, conflicts, signedBy });

const allowed: readonly (readonly [State, keyof typeof moves])[] = [
  ["draft", "check"],
  ["checked", "approve"],
  ["checked", "reopen"],
  ["approved", "publish"],
  ["approved", "reopen"],
];

test.each(allowed)("%s 可以 %s", (state, name) => {
  expect(checkMove(moves[name], card(state))).toEqual({ allowed: true });
});

const refusedMoves = states
  .flatMap((state) => (Object.keys(moves) as (keyof typeof moves)[]).map((name) => [state, name] as const))
  .filter(([state, name]) => !allowed.some(([from, move]) => from === state && move === name));

test.each(refusedMoves)("%s 不可以 %s", (state, name) => {
  expect(checkMove(moves[name], card(state))).toEqual({ allowed: false, because: `wrong-state:${state}` });
});

test("状态对而条件不足：说出第一个缺的，另列出全部缺的", () => {
  const poor = card("checked", 2, null);
  expect(checkMove(moves.approve, poor)).toEqual({ allowed: false, because: "open-conflicts" });
  expect(missingFor(moves.approve, poor)).toEqual(["open-conflicts", "no-signature"]);
});

test("卡在谁手里：下一步有哪些、各缺什么、等谁", () => {
  expect(nextMoves(moves, card("checked", 0, null))).toEqual([
    { name: "approve", to: "approved", by: "leadership", missing: ["no-signature"] },
    { name: "reopen", to: "draft", by: "statistics", missing: [] },
  ]);
  expect(nextMoves(moves, card("published"))).toEqual([]);
});
