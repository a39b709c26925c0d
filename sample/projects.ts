import { investmentColumns } from "#domains/projects/contract/investment-columns.ts";
import { categoryWords, type KeyLevel, keyLevelWords, type ProjectCategory } from "#domains/projects/contract/project.ts";
import { projectColumns } from "#domains/projects/contract/project-columns.ts";
import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { siteOf } from "./geography.ts";
import { SAMPLE_SEED } from "./indicators.ts";
import { type SeededNumbers, seededNumbers } from "./seeded-numbers.ts";
import type { SampleFile } from "./spreadsheets.ts";
import { SAMPLE_ENTERPRISE } from "./zone.ts";

/** A project of the sample: what the register is told, and what its months bring. Amounts in 万元, whole. */
export type SampleProject = {
  readonly name: string;
  readonly enterprise: string;
  readonly category: ProjectCategory;
  readonly level: KeyLevel;
  readonly industry: string;
  readonly total: number;
  readonly contract: string;
  readonly signedOn: LocalDate;
  readonly leased: boolean;
  readonly place: string;
  readonly parcel: string;
  readonly planned: { readonly start: LocalDate; readonly complete: LocalDate; readonly produce: LocalDate };
  readonly startedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly enteredOn: LocalDate | null;
  /** Who answers for it: the task force once it is built, the promotion office until then. */
  readonly owner: string;
  readonly department: string;
  /** The leading official of a key project. */
  readonly leader: string;
  readonly contact: string;
  readonly phone: string;
  /** Twelve months of 2026. */
  readonly plan: readonly number[];
  /** Invested in January to June 2026; undefined where no report came. */
  readonly months: readonly (number | undefined)[];
};

/** Of 376 projects planned for the year 197 are being built and 4 are completed; 60 key projects of the zone at 65 %, 33 of 55 of the city. */
export const SAMPLE_COUNTS = {
  planned: 376,
  building: 197,
  completed: 4,
  zoneKey: 60,
  zoneKeyBuilding: 39,
  cityKey: 55,
  cityKeyBuilding: 33,
} as const;

/** Places in the list whose projects come from signed leads instead (leads.ts): twenty of those that wait, and that no case of the sample names. */
const BY_LEAD_FROM = 346;
export const isOpenedByLead = (_: SampleProject, place: number): boolean => place >= BY_LEAD_FROM && place % 3 !== 0;

const FIRMS = [
  "芯曜",
  "澜测",
  "恒启",
  "云帆",
  "峻达",
  "启明",
  "安岭",
  "瑞川",
  "泽远",
  "青拓",
  "凌云",
  "鼎和",
  "汇科",
  "中岭",
  "宏图",
  "欣源",
  "博川",
  "天枢",
  "星辰",
  "海川",
] as const;
const TRADES = [
  ["微电子", "集成电路", ["功率器件封测", "晶圆减薄", "传感器芯片", "测试探针卡"]],
  ["生物", "生物医药", ["抗体药物", "体外诊断试剂", "高端耗材", "细胞制备"]],
  ["智能装备", "高端装备", ["减速器", "伺服电机", "数控刀具", "协作机器人"]],
  ["新能源", "新能源", ["储能电池", "光伏支架", "氢能阀门", "充电模块"]],
  ["新材料", "新材料", ["碳纤维预浸料", "电子级树脂", "特种陶瓷", "高纯靶材"]],
  ["软件", "数字经济", ["工业软件", "数据标注", "行业大模型", "云边协同平台"]],
] as const;
const SCIENCE = ["中试基地", "联合实验室", "检测中心", "研发总部"] as const;
const INDUSTRY = ["生产基地", "产线", "制造基地", "扩能"] as const;
const CITY = ["人才公寓", "道路管网", "学校", "变电站", "综合能源站", "邻里中心"] as const;
const ROADS = ["云岭大道", "科创一路", "科创三路", "凤栖路", "青溪东路", "迎宾大道"] as const;
const SURNAMES = ["周", "陈", "林", "何", "郑", "许", "沈", "罗", "秦", "陆"] as const;
const MONTHS = 12;
const LAST_MONTHS = 6;

