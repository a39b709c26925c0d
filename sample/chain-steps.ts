import type { z } from "zod";
import type { ChainContent } from "#domains/chain/contract/chain.ts";
import type { Candidate } from "#domains/chain/contract/placement.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { completeUscc, organisationCheck } from "#kernel/uscc.ts";
import { olderSampleChain, sampleChain, samplePlacements } from "./chain-graph.ts";
import { enterpriseAt } from "./enterprise-rows.ts";
import { SAMPLE_SEED } from "./indicators.ts";
import type { SampleFile } from "./spreadsheets.ts";
import type { SampleStep, SampleWorld } from "./step.ts";

/** Behind the numbers of everybody else who is made up. */
const CHAIN_ENTERPRISES = 1_000_000;

const day = (text: string): LocalDate => localDate(text);
const OLDER = "产业链图谱（2024年版）";
const PRESENT = "产业链图谱（2026年版）";
const NEXT = "产业链图谱（2027年版征求意见稿）";

const versionNamed = async (world: SampleWorld, name: string) =>
  (await world.ask("promotion", "chain.listVersions", {})).items.find((one) => one.name === name);

const approvedIn = new WeakMap<SampleWorld, Set<string>>();

/** Whether a version counts: once it does it goes on, and is not asked for before each of a hundred steps. */
async function isApproved(world: SampleWorld, name: string): Promise<boolean> {
  const known = approvedIn.get(world) ?? new Set();
  approvedIn.set(world, known);
  if (!known.has(name) && (await versionNamed(world, name))?.state === "APPROVED") known.add(name);
  return known.has(name);
}

/** One version from its draft to its approval: the promotion office writes, leadership approves. */
function publish(
  name: string,
  nameEn: string,
  content: () => ChainContent,
  on: { readonly drafted: LocalDate; readonly approved: LocalDate; readonly effective: LocalDate },
  basedOn?: string,
): readonly SampleStep[] {
  return [
    {
      name: `起草${name}`,
      as: "promotion",
      operation: "chain.draftVersion",
      on: on.drafted,
      input: async (world) => {
        if ((await versionNamed(world, name)) !== undefined) return undefined;
        const basis = basedOn === undefined ? undefined : await versionNamed(world, basedOn);
        return { name, nameEn, effectiveFrom: on.effective, ...(basis ? { basedOn: basis.id } : {}) };
      },
    },
    {
      name: `导入${name}的环节与上下游关系`,
      as: "promotion",
      operation: "chain.importGraph",
      on: on.drafted,
      input: async (world) => {
        const found = await versionNamed(world, name);
        return found?.state === "DRAFT" ? { id: found.id, replace: true } : undefined;
      },
      files: async () => [{ name: "产业链图谱.json", bytes: new TextEncoder().encode(JSON.stringify(content())) }],
    },
    {
      name: `提交${name}`,
      as: "promotion",
      operation: "chain.submitVersion",
      on: on.drafted,
      input: async (world) => {
        const found = await versionNamed(world, name);
        return found?.state === "DRAFT" ? { id: found.id, version: found.version } : undefined;
      },
    },
    {
      name: `审定${name}`,
      as: "leader",
      operation: "chain.approveVersion",
      on: on.approved,
      input: async (world) => {
        const found = await versionNamed(world, name);
        return found?.state === "SUBMITTED" ? { id: found.id, version: found.version, note: "主任办公会审议通过" } : undefined;
      },
    },
  ];
}

const inOlder = new Set(olderSampleChain().nodes.map(({ code }) => code));

const isPlaced = async (world: SampleWorld, node: string, enterprise: string): Promise<boolean> =>
  (await world.ask("promotion", "chain.listPlacements", { node, q: enterprise, limit: 10 })).items.some((one) => one.node === node);

const place = (known: boolean): readonly SampleStep[] =>
  samplePlacements()
    .filter(({ node }) => inOlder.has(node) === known)
    .map(({ node, enterprise, leading, from, products }) => ({
      name: `企业落位：${enterprise}（${node}）`,
      lane: enterprise,
      as: "promotion",
      operation: "chain.placeEnterprise",
      on: day(known ? "2024-02-20" : "2026-03-05"),
      input: async (world) => {
        if (!(await isApproved(world, known ? OLDER : PRESENT))) return undefined;
        return (await isPlaced(world, node, enterprise))
          ? undefined
          : {
              node,
              enterprise,
              presence: "producing",
              leading,
              from: day(from),
              products: [...products],
              note: "企业走访核实，厂房和产线在区内",
            };
      },
    }));

