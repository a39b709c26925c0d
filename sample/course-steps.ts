import { GeographyLayer, layerWords } from "#domains/projects/contract/geography.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { geographyFile } from "./geography.ts";
import type { SampleStep, SampleWorld } from "./step.ts";

const geographySteps: readonly SampleStep[] = GeographyLayer.options.map((layer) => ({
  name: `上传底图：${layerWords[layer].zh}`,
  as: "head",
  operation: "projects.uploadGeography",
  input: async (world) => {
    const { layers } = await world.ask("head", "projects.geography", {});
    return layers.some((one) => one.layer === layer) ? undefined : { layer };
  },
  files: async () => [geographyFile(layer)],
}));

type Item = { readonly title: string; readonly kind: "calendar" | "duty" | "issue"; readonly dueOn: LocalDate; readonly on: LocalDate };

const day = (date: number, month = 6): LocalDate => localDate(`2026-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);

/** The last days of June on the sites: what was entered when, for which day. */
const ITEMS: readonly Item[] = [
  { title: "完成临电报装", kind: "calendar", dueOn: day(25), on: day(25) },
  { title: "图审意见逐条回复", kind: "calendar", dueOn: day(26), on: day(25) },
  { title: "会同街道清运弃土", kind: "calendar", dueOn: day(26), on: day(26) },
  { title: "桩基检测报告送审", kind: "calendar", dueOn: day(29), on: day(26) },
  { title: "协调燃气管线改迁放线", kind: "calendar", dueOn: day(29), on: day(29) },
  { title: "消防水池验槽", kind: "calendar", dueOn: day(30), on: day(29) },
  { title: "施工许可证领取", kind: "calendar", dueOn: day(30), on: day(29) },
  { title: "塔吊备案资料补正", kind: "calendar", dueOn: day(30), on: day(30) },
  { title: "设备基础隐蔽验收", kind: "calendar", dueOn: day(1, 7), on: day(30) },
  { title: "室外管网图纸会审", kind: "calendar", dueOn: day(2, 7), on: day(30) },
  { title: "跟进用地红线复测", kind: "duty", dueOn: day(3, 7), on: day(22) },
  { title: "对接供电局确定送电方案", kind: "duty", dueOn: day(10, 7), on: day(23) },
  { title: "10千伏高压线未迁改", kind: "issue", dueOn: day(30), on: day(15) },
];

async function findTask(world: SampleWorld, title: string) {
  const { items } = await world.ask("taskforce", "projects.listTasks", { open: false, limit: 500 });
  return items.find((task) => task.title === title);
}

const addSteps: readonly SampleStep[] = ITEMS.map(({ title, kind, dueOn, on }, place) => ({
  name: `登记事项：${title}`,
  as: "taskforce",
  operation: "projects.addTask",
  input: async (world) => {
    if ((await findTask(world, title)) !== undefined) return undefined;
    const { items } = await world.ask("taskforce", "projects.listProjects", { list: "under-construction", limit: 40, asOf: on });
    const owners = (await world.ask("taskforce", "projects.listPeople", {})).items;
    const owner = owners.find(({ name }) => name === (place % 4 === 3 ? "店小二" : "项目专班"));
    const project = items[place * 3];
    return project && owner ? { id: project.id, kind, title, dueOn, ownerId: owner.id } : undefined;
  },
  on,
}));

/** What became of them: done on the day, rolled over with a reason, and one left without a word. */
const ends: readonly SampleStep[] = [
  ...(["完成临电报装", "图审意见逐条回复", "施工许可证领取"] as const).map(
    (title, place): SampleStep => ({
      name: `办结事项：${title}`,
      as: "taskforce",
      operation: "projects.closeTask",
      input: async (world) => {
        const task = await findTask(world, title);
        return task?.state === "OPEN" ? { taskId: task.id, version: task.version, note: "当日办结" } : undefined;
      },
      on: [day(25), day(26), day(30)][place] ?? day(30),
    }),
  ),
  {
    name: "顺延事项：会同街道清运弃土",
    as: "taskforce",
    operation: "projects.rollTask",
    input: async (world) => {
      const task = await findTask(world, "会同街道清运弃土");
      return task?.rolled === 0 ? { taskId: task.id, version: task.version, to: day(30), reason: "雨天车辆无法进场" } : undefined;
    },
    on: day(26),
  },
];

/** Ground to draw the map on, and the calendar of the last days. */
export const courseSteps: readonly SampleStep[] = [...geographySteps, ...addSteps, ...ends];
