import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { sampleProjects } from "./projects.ts";
import type { SampleStep, SampleWorld } from "./step.ts";
import { officialsOf, projectsOf } from "./world-people.ts";

/** 55 projects with a task force each, as many as the zone of the reports has; the red ones of the middle of June get theirs beside them. */
const LEADS = ["管委会领导", "经济运行局负责人", "双岗干部"] as const;
const MEMBERS = [
  ["项目专班", "手续办理与现场协调"],
  ["审批窗口", "审批协调"],
  ["店小二", "企业联络"],
  ["招商岗", "履约跟进"],
  ["统计岗", "投资入库"],
] as const;
const RED_FORCES = 12;
const FORMED = localDate("2026-06-03");
const JUNE_FILING = localDate("2026-05-31");
const TODAY = localDate("2026-06-30");

const municipal = sampleProjects().filter(({ level }) => level === "municipal");

async function forceOf(world: SampleWorld, place: number) {
  const people = await officialsOf(world);
  const leadId = people.get(LEADS[place % LEADS.length] ?? LEADS[0]);
  if (leadId === undefined) return undefined;
  const members = [0, 1 + (place % (MEMBERS.length - 1))].flatMap((which) => {
    const [name, duty] = MEMBERS[which] ?? MEMBERS[0];
    const personId = people.get(name);
    return personId === undefined || personId === leadId ? [] : [{ personId, duty }];
  });
  return { leadId, members };
}

const forKeyProjects = municipal.map((project, place): SampleStep => {
  const known = [project.signedOn, project.startedOn ?? project.signedOn].toSorted().at(-1) ?? TODAY;
  return {
    name: `组建专班：${project.name}`,
    as: "leader",
    operation: "projects.formTaskForce",
    input: async (world) => {
      const id = (await projectsOf(world)).get(project.name);
      const force = await forceOf(world, place);
      return id === undefined || force === undefined ? undefined : { id, ...force };
    },
    // What came into the register in June has its task force at the end of the month.
    on: known > JUNE_FILING ? TODAY : FORMED,
  };
});

const reds = new WeakMap<SampleWorld, Promise<readonly string[]>>();

/** Projects that stood red in the middle of June, by code; read once for a loading. */
function redProjects(world: SampleWorld): Promise<readonly string[]> {
  const there = reds.get(world);
  if (there !== undefined) return there;
  const read = (async () => {
    const colours = await world.ask("leader", "projects.colours", { asOf: addDays(FORMED, 12) });
    return Array.isArray(colours) ? colours.filter(({ colour }) => colour === "red").map(({ id }) => id) : [];
  })();
  reds.set(world, read);
  return read;
}

const forRedProjects = Array.from(
  { length: RED_FORCES },
  (_, place): SampleStep => ({
    name: `为第${place + 1}个红灯项目组建专班`,
    as: "leader",
    operation: "projects.formTaskForce",
    input: async (world) => {
      const id = (await redProjects(world))[place];
      const force = await forceOf(world, place + 1);
      return id === undefined || force === undefined ? undefined : { id, ...force };
    },
    on: FORMED,
  }),
);

export const taskForceSteps: readonly SampleStep[] = [...forKeyProjects, ...forRedProjects];

type SampleTask = {
  readonly project: number;
  readonly kind: "issue" | "calendar" | "duty";
  readonly title: string;
  readonly owner: string;
  readonly on: string;
  readonly due: string;
  readonly escalated?: readonly { readonly to: "department" | "leadership"; readonly on: string; readonly reason: string }[];
  readonly closed?: { readonly on: string; readonly note: string };
};