const pick = <One>(numbers: SeededNumbers, list: readonly One[]): One => list[numbers.between(0, list.length - 1)] as One;

/** Deterministic from the seed; which of them are built, completed or key follows from the place in the list. */
export function sampleProjects(seed: number = SAMPLE_SEED): readonly SampleProject[] {
  return Array.from({ length: SAMPLE_COUNTS.planned }, (_, place) => makeProject(place, seededNumbers(seed, `project-${place}`)));
}

function makeProject(place: number, numbers: SeededNumbers): SampleProject {
  const { building, completed, zoneKey, zoneKeyBuilding, cityKey, cityKeyBuilding } = SAMPLE_COUNTS;
  // The list begins with what is being built, then what is completed, then what waits; key projects are taken from both ends.
  const isBuilding = place < building;
  const isCompleted = !isBuilding && place < building + completed;
  const waitingPlace = place - building - completed;
  const level: KeyLevel = isBuilding
    ? place < zoneKeyBuilding
      ? "zone"
      : place < zoneKeyBuilding + cityKeyBuilding
        ? "municipal"
        : "ordinary"
    : waitingPlace >= 0 && waitingPlace < zoneKey - zoneKeyBuilding
      ? "zone"
      : waitingPlace >= 0 && waitingPlace < zoneKey - zoneKeyBuilding + cityKey - cityKeyBuilding
        ? "municipal"
        : "ordinary";
  const category: ProjectCategory = place % 9 === 0 ? "city" : place % 7 === 0 ? "science" : "industry";
  const [trade, industry, products] = pick(numbers, TRADES);
  const firm = firmOf(pick(numbers, FIRMS), category === "city" ? "城市建设" : trade);
  const what =
    category === "city" ? pick(numbers, CITY) : `${pick(numbers, products)}${pick(numbers, category === "science" ? SCIENCE : INDUSTRY)}`;
  const total = level === "ordinary" ? numbers.between(3, 120) * 500 : numbers.between(20, 400) * 1000;
  const signedOn = signingOf(numbers, isBuilding || isCompleted, place);
  const wait = numbers.between(45, 120);
  const dueStart = isBuilding || isCompleted ? addDays(signedOn, wait) : waitingStart(numbers, signedOn);
  const late = numbers.between(0, 9) < 7 ? 0 : numbers.between(5, 70);
  const latest = localDate("2026-06-12");
  const earliest = addDays(dueStart, late);
  const startedOn = isBuilding || isCompleted ? (earliest < latest ? earliest : latest) : null;
  const build = numbers.between(400, 700);
  const complete = isCompleted
    ? addDays(localDate("2026-04-10"), numbers.between(0, 60))
    : laterOf(
        addDays(dueStart, build),
        addDays(localDate("2026-06-20"), numbers.between(0, 12) === 0 ? -numbers.between(2, 45) : numbers.between(10, 300)),
      );
  const plan = planOf(numbers, total, startedOn !== null, dueStart);
  return {
    name: `${pick(numbers, FIRMS)}${what}项目（${place + 1}号）`,
    enterprise: firm,
    category,
    level,
    industry: category === "city" ? "城市配套" : industry,
    total,
    contract: `云高新招〔${signedOn.slice(0, 4)}〕${place + 1}号`,
    signedOn,
    leased: numbers.between(0, 5) === 0,
    place: `云岭高新区${pick(numbers, ROADS)}${numbers.between(1, 399)}号`,
    parcel: `YL-${String.fromCharCode(65 + (place % 8))}-${numbers.between(1, 60)}`,
    planned: { start: dueStart, complete, produce: addDays(complete, numbers.between(30, 90)) },
    owner: isBuilding || isCompleted ? "项目专班" : "招商岗",
    department: isBuilding || isCompleted ? "建设管理局" : "招商合作局",
    leader: level === "ordinary" ? "" : "管委会领导",
    contact: `${SURNAMES[place % SURNAMES.length]}经理`,
    phone: `1380000${String(place + 1).padStart(4, "0")}`,
    startedOn,
    completedOn: isCompleted ? addDays(complete, numbers.between(-10, 5)) : null,
    enteredOn: startedOn !== null && numbers.between(0, 39) > 0 ? earlierOf(addDays(startedOn, numbers.between(10, 40)), latest) : null,
    plan,
    months: monthsOf(numbers, plan, startedOn, total),
  };
}

