import { caseColumns } from "#domains/approvals/contract/case-columns.ts";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import { addDays, daysBetween, type LocalDate, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { addWorkdays, firstWorkdayFrom, workCalendar, workdaysBetween } from "#kernel/work-calendar.ts";
import { SAMPLE_SEED } from "./indicators.ts";
import { SAMPLE_MATTERS } from "./matters.ts";
import { type SampleProject, sampleProjects } from "./projects.ts";
import { type SeededNumbers, seededNumbers } from "./seeded-numbers.ts";
import type { SampleFile } from "./spreadsheets.ts";
import { SAMPLE_ZONE } from "./zone.ts";

type Cells = Partial<Record<(typeof caseColumns)[number]["key"], string>>;

const TODAY = SAMPLE_ZONE.businessDate;
const calendar = workCalendar(NATIONAL_NOTICES);
const workday = (day: LocalDate): LocalDate => firstWorkdayFrom(calendar, day).day;
const later = (day: LocalDate, workdays: number): LocalDate => addWorkdays(calendar, day, workdays).day;
const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
const matterOf = (code: string): Matter => {
  const found = SAMPLE_MATTERS.find((matter) => matter.code === code);
  if (found === undefined) throw new Error(`the sample has no matter ${code}`);
  return found;
};

/** Where an open case stands on the zone's day. */
type Standing =
  | "SUBMITTED"
  | "SUPPLEMENT"
  | "ACCEPTED"
  | "REVIEWING"
  | "SUSPENDED"
  | "DECIDED"
  | "WITHDRAWN"
  | "TERMINATED"
  | "REFUSED"
  | "DONE";

type Story = {
  readonly code: string;
  readonly title: string;
  readonly enterprise: string;
  readonly project?: string;
  readonly form?: string;
  readonly submitted: LocalDate;
  /** When it was, or would have been, decided. */
  readonly decided: LocalDate;
  readonly standing: Standing;
  readonly numbers: SeededNumbers;
};

/** The days of one case, each after the other and none after its end; what had not come by the zone's day is left out. */
function rowOf({ code, title, enterprise, project, form, submitted, decided, standing, numbers }: Story): Cells {
  const matter = matterOf(code);
  const cells: Cells = { matter: code, title, enterprise, submitted, ...(project ? { project } : {}), ...(form ? { form } : {}) };
  if (standing === "SUBMITTED") return cells;
  const room = workdaysBetween(calendar, submitted, decided).count;
  const supplemented = standing === "SUPPLEMENT" || (room >= 9 && numbers.between(0, 4) === 0);
  let day = submitted;
  if (supplemented) {
    day = later(submitted, 1);
    Object.assign(cells, { noticed: day, items: "补充签章页；图纸与申请表面积不一致，请更正" });
    if (standing === "SUPPLEMENT") return cells;
    day = later(day, numbers.between(1, 3));
    cells.answered = day;
  } else if (standing === "WITHDRAWN") return { ...cells, ended: later(submitted, 1), ending: "撤回" };
  else if (standing === "TERMINATED") return { ...cells, ended: later(submitted, 2), ending: "不予受理" };
  const accepted = laterOf(day, later(submitted, Math.min(1, Math.max(0, room - 1))));
  cells.accepted = accepted;
  if (standing === "WITHDRAWN") return { ...cells, ended: later(accepted, 2), ending: "撤回" };
  if (standing === "TERMINATED") return { ...cells, ended: later(accepted, 3), ending: "终止" };
  if (standing === "ACCEPTED") return cells;
  let end = laterOf(decided, accepted);
  if (matter.reviews.length > 0) {
    cells.reviewed = accepted;
    const opinions = opinionsOf(matter, accepted, end, standing, numbers);
    cells.opinions = opinions.text;
    end = laterOf(end, opinions.last);
    const reason = matter.pauses.find((pause) => pause.reason === "专家评审" || pause.reason === "整改复验")?.reason;
    const from = later(accepted, 1);
    if (standing === "SUSPENDED" && reason !== undefined)
      return {
        ...cells,
        opinions: "",
        pauses: `${reason}@${laterOf(from, later(TODAY, -numbers.between(2, 6)))}/#云岭审中〔2026〕${numbers.between(1, 99)}号`,
      };
    if (standing === "REVIEWING") return cells;
    if (
      reason !== undefined &&
      room >= 14 &&
      !opinions.text.includes("逾期") &&
      numbers.between(0, 2) === 0 &&
      opinions.first > later(from, 4)
    ) {
      cells.pauses = `${reason}@${from}/${later(from, 3)}#云岭审中〔${from.slice(0, 4)}〕${numbers.between(1, 99)}号`;
    }
  }
  if (
    matter.extension !== null &&
    matter.kind === "licence" &&
    workdaysBetween(calendar, accepted, end).count > matter.legal.length &&
    matter.legal.unit === "workday"
  ) {
    const at = later(accepted, matter.legal.length - 2);
    if (!(cells.pauses ?? "").includes("@") && at <= end)
      Object.assign(cells, { extended: at, "extension-reason": "方案反复调整，需要再次核对" });
  }
  const refused = standing === "REFUSED";
  Object.assign(cells, {
    decided: end,
    decision: refused ? "不予" : "准予",
    reason: refused ? "不符合本事项的办理条件，已书面说明理由并告知救济途径" : "符合条件",
    ...(refused || matter.result === null
      ? {}
      : { number: `云岭审〔${end.slice(0, 4)}〕${numbers.between(1000, 9999)}-${hashOf(title)}号` }),
  });
  const delivered = later(end, numbers.between(0, 3));
  if (standing !== "DECIDED" && delivered <= TODAY)
    Object.assign(cells, { delivered, how: ["窗口", "电子", "邮寄"][numbers.between(0, 2)] });
  return cells;
}

/** Told apart by their titles, so that no two documents have one number. */
const hashOf = (title: string): string => {
  let value = 7;
  for (const letter of title) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 99_991;
  return String(value);
};

/** The graph walked through: side by side first, then what waits for them. */
function opinionsOf(
  matter: Matter,
  begun: LocalDate,
  end: LocalDate,
  standing: Standing,
  numbers: SeededNumbers,
): { readonly text: string; readonly first: LocalDate; readonly last: LocalDate } {
  const closed = new Map<string, LocalDate>();
  const parts: string[] = [];
  const room = Math.max(0, workdaysBetween(calendar, begun, end).count);
  const levels = matter.reviews.some(({ after }) => after.length > 0) ? 2 : 1;
  let first = end;
  let last = begun;
  for (const node of matter.reviews) {
    const start = node.after.reduce<LocalDate>((latest, key) => laterOf(latest, closed.get(key) ?? begun), begun);
    if (node.after.some((key) => !closed.has(key))) continue;
    if (standing === "REVIEWING" && (node.after.length > 0 || numbers.between(0, 1) === 0)) continue;
    const silent =
      standing !== "REVIEWING" && node.silence === "no-objection" && room > node.limit.length + 2 && numbers.between(0, 4) === 0;
    const length = silent ? node.limit.length + 1 : Math.max(0, Math.floor(room / levels) - numbers.between(0, 2));
    const day = later(start, length);
    const at = standing === "REVIEWING" ? (day > TODAY ? TODAY : day) : day;
    closed.set(node.key, at);
    first = first < at ? first : at;
    last = laterOf(last, at);
    const outcome = silent
      ? "逾期"
      : standing === "REFUSED" && parts.length === 0
        ? "不同意"
        : numbers.between(0, 24) === 0
          ? "不同意"
          : "同意";
    parts.push(`${node.key}=${outcome}@${at}`);
  }
  return { text: parts.toSorted((one, other) => (one.slice(-10) < other.slice(-10) ? -1 : 1)).join("；"), first, last };
}

/** What a project needs before its start, by parts of the whole time from the first application to the permit. */
const CHAIN = [
  ["investment-filing", 0, 2],
  ["land-opinion", 3, 28],
  ["land-planning-permit", 30, 50],
  ["design-scheme", 34, 60],
  ["environment-report", 40, 66],
  ["works-planning-permit", 62, 84],
  ["fire-design", 68, 88],
  ["civil-defence", 68, 82],
  ["construction-permit", 90, 100],
] as const;
const ON_LEASED_PLANTS: ReadonlySet<string> = new Set(["investment-filing", "fire-design", "construction-permit"]);
const FIRST_DAY = localDate("2024-01-02");
const FASTER_SINCE = localDate("2025-07-01");

const formOf = (code: string, project: SampleProject, numbers: SeededNumbers): string | undefined => {
  if (code === "investment-filing") return `investment=${project.total}`;
  if (code === "land-opinion") return `area=${numbers.between(20, 300)}；farmland=否`;
  if (code === "construction-permit") return `cost=${Math.floor(project.total * 0.6)}；leased=${project.leased ? "是" : "否"}；special=否`;
  return undefined;
};

/** All approvals of a project before its start: three to four months before July 2025, about thirty days since. */
function chainOf(project: SampleProject, place: number): readonly Cells[] {
  if (project.startedOn === null) return [];
  const numbers = seededNumbers(SAMPLE_SEED, `approvals-${place}`);
  const end = later(project.startedOn, -numbers.between(1, 3));
  const available = daysBetween(project.signedOn, end);
  const wanted = project.startedOn < FASTER_SINCE ? numbers.between(92, 118) : numbers.between(26, 36);
  const whole = place % 4 === 0 && available >= Math.min(wanted, 88);
  const span = Math.min(wanted, available);
  const first = addDays(end, -span);
  const kinds = CHAIN.filter(([code]) => (!project.leased || ON_LEASED_PLANTS.has(code)) && (whole || code === "construction-permit"));
  return kinds.flatMap(([code, from, to]): readonly Cells[] => {
    const submitted = workday(
      laterOf(FIRST_DAY, whole ? addDays(first, Math.floor((span * from) / 100)) : later(end, -numbers.between(2, 6))),
    );
    const decided = workday(addDays(first, Math.floor((span * to) / 100)));
    const form = formOf(code, project, numbers);
    return [
      rowOf({
        code,
        title: `${project.name}${matterOf(code).name.zh}`,
        enterprise: project.enterprise,
        project: project.name,
        ...(form === undefined ? {} : { form }),
        submitted,
        decided: code === "construction-permit" ? laterOf(end, submitted) : laterOf(decided, submitted),
        standing: "DONE",
        numbers,
      }),
    ];
  });
}

/** What was completed has its acceptance and the filing of it. */
function acceptanceOf(project: SampleProject, place: number): readonly Cells[] {
  if (project.completedOn === null) return [];
  const numbers = seededNumbers(SAMPLE_SEED, `acceptance-${place}`);
  const filed = workday(addDays(project.completedOn, -2));
  const base = { enterprise: project.enterprise, project: project.name, standing: "DONE" as const, numbers };
  return [
    rowOf({ ...base, code: "joint-acceptance", title: `${project.name}联合验收`, submitted: later(filed, -14), decided: later(filed, -3) }),
    rowOf({ ...base, code: "completion-filing", title: `${project.name}竣工验收备案`, submitted: later(filed, -2), decided: filed }),
  ];
}

const WAITING: readonly (readonly [code: string, standing: Standing, submittedBefore: number])[] = [
  ["investment-filing", "DONE", 40],
  ["land-opinion", "REVIEWING", 4],
  ["land-opinion", "REVIEWING", 9],
  ["works-planning-permit", "REVIEWING", 24],
  ["design-scheme", "SUSPENDED", 12],
  ["environment-report", "SUSPENDED", 14],
  ["land-planning-permit", "ACCEPTED", 3],
  ["construction-permit", "ACCEPTED", 4],
  ["construction-permit", "ACCEPTED", 8],
  ["fire-design", "REVIEWING", 7],
  ["works-planning-permit", "DECIDED", 10],
  ["construction-permit", "SUBMITTED", 1],
  ["civil-defence", "SUBMITTED", 8],
  ["land-planning-permit", "SUPPLEMENT", 5],
  ["land-opinion", "WITHDRAWN", 30],
  ["design-scheme", "TERMINATED", 25],
  ["works-planning-permit", "REFUSED", 40],
  ["investment-filing", "DONE", 60],
];

/** Projects that wait for their start: filed, and under way in every state that there is. */
function waitingOf(project: SampleProject, place: number): readonly Cells[] {
  if (project.startedOn !== null || place % 3 !== 0) return [];
  const [code, standing, before] = WAITING[Math.floor(place / 3) % WAITING.length] ?? ["investment-filing", "DONE", 40];
  const numbers = seededNumbers(SAMPLE_SEED, `waiting-${place}`);
  const submitted = laterOf(workday(addDays(project.signedOn, 1)), later(TODAY, -before));
  if (submitted > TODAY) return [];
  const form = formOf(code, project, numbers);
  const decided =
    standing === "DONE" || standing === "REFUSED" || standing === "DECIDED"
      ? later(submitted, Math.max(1, Math.min(before - 1, 8)))
      : TODAY;
  return [
    rowOf({
      code,
      title: `${project.name}${matterOf(code).name.zh}`,
      enterprise: project.enterprise,
      project: project.name,
      ...(form === undefined ? {} : { form }),
      submitted,
      decided: decided > TODAY ? TODAY : decided,
      standing,
      numbers,
    }),
  ];
}

const OPERATING = [
  ["company-setup", 1],
  ["seal-engraving", 1],
  ["invoice-setup", 1],
  ["social-insurance", 2],
  ["human-resources-service", 4],
  ["food-licence", 5],
  ["road-opening", 6],
  ["drainage-licence", 7],
  ["name-change", 1],
  ["hygiene-renewal", 8],
] as const;

/** What enterprises asked for over two and a half years. */
function operatingCase(place: number): Cells {
  const numbers = seededNumbers(SAMPLE_SEED, `operating-${place}`);
  const [code, length] = OPERATING[place % OPERATING.length] ?? ["company-setup", 1];
  const firm = `岚州${["芯", "澜", "恒", "云", "峻", "启", "安", "瑞", "泽", "青"][place % 10]}${["远", "达", "科", "图", "源", "辰"][Math.floor(place / 10) % 6]}有限公司`;
  const submitted = workday(addDays(localDate("2024-03-01"), Math.floor((place * 830) / OPERATING_CASES)));
  const form: Readonly<Record<string, string>> = {
    "company-setup": `name=${firm}`,
    "name-change": `old-name=${firm}；new-name=${firm.replace("有限公司", "科技有限公司")}`,
    "road-opening": `area=${numbers.between(5, 80)}`,
    "hygiene-renewal": `licence-number=云卫〔2022〕${numbers.between(100, 999)}；valid-until=${addDays(submitted, 60)}`,
  };
  return rowOf({
    code,
    title: `${firm}${matterOf(code).name.zh}`,
    enterprise: firm,
    ...(form[code] === undefined ? {} : { form: form[code] }),
    submitted,
    // Every third licence to drain takes longer than the law gives, with the head's approval.
    decided: later(submitted, code === "drainage-licence" && Math.floor(place / 10) % 3 === 0 ? 26 : length),
    standing: place % 17 === 5 ? "REFUSED" : place % 23 === 7 ? "WITHDRAWN" : "DONE",
    numbers,
  });
}
const OPERATING_CASES = 110;

/** A renewal that was asked for in time and that nobody decided: the rule takes it on the zone's day. */
const FORGOTTEN: Cells = {
  matter: "hygiene-renewal",
  title: "云岭人才公寓公共浴室卫生许可证延续",
  enterprise: "岚州云帆城市建设有限公司",
  form: "licence-number=云卫〔2022〕318；valid-until=2026-06-22",
  submitted: "2026-05-11",
  accepted: "2026-05-12",
};

/** Every past case of the sample, row by row. */
export function pastCaseRows(seed: number = SAMPLE_SEED): readonly Cells[] {
  const projects = sampleProjects(seed);
  return [
    ...projects.flatMap(chainOf),
    ...projects.flatMap(acceptanceOf),
    ...projects.flatMap(waitingOf),
    ...Array.from({ length: OPERATING_CASES }, (_, place) => operatingCase(place)),
    FORGOTTEN,
  ].filter(({ submitted }) => submitted !== undefined && submitted <= TODAY);
}

export function pastCaseSheet(seed: number = SAMPLE_SEED): SampleFile {
  const lines = [
    caseColumns.map(({ head }) => head.zh),
    ...pastCaseRows(seed).map((cells) => caseColumns.map(({ key }) => cells[key] ?? "")),
  ];
  return {
    name: "云岭高新区办件台账（2024年至2026年6月）.csv",
    bytes: new TextEncoder().encode(`\ufeff${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`),
  };
}