/** By the place of the project among the 55. */
const TASKS: readonly SampleTask[] = [
  {
    project: 0,
    kind: "issue",
    title: "地块内高压线未迁改，桩基无法全面展开",
    owner: "项目专班",
    on: "2026-06-03",
    due: "2026-06-26",
    escalated: [
      { to: "department", on: "2026-06-08", reason: "迁改费用分担未定" },
      { to: "leadership", on: "2026-06-12", reason: "涉及市级电力企业" },
    ],
  },
  {
    project: 3,
    kind: "issue",
    title: "进场道路与市政管线施工交叉",
    owner: "项目专班",
    on: "2026-06-04",
    due: "2026-06-30",
    escalated: [{ to: "department", on: "2026-06-10", reason: "两家施工单位时序冲突" }],
  },
  {
    project: 5,
    kind: "issue",
    title: "消防设计审查意见迟迟未出",
    owner: "审批窗口",
    on: "2026-06-05",
    due: "2026-06-24",
    escalated: [{ to: "department", on: "2026-06-15", reason: "图纸第三次退回" }],
  },
  { project: 8, kind: "issue", title: "商砼供应不足，夜间浇筑受限", owner: "项目专班", on: "2026-06-09", due: "2026-07-10" },
  {
    project: 11,
    kind: "issue",
    title: "进口设备海关查验待放行",
    owner: "店小二",
    on: "2026-06-04",
    due: "2026-06-22",
    closed: { on: "2026-06-17", note: "海关派员到场查验，设备已放行进场" },
  },
  {
    project: 14,
    kind: "issue",
    title: "施工用水接驳口压力不足",
    owner: "项目专班",
    on: "2026-06-08",
    due: "2026-06-25",
    closed: { on: "2026-06-19", note: "水务公司增设加压泵，压力达标" },
  },
  { project: 17, kind: "issue", title: "企业增资手续与入库材料不一致", owner: "统计岗", on: "2026-06-11", due: "2026-07-03" },
  { project: 20, kind: "issue", title: "临时用地到期待续办", owner: "审批窗口", on: "2026-06-18", due: "2026-07-08" },
  { project: 0, kind: "duty", title: "每周核验赶工计划", owner: "项目专班", on: "2026-06-16", due: "2026-07-07" },
  { project: 2, kind: "duty", title: "汇总设备到货清单", owner: "店小二", on: "2026-06-22", due: "2026-07-03" },
  { project: 7, kind: "duty", title: "补齐入库申报材料", owner: "统计岗", on: "2026-06-22", due: "2026-06-29" },
  { project: 12, kind: "duty", title: "陪同企业办理排水接驳", owner: "店小二", on: "2026-06-24", due: "2026-07-08" },
  { project: 1, kind: "calendar", title: "桩基静载试验", owner: "项目专班", on: "2026-06-30", due: "2026-06-30" },
  { project: 4, kind: "calendar", title: "主体结构分段验收", owner: "项目专班", on: "2026-06-30", due: "2026-06-30" },
  { project: 6, kind: "calendar", title: "变压器进场", owner: "店小二", on: "2026-06-30", due: "2026-06-30" },
  { project: 9, kind: "calendar", title: "塔吊安装检测", owner: "项目专班", on: "2026-06-29", due: "2026-06-29" },
  { project: 10, kind: "calendar", title: "围挡外移交接", owner: "审批窗口", on: "2026-06-30", due: "2026-06-30" },
];

const projectAt = (place: number) => municipal[place]?.name ?? "";

async function openTask(world: SampleWorld, title: string) {
  const { items } = await world.ask("taskforce", "projects.listTasks", { open: true, limit: 500 });
  return items.find((one) => one.title === title);
}

const dayOf = (step: SampleStep): LocalDate => step.on ?? TODAY;

/** Issues with what became of them, duties, and the items of the project calendar. */
export const issueSteps: readonly SampleStep[] = TASKS.flatMap((task): readonly SampleStep[] => [
  {
    name: `登记${task.title}`,
    as: "taskforce",
    operation: "projects.addTask",
    input: async (world) => {
      const id = (await projectsOf(world)).get(projectAt(task.project));
      const ownerId = (await officialsOf(world)).get(task.owner);
      if (id === undefined || ownerId === undefined) return undefined;
      return { id, kind: task.kind, title: task.title, ownerId, dueOn: localDate(task.due) };
    },
    on: localDate(task.on),
  },
  ...(task.escalated ?? []).map(
    ({ to, on, reason }): SampleStep => ({
      name: `上交${to === "leadership" ? "管委会领导" : "部门"}：${task.title}`,
      as: "taskforce",
      operation: "projects.escalateIssue",
      input: async (world) => {
        const one = await openTask(world, task.title);
        const there = one !== undefined && one.level !== to && one.level !== "leadership";
        return there ? { taskId: one.id, version: one.version, to, reason } : undefined;
      },
      on: localDate(on),
    }),
  ),
  ...(task.closed === undefined
    ? []
    : [
        {
          name: `解决${task.title}`,
          as: "taskforce",
          operation: "projects.closeTask",
          input: async (world: SampleWorld) => {
            const one = await openTask(world, task.title);
            return one && { taskId: one.id, version: one.version, note: task.closed?.note ?? "" };
          },
          on: localDate(task.closed.on),
        } satisfies SampleStep,
      ]),
]).toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) === dayOf(other) ? 0 : 1));
