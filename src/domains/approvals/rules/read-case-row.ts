import { caseColumns } from "#domains/approvals/contract/case-columns.ts";
import type { Matter, MatterField } from "#domains/approvals/contract/matter.ts";
import type { Answers } from "#domains/approvals/rules/case-course.ts";
import type { PastEvent } from "#domains/approvals/rules/replay-case.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { RowReader, readDay, type SheetCells, upTo } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type CaseRowReading = { readonly ok: true; readonly past: PastRow } | { readonly ok: false; readonly problems: readonly Text[] };

export type PastRow = {
  readonly title: string;
  readonly enterprise: string;
  readonly uscc: string | null;
  readonly project: string | null;
  readonly matter: Matter;
  readonly matterVersion: number;
  readonly form: Answers;
  readonly events: readonly PastEvent[];
  readonly items: readonly string[];
  readonly reason: string;
  readonly extensionReason: string;
  readonly number: string | null;
  readonly how: "counter" | "post" | "electronic";
};

/** The matter of that code or name as it was in force on a day. */
export type FindMatter = (word: string, day: LocalDate) => { readonly matter: Matter; readonly version: number } | undefined;

const SEPARATOR = /[;；]/;
const OPINION = /^(.{1,60})=(同意|不同意|逾期|agreed|objected|silent)@(.{8,12})$/;
const PAUSE = /^(.{1,40})@([^/#]{8,12})\/([^/#]{0,12})#(.{1,120})$/;
const DECISIONS = { 准予: "granted", granted: "granted", 不予: "refused", refused: "refused" } as const;
const HOWS = { 窗口: "counter", counter: "counter", 邮寄: "post", post: "post", 电子: "electronic", electronic: "electronic" } as const;
const ENDINGS = {
  撤回: "withdraw",
  withdrawn: "withdraw",
  终止: "terminate",
  terminated: "terminate",
  不予受理: "refuseToAccept",
  "refused to accept": "refuseToAccept",
} as const;
const OUTCOMES = {
  同意: "agreed",
  agreed: "agreed",
  不同意: "objected",
  objected: "objected",
  逾期: "silent",
  silent: "silent",
} as const;

const wordOf =
  <Value extends string>(table: Readonly<Record<string, Value>>) =>
  (found: string): Value | undefined =>
    Object.hasOwn(table, found.toLowerCase()) ? table[found.toLowerCase()] : undefined;

/** Reads one row into the events of its case; every bad cell becomes one sentence. Whether they could have happened so is for the replay. */
export function readCaseRow(row: number, cells: SheetCells, findMatter: FindMatter): CaseRowReading {
  const reader = new RowReader(row, cells, caseColumns);
  const submitted = reader.read("submitted", readDay);
  const found = reader.read("matter", (word) => (submitted === undefined ? undefined : findMatter(word, submitted)));
  const title = reader.read("title", (word) => (word.length >= 2 && word.length <= 160 ? word : undefined));
  const enterprise = reader.read("enterprise", (word) => (word.length >= 2 && word.length <= 120 ? word : undefined));
  const uscc = reader.read("uscc", (word) => (isUscc(normaliseUscc(word)) ? normaliseUscc(word) : undefined));
  const project = reader.read("project", upTo(160));
  const form = reader.read("form", (word) => (found === undefined ? {} : readForm(word, found.matter.form)));
  const noticed = reader.read("noticed", readDay);
  const items = reader.read("items", upTo(300));
  const answered = reader.read("answered", readDay);
  const accepted = reader.read("accepted", readDay);
  const reviewed = reader.read("reviewed", readDay);
  const opinions = reader.read("opinions", (word) => (found === undefined ? [] : readOpinions(word, found.matter)));
  const pauses = reader.read("pauses", readPauses);
  const extended = reader.read("extended", readDay);
  const extensionReason = reader.read("extension-reason", upTo(300));
  const decided = reader.read("decided", readDay);
  const decision = reader.read("decision", wordOf(DECISIONS));
  const reason = reader.read("reason", upTo(300));
  const number = reader.read("number", upTo(80));
  const delivered = reader.read("delivered", readDay);
  const how = reader.read("how", wordOf(HOWS));
  const ended = reader.read("ended", readDay);
  const ending = reader.read("ending", wordOf(ENDINGS));
  if (decided !== undefined) reader.demand("decision");
  if (decision !== undefined) reader.demand("decided");
  if (decision === "granted" && found !== undefined && found.matter.result !== null) reader.demand("number");
  if (ending !== undefined) reader.demand("ended");
  if (reader.problems.length > 0 || submitted === undefined || found === undefined || title === undefined || enterprise === undefined)
    return { ok: false, problems: reader.problems };
  const notice = items === undefined ? [] : items.split(SEPARATOR).map((item) => item.trim());
  const events: PastEvent[] = [
    { move: "submit", on: submitted },
    ...(noticed === undefined ? [] : [{ move: "noticeSupplement" as const, on: noticed, items: notice }]),
    ...(answered === undefined ? [] : [{ move: "answerSupplement" as const, on: answered }]),
    ...(accepted === undefined ? [] : [{ move: "accept" as const, on: accepted }]),
    ...inOrder([
      ...(reviewed === undefined ? [] : [{ move: "startReview" as const, on: reviewed }]),
      ...(opinions ?? []),
      ...(pauses ?? []),
      ...(extended === undefined ? [] : [{ move: "extend" as const, on: extended }]),
    ]),
    ...(decided === undefined || decision === undefined ? [] : [{ move: "decide" as const, on: decided, decision }]),
    ...(delivered === undefined ? [] : [{ move: "deliver" as const, on: delivered }]),
    ...(ended === undefined ? [] : [{ move: ending ?? "terminate", on: ended }]),
  ];
  return {
    ok: true,
    past: {
      title,
      enterprise,
      uscc: uscc ?? null,
      project: project ?? null,
      matter: found.matter,
      matterVersion: found.version,
      form: form ?? {},
      events,
      items: notice,
      reason: reason ?? "",
      extensionReason: extensionReason ?? "",
      number: number ?? null,
      how: how ?? "counter",
    },
  };
}

/** By day; on one day in the order in which they stand. */
const inOrder = (events: readonly PastEvent[]): readonly PastEvent[] =>
  events.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

function readForm(word: string, fields: readonly MatterField[]): Answers | undefined {
  const answers: Record<string, string | boolean | number> = {};
  for (const part of word.split(SEPARATOR).map((one) => one.trim())) {
    if (part === "") continue;
    const [key = "", ...rest] = part.split("=");
    const value = rest.join("=").trim();
    const field = fields.find((one) => one.key === key.trim() || one.label.zh === key.trim());
    if (field === undefined || value === "") return undefined;
    const yes = /^(是|yes|true)$/i.test(value);
    if (field.kind === "boolean" && !yes && !/^(否|no|false)$/i.test(value)) return undefined;
    answers[field.key] = field.kind === "boolean" ? yes : field.kind === "number" ? Number(value) : value;
    if (Number.isNaN(answers[field.key])) return undefined;
  }
  return answers;
}

function readOpinions(word: string, { reviews }: Matter): readonly PastEvent[] | undefined {
  const events: PastEvent[] = [];
  for (const part of word.split(SEPARATOR).map((one) => one.trim())) {
    if (part === "") continue;
    const [, name = "", outcome = "", day = ""] = OPINION.exec(part) ?? [];
    const node = reviews.find(({ key, name: words }) => key === name || words.zh === name);
    const state = wordOf(OUTCOMES)(outcome);
    const on = readDay(day);
    if (node === undefined || state === undefined || on === undefined) return undefined;
    events.push({ move: "opinion", node: node.key, state, on });
  }
  return events;
}

/** A pause that ended is followed by the clock running again on the day after. */
function readPauses(word: string): readonly PastEvent[] | undefined {
  const events: PastEvent[] = [];
  for (const part of word.split(SEPARATOR).map((one) => one.trim())) {
    if (part === "") continue;
    const [, reason = "", first = "", last = "", notice = ""] = PAUSE.exec(part) ?? [];
    const from = readDay(first);
    const to = last.trim() === "" ? null : readDay(last);
    if (reason === "" || from === undefined || to === undefined) return undefined;
    // One that ends before it begins is said by the replay as what it is.
    const backwards = to !== null && to < from;
    events.push({ move: "pause", on: from, reason: reason.trim(), notice: notice.trim(), to: backwards ? to : null });
    if (to !== null && !backwards) events.push({ move: "resume", on: to, lastDay: to });
  }
  return events;
}
