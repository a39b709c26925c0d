import type { Channel, InvestorClass, LostReason } from "#domains/promotion/contract/lead.ts";
import { addDays, type LocalDate, localDate, weekday } from "#kernel/local-date.ts";
import { isUscc } from "#kernel/uscc.ts";
import { SAMPLE_SEED } from "./indicators.ts";
import { type SampleProject, sampleProjects } from "./projects.ts";
import { type SeededNumbers, seededNumbers } from "./seeded-numbers.ts";

/** How far a lead has come, and how it ended where it did. */
export type SampleStage = "TARGETED" | "CONTACTED" | "NEGOTIATING" | "PROPOSAL" | "DILIGENCE" | "DECISION" | "SIGNED";
export type SampleEnd = "PARKED" | "LOST" | "REJECTED" | null;
export type SampleOfficer = "promotion" | "promotion-2";

/** A lead of the sample; amounts in 万元, whole. */
export type SampleLead = {
  readonly name: string;
  readonly party: string;
  readonly uscc: string | null;
  readonly foreign: { readonly id: string; readonly country: string } | null;
  readonly nature: "investment" | "entry";
  readonly industry: string;
  readonly leading: boolean;
  readonly channel: Channel;
  readonly origin: string;
  readonly amount: number | null;
  readonly classes: readonly InvestorClass[];
  readonly owner: SampleOfficer;
  readonly pool: "common" | "chain" | "fair" | null;
  readonly registeredOn: LocalDate;
  readonly stage: SampleStage;
  readonly end: SampleEnd;
  readonly lostReason: LostReason;
  /** Of a signed lead. */
  readonly contract: {
    readonly kind: "formal" | "entry-operator" | "entry-institute" | "entry-foreign";
    readonly number: string;
    readonly signedOn: LocalDate;
    readonly phrase: string;
    readonly fair: string;
  } | null;
  /** The project that the register had before the lead was entered here. */
  readonly project: SampleProject | null;
  readonly promise: { readonly startOn: LocalDate; readonly produceOn: LocalDate; readonly fullYear: number } | null;
};

const CITIES = ["东澜", "北沅", "南浦", "西陵", "海宁州", "江临", "平昌州", "长浦", "远安州", "新川"] as const;
const FIRMS = [
  "赛微",
  "衡芯",
  "朗拓",
  "启源",
  "禾信",
  "致远",
  "坤元",
  "凌飞",
  "瑞康",
  "博海",
  "天衡",
  "嘉智",
  "润泽",
  "明德",
  "卓越",
  "华程",
] as const;
const FIELDS: readonly (readonly [industry: string, trade: string, products: readonly string[]])[] = [
  ["集成电路", "微电子", ["碳化硅外延片", "氮化镓功率器件", "晶圆级封装", "光刻胶", "电子特气", "探针卡", "存储模组", "车规级芯片"]],
  ["生物医药", "生物科技", ["抗体偶联药物", "体外诊断设备", "细胞治疗制剂", "高端医用材料", "核酸合成", "手术机器人"]],
  ["高端装备", "智能装备", ["谐波减速器", "五轴数控机床", "激光雷达", "工业机器人整机", "半导体清洗设备", "智能物流装备"]],
  ["数字经济", "软件", ["工业操作系统", "算力中心", "行业大模型", "数据安全平台", "卫星互联网终端"]],
];
const KINDS = ["研发生产基地", "产业化", "西部总部", "二期产线", "区域中心", "制造基地"] as const;
const CHANNELS: readonly (readonly [Channel, string])[] = [
  ["task-force", "集成电路专班走访"],
  ["stationed", "驻东澜招商组"],
  ["fund", "岚州产业基金推荐"],
  ["capital", "被投企业落地"],
  ["peer-referral", "岚州芯曜微电子引荐"],
  ["cloud", "云招商推介会"],
  ["other", "企业来电"],
];
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const TODAY = localDate("2026-06-30");

/** A valid code of nobody: no region has the number 999900. One name has one code. */
function codeOf(name: string): string {
  const numbers = seededNumbers(SAMPLE_SEED, `uscc ${name}`);
  const serial = Array.from({ length: 7 }, () => ALPHABET[numbers.between(0, 9)]).join("");
  const body = `91999900MA${serial}`;
  const check = [...ALPHABET].find((character) => isUscc(`${body}${character}`));
  if (check === undefined) throw new Error(`no check character for ${body}`);
  return `${body}${check}`;
}

/** The first weekday from a day on: nobody registers or signs on a Sunday. */
const weekdayFrom = (day: LocalDate): LocalDate => (weekday(day) === 0 ? addDays(day, 1) : weekday(day) === 6 ? addDays(day, 2) : day);

