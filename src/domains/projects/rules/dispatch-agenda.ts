import type { Colour, ColourReason } from "#domains/projects/contract/colour.ts";
import {
  type AgendaChange,
  AgendaSource,
  ISSUE_LEVELS,
  issueLevelWords,
  type PersonRef,
  type ProjectRef,
  type Sentence,
} from "#domains/projects/contract/dispatch.ts";
import { type Milestone, milestoneWords } from "#domains/projects/contract/project.ts";
import type { IssueLevel } from "#domains/projects/contract/task-force-operations.ts";
import { compare, type Decimal } from "#kernel/decimal.ts";
import { addDays, daysBetween, type LocalDate, sayDate } from "#kernel/local-date.ts";

/** A project as the meeting sees it on the day. */
export type AgendaProject = {
  readonly project: ProjectRef;
  readonly owner: PersonRef | null;
  readonly colour: Colour | null;
  readonly reasons: readonly ColourReason[];
  /** Since when it has this colour; null where that is not recorded. */
  readonly since: LocalDate | null;
  /** Yellow at the end of last month as well. */
  readonly secondYellow: boolean;
  readonly plannedTotalYuan: Decimal;
  /** What is planned and not reached. */
  readonly milestones: readonly { readonly kind: Milestone; readonly plannedOn: LocalDate }[];
};

export type AgendaInput = {
  readonly asOf: LocalDate;
  readonly heldOn: LocalDate;
  readonly projects: readonly AgendaProject[];
  readonly issues: readonly {
    readonly id: string;
    readonly project: ProjectRef;
    readonly owner: PersonRef;
    readonly title: string;
    readonly level: IssueLevel;
    readonly openedOn: LocalDate;
    readonly dueOn: LocalDate;
    readonly stuckWorkdays: number;
  }[];
  readonly resolutions: readonly {
    readonly id: string;
    readonly code: string;
    readonly project: ProjectRef | null;
    readonly owner: PersonRef;
    readonly text: string;
    readonly dueOn: LocalDate;
    readonly extensions: number;
  }[];
  readonly supervision: readonly {
    readonly id: string;
    readonly projectId: string;
    readonly number: string | null;
    /** What is awaited: that it is issued, or that it is answered. */
    readonly awaited: "issue" | "reply";
    readonly by: LocalDate;
  }[];
  readonly dateRequests: readonly {
    readonly id: string;
    readonly projectId: string;
    readonly kind: Milestone;
    readonly from: LocalDate | null;
    readonly to: LocalDate;
    readonly requestedOn: LocalDate;
    readonly requestedBy: string;
  }[];
  /** What the meeting before put off and nothing brings back by itself. */
  readonly deferred: readonly {
    readonly key: string;
    readonly title: string;
    readonly project: ProjectRef | null;
    readonly owner: PersonRef | null;
    readonly reason: string;
  }[];
};

export type AgendaDraft = {
  /** The same cause has the same key on every day, so that what a person said of it stays with it. */
  readonly key: string;
  readonly source: AgendaSource;
  readonly sourceId: string | null;
  readonly project: ProjectRef | null;
  readonly owner: PersonRef | null;
  readonly title: string;
  readonly reason: Sentence;
  readonly also: readonly { readonly source: AgendaSource; readonly reason: Sentence }[];
};

/** Milestones come before the meeting while there is still time to do something. Our default. */
export const MILESTONE_DAYS = 14;

/** After how many working days an open issue comes before the meeting, by where it lies; overdue it always does. Our default. */
export const STUCK_WORKDAYS: Readonly<Record<IssueLevel, number>> = { leadership: 0, department: 5, "task-force": 10 };

