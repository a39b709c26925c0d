import { describe, expect, test } from "vitest";
import { approvalReasons } from "#domains/approvals/contract/approval-texts.ts";
import { CaseState } from "#domains/approvals/contract/case.ts";
import { moveWords } from "#domains/approvals/contract/move-words.ts";
import {
  AUTOMATIC,
  type CaseGates,
  type CaseMove,
  caseMoves,
  caseStays,
  datesOf,
  resumeMove,
} from "#domains/approvals/rules/case-lifecycle.ts";
import { exampleCourse } from "#domains/approvals/rules/example-course.ts";
import { checkMove, missingFor } from "#kernel/lifecycle.ts";
import { localDate } from "#kernel/local-date.ts";

const on = localDate("2026-03-10");
/** Every gate is open, whatever the move. */
const open: CaseGates = {
  state: "DRAFT",
  suspendedFrom: null,
  kind: "renewal",
  formMissing: [],
  materialsMissing: [],
  supplementNoticed: false,
  noticeDueOn: null,
  hasReviews: true,
  reviewsOpen: [],
  reviewsWaiting: 0,
  granted: true,
  granting: true,
  untrue: [],
  correctionOver: true,
  deferred: [],
  deferralLapsed: true,
  limitOver: false,
  revoked: true,
  expiresOn: localDate("2026-03-01"),
  on,
};
const closed: CaseGates = {
  ...open,
  kind: "licence",
  formMissing: ["面积"],
  materialsMissing: ["施工图", "合同"],
  supplementNoticed: true,
  noticeDueOn: localDate("2026-03-09"),
  reviewsOpen: ["消防支队"],
  untrue: ["资质证明"],
  correctionOver: false,
  deferred: ["图纸"],
  deferralLapsed: false,
  limitOver: true,
  revoked: false,
  expiresOn: null,
};
const names = Object.keys(caseMoves) as CaseMove[];

/** Everything that is allowed with all gates open; the complement is refused. */
const ALLOWED: Readonly<Record<CaseMove, readonly CaseState[]>> = {
  submit: ["DRAFT"],
  noticeSupplement: ["SUBMITTED"],
  answerSupplement: ["SUPPLEMENT"],
  accept: ["SUBMITTED"],
  deemAccepted: ["SUBMITTED"],
  refuseToAccept: ["SUBMITTED"],
  startReview: ["ACCEPTED"],
  pause: ["ACCEPTED", "REVIEWING"],
  resumeAccepted: [],
  resumeReviewing: ["SUSPENDED"],
  decide: ["REVIEWING"],
  deemRenewed: ["ACCEPTED", "REVIEWING", "SUSPENDED"],
  deliver: ["DECIDED"],
  withdraw: ["DRAFT", "SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED"],
  terminate: ["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED"],
  lapse: ["ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"],
  forfeit: ["ACCEPTED", "REVIEWING", "SUSPENDED"],
  annul: ["DECIDED"],
};

describe("办件状态", () => {
  test.each(names.flatMap((move) => CaseState.options.map((state) => [move, state] as const)))("%s 自 %s", (move, state) => {
    const subject: CaseGates = {
      ...open,
      state,
      suspendedFrom: state === "SUSPENDED" ? "REVIEWING" : null,
      untrue: move === "forfeit" ? ["资质证明"] : [],
      noticeDueOn: move === "deemAccepted" ? localDate("2026-03-09") : null,
    };
    expect(checkMove(caseMoves[move], subject).allowed).toBe(ALLOWED[move].includes(state));
  });

  test.each([
    ["submit", ["missing-answer:面积"]],
    ["noticeSupplement", ["supplement-twice", "supplement-too-late:2026-03-09"]],
    ["accept", ["missing-answer:面积", "missing-material:施工图、合同"]],
    ["decide", ["missing-opinion:消防支队", "false-promise:资质证明"]],
    ["deemRenewed", ["silence-grants-nothing", "licence-not-expired", "false-promise:资质证明"]],
    ["deliver", ["missing-deferred:图纸", "false-promise:资质证明"]],
    ["lapse", ["deferral-still-open"]],
    ["forfeit", ["correction-runs"]],
    ["annul", ["nothing-revoked"]],
  ] as const)("%s 缺什么", (move, missing) => expect(missingFor(caseMoves[move], closed)).toEqual(missing));

  test.each([
    ["2026-03-09", ["notice-still-open"]],
    ["2026-03-10", []],
  ])("逾期未告知才视为受理：%s", (day, missing) => {
    expect(missingFor(caseMoves.deemAccepted, { ...closed, on: localDate(day) })).toEqual(missing);
  });

  test("有审查环节的事项不能从受理直接决定；没有的可以", () => {
    expect(missingFor(caseMoves.decide, { ...open, state: "ACCEPTED" })).toEqual(["review-not-begun"]);
    expect(checkMove(caseMoves.decide, { ...open, state: "ACCEPTED", hasReviews: false }).allowed).toBe(true);
  });

  test("沉默不等于准予：除延续外没有一条自动步骤通向决定", () => {
    const automatic = names.filter((move) => caseMoves[move].by === "rule");
    expect(automatic).toEqual(["deemAccepted", "deemRenewed", "lapse", "forfeit", "annul"]);
    for (const kind of ["licence", "filing", "registration", "service"] as const)
      expect(checkMove(caseMoves.deemRenewed, { ...open, kind, state: "REVIEWING" })).toEqual({
        allowed: false,
        because: "silence-grants-nothing",
      });
    expect(Object.keys(AUTOMATIC)).toEqual(expect.arrayContaining(automatic));
  });

  test("不予的决定不等容缺材料，也不等不实承诺整改", () => {
    const refused = { ...closed, granted: false, granting: false };
    expect(missingFor(caseMoves.deliver, refused)).toEqual([]);
    expect(missingFor(caseMoves.decide, { ...refused, reviewsOpen: [] })).toEqual([]);
  });

  test("承诺属实的不因承诺终止", () => expect(missingFor(caseMoves.forfeit, { ...closed, untrue: [] })).toEqual(["no-false-promise"]));

  test("恢复回到中止前的状态", () =>
    expect([resumeMove("ACCEPTED"), resumeMove("REVIEWING")]).toEqual(["resumeAccepted", "resumeReviewing"]));

  test("视为受理之日是材料提交之日：补正过的，是补正之日", () => {
    const course = exampleCourse({ submittedOn: localDate("2026-03-02") });
    expect(datesOf("deemAccepted", course, on)).toEqual({ acceptedOn: "2026-03-02" });
    const supplement = { noticedOn: localDate("2026-03-03"), dueOn: null, answeredOn: localDate("2026-03-05") };
    expect(datesOf("deemAccepted", { ...course, supplement }, on)).toEqual({ acceptedOn: "2026-03-05" });
  });

  test("每一步、每一种缺项都有中英文", () => {
    for (const move of [...names, ...Object.keys(caseStays)]) expect(moveWords).toHaveProperty(move);
    for (const code of names.flatMap((move) => missingFor(caseMoves[move], closed)))
      expect(approvalReasons).toHaveProperty(code.split(":")[0] ?? "");
    for (const state of CaseState.options) expect(approvalReasons).toHaveProperty([`wrong-state:${state}`]);
  });
});

test("法定期限已过的办件不能再中止：按钮和命令同一个理由", () => {
  for (const state of ["ACCEPTED", "REVIEWING"] as const) {
    expect(checkMove(caseMoves.pause, { ...open, state })).toEqual({ allowed: true });
    expect(checkMove(caseMoves.pause, { ...open, state, limitOver: true })).toEqual({ allowed: false, because: "limit-over" });
  }
});
