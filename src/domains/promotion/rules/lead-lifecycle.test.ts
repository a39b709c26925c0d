import { describe, expect, test } from "vitest";
import { LeadStage, LeadStatus } from "#domains/promotion/contract/lead.ts";
import { promotionReasons } from "#domains/promotion/contract/lead-texts.ts";
import { exampleLead } from "#domains/promotion/rules/example-lead.ts";
import {
  forwardMove,
  type LeadMove,
  leadMoves,
  type StatusCase,
  type StatusMove,
  statusMoves,
} from "#domains/promotion/rules/lead-lifecycle.ts";
import { checkMove, missingFor } from "#kernel/lifecycle.ts";

const bare = exampleLead({
  partyKind: "provisional",
  ownerId: null,
  amountYuan: null,
  interactions: 0,
  worthwhile: null,
  evidence: [],
  contracts: [],
  promised: false,
  projectId: null,
  reason: null,
});
const names = Object.keys(leadMoves) as LeadMove[];

/** Everything that is allowed with all gates open; the complement is refused. */
const ALLOWED: Readonly<Record<LeadMove, readonly LeadStage[]>> = {
  contact: ["TARGETED"],
  negotiate: ["CONTACTED"],
  propose: ["NEGOTIATING"],
  startDiligence: ["PROPOSAL"],
  submitDecision: ["DILIGENCE"],
  sign: ["DECISION"],
  land: ["SIGNED"],
  stepBack: ["PROPOSAL", "DILIGENCE", "DECISION"],
};

describe("线索阶段", () => {
  test.each(names.flatMap((move) => LeadStage.options.map((state) => [move, state] as const)))("%s 自 %s", (move, state) => {
    expect(checkMove(leadMoves[move], exampleLead({ state })).allowed).toBe(ALLOWED[move].includes(state));
  });

  test.each([
    ["contact", ["missing:owner", "missing:interaction"]],
    ["negotiate", ["missing:judgement", "missing:needs-summary"]],
    ["propose", ["missing:amount", "missing:tailored-plan"]],
    ["startDiligence", ["missing:fair-competition-review"]],
    ["submitDecision", ["missing:party", "missing:risk-memo"]],
    ["sign", ["missing:decision", "missing:formal-contract", "missing:promises"]],
    ["land", ["missing:project", "missing:landing-proof"]],
    ["stepBack", ["missing:reason"]],
  ] as const)("%s 什么都没有时缺什么", (move, missing) => expect(missingFor(leadMoves[move], bare)).toEqual(missing));

  test.each(LeadStatus.options.filter((status) => status !== "ACTIVE"))("状态为 %s 时哪一步也走不了", (status) => {
    for (const move of names) expect(missingFor(leadMoves[move], exampleLead({ status }))[0]).toBe(`wrong-status:${status}`);
  });

  test.each([
    ["startDiligence", "fair-competition-review"],
    ["submitDecision", "risk-memo"],
  ] as const)("%s：材料在而第二人未确认，不算通过", (move, kind) => {
    const lead = exampleLead({ evidence: [{ kind, confirmed: false }] });
    expect(missingFor(leadMoves[move], lead)).toEqual([`unconfirmed:${kind}`]);
    expect(missingFor(leadMoves[move], exampleLead({ evidence: [{ kind, confirmed: true }] }))).toEqual([]);
  });

  test("研判认为不值得跟进的，不能转入在谈", () => {
    expect(missingFor(leadMoves.negotiate, exampleLead({ worthwhile: false }))).toEqual(["missing:worthwhile"]);
  });

  test("框架和意向协议不能替代正式合同", () => {
    expect(missingFor(leadMoves.sign, exampleLead({ contracts: ["framework", "intent"] }))).toEqual(["missing:formal-contract"]);
  });

  test("入驻类线索凭入驻协议签约，不要投资额、承诺和项目立项", () => {
    const entry = exampleLead({ nature: "entry", amountYuan: null, promised: false, projectId: null, contracts: ["entry-institute"] });
    expect(missingFor(leadMoves.propose, entry)).toEqual([]);
    expect(missingFor(leadMoves.sign, entry)).toEqual([]);
    expect(missingFor(leadMoves.land, entry)).toEqual([]);
    expect(missingFor(leadMoves.sign, { ...entry, contracts: ["formal"] })).toEqual(["missing:entry-agreement"]);
  });

  test("项目库告知供地或开工，也算落地凭证", () => {
    const lead = exampleLead({ evidence: [{ kind: "project-progress", confirmed: true }] });
    expect(missingFor(leadMoves.land, lead)).toEqual([]);
  });

  test("每一阶段向前只有一步，落地之后没有", () => {
    expect(LeadStage.options.map(forwardMove)).toEqual([
      "contact",
      "negotiate",
      "propose",
      "startDiligence",
      "submitDecision",
      "sign",
      "land",
      undefined,
    ]);
  });

  test("缺什么都有中英文说法", () => {
    const codes = [bare, exampleLead({ worthwhile: false }), exampleLead({ nature: "entry", contracts: [] })].flatMap((lead) =>
      names.flatMap((move) => missingFor(leadMoves[move], lead)),
    );
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(promotionReasons, code))).toEqual([]);
    for (const move of Object.values({ ...leadMoves, ...statusMoves })) expect(move.source).not.toBe("");
  });
});

describe("线索状态与阶段分开", () => {
  const whole: StatusCase = { state: "ACTIVE", stage: "NEGOTIATING", reason: "对方暂缓", lostReason: "elsewhere" };
  const STATUS: Readonly<Record<StatusMove, readonly LeadStatus[]>> = {
    park: ["ACTIVE"],
    resume: ["PARKED"],
    lose: ["ACTIVE", "PARKED"],
    reject: ["ACTIVE", "PARKED"],
    reopen: ["LOST", "REJECTED"],
    join: ["ACTIVE", "PARKED"],
  };
  const moves = Object.keys(statusMoves) as StatusMove[];
  test.each(moves.flatMap((move) => LeadStatus.options.map((state) => [move, state] as const)))("%s 自 %s", (move, state) => {
    expect(checkMove(statusMoves[move], { ...whole, state }).allowed).toBe(STATUS[move].includes(state));
  });

  test("流失须选原因并写明理由；其余须写明理由", () => {
    expect(missingFor(statusMoves.lose, { ...whole, reason: null, lostReason: null })).toEqual(["missing:lost-reason", "missing:reason"]);
    for (const move of ["park", "resume", "reject", "reopen", "join"] as const)
      expect(missingFor(statusMoves[move], { ...whole, reason: " " })).toEqual(["missing:reason"]);
  });

  test("已签约的不再搁置、不予引进或并入，但仍可能流失", () => {
    for (const move of ["park", "reject", "join"] as const)
      expect(missingFor(statusMoves[move], { ...whole, stage: "SIGNED" })).toEqual(["wrong-stage:SIGNED"]);
    expect(checkMove(statusMoves.lose, { ...whole, stage: "SIGNED" }).allowed).toBe(true);
  });
});