/** Why the items stand in this order. */
export const AGENDA_ORDER: Readonly<Record<AgendaSource, Sentence>> = {
  red: {
    zh: "红灯项目先议，红得越久越靠前，同日的投资额大的在前",
    en: "red projects first, the longest red before the rest, then the larger",
  },
  "second-yellow": { zh: "连续两个月黄灯，按红灯处置", en: "yellow for two months running is handled as red" },
  issue: {
    zh: "卡点问题：先领导层、再部门、再专班，同级的卡得越久越靠前",
    en: "stuck issues: leadership, department, task force; the oldest first",
  },
  resolution: {
    zh: "以前会议的议定事项到期未办结，逾期越久越靠前",
    en: "resolutions of former meetings that are due, the most overdue first",
  },
  supervision: {
    zh: "督办单到期未签发或未回复，逾期越久越靠前",
    en: "supervision letters not issued or answered in time, the most overdue first",
  },
  deferred: { zh: "上次会议缓议的事", en: "what the last meeting put off" },
  added: { zh: "会前临时提交的事", en: "what was added by hand" },
  yellow: { zh: "黄灯项目，黄得越久越靠前", en: "yellow projects, the longest yellow first" },
  "date-request": { zh: "等待审定的改期申请，先申请的在前", en: "requests for other dates, the earliest first" },
  milestone: {
    zh: `会后${MILESTONE_DAYS}天内到期的节点，先到期的在前`,
    en: `milestones due within ${MILESTONE_DAYS} days, the earliest first`,
  },
};

const zhDay = (day: LocalDate): string => sayDate(day, "zh");
const enDay = (day: LocalDate): string => sayDate(day, "en");

type Compare<One> = (one: One, other: One) => number;
const byDay = (one: LocalDate | null, other: LocalDate | null): number =>
  one === other ? 0 : one === null ? 1 : other === null || one < other ? -1 : 1;
const longestThenLargest: Compare<AgendaProject> = (one, other) =>
  byDay(one.since, other.since) || compare(other.plannedTotalYuan, one.plannedTotalYuan);

/**
 * The agenda of a meeting, made from what is known on a day. A project stands on it once: what else concerns it is taken along under its
 * weightiest cause. Issues and resolutions have owners of their own and stand alone.
 */
export function composeAgenda(input: AgendaInput): readonly AgendaDraft[] {
  const drafts = AgendaSource.options.flatMap((source) => MAKERS[source](input));
  const byProject = new Map<string, AgendaDraft & { also: { source: AgendaSource; reason: Sentence }[] }>();
  const agenda: AgendaDraft[] = [];
  for (const draft of drafts) {
    const standsAlone = draft.source === "issue" || draft.source === "resolution" || draft.source === "deferred";
    const there = standsAlone || draft.project === null ? undefined : byProject.get(draft.project.id);
    if (there !== undefined) {
      // Makers give the most pressing first; a second letter of the same project says nothing new.
      const said = draft.source !== "milestone" && [there, ...there.also].some((one) => one.source === draft.source);
      if (!said) there.also.push({ source: draft.source, reason: draft.reason });
    } else {
      const item = { ...draft, also: [...draft.also] };
      agenda.push(item);
      if (!standsAlone && draft.project !== null) byProject.set(draft.project.id, item);
    }
  }
  return agenda;
}

type Maker = (input: AgendaInput) => readonly AgendaDraft[];

const MAKERS: Readonly<Record<AgendaSource, Maker>> = {
  red: ({ projects }) => coloured("red", projects, (one) => one.colour === "red"),
  "second-yellow": ({ projects }) => coloured("second-yellow", projects, (one) => one.colour === "yellow" && one.secondYellow),
  yellow: ({ projects }) => coloured("yellow", projects, (one) => one.colour === "yellow" && !one.secondYellow),
  issue: issueItems,
  resolution: resolutionItems,
  supervision: supervisionItems,
  deferred: ({ deferred }) =>
    deferred.map(({ key, title, project, owner, reason }) => ({
      ...plain("deferred", key, null, project, owner, title),
      reason: { zh: `上次会议缓议：${reason}`, en: `put off at the last meeting: ${reason}` },
    })),
  // What a person adds is kept with the meeting, not made here.
  added: () => [],
  "date-request": dateRequestItems,
  milestone: milestoneItems,
};

const plain = (
  source: AgendaSource,
  key: string,
  sourceId: string | null,
  project: ProjectRef | null,
  owner: PersonRef | null,
  title: string,
) => ({ key, source, sourceId, project, owner, title, also: [] });

