import { localDate } from "#kernel/local-date.ts";
import type { SampleStep, SampleUser, SampleWorld } from "./step.ts";

const LOCKED_ON = localDate("2026-04-10");
/** 158 targets together, as the article has it: one list for a gap to fill, one for a direction to strengthen. */
const LISTS = [
  { name: "补链目标企业清单（2026年）", action: "gap_fill", count: 60 },
  { name: "强链目标企业清单（2026年）", action: "strengthen", count: 98 },
] as const;

const listNamed = async (world: SampleWorld, name: string) =>
  (await world.ask("promotion", "promotion.listTargetLists", {})).items.find((one) => one.name === name);

const lockSteps: readonly SampleStep[] = LISTS.map(({ name, action, count }) => ({
  name: `锁定${name}`,
  as: "promotion",
  operation: "promotion.lockTargets",
  on: LOCKED_ON,
  input: async (world) => {
    if ((await listNamed(world, name)) !== undefined) return undefined;
    const { items } = await world.ask("promotion", "chain.gaps", { action });
    // The gap that its neighbours pull at most.
    const [gap] = items.toSorted((one, other) => other.pull - one.pull || (one.code < other.code ? -1 : 1));
    return gap === undefined ? undefined : { name, node: gap.code, filter: { fitFrom: 10 }, count, reason: "产业链办公室专题会确定" };
  },
}));

const targetAt = async (world: SampleWorld, list: number, rank: number) => {
  const found = await listNamed(world, LISTS[list]?.name ?? "");
  if (found === undefined) return undefined;
  return (await world.ask("promotion", "promotion.openTargetList", { listId: found.id })).items.find((one) => one.rank === rank);
};

const OWNERS: readonly SampleUser[] = ["promotion", "head"];
const assignSteps: readonly SampleStep[] = Array.from({ length: 12 }, (_, place) => ({
  name: `分派补链目标第 ${place + 1} 位`,
  as: OWNERS[place % OWNERS.length] ?? "promotion",
  operation: "promotion.editTarget",
  on: localDate("2026-04-15"),
  input: async (world) => {
    const target = await targetAt(world, 0, place + 1);
    if (target === undefined || target.status !== "LOCKED") return undefined;
    const officers = (await world.ask("promotion", "promotion.listOfficers", {})).items;
    const owner = officers[place % Math.max(1, officers.length)];
    return owner === undefined ? undefined : { targetId: target.id, version: target.version, ownerId: owner.id };
  },
}));

/** What came to be known after the lists were locked: their comparison with today shows it. */
const SIGNS = [
  [1, "site-search", "2026-05-12", "来园区考察标准厂房两次，提出用电容量需求", "接待记录"],
  [2, "new-plant", "2026-05-20", "公告拟在西南地区建设第二生产基地", "上市公司公告"],
  [3, "capacity", "2026-06-02", "三期产线设备开始招标", "招标公告"],
  [5, "financing", "2026-05-28", "完成 B 轮融资", "行业媒体"],
  [8, "recruitment", "2026-06-10", "在岚州发布岗位 120 个", "招聘网站"],
  [11, "dishonest", "2026-06-15", "（2026）云0112执2046号", "中国执行信息公开网"],
] as const;

const signSteps: readonly SampleStep[] = SIGNS.map(([rank, kind, day, note, source]) => ({
  name: `登记企业动态：补链目标第 ${rank} 位`,
  as: "promotion",
  operation: "promotion.noteSignal",
  on: localDate(day),
  input: async (world) => {
    const target = await targetAt(world, 0, rank);
    if (target === undefined) return undefined;
    const { items } = await world.ask("promotion", "promotion.listSignals", { enterpriseId: target.enterpriseId });
    return items.some((one) => one.kind === kind)
      ? undefined
      : { enterpriseId: target.enterpriseId, kind, on: localDate(day), note, source };
  },
}));

/** Target lists of the zone, locked from a screening of its register. */
export const targetSteps: readonly SampleStep[] = [
  ...lockSteps,
  ...assignSteps,
  ...signSteps,
  {
    name: "补链目标第 1 位转为线索",
    as: "promotion",
    operation: "promotion.targetToLead",
    on: localDate("2026-06-08"),
    input: async (world) => {
      const target = await targetAt(world, 0, 1);
      return target?.status === "ASSIGNED"
        ? { targetId: target.id, version: target.version, projectName: "西南生产基地项目", channel: "peer-referral" }
        : undefined;
    },
  },
  {
    name: "移出规模不符的强链目标",
    as: "promotion",
    operation: "promotion.dropTarget",
    on: localDate("2026-05-06"),
    input: async (world) => {
      const target = await targetAt(world, 1, 90);
      return target?.status === "LOCKED"
        ? { targetId: target.id, version: target.version, because: "主营已转向贸易，与强链方向不符" }
        : undefined;
    },
  },
  {
    name: "批量分派强链目标前 60 位",
    as: "head",
    operation: "promotion.assignTargets",
    on: localDate("2026-04-16"),
    input: async (world) => {
      const found = await listNamed(world, LISTS[1].name);
      if (found === undefined) return undefined;
      const { items } = await world.ask("promotion", "promotion.openTargetList", { listId: found.id, status: "LOCKED" });
      const officers = (await world.ask("promotion", "promotion.listOfficers", {})).items;
      const ownerIds = officers.filter(({ name }) => name.startsWith("招商")).map(({ id }) => id);
      const targetIds = items.filter(({ rank }) => rank !== null && rank <= 60).map(({ id }) => id);
      return targetIds.length === 0 || ownerIds.length === 0 ? undefined : { listId: found.id, targetIds, ownerIds };
    },
  },
  {
    name: "从已采纳文件查找企业动态",
    as: "promotion",
    operation: "promotion.readDocuments",
    on: localDate("2026-06-30"),
    input: async () => ({}),
  },
];
