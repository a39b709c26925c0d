import type { LocalDate } from "#kernel/local-date.ts";
import { localDate } from "#kernel/local-date.ts";
import { draft, onCase, paper } from "./approval-case-steps.ts";
import { SAMPLE_MATTERS, SAMPLE_MATTERS_2026, SAMPLE_PACKAGES } from "./matters.ts";
import { packageSteps } from "./package-steps.ts";
import { pastCaseSheet } from "./past-cases.ts";
import type { SampleStep } from "./step.ts";
import { SAMPLE_ENTERPRISE } from "./zone.ts";

const day = (text: string): LocalDate => localDate(text);
const json = (name: string, matters: unknown) => async () => [{ name, bytes: new TextEncoder().encode(JSON.stringify({ matters })) }];

/** The zone's matters: first issued for 2024, and from April 2026 with shorter promises. Cases of both versions stand side by side. */
const matterSteps: readonly SampleStep[] = [
  {
    name: "导入办事事项（2024年版）",
    as: "approval-head",
    operation: "approvals.importMatters",
    input: async () => ({ effectiveOn: "2024-01-01", reason: "办事承诺清单首次公布" }),
    files: json("办事事项2024.json", SAMPLE_MATTERS),
    on: day("2023-12-20"),
  },
  {
    name: "修订办事事项（2026年版，压缩承诺时限）",
    as: "approval-head",
    operation: "approvals.importMatters",
    input: async () => ({ effectiveOn: "2026-04-01", reason: "压缩工程建设项目审批时限" }),
    files: json("办事事项2026.json", SAMPLE_MATTERS_2026),
    on: day("2026-03-20"),
  },
  ...SAMPLE_PACKAGES.map(
    (definition): SampleStep => ({
      name: `公布${definition.name.zh}`,
      as: "approval-head",
      operation: "approvals.setPackageDefinition",
      input: async () => ({ definition, effectiveOn: "2026-01-01", reason: "高效办成一件事清单" }),
      on: day("2025-12-20"),
    }),
  ),
  {
    name: "导入历史办件",
    as: "approval-head",
    operation: "approvals.importCases",
    input: async () => ({}),
    files: async () => [pastCaseSheet()],
  },
];

const STAFFING = "芯曜微电子人力资源服务许可";
const FALSE_PROMISE = "岚州汇聘人力资源服务许可";
const TO_CORRECT = "岚州聚才人力资源服务许可";
const PROMISED = "以上内容属实，愿意接受核查；不实的，承担撤销决定等后果。";

/** 告知承诺 from filing to what becomes of the promise. */
const promiseCase = (
  title: string,
  enterprise: string | undefined,
  days: readonly [LocalDate, LocalDate, LocalDate, LocalDate],
): readonly SampleStep[] => {
  const [filed, accepted, opinion, decided] = days;
  const as = enterprise === undefined ? "enterprise" : "window-2";
  return [
    draft(as, filed, {
      matterCode: "human-resources-service",
      title,
      ...(enterprise === undefined ? {} : { enterprise }),
      contactName: "李经办",
      contactPhone: "13800001234",
    }),
    ...["application", "identity", "rules"].map((key) =>
      onCase(title, as, "approvals.provideMaterial", filed, { key }, { files: paper(key), name: `${title}：提交${key}` }),
    ),
    ...["premises", "staff"].map((key) =>
      onCase(title, as, "approvals.promiseMaterial", filed, { key, how: "commitment", text: PROMISED }, { name: `${title}：承诺${key}` }),
    ),
    onCase(title, as, "approvals.submitCase", filed, {}),
    onCase(title, "window", "approvals.acceptCase", accepted, { note: "材料齐全，两项以告知承诺办理" }),
    onCase(title, "window", "approvals.startReview", accepted, {}),
    onCase(title, "head", "approvals.giveOpinion", opinion, { node: "economy", agree: true, opinion: "符合行业发展方向" }),
    onCase(title, "approval-head", "approvals.decideCase", decided, {
      decision: "granted",
      reason: "符合条件，依告知承诺作出决定",
      resultNumber: `云岭人服〔${decided.slice(0, 4)}〕${title.length}-${decided.slice(5).replace("-", "")}号`,
    }),
    onCase(title, "window", "approvals.deliverCase", decided, { how: "electronic" }),
  ];
};