const LAMP = {
  red: { zh: "红灯", en: "red" },
  "second-yellow": { zh: "连续两个月黄灯", en: "yellow for two months running" },
  yellow: { zh: "黄灯", en: "yellow" },
} as const;

function coloured(source: keyof typeof LAMP, projects: readonly AgendaProject[], which: (one: AgendaProject) => boolean) {
  return projects
    .filter(which)
    .toSorted(longestThenLargest)
    .map((one): AgendaDraft => {
      // Colours of a lesser kind do not make it red; they are said on the project's own page.
      const worst = one.reasons.filter((reason) => reason.colour === one.colour);
      const zh = worst.map((reason) => reason.zh).join("；");
      const en = worst.map((reason) => reason.en).join("; ");
      const since = one.since === null ? { zh: "", en: "" } : { zh: `（自${zhDay(one.since)}起）`, en: ` (since ${enDay(one.since)})` };
      return {
        ...plain(source, `colour:${one.project.id}`, one.project.id, one.project, one.owner, one.project.name),
        reason: { zh: `${LAMP[source].zh}${since.zh}：${zh}`, en: `${LAMP[source].en}${since.en}: ${en}` },
      };
    });
}

function issueItems({ issues, asOf }: AgendaInput): readonly AgendaDraft[] {
  return issues
    .filter((issue) => issue.stuckWorkdays >= STUCK_WORKDAYS[issue.level] || issue.dueOn < asOf)
    .toSorted((one, other) => ISSUE_LEVELS.indexOf(other.level) - ISSUE_LEVELS.indexOf(one.level) || byDay(one.openedOn, other.openedOn))
    .map((issue) => {
      const late = daysBetween(issue.dueOn, asOf);
      const level = issueLevelWords[issue.level];
      return {
        ...plain("issue", `issue:${issue.id}`, issue.id, issue.project, issue.owner, issue.title),
        reason: {
          zh: `卡在${level.zh}，已${issue.stuckWorkdays}个工作日${late > 0 ? `，超过解决期限${late}天` : ""}`,
          en: `stuck with the ${level.en.toLowerCase()} for ${issue.stuckWorkdays} working days${late > 0 ? `, ${late} days past its date` : ""}`,
        },
      };
    });
}

/** Due by the day of the meeting: it comes again by itself, until it is closed. */
function resolutionItems({ resolutions, asOf, heldOn }: AgendaInput): readonly AgendaDraft[] {
  return resolutions
    .filter(({ dueOn }) => dueOn < asOf || dueOn < heldOn)
    .toSorted((one, other) => byDay(one.dueOn, other.dueOn))
    .map((one) => {
      const late = daysBetween(one.dueOn, asOf);
      const again =
        one.extensions === 0 ? { zh: "", en: "" } : { zh: `，延期${one.extensions}次`, en: `, extended ${one.extensions} times` };
      return {
        ...plain("resolution", `resolution:${one.id}`, one.id, one.project, one.owner, `${one.code} ${one.text}`),
        reason:
          late > 0
            ? {
                zh: `应于${zhDay(one.dueOn)}办结，已逾期${late}天${again.zh}`,
                en: `due on ${enDay(one.dueOn)}, ${late} days overdue${again.en}`,
              }
            : {
                zh: `${zhDay(one.dueOn)}会前到期，尚未办结${again.zh}`,
                en: `due before the meeting, on ${enDay(one.dueOn)}, still open${again.en}`,
              },
      };
    });
}

const found = (projects: readonly AgendaProject[], id: string) => projects.find(({ project }) => project.id === id);