const pick = <One>(numbers: SeededNumbers, list: readonly One[]): One => list[numbers.between(0, list.length - 1)] as One;

/** With the institute that moves in by an agreement there are two of them. */
const INSTITUTES_END = 7;
/** The quarter of the article: 20 formal contracts of 347亿元 together, 1 / 2 / 5 by class (handbook §3). In 亿元. */
export const QUARTER = [120, 60, 55, 20, 15, 12, 11, 10, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3] as const;
const PHRASES: readonly (readonly [least: number, phrase: string])[] = [
  [100, "100亿元以上"],
  [50, "50亿元以上"],
  [10, "10亿元以上"],
];
const classesOf = (place: number): readonly InvestorClass[] => {
  if (place < 2) return ["global-500"];
  if (place < 4) return ["china-500"];
  if (place < 6) return ["listed"];
  return place < INSTITUTES_END ? ["national-institute"] : [];
};

/** Leads that are not signed, by how far they have come. */
const OPEN: readonly (readonly [SampleStage, SampleEnd, number])[] = [
  ["TARGETED", null, 65],
  ["CONTACTED", null, 20],
  ["NEGOTIATING", null, 16],
  ["PROPOSAL", null, 6],
  ["DILIGENCE", null, 5],
  ["DECISION", null, 4],
  ["NEGOTIATING", "PARKED", 3],
  ["CONTACTED", "PARKED", 1],
  ["NEGOTIATING", "LOST", 4],
  ["CONTACTED", "LOST", 2],
  ["PROPOSAL", "LOST", 1],
  ["CONTACTED", "REJECTED", 2],
  ["DILIGENCE", "REJECTED", 1],
];
const LOST: readonly LostReason[] = ["elsewhere", "elsewhere", "conditions", "resources", "funding", "market", "contact-lost"];
/** Days since the registration that such a lead is likely to have behind it. */
const AGES: Readonly<Record<SampleStage, readonly [number, number]>> = {
  TARGETED: [1, 17],
  CONTACTED: [8, 18],
  NEGOTIATING: [40, 110],
  PROPOSAL: [70, 130],
  DILIGENCE: [90, 150],
  DECISION: [110, 160],
  SIGNED: [110, 180],
};
const POOLS = ["common", "chain", "fair"] as const;

type Base = Omit<SampleLead, "registeredOn" | "stage" | "end" | "contract" | "project" | "promise" | "lostReason" | "pool">;

function baseOf(numbers: SeededNumbers): Base {
  const [industry, trade, products] = pick(numbers, FIELDS);
  const [channel, origin] = pick(numbers, CHANNELS);
  const firm = `${pick(numbers, CITIES)}${pick(numbers, FIRMS)}`;
  const party = `${firm}${trade}${numbers.between(0, 2) === 0 ? "股份" : ""}有限公司`;
  return {
    name: `${firm}${pick(numbers, products)}${pick(numbers, KINDS)}项目`,
    party,
    uscc: codeOf(party),
    foreign: null,
    nature: "investment",
    industry,
    leading: true,
    channel,
    origin,
    amount: numbers.between(2, 60) * 1000,
    classes: [],
    owner: numbers.between(0, 1) === 0 ? "promotion-2" : "promotion",
  };
}

const NOT_SIGNED = { contract: null, project: null, promise: null } as const;

function openLeads(): readonly SampleLead[] {
  return OPEN.flatMap(([stage, end, count], group) =>
    Array.from({ length: count }, (_, place): SampleLead => {
      const numbers = seededNumbers(SAMPLE_SEED, `lead ${group} ${place}`);
      const base = baseOf(numbers);
      const pooled = stage === "TARGETED" && place % 4 !== 0;
      const [least, most] = pooled ? [10, 140] : end === null ? AGES[stage] : [100, 240];
      const registeredOn = weekdayFrom(addDays(TODAY, -numbers.between(least, most) - 2));
      return {
        ...base,
        ...NOT_SIGNED,
        uscc: place % 3 === 1 && (stage === "TARGETED" || stage === "CONTACTED") ? null : base.uscc,
        amount: stage === "TARGETED" && place % 2 === 0 ? null : base.amount,
        pool: pooled ? (POOLS[place % POOLS.length] ?? "common") : null,
        registeredOn,
        stage,
        end,
        lostReason: pick(numbers, LOST),
      };
    }),
  );
}

