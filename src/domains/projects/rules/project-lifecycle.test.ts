import { describe, expect, test } from "vitest";
import { ProjectStage } from "#domains/projects/contract/project.ts";
import { projectReasons, projectWarnings } from "#domains/projects/contract/project-texts.ts";
import { type ProjectCase, type ProjectMove, projectMoves, warningsOf } from "#domains/projects/rules/project-lifecycle.ts";
import { checkMove, missingFor } from "#kernel/lifecycle.ts";
import { localDate } from "#kernel/local-date.ts";

const on = localDate("2026-03-02");
const whole: ProjectCase = {
  state: "SIGNED",
  suspendedFrom: null,
  leasedPlant: false,
  parcel: "A-12",
  hasTaskForce: true,
  evidence: (
    [
      "land-contract",
      "construction-permit",
      "acceptance",
      "output-proof",
      "suspension-decision",
      "restart-plan",
      "termination-decision",
      "resources-recovered",
    ] as const
  ).map((kind) => ({ kind, datedOn: on })),
  reached: {},
  on,
  reason: "资金未到位",
};
const bare: ProjectCase = { ...whole, parcel: null, hasTaskForce: false, evidence: [], reason: null };
const names = Object.keys(projectMoves) as ProjectMove[];

/** Everything that is allowed with all gates open; the complement is refused. */
const ALLOWED: Readonly<Record<ProjectMove, readonly ProjectStage[]>> = {
  supplyLand: ["SIGNED"],
  startConstruction: ["LAND"],
  completeWorks: ["BUILDING"],
  startProduction: ["COMPLETED"],
  suspend: ["SIGNED", "LAND", "BUILDING"],
  resumeSigned: [],
  resumeLand: [],
  resumeBuilding: ["SUSPENDED"],
  terminate: ["SIGNED", "LAND", "BUILDING", "SUSPENDED"],
};

describe("项目阶段", () => {
  test.each(names.flatMap((move) => ProjectStage.options.map((state) => [move, state] as const)))("%s 自 %s", (move, state) => {
    const subject = { ...whole, state, suspendedFrom: state === "SUSPENDED" ? ("BUILDING" as const) : null };
    expect(checkMove(projectMoves[move], subject).allowed).toBe(ALLOWED[move].includes(state));
  });

  test.each([
    ["supplyLand", ["missing:land-contract", "missing:parcel"]],
    ["startConstruction", ["missing:land-stage", "missing:construction-permit", "missing:task-force"]],
    ["completeWorks", ["missing:acceptance"]],
    ["startProduction", ["missing:output-proof"]],
    ["suspend", ["missing:suspension-decision", "missing:reason"]],
    ["terminate", ["missing:termination-decision", "missing:resources-recovered", "missing:reason"]],
  ] as const)("%s 什么都没有时缺什么", (move, missing) => expect(missingFor(projectMoves[move], bare)).toEqual(missing));

  test("租赁厂房的项目可从签约直接开工", () => {
    expect(checkMove(projectMoves.startConstruction, { ...whole, leasedPlant: true }).allowed).toBe(true);
  });

  test("签约同日开工允许，早于施工许可的提示而不拦", () => {
    expect(warningsOf(whole, "startConstruction")).toEqual([]);
    expect(warningsOf({ ...whole, on: localDate("2026-03-01") }, "startConstruction")).toEqual(["start-before-permit"]);
  });

  test("每一种缺项和提示都有中英文句子", () => {
    const codes = names.flatMap((move) => missingFor(projectMoves[move], { ...bare, state: "SUSPENDED" }));
    for (const code of codes) expect(projectReasons).toHaveProperty([code]);
    for (const code of warningsOf({ ...whole, on: localDate("2026-03-01") }, "startConstruction"))
      expect(projectWarnings).toHaveProperty([code]);
  });
});
