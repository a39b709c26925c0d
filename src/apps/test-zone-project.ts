import { randomUUID } from "node:crypto";
import type { Place, TestServer } from "#apps/test-server.ts";
import { type DispatchRecords, furnishDispatch } from "#apps/test-zone-dispatch.ts";
import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { feedOperations } from "#domains/projects/contract/feed-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { mapOperations } from "#domains/projects/contract/map-operations.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";

const { registerProject, attachEvidence, requestDate } = registerOperations;
const { setInvestmentPlan, reportMonth, enterStatistics } = investmentOperations;
const { recolour, projectColour, sayFalseAlarm, setColourRule, listColourRules } = colourOperations;
const { formTaskForce, addTask, rollTask } = taskForceOperations;

/** Records of one project, by the input fields that name them. */
export type ProjectRecords = {
  readonly id: string;
  readonly code: string;
  readonly request: string;
  readonly evidence: string;
  readonly photo: string;
  readonly supervision: string;
  readonly task: string;
  readonly dispatch: DispatchRecords;
  readonly conflict: string;
  readonly statement: string;
};

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A road of a zone's map, as GeoJSON. */
const roadOf = (name: string): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { name: `${name}路` },
        geometry: {
          type: "LineString",
          coordinates: [
            [104, 30],
            [104.1, 30.1],
          ],
        },
      },
    ],
  });

/** A project with something in every table that projects have. */
export async function furnishProject(at: TestServer, place: Place): Promise<ProjectRecords> {
  const as = (role: Parameters<TestServer["account"]>[0]) => at.account(role, place);
  const name = place === "first" ? "甲阳功率器件项目" : "乙荫传感器项目";
  const { id } = await at.done(
    as("promotion"),
    registerProject,
    {
      name,
      enterprise: `${name}公司`,
      category: "industry",
      plannedTotalYuan: "600000000",
      contractNumber: `${name}合同`,
      signedOn: place === "first" ? "2023-03-10" : "2024-03-10",
      plan: [{ kind: "start", plannedOn: "2024-09-01" }],
    },
    { key: "project" },
  );
  const force = as("task_force");
  const withFile = await at.done(
    force,
    attachEvidence,
    { id, kind: "contract", number: "号", datedOn: "2024-03-10" },
    { key: "evidence", files: [{ name: "合同.png", bytes: PIXEL }] },
  );
  const asked = await at.done(force, requestDate, { id, kind: "start", to: "2024-12-01", reason: "图纸" }, { key: "date" });
  await at.done(
    force,
    setInvestmentPlan,
    { id, year: 2026, monthsYuan: Array.from({ length: 12 }, () => "1000000") as never },
    { key: "plan" },
  );
  const reported = await at.done(
    force,
    reportMonth,
    { id, month: "2026-01", investedYuan: "1000000" as never, progress: "桩基" },
    { key: "report", files: [{ name: "现场.png", bytes: PIXEL }] },
  );
  await at.done(as("statistics"), enterStatistics, { id, enteredOn: "2026-01-20" }, { key: "statistics" });
  await at.done(as("leadership"), formTaskForce, {
    id,
    leadId: as("leadership").personId,
    members: [{ personId: force.personId, duty: "手续" }],
  });
  const task = await at.done(
    force,
    addTask,
    { id, kind: "issue", title: "高压线未迁", ownerId: force.personId, dueOn: "2026-12-31" },
    { key: "task" },
  );
  const rolled = await at.done(
    force,
    addTask,
    { id, kind: "duty", title: `${name}送电`, ownerId: force.personId, dueOn: "2090-01-02" },
    { key: "rolled" },
  );
  await at.done(force, rollTask, { taskId: rolled.id, version: 1, to: "2090-01-03", reason: "等变压器" });
  await at.done(
    as("department_head"),
    mapOperations.uploadGeography,
    { layer: "road" },
    { key: "road", files: [{ name: "道路.geojson", bytes: Buffer.from(roadOf(name)) }] },
  );
  await at.done(force, feedOperations.createCalendarFeed, {});
  await at.done(as("leadership"), recolour, {});
  const { items } = await at.done(as("leadership"), listColourRules, {});
  const rule = items[0]?.rule;
  if (rule) await at.done(as("leadership"), setColourRule, { rule, effectiveOn: "2090-01-01", reason: "测试" }, { key: "rule" });
  const colour = await at.done(as("leadership"), projectColour, { id });
  await at.done(as("leadership"), sayFalseAlarm, { id, ordinal: 1, reason: "录错" });
  return {
    id,
    code: withFile.row.code,
    request: asked.dateRequests[0]?.id ?? "",
    evidence: withFile.evidence[0]?.id ?? "",
    photo: reported.reports[0]?.photos[0]?.id ?? "",
    supervision: colour.supervision[0]?.id ?? "",
    task: task.id,
    dispatch: await furnishDispatch(at, place, id),
    conflict: await contradict(at, place, id),
    statement: await stateCompletion(at, place),
  };
}

/** A completion that a document stated in words of two readings, decided once so that the decision stands there too. */
async function stateCompletion(at: TestServer, place: Place): Promise<string> {
  const zone = place === "first" ? at.database.zoneId : at.database.otherZoneId;
  const id = randomUUID();
  await at.database.tamper(
    `insert into project_stated_completion (zone_id, id, document_id, document_title, rate_observation_id, amount_observation_id, subject, wording, quote, actual_yuan, stated_pct, found_on)
     values ($1, $2, $3, '年报', $4, $5, '重点项目', '超年度计划投资143.91%', '完成投资94.06亿元、超年度计划投资143.91%', '9406000000', '143.91', '2026-06-30')`,
    [zone, id, randomUUID(), randomUUID(), randomUUID()],
  );
  await at.database.tamper(
    "insert into project_completion_decision (zone_id, statement_id, ordinal, reading, reason, decided_on, by, by_name) values ($1, $2, 0, 'rate', '来函', '2026-06-30', 'x', 'x')",
    [zone, id],
  );
  return id;
}

/** What a document said of the project's total, as `projects` records it once a person has accepted it. */
async function contradict(at: TestServer, place: Place, projectId: string): Promise<string> {
  const zone = place === "first" ? at.database.zoneId : at.database.otherZoneId;
  const id = randomUUID();
  await at.database.tamper(
    `insert into project_register_conflict (zone_id, id, project_id, finding_id, document_id, document_title, field, said, registered, quote, found_on)
     values ($1, $2, $3, $4, $5, '半年报', 'amount', '700000000', '600000000', '总投资7亿元', '2026-06-30')`,
    [zone, id, projectId, randomUUID(), randomUUID()],
  );
  return id;
}