/** 链长 of the four industries, and leader firms among the residents. */
const CHIEFS = [
  ["IT", "管委会领导", "管委会主任"],
  ["BH", "科技创新局负责人", "科技创新局局长"],
  ["EQ", "经济运行局负责人", "经济运行局局长"],
  ["GE", "招商合作局负责人", "招商合作局局长"],
] as const;
const LEADERS = ["IT-IC-3", "IT-SE-1", "BH-MD-1", "EQ-RB-1", "GE-ES-1"] as const;

const rolesNow = async (world: SampleWorld) => (await world.ask("promotion", "chain.listRoles", {})).items;

const chiefSteps: readonly SampleStep[] = CHIEFS.map(([node, name, office]) => ({
  name: `确定链长：${node}`,
  as: "promotion",
  operation: "chain.appointRole",
  on: day("2026-03-06"),
  input: async (world) => {
    if (!(await isApproved(world, PRESENT))) return undefined;
    return (await rolesNow(world)).some((role) => role.node === node && role.kind === "chief")
      ? undefined
      : { node, kind: "chief", name, office, from: day("2026-03-06") };
  },
}));

const leaderSteps: readonly SampleStep[] = LEADERS.map((node) => ({
  name: `确定链主：${node}`,
  as: "promotion",
  operation: "chain.appointRole",
  on: day("2026-03-06"),
  input: async (world) => {
    const firm = samplePlacements().find((one) => one.node === node || one.node.startsWith(node));
    if (firm === undefined || !(await isApproved(world, PRESENT))) return undefined;
    return (await rolesNow(world)).some((role) => role.node === node && role.kind === "leader_firm")
      ? undefined
      : { node, kind: "leader_firm", name: firm.enterprise, from: day("2026-03-06") };
  },
}));

const CARRIERS = [
  ["云岭集成电路封测公共服务平台", "platform", "provincial", ["IT-IC-3", "IT-IC-4"], "2021-09-01"],
  ["岚州智能传感器重点实验室", "laboratory", "provincial", ["IT-SE-1"], "2019-05-20"],
  ["岚州大学工业软件研究院", "institute", "municipal", ["IT-AI-1", "IT-AI-2"], "2022-03-18"],
  ["云岭生物药中试基地", "platform", "municipal", ["BH-DR-1", "BH-DR-2", "BH-DR-4"], "2023-06-30"],
  ["医疗器械创新孵化器", "incubator", "national", ["BH-MD-1", "BH-MD-3", "BH-MD-5"], "2018-11-08"],
  ["机器人核心部件技术中心", "technology_centre", "provincial", ["EQ-RB-2", "EQ-RB-3"], "2020-12-01"],
  ["岚州新型储能检测中心", "platform", "municipal", ["GE-ES-1", "GE-ES-2", "GE-ES-3"], "2024-04-15"],
  ["先进陶瓷联合实验室", "laboratory", "municipal", ["GE-MA-3"], "2022-10-10"],
] as const;

const carrierSteps: readonly SampleStep[] = CARRIERS.map(([name, kind, rank, nodes, from]) => ({
  name: `登记创新载体：${name}`,
  as: "promotion",
  operation: "chain.saveCarrier",
  on: day("2026-03-09"),
  input: async (world) => {
    if (!(await isApproved(world, PRESENT))) return undefined;
    const { items } = await world.ask("promotion", "chain.listCarriers", {});
    return items.some((one) => one.name === name) ? undefined : { name, kind, rank, nodes: [...nodes], from: day(from) };
  },
}));