/** The enterprise that has an account in the sample zone is one of them, so that it sees projects of its own. */
function firmOf(brand: string, trade: string): string {
  const called = `${brand}${trade}有限公司`;
  return SAMPLE_ENTERPRISE.name.endsWith(called) ? SAMPLE_ENTERPRISE.name : `岚州${called}`;
}

/** A third of what is built was signed last autumn, to start this year; what waits was signed last year. */
function signingOf(numbers: SeededNumbers, begun: boolean, place: number): LocalDate {
  if (!begun) return addDays(localDate("2025-02-10"), numbers.between(0, 320));
  return place % 3 === 0
    ? addDays(localDate("2025-10-08"), numbers.between(0, 100))
    : addDays(localDate("2024-01-08"), numbers.between(0, 560));
}

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
const earlierOf = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** Most wait for a start in the second half of the year; some are due, and some of those are late. */
function waitingStart(numbers: SeededNumbers, signedOn: LocalDate): LocalDate {
  const kind = numbers.between(0, 9);
  const start =
    kind < 8
      ? addDays(localDate("2026-07-05"), numbers.between(0, 170))
      : kind < 9
        ? addDays(localDate("2026-05-10"), numbers.between(0, 50))
        : addDays(localDate("2026-03-01"), numbers.between(0, 60));
  return laterOf(start, addDays(signedOn, 20));
}

/** A third of the total a year, spread over the months in which it is built. */
function planOf(numbers: SeededNumbers, total: number, started: boolean, start: LocalDate): readonly number[] {
  const annual = Math.floor((total * numbers.between(25, 40)) / 100);
  const firstMonth = started || start < "2026-01-01" ? 1 : start.startsWith("2026") ? Number(start.slice(5, 7)) : MONTHS;
  const months = MONTHS - firstMonth + 1;
  const even = Math.floor(annual / months);
  return Array.from({ length: MONTHS }, (_, place) =>
    place + 1 < firstMonth ? 0 : place + 1 === MONTHS ? annual - even * (months - 1) : even,
  );
}

/** What came of the plan: mostly near it, some behind, a few silent in June. */
function monthsOf(
  numbers: SeededNumbers,
  plan: readonly number[],
  startedOn: LocalDate | null,
  total: number,
): readonly (number | undefined)[] {
  const pace = [100, 104, 102, 100, 101, 103, 100, 98, 96, 90, 78, 36][numbers.between(0, 11)] ?? 100;
  const silent = numbers.between(0, 24) === 0;
  let left = Math.floor((total * 55) / 100);
  return Array.from({ length: LAST_MONTHS }, (_, place) => {
    if (silent && place === LAST_MONTHS - 1) return undefined;
    const month = `2026-${String(place + 1).padStart(2, "0")}`;
    if (startedOn === null || startedOn.slice(0, 7) > month) return 0;
    const amount = Math.min(left, Math.floor(((plan[place] ?? 0) * (pace + numbers.between(-3, 3))) / 100));
    left -= amount;
    return amount;
  });
}

const asCsv = (name: string, heads: readonly string[], lines: readonly (readonly string[])[]): SampleFile => ({
  name,
  bytes: new TextEncoder().encode(`\ufeff${[heads, ...lines].map((cells) => cells.join(",")).join("\r\n")}\r\n`),
});

type SheetOptions = { readonly seed?: number; readonly without?: (project: SampleProject, place: number) => boolean };
const nothing = () => false;

