import { describe, expect, test } from "vitest";
import { ReportCardState } from "#domains/economy/contract/report-card.ts";
import {
  nextCardMoves,
  type ReportCardCase,
  type ReportCardMove,
  reportCardMoves,
  waitsFor,
} from "#domains/economy/rules/report-card-lifecycle.ts";
import { checkMove, missingFor } from "#kernel/lifecycle.ts";

const ready: ReportCardCase = {
  state: "DRAFT",
  edition: 1,
  figures: 6,
  conflicts: 0,
  openChecks: [],
  signer: { name: "周衡", department: "改革发展局" },
  draftedBy: "drafter",
  editors: ["editor"],
  checkedBy: "checker",
  stale: false,
  comment: "已核对",
};
const moves = Object.keys(reportCardMoves) as ReportCardMove[];
const pairs = moves.flatMap((move) => ReportCardState.options.map((state) => [move, state] as const));

const allowedPairs = new Set([
  "check DRAFT",
  "approve CHECKED",
  "publish APPROVED",
  "sendBack CHECKED",
  "sendBack APPROVED",
  "withdraw PUBLISHED",
  "withdraw REVISED",
]);

describe("成绩单的状态", () => {
  test.each(pairs)("%s 自 %s：只有列明的可以", (move, state) => {
    const decision = checkMove(reportCardMoves[move], { ...ready, state });
    expect(decision.allowed).toBe(allowedPairs.has(`${move} ${state}`));
  });

  test("修订只从第二版起发布为 REVISED，首版只发布为 PUBLISHED", () => {
    const second: ReportCardCase = { ...ready, state: "APPROVED", edition: 2 };
    expect(checkMove(reportCardMoves.publishRevision, second)).toEqual({ allowed: true });
    expect(checkMove(reportCardMoves.publish, second)).toEqual({ allowed: false, because: "not-first-edition" });
    expect(checkMove(reportCardMoves.publishRevision, { ...second, edition: 1 })).toEqual({ allowed: false, because: "first-edition" });
  });

  test.each([
    ["check", "DRAFT", { figures: 0 }, "missing:figures"],
    ["check", "DRAFT", { conflicts: 1 }, "open-conflicts"],
    ["check", "DRAFT", { openChecks: ["parts"], comment: null }, "missing:comment-on-checks"],
    ["check", "DRAFT", { openChecks: ["parts"], comment: "   " }, "missing:comment-on-checks"],
    ["approve", "CHECKED", { signer: null }, "missing:signer"],
    ["approve", "CHECKED", { stale: true }, "facts-changed"],
    ["approve", "CHECKED", { conflicts: 2 }, "open-conflicts"],
    ["publish", "APPROVED", { signer: null }, "missing:signer"],
    ["publish", "APPROVED", { stale: true }, "facts-changed"],
    ["sendBack", "CHECKED", { comment: null }, "missing:reason"],
    ["withdraw", "PUBLISHED", { comment: "" }, "missing:reason"],
  ] as const)("%s：缺 %o 时不放行", (move, state, lacking, because) => {
    const subject: ReportCardCase = { ...ready, state, ...lacking };
    expect(checkMove(reportCardMoves[move], subject)).toEqual({ allowed: false, because });
  });

  test("卡在谁那里：下一步、谁来办、还缺什么", () => {
    const checked: ReportCardCase = { ...ready, state: "CHECKED", signer: null, comment: null };
    expect(nextCardMoves(checked)).toEqual([
      { move: "approve", to: "APPROVED", by: "department_head", missing: ["missing:signer"] },
      { move: "sendBack", to: "DRAFT", by: "statistics", missing: ["missing:reason"] },
    ]);
    const approved: ReportCardCase = { ...ready, state: "APPROVED", edition: 2 };
    expect(nextCardMoves(approved).map((next) => next.move)).toEqual(["publishRevision", "sendBack"]);
    expect(ReportCardState.options.map((state) => waitsFor({ state, edition: 1 })?.move)).toEqual([
      "check",
      "approve",
      "publish",
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("有说明即可带着未通过的核对往下走", () => {
    const subject: ReportCardCase = { ...ready, openChecks: ["growth-against-levels"], comment: "企业名录调整，口径不同" };
    expect(missingFor(reportCardMoves.check, subject)).toEqual([]);
  });
});