/** The twenty of the second quarter: what they sign opens their projects. */
function quarterLeads(): readonly SampleLead[] {
  return QUARTER.map((hundredMillions, place): SampleLead => {
    const numbers = seededNumbers(SAMPLE_SEED, `signed ${place}`);
    const base = baseOf(numbers);
    const signedOn = weekdayFrom(addDays(localDate("2026-04-08"), place * 4));
    const startOn = addDays(signedOn, numbers.between(120, 200));
    return {
      ...base,
      pool: null,
      amount: hundredMillions * 10_000,
      classes: classesOf(place),
      registeredOn: weekdayFrom(addDays(signedOn, -numbers.between(110, 160))),
      stage: "SIGNED",
      end: null,
      lostReason: "other",
      contract: {
        kind: "formal",
        number: `云高新招〔2026〕签${place + 1}号`,
        signedOn,
        phrase: PHRASES.find(([least]) => hundredMillions >= least)?.[1] ?? "",
        fair: place % 5 === 0 ? "2026年云岭云签约" : "",
      },
      project: null,
      promise: { startOn, produceOn: addDays(startOn, numbers.between(400, 600)), fullYear: 2029 },
    };
  });
}

/** Projects that were signed before leads were kept here: their promises are followed all the same. */
function earlierLeads(): readonly SampleLead[] {
  const building = sampleProjects().filter(
    ({ startedOn, completedOn, category }) => startedOn !== null && completedOn === null && category !== "city",
  );
  const recent = building.filter(({ signedOn }) => signedOn >= "2025-10-01").slice(0, 3);
  const old = building.filter(({ signedOn }) => signedOn < "2024-09-01").slice(0, 2);
  return [...recent, ...old].map((project, place): SampleLead => {
    const numbers = seededNumbers(SAMPLE_SEED, `earlier ${place}`);
    return {
      ...baseOf(numbers),
      name: project.name,
      party: project.enterprise,
      uscc: codeOf(project.enterprise),
      industry: project.industry,
      amount: project.total,
      pool: null,
      registeredOn: weekdayFrom(addDays(project.signedOn, -120)),
      stage: "SIGNED",
      end: null,
      lostReason: "other",
      contract: { kind: "formal", number: project.contract, signedOn: project.signedOn, phrase: "", fair: "" },
      project,
      promise: {
        startOn: project.planned.start,
        produceOn: project.planned.produce,
        fullYear: project.signedOn < "2024-09-01" ? 2025 : 2028,
      },
    };
  });
}

/** Those that move in without building: an operator, an institute, a party abroad. */
function entryLeads(): readonly SampleLead[] {
  const rows = [
    ["岚州科创孵化运营项目", "东澜众合园区运营管理有限公司", "entry-operator", null],
    ["先进封装联合研究院项目", "北沅理工大学微电子研究院", "entry-institute", null],
    ["光子传感器亚太中心项目", "Nordlicht Photonik GmbH", "entry-foreign", { id: "HRB 21877", country: "德国" }],
  ] as const;
  return rows.map(([name, party, kind, foreign], place): SampleLead => {
    const signedOn = weekdayFrom(addDays(localDate("2026-05-12"), place * 14));
    return {
      name,
      party,
      uscc: foreign === null ? codeOf(party) : null,
      foreign,
      nature: "entry",
      industry: place === 0 ? "科技服务" : "集成电路",
      leading: place > 0,
      channel: place === 2 ? "cloud" : "task-force",
      origin: place === 2 ? "屏对屏洽谈" : "专班走访",
      amount: null,
      classes: kind === "entry-institute" ? ["double-first-class"] : [],
      owner: "promotion",
      pool: null,
      registeredOn: weekdayFrom(addDays(signedOn, -90)),
      stage: "SIGNED",
      end: null,
      lostReason: "other",
      contract: { kind, number: `云高新入驻〔2026〕${place + 1}号`, signedOn, phrase: "", fair: "" },
      project: null,
      promise: null,
    };
  });
}

/** Two firms of one name that plan the same: the later is another line of it. */
function named(leads: readonly SampleLead[]): readonly SampleLead[] {
  const seen = new Set<string>();
  return leads.map((lead) => {
    const name = seen.has(lead.name) ? lead.name.replace(/项目$/u, "第二产线项目") : lead.name;
    seen.add(name);
    return { ...lead, name };
  });
}

/** 158 leads in every state, in the order of their registration. Names, codes and firms are nobody's. */
export const sampleLeads = (): readonly SampleLead[] =>
  [...named([...openLeads(), ...quarterLeads(), ...earlierLeads(), ...entryLeads()])].sort((one, other) =>
    one.registeredOn === other.registeredOn ? (one.name < other.name ? -1 : 1) : one.registeredOn < other.registeredOn ? -1 : 1,
  );