const verify = (
  title: string,
  key: string,
  on: LocalDate,
  finding: "true" | "false" | "corrected",
  note: string,
  correctBy?: LocalDate,
): SampleStep => ({
  name: `${title}：核查${key}（${finding}）`,
  as: "window",
  operation: "approvals.verifyCommitment",
  on,
  input: async (world) => {
    const { items } = await world.ask("window", "approvals.listCommitments", {});
    const found = items.find((one) => one.case.title === title && one.materialKey === key);
    const due = finding === "corrected" ? found?.state === "FALSE" : found?.state === "PENDING";
    return found === undefined || !due
      ? undefined
      : { commitmentId: found.id, version: found.version, finding, note, ...(correctBy === undefined ? {} : { correctBy }) };
  },
});

const promiseSteps: readonly SampleStep[] = [
  ...promiseCase(STAFFING, undefined, [day("2026-06-01"), day("2026-06-02"), day("2026-06-04"), day("2026-06-05")]),
  verify(STAFFING, "premises", day("2026-06-18"), "true", "现场核对，与承诺一致"),
  ...promiseCase(FALSE_PROMISE, "岚州汇聘人力资源有限公司", [day("2026-04-07"), day("2026-04-08"), day("2026-04-10"), day("2026-04-13")]),
  verify(FALSE_PROMISE, "staff", day("2026-04-24"), "true", "社保记录核对一致"),
  verify(FALSE_PROMISE, "premises", day("2026-04-27"), "false", "登记地址为空置房屋，无经营场所", day("2026-05-20")),
  {
    name: `${FALSE_PROMISE}：撤销决定`,
    as: "approval-head",
    operation: "approvals.revokeResult",
    on: day("2026-05-25"),
    input: async (world) => {
      const { items } = await world.ask("approval-head", "approvals.listCommitments", { state: "FALSE" });
      const found = items.find((one) => one.case.title === FALSE_PROMISE);
      return found === undefined ? undefined : { commitmentId: found.id, version: found.version, reason: "虚假承诺取得许可，逾期未整改" };
    },
  },
  ...promiseCase(TO_CORRECT, "岚州聚才人力资源有限公司", [day("2026-06-08"), day("2026-06-09"), day("2026-06-11"), day("2026-06-12")]),
  verify(TO_CORRECT, "staff", day("2026-06-25"), "false", "专职人员少于承诺人数", day("2026-07-15")),
];

const SEWER = "云岭芯曜二期污水排入排水管网许可";
const CANTEEN = "岚州恒达单位食堂食品经营许可";
const LAPSED = "岚州泽图污水排入排水管网许可";

/** 容缺: supplied in time, still owed, and lapsed by rule. */
const deferralCase = (
  title: string,
  matterCode: string,
  enterprise: string | undefined,
  deferred: string,
  keys: readonly string[],
  on: LocalDate,
  accepted: LocalDate,
): readonly SampleStep[] => {
  const as = enterprise === undefined ? "enterprise" : "window-2";
  return [
    draft(as, on, {
      matterCode,
      title,
      ...(enterprise === undefined ? {} : { enterprise }),
      contactName: "王经办",
      contactPhone: "13900005678",
    }),
    ...keys.map((key) => onCase(title, as, "approvals.provideMaterial", on, { key }, { files: paper(key), name: `${title}：提交${key}` })),
    onCase(title, as, "approvals.promiseMaterial", on, { key: deferred, how: "deferred", text: "承诺在办理时限内补交" }),
    onCase(title, as, "approvals.submitCase", on, {}),
    onCase(title, "window", "approvals.acceptCase", accepted, { note: "主要材料齐全，容缺受理" }),
  ];
};

