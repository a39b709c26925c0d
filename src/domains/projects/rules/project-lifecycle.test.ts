import { describe, expect, test } from "vitest";
import { ProjectStage } from "#domains/projects/contract/project.ts";
import { projectReasons, projectWarnings } from "#domains/projects/contract/project-texts.ts";
import {
  missingForMilestone,
  type ProjectCase,
  type ProjectMove,
  projectMoves,
  warningsOf,
} from "#domains/projects/rules/project-lifecycle.ts";
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
  ).map((kind) => ({ kind, datedOn: on, numbered: true, filed: false })),
  since: localDate("2026-01-05"),
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

  const only = (kind: ProjectCase["evidence"][number]["kind"], given: Partial<ProjectCase["evidence"][number]>) =>
    [{ kind, datedOn: on, numbered: false, filed: false, ...given }] as const;
  test.each([
    ["completeWorks", only("acceptance", {}), false, "备案没有编号"],
    ["completeWorks", only("acceptance", { filed: true }), false, "备案只有文件"],
    ["completeWorks", only("acceptance", { numbered: true }), true, "备案有编号"],
    ["completeWorks", only("acceptance", { numbered: true, datedOn: localDate("2026-03-03") }), false, "备案晚于竣工日"],
    ["startConstruction", only("construction-permit", { filed: true }), false, "许可没有编号"],
    ["startConstruction", only("permit-exemption", { filed: true }), true, "免办依据有文件"],
    ["startProduction", only("output-proof", {}), false, "产出证明空无一物"],
    ["startProduction", only("output-proof", { filed: true }), true, "产出证明有文件"],
    ["suspend", only("suspension-decision", { numbered: true, datedOn: localDate("2026-01-04") }), false, "上一次停建的决定"],
    ["suspend", only("suspension-decision", { numbered: true, datedOn: localDate("2026-01-05") }), true, "这一次的决定"],
  ] as const)("%s，凭证 %j：%s（%s）", (move, evidence, open, _why) => {
    const state = projectMoves[move].from.at(-1) ?? "SIGNED";
    expect(checkMove(projectMoves[move], { ...whole, state, evidence }).allowed).toBe(open);
  });

  test.each([
    ["COMPLETED", {}, "full-capacity", "missing:production"],
    ["PRODUCING", { produce: localDate("2026-03-03") }, "full-capacity", "missing:production"],
    ["PRODUCING", { produce: on }, "full-capacity", "missing:full-capacity-proof"],
    ["PRODUCING", { produce: on }, "above-scale", undefined],
    ["BUILDING", {}, "element-power", undefined],
  ] as const)("%s，已达 %j：登记%s缺 %s", (state, reached, kind, missing) => {
    const evidence = only("above-scale-proof", { numbered: true });
    expect(missingForMilestone({ ...whole, state, reached, evidence }, kind, on)).toBe(missing);
  });

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