function supervisionItems({ supervision, projects, asOf }: AgendaInput): readonly AgendaDraft[] {
  return supervision
    .filter(({ by }) => by < asOf)
    .toSorted((one, other) => byDay(one.by, other.by))
    .flatMap((letter) => {
      const one = found(projects, letter.projectId);
      if (one === undefined) return [];
      const late = daysBetween(letter.by, asOf);
      const name = letter.number ?? "";
      return [
        {
          ...plain("supervision", `supervision:${letter.id}`, letter.id, one.project, one.owner, one.project.name),
          reason:
            letter.awaited === "issue"
              ? {
                  zh: `督办单应于${zhDay(letter.by)}签发，已逾期${late}天`,
                  en: `the supervision letter was to be issued by ${enDay(letter.by)}, ${late} days ago`,
                }
              : {
                  zh: `${name === "" ? "督办" : name}应于${zhDay(letter.by)}回复，已逾期${late}天`,
                  en: `an answer to ${name === "" ? "supervision" : name} was due on ${enDay(letter.by)}, ${late} days ago`,
                },
        },
      ];
    });
}

function dateRequestItems({ dateRequests, projects }: AgendaInput): readonly AgendaDraft[] {
  return dateRequests
    .toSorted((one, other) => byDay(one.requestedOn, other.requestedOn))
    .flatMap((request) => {
      const one = found(projects, request.projectId);
      if (one === undefined) return [];
      const word = milestoneWords[request.kind];
      return [
        {
          ...plain("date-request", `date-request:${request.id}`, request.id, one.project, one.owner, one.project.name),
          reason: {
            zh: `${request.requestedBy}于${zhDay(request.requestedOn)}申请把${word.zh}由${request.from === null ? "未定" : zhDay(request.from)}改为${zhDay(request.to)}，待审定`,
            en: `${request.requestedBy} asked on ${enDay(request.requestedOn)} to move ${word.en} from ${request.from === null ? "no date" : enDay(request.from)} to ${enDay(request.to)}`,
          },
        },
      ];
    });
}

/** From the day on which it is looked at until two weeks after the meeting; what is overdue already shows in the colour. */
function milestoneItems({ projects, asOf, heldOn }: AgendaInput): readonly AgendaDraft[] {
  const until = addDays(heldOn, MILESTONE_DAYS);
  return projects
    .flatMap((one) => one.milestones.map((milestone) => ({ ...milestone, one })))
    .filter(({ plannedOn }) => plannedOn >= asOf && plannedOn <= until)
    .toSorted((left, right) => byDay(left.plannedOn, right.plannedOn))
    .map(({ kind, plannedOn, one }) => ({
      ...plain("milestone", `milestone:${one.project.id}:${kind}`, one.project.id, one.project, one.owner, one.project.name),
      reason: {
        zh: `计划于${zhDay(plannedOn)}${milestoneWords[kind].zh}`,
        en: `${milestoneWords[kind].en} is planned for ${enDay(plannedOn)}`,
      },
    }));
}

/** What a person did to the agenda; of one item the last word counts. */
export type AgendaEdit = {
  readonly key: string;
  readonly change: AgendaChange | "add";
  readonly title: string | null;
  readonly project: ProjectRef | null;
  readonly owner: PersonRef | null;
  readonly reason: string;
  readonly by: string;
};

export type EditedItem = AgendaDraft & {
  readonly change: AgendaChange;
  readonly changeReason: string | null;
  readonly changedBy: string | null;
};

/** The agenda with what people added, put off and left out. Nothing disappears: what is left out stays in its place and says why. */
export function editAgenda(drafts: readonly AgendaDraft[], edits: readonly AgendaEdit[]): readonly EditedItem[] {
  const added = edits.flatMap((edit): AgendaDraft[] =>
    edit.change !== "add" || edit.title === null
      ? []
      : [
          {
            ...plain("added", edit.key, null, edit.project, edit.owner, edit.title),
            reason: { zh: `${edit.by}提交：${edit.reason}`, en: `added by ${edit.by}: ${edit.reason}` },
          },
        ],
  );
  const rank = (item: AgendaDraft) => AgendaSource.options.indexOf(item.source);
  return [...drafts, ...added]
    .toSorted((one, other) => rank(one) - rank(other))
    .map((item) => {
      const said = edits.findLast((edit) => edit.key === item.key && edit.change !== "add");
      const change = said === undefined || said.change === "add" ? "keep" : said.change;
      return { ...item, change, changeReason: said?.reason ?? null, changedBy: said?.by ?? null };
    });
}
