import { describe, expect, test } from "vitest";
import { MeetingState, MinutesState, ResolutionState } from "#domains/projects/contract/dispatch.ts";
import { dispatchReasons } from "#domains/projects/contract/dispatch-texts.ts";
import { type MeetingCase, type MeetingMove, meetingMoves } from "#domains/projects/rules/dispatch-meeting.ts";
import { dispatchGrants, meetingPolicy, minutesPolicy, resolutionPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import { projectGrants } from "#domains/projects/rules/project-policy.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { COMMITTEE_ROLES, Role } from "#kernel/role.ts";

const grants: Readonly<Record<string, readonly Role[]>> = { ...projectGrants, ...dispatchGrants };
const actor = (role: Role, id = "somebody"): Actor => ({
  id,
  name: id,
  zoneId: "00000000-0000-4000-8000-000000000001",
  role,
  permissions: new Set(Object.keys(grants).filter((permission) => grants[permission]?.includes(role))),
  enterpriseId: null,
  departmentId: null,
});

const ready: MeetingCase = {
  state: "PLANNED",
  heldOn: localDate("2026-06-23"),
  today: localDate("2026-06-23"),
  items: 3,
  attendance: ["PRESENT", "ABSENT"],
  discussed: 1,
  inReview: null,
  reason: "领导另有要务",
};
const runs: readonly Role[] = ["leadership", "department_head", "task_force"];
const decides: readonly Role[] = ["leadership", "department_head"];

describe("调度会的状态", () => {
  const allowed = new Set([
    "convene PLANNED",
    "cancel PLANNED",
    "writeMinutes CONVENED",
    "approveMinutes CONVENED",
    "correctMinutes MINUTED",
  ]);
  const pairs = (Object.keys(meetingMoves) as MeetingMove[]).flatMap((move) => MeetingState.options.map((state) => [move, state] as const));
  test.each(pairs)("%s 自 %s：只有列明的可以", (move, state) => {
    const subject = { ...ready, state, inReview: move === "approveMinutes" ? { writtenBy: "x" } : null };
    expect(checkMove(meetingMoves[move], subject).allowed).toBe(allowed.has(`${move} ${state}`));
  });

  test.each([
    ["convene", "PLANNED", { today: localDate("2026-06-22") }, "missing:meeting-day"],
    ["convene", "PLANNED", { items: 0 }, "missing:agenda"],
    ["cancel", "PLANNED", { reason: " " }, "missing:reason"],
    ["writeMinutes", "CONVENED", { attendance: ["PRESENT", "INVITED"] }, "missing:attendance"],
    ["writeMinutes", "CONVENED", { attendance: ["ABSENT"] }, "missing:attendance"],
    ["writeMinutes", "CONVENED", { discussed: 0 }, "missing:discussion"],
    ["approveMinutes", "CONVENED", { inReview: null }, "missing:minutes"],
    ["correctMinutes", "MINUTED", { reason: null }, "missing:reason"],
  ] as const)("%s：缺 %o 时不放行", (move, state, lacking, because) => {
    const subject: MeetingCase = { ...ready, state, ...lacking };
    expect(checkMove(meetingMoves[move], subject)).toEqual({ allowed: false, because });
  });

  test("晚一天召开也行，会议日期不变", () => {
    expect(checkMove(meetingMoves.convene, { ...ready, today: localDate("2026-06-24") })).toEqual({ allowed: true });
  });
});

describe("谁可以对调度会做什么", () => {
  const when: Readonly<Record<keyof typeof meetingPolicy, readonly MeetingState[]>> = {
    change: ["PLANNED"],
    convene: ["PLANNED"],
    cancel: ["PLANNED"],
    changeAgenda: ["PLANNED", "CONVENED"],
    invite: ["PLANNED", "CONVENED"],
    mark: ["CONVENED"],
    note: ["CONVENED"],
    resolve: ["CONVENED"],
    writeMinutes: ["CONVENED", "MINUTED"],
  };
  test.each(Object.keys(when) as (keyof typeof when)[])("%s：岗位 × 状态，列明的可以，其余一律不可", (ability) => {
    for (const role of Role.options)
      for (const state of MeetingState.options) {
        const decision = meetingPolicy[ability](actor(role), { ...ready, state });
        expect([role, state, decision.allowed]).toEqual([role, state, runs.includes(role) && when[ability].includes(state)]);
        if (!decision.allowed && !decision.because.startsWith("missing-permission:"))
          expect(Object.keys(dispatchReasons)).toContain(decision.because);
      }
  });

  test("一版纪要在审定中时不再起草另一版", () => {
    const subject: MeetingCase = { ...ready, state: "CONVENED", inReview: { writtenBy: "x" } };
    expect(meetingPolicy.writeMinutes(actor("task_force"), subject)).toEqual({ allowed: false, because: "minutes-in-review" });
  });
});

describe("纪要由另一人审定", () => {
  test("岗位 × 状态 × 是否起草人", () => {
    for (const role of Role.options)
      for (const state of MinutesState.options)
        for (const writtenBy of ["somebody", "another"])
          expect([role, state, writtenBy, minutesPolicy.review(actor(role), { state, writtenBy }).allowed]).toEqual([
            role,
            state,
            writtenBy,
            decides.includes(role) && state === "WRITTEN" && writtenBy === "another",
          ]);
  });
});

describe("议定事项", () => {
  const subject = { state: "OPEN" as const, ownerId: "owner", chairId: "chair", leadId: "lead" };
  test.each(["owner", "lead", "chair", "somebody"])("%s 办结：只有责任人、专班领导、主持人可以", (id) => {
    for (const role of Role.options)
      for (const state of ResolutionState.options) {
        const expected = (COMMITTEE_ROLES as readonly Role[]).includes(role) && state === "OPEN" && id !== "somebody";
        expect([role, state, resolutionPolicy.close(actor(role, id), { ...subject, state }).allowed]).toEqual([role, state, expected]);
      }
  });

  test("没有专班的项目，专班领导一栏空着也不放行别人", () => {
    expect(resolutionPolicy.close(actor("leadership", "somebody"), { ...subject, leadId: null })).toEqual({
      allowed: false,
      because: "not-owner",
    });
  });

  test.each(["extend", "cancel"] as const)("%s：由有审定权的人决定，责任人不能给自己延期", (ability) => {
    for (const role of Role.options)
      for (const state of ResolutionState.options)
        for (const id of ["owner", "another"])
          expect([role, state, id, resolutionPolicy[ability](actor(role, id), { ...subject, state }).allowed]).toEqual([
            role,
            state,
            id,
            decides.includes(role) && state === "OPEN" && id === "another",
          ]);
  });
});