const deferralSteps: readonly SampleStep[] = [
  ...deferralCase(SEWER, "drainage-licence", undefined, "report", ["application", "drawings"], day("2026-06-03"), day("2026-06-04")),
  onCase(SEWER, "window", "approvals.startReview", day("2026-06-04"), {}),
  onCase(SEWER, "construction", "approvals.giveOpinion", day("2026-06-08"), { node: "roads", agree: true, opinion: "接入口满足要求" }),
  onCase(SEWER, "ecology", "approvals.giveOpinion", day("2026-06-09"), { node: "ecology", agree: true, opinion: "水质达标后可接入" }),
  onCase(
    SEWER,
    "enterprise",
    "approvals.provideMaterial",
    day("2026-06-11"),
    { key: "report" },
    { files: paper("水质检测报告"), name: `${SEWER}：补交检测报告` },
  ),
  onCase(SEWER, "approval-head", "approvals.decideCase", day("2026-06-12"), {
    decision: "granted",
    reason: "符合条件",
    resultNumber: "云岭排〔2026〕031号",
  }),
  onCase(SEWER, "window", "approvals.deliverCase", day("2026-06-12"), { how: "counter" }),
  ...deferralCase(
    CANTEEN,
    "food-licence",
    "岚州恒达有限公司",
    "health",
    ["application", "identity", "layout"],
    day("2026-06-25"),
    day("2026-06-26"),
  ),
  ...deferralCase(
    LAPSED,
    "drainage-licence",
    "岚州泽图有限公司",
    "report",
    ["application", "drawings"],
    day("2026-06-09"),
    day("2026-06-10"),
  ),
  onCase(LAPSED, "window", "approvals.startReview", day("2026-06-10"), {}),
];

const ROAD = "芯曜二期厂区接驳挖掘城市道路审批";

/** 帮办代办: the enterprise drafts, its 店小二 files for it by authorisation. */
const assistSteps: readonly SampleStep[] = [
  draft("enterprise", day("2026-06-22"), {
    matterCode: "road-opening",
    title: ROAD,
    enterprise: SAMPLE_ENTERPRISE.name,
    form: { area: 36, traffic: true },
    contactName: "赵经办",
    contactPhone: "13700009012",
  }),
  onCase(
    ROAD,
    "liaison",
    "approvals.assistCase",
    day("2026-06-23"),
    { authorisation: "授权委托书（2026）第7号", to: day("2026-07-31") },
    { unless: ({ assists }) => assists.length > 0 },
  ),
  ...["application", "drawings", "police"].map((key) =>
    onCase(ROAD, "liaison", "approvals.provideMaterial", day("2026-06-24"), { key }, { files: paper(key), name: `${ROAD}：代交${key}` }),
  ),
  onCase(ROAD, "liaison", "approvals.promiseMaterial", day("2026-06-24"), {
    key: "repair",
    how: "commitment",
    text: "完工后十日内按原标准恢复路面",
  }),
  {
    name: `${ROAD}：记录帮办过程`,
    as: "liaison",
    operation: "approvals.logAssist",
    on: day("2026-06-24"),
    input: async (world) => {
      const { items } = await world.ask("liaison", "approvals.caseDesk", { q: ROAD, open: false });
      const id = items[0]?.id;
      const view = id === undefined ? undefined : await world.ask("liaison", "approvals.openCase", { id });
      const assist = view?.assists[0];
      return assist === undefined || assist.log.length > 0
        ? undefined
        : { assistId: assist.id, text: "到厂核对图纸，与交警确认交通组织方案，代为提交全部材料" };
    },
  },
  onCase(ROAD, "liaison", "approvals.submitCase", day("2026-06-24"), {}),
  onCase(ROAD, "window", "approvals.acceptCase", day("2026-06-25"), {}),
  onCase(ROAD, "window", "approvals.startReview", day("2026-06-25"), {}),
];

/** What the rules take by themselves on the zone's day. */
const clockSteps: readonly SampleStep[] = [
  {
    name: "执行到期的自动步骤",
    as: "window",
    operation: "approvals.runClocks",
    input: async () => ({}),
  },
];

export const approvalSteps: readonly SampleStep[] = [
  ...matterSteps,
  ...promiseSteps,
  ...deferralSteps,
  ...assistSteps,
  ...packageSteps,
  ...clockSteps,
];