/** Enterprises outside the zone that a trade fair brought: the system finds places, people decide on some of them. */
const CANDIDATES: readonly z.input<typeof Candidate>[] = [
  { name: "江屿晶材科技有限公司", classCode: "C3985", products: ["碳化硅衬底", "外延片"], segments: [] },
  { name: "沧海电子化学股份有限公司", classCode: "C3985", products: ["湿电子化学品", "光刻胶"], segments: ["光刻胶"] },
  { name: "北陵光迅通信有限公司", classCode: "C3976", products: ["光模块"], segments: ["光纤收发器"] },
  { name: "南屏密云信息安全有限公司", classCode: "I6440", products: ["数据安全网关"], segments: [] },
  { name: "东泽生物填料有限公司", classCode: "C2780", products: ["层析填料"], segments: ["一次性反应袋"] },
  { name: "安澜手术机器人有限公司", classCode: "C3581", products: ["手术机器人"], segments: ["导航系统"] },
  { name: "钧天灵巧手科技有限公司", classCode: "C3491", products: ["灵巧手", "电动夹爪"], segments: [] },
  { name: "越州主轴有限公司", classCode: "C3425", products: ["电主轴"], segments: ["直线导轨"] },
  { name: "朔方数控系统股份有限公司", classCode: "C4011", products: ["数控系统", "光栅尺"], segments: [] },
  { name: "凌霄激光雷达有限公司", classCode: "C3983", products: ["激光雷达"], segments: ["扫描振镜"] },
  { name: "西岭正极材料有限公司", classCode: "C3985", products: ["磷酸铁锂"], segments: ["硬碳负极"] },
  { name: "澄江制氢装备有限公司", classCode: "C3463", products: ["电解槽"], segments: ["制氢电源"] },
  { name: "白鹿稀土磁材有限公司", classCode: "C3985", products: ["钕铁硼磁体"], segments: [] },
  { name: "平湖循环科技有限公司", classCode: "C4210", products: ["动力电池回收"], segments: ["黑粉"] },
  { name: "观海传感科技有限公司", classCode: "C3983", products: ["车用压力传感器"], segments: [] },
  { name: "远山贸易有限公司", classCode: "F5100", products: ["百货批发"], segments: [] },
];

const proposalSteps: readonly SampleStep[] = [
  {
    name: "由展会名单提出企业落位",
    as: "promotion",
    operation: "chain.proposePlacements",
    on: day("2026-06-22"),
    input: async (world) => {
      if (!(await isApproved(world, PRESENT))) return undefined;
      const there = await world.ask("promotion", "chain.listPlacements", { q: "江屿晶材", limit: 1 });
      return there.items.length > 0 ? undefined : { enterprises: [...CANDIDATES] };
    },
  },
  ...(
    [
      ["江屿晶材科技有限公司", "IT-IC-6", true, "拟作补链目标，尚未落户"],
      ["澄江制氢装备有限公司", "GE-HP-4", true, "拟作补链目标，尚未落户"],
      ["凌霄激光雷达有限公司", "IT-SE-1", false, "主营激光雷达，不是传感器芯片"],
    ] as const
  ).map(
    ([enterprise, node, confirm, note]): SampleStep => ({
      name: `${confirm ? "确认" : "否决"}落位：${enterprise}（${node}）`,
      as: "promotion",
      operation: "chain.decidePlacement",
      on: day("2026-06-24"),
      input: async (world) => {
        const { items } = await world.ask("promotion", "chain.listPlacements", { q: enterprise, state: "PROPOSED", limit: 10 });
        const found = items.find((one) => one.node === node);
        return found === undefined ? undefined : { placementId: found.id, version: found.version, confirm, note };
      },
    }),
  ),
];

/** The next version is being written: one direction is new, its edges are still to come. */
const nextSteps: readonly SampleStep[] = [
  {
    name: `起草${NEXT}`,
    as: "promotion",
    operation: "chain.draftVersion",
    on: day("2026-06-25"),
    input: async (world) => {
      const basis = await versionNamed(world, PRESENT);
      if (basis?.state !== "APPROVED" || (await versionNamed(world, NEXT)) !== undefined) return undefined;
      return {
        name: NEXT,
        nameEn: "Chain graph, draft of 2027",
        effectiveFrom: day("2027-01-01"),
        basedOn: basis.id,
        note: "拟增加低空装备方向",
      };
    },
  },
  {
    name: "新增方向：低空飞行器部件",
    as: "promotion",
    operation: "chain.saveNode",
    on: day("2026-06-26"),
    input: async (world) => {
      const found = await versionNamed(world, NEXT);
      if (found?.state !== "DRAFT" || found.counts.direction !== SAMPLE_DIRECTIONS) return undefined;
      return {
        id: found.id,
        version: found.version,
        add: true,
        node: {
          code: "EQ-AV-6",
          level: "direction",
          parent: "EQ-AV",
          name: "低空飞行器部件",
          nameEn: "Parts of low-altitude aircraft",
          classCodes: ["C3749"],
          products: ["飞行控制器", "螺旋桨"],
        },
      };
    },
  },
];