/** The register as three offices filed it: what was signed and begun by a day after the file before. */
export function projectSheet(from: LocalDate, to: LocalDate, { seed = SAMPLE_SEED, without = nothing }: SheetOptions = {}): SampleFile {
  const all = sampleProjects(seed);
  const chosen = all.filter((project, place) => {
    if (without(project, place)) return false;
    const known = laterOf(project.signedOn, project.completedOn ?? project.startedOn ?? project.signedOn);
    return known > from && known <= to;
  });
  const lines = chosen.map((project) => {
    const site = siteOf(project.parcel, seed, all.indexOf(project));
    const cells: Readonly<Partial<Record<(typeof projectColumns)[number]["key"], string>>> = {
      name: project.name,
      enterprise: project.enterprise,
      category: categoryWords[project.category].zh,
      level: keyLevelWords[project.level].zh,
      industry: project.industry,
      amount: String(project.total),
      contract: project.contract,
      signed: project.signedOn,
      leased: project.leased ? "是" : "否",
      parcel: project.parcel,
      place: project.place,
      start: project.planned.start,
      complete: project.planned.complete,
      produce: project.planned.produce,
      started: project.startedOn ?? "",
      completed: project.completedOn ?? "",
      leader: project.leader,
      owner: project.owner,
      department: project.department,
      contact: project.contact,
      phone: project.phone,
      longitude: site.longitude,
      latitude: site.latitude,
    };
    return projectColumns.map((column) => cells[column.key] ?? "");
  });
  return asCsv(
    `云岭高新区项目台账-${to}.csv`,
    projectColumns.map((column) => column.head.zh),
    lines,
  );
}

/** Plans of the year, reports of one month and entries into the statistics by a day, of the projects that were registered by then. */
export function investmentSheet(
  month: number,
  registeredBy: readonly LocalDate[],
  on: LocalDate,
  { seed = SAMPLE_SEED, without = nothing }: SheetOptions = {},
): SampleFile {
  const [before, now] = registeredBy.slice(-2) as [LocalDate, LocalDate];
  const heads = investmentColumns.map((column) => column.head.zh);
  const monthText = `2026-${String(month).padStart(2, "0")}`;
  const lines = sampleProjects(seed).flatMap((project, place) => {
    if (without(project, place)) return [];
    const known = laterOf(project.signedOn, project.completedOn ?? project.startedOn ?? project.signedOn);
    if (known > now) return [];
    const isNew = known > before;
    const invested = project.months[month - 1];
    const caughtUp = isNew ? sumOf(project.months.slice(0, month)) : invested;
    const cells: Record<string, string> = { project: project.name };
    if (isNew) {
      cells["year"] = "2026";
      project.plan.forEach((amount, place) => {
        cells[`plan${place + 1}`] = String(amount);
      });
    }
    if (caughtUp !== undefined && invested !== undefined && monthText >= project.signedOn.slice(0, 7)) {
      cells["month"] = monthText;
      cells["invested"] = String(caughtUp);
      cells["progress"] = progressOf(project, month);
    }
    if (project.enteredOn !== null && project.enteredOn <= on && (isNew || project.enteredOn.slice(0, 7) === monthText))
      cells["entered"] = project.enteredOn;
    return Object.keys(cells).length === 1 ? [] : [investmentColumns.map((column) => cells[column.key] ?? "")];
  });
  return asCsv(`云岭高新区项目月报-${monthText}.csv`, heads, lines);
}

const sumOf = (months: readonly (number | undefined)[]): number => months.reduce<number>((all, month) => all + (month ?? 0), 0);

const WORKS = ["桩基施工", "基础施工", "主体施工", "主体封顶", "设备进场", "设备安装"] as const;

function progressOf({ startedOn, completedOn }: SampleProject, month: number): string {
  if (completedOn !== null && completedOn.slice(0, 7) <= `2026-${String(month).padStart(2, "0")}`) return "竣工验收";
  return startedOn === null ? "前期手续办理" : (WORKS[(month - 1) % WORKS.length] ?? "施工");
}
