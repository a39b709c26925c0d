import { describe, expect, test } from "vitest";
import { timelineOf } from "#domains/projects/web/timeline-of.ts";
import { localDate } from "#kernel/local-date.ts";

const recordedAt = "2026-06-30T01:00:00.000Z" as never;
const step = (move: string, on: string, to: string) => ({
  move,
  from: null,
  to: to as "BUILDING",
  on: localDate(on),
  reason: null,
  recordedAt,
  by: "项目专班",
});

const project = {
  steps: [step("sign", "2025-03-10", "SIGNED"), step("startConstruction", "2026-03-02", "BUILDING")],
  milestones: [
    { kind: "start" as const, plannedOn: null, actualOn: localDate("2026-03-02"), daysLate: null, history: [] },
    { kind: "permit" as const, plannedOn: null, actualOn: localDate("2026-03-02"), daysLate: null, history: [] },
    { kind: "complete" as const, plannedOn: localDate("2027-01-01"), actualOn: null, daysLate: 0, history: [] },
  ],
  evidence: [
    {
      id: "e1",
      kind: "construction-permit" as const,
      number: "号-7",
      datedOn: localDate("2026-02-28"),
      note: "",
      fileName: null,
      origin: "hand",
      withdrawn: null,
      recordedAt,
      by: "项目专班",
    },
  ],
  dateRequests: [
    {
      id: "r1",
      project: { id: "p", code: "XM", name: "甲" },
      kind: "complete" as const,
      from: null,
      to: localDate("2027-03-01"),
      reason: "图纸",
      pushes: [],
      state: "GRANTED" as const,
      requestedOn: localDate("2026-05-01"),
      requestedBy: "项目专班",
      decidedOn: localDate("2026-05-01"),
      decidedBy: "管委会领导",
      decision: "同意",
      version: 2,
      abilities: {},
    },
  ],
};

describe("时间线", () => {
  test("新的在上；同一天审定在申请之上；随转段登记的节点不说两遍，没到的节点不在里面", () => {
    expect(timelineOf(project).map((event) => `${event.on} ${event.key}`)).toEqual([
      "2026-05-01 decided r1",
      "2026-05-01 asked r1",
      "2026-03-02 milestone permit",
      "2026-03-02 step 1",
      "2026-02-28 evidence e1",
      "2025-03-10 step 0",
    ]);
  });

  test("没同意的说没同意，待审定的只有申请", () => {
    const refused = { ...project, dateRequests: project.dateRequests.map((one) => ({ ...one, state: "REFUSED" as const })) };
    expect(timelineOf(refused)[0]?.text.zh).toContain("不同意");
    const waiting = {
      ...project,
      dateRequests: project.dateRequests.map((one) => ({ ...one, state: "REQUESTED" as const, decidedOn: null })),
    };
    expect(
      timelineOf(waiting)
        .filter((event) => event.on === "2026-05-01")
        .map((event) => event.key),
    ).toEqual(["asked r1"]);
  });
});