/** Handbook §2: 44 of 59 directions. */
const SAMPLE_DIRECTIONS = 59;

/** Codes of letters that no office has issued, like those of the sample's register, and after them. */
function codeOf(place: number): string {
  const eight = `YX${String(place).padStart(6, "0")}`;
  return completeUscc(`91500112${eight}${organisationCheck(eight)}`);
}

const within = (least: number, wanted: number, most: number): number => Math.min(most, Math.max(least, wanted));

/** How large each is, in 万元 and people: as the made enterprises of the register are, none too small to produce and none too large for one zone. */
function sizeOf(place: number): string {
  const made = enterpriseAt(CHAIN_ENTERPRISES + place, SAMPLE_SEED);
  const capital = within(1_000 + 170 * (place % 20), made.capital, 60_000 - 1_300 * (place % 17));
  const before = within(Math.round(capital * 1.6), made.revenue[0], capital * 5);
  const after = Math.round((before * (92 + ((place * 7) % 41))) / 100);
  const employees = within(40 + ((place * 13) % 160), made.employees, 600 + ((place * 37) % 1_400));
  return [capital, employees, made.controller, before, after, made.qualifications.join("；")].join(",");
}

/** Who stands on the chain, as the register has them: the producers are residents, those of the fair are not in the zone. */
function registerFile(): SampleFile {
  const classOf = new Map(sampleChain().nodes.flatMap(({ code, parent, classCodes }) => [[code, classCodes[0] ?? parent ?? ""] as const]));
  const producers = samplePlacements().map(({ node, enterprise, from, products }) => ({
    name: enterprise,
    classCode: /^[A-T]\d/.test(classOf.get(node) ?? "") ? classOf.get(node) : classOf.get(classOf.get(node) ?? ""),
    founded: from,
    products,
    book: `在园企业,${from}`,
  }));
  const others = CANDIDATES.map(({ name, classCode, products }) => ({
    name,
    classCode,
    founded: "2012-06-18",
    products: products ?? [],
    book: ",",
  }));
  const lines = [...producers, ...others].map(
    ({ name, classCode, founded, products, book }, place) =>
      `${name},${codeOf(place)},${classCode ?? ""},${founded},${products.join("；")},${sizeOf(place)},${book}`,
  );
  const head =
    "企业名称,统一社会信用代码,行业代码,成立日期,主要产品,注册资本（万元）,从业人数,控制类型,营业收入2024（万元）,营业收入2025（万元）,资质,园区名册,列入日期";
  return { name: "产业链重点企业.csv", bytes: new TextEncoder().encode(`\ufeff${[head, ...lines].join("\r\n")}\r\n`) };
}

const registerStep: SampleStep = {
  name: "导入产业链重点企业",
  as: "promotion",
  operation: "registry.importEnterprises",
  input: async () => ({ source: "云岭高新区招商合作局", asOf: day("2026-05-31") }),
  files: async () => [registerFile()],
  settle: true,
};

export const chainSteps: readonly SampleStep[] = [
  registerStep,
  ...publish(OLDER, "Chain graph of 2024", olderSampleChain, {
    drafted: day("2024-01-08"),
    approved: day("2024-01-12"),
    effective: day("2024-01-15"),
  }),
  ...place(true),
  ...publish(
    PRESENT,
    "Chain graph of 2026",
    sampleChain,
    { drafted: day("2026-02-10"), approved: day("2026-02-26"), effective: day("2026-03-01") },
    OLDER,
  ),
  ...place(false),
  ...chiefSteps,
  ...leaderSteps,
  ...carrierSteps,
  ...proposalSteps,
  ...nextSteps,
];
