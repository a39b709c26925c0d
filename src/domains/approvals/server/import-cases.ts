import type { z } from "zod";
import { approvalReasons } from "#domains/approvals/contract/approval-texts.ts";
import { caseColumns, caseTemplateNames } from "#domains/approvals/contract/case-columns.ts";
import type { CaseImportRow, caseImportOperations } from "#domains/approvals/contract/case-import.ts";
import { importTexts } from "#domains/approvals/contract/case-import-texts.ts";
import type { MatterVersion } from "#domains/approvals/contract/matter.ts";
import { moveWords } from "#domains/approvals/contract/move-words.ts";
import { type FindMatter, readCaseRow } from "#domains/approvals/rules/read-case-row.ts";
import { type Replay, replayCase } from "#domains/approvals/rules/replay-case.ts";
import { type KeptCase, keepPastCases } from "#domains/approvals/server/keep-past-cases.ts";
import { latestOf } from "#domains/approvals/server/list-matters.ts";
import { listMatterVersions } from "#domains/approvals/server/matter-store.ts";
import { projectsByWord } from "#domains/projects/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { columnsTemplate, readColumns } from "#kernel/server/read-columns.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { joined } from "#kernel/sheet-cells.ts";
import { say, type Text } from "#kernel/texts.ts";

type ImportHandlers = HandlersOf<typeof caseImportOperations, OperationContext>;
type ImportRow = z.input<typeof CaseImportRow>;

export const casesTemplate: ImportHandlers["casesTemplate"] = (_, { language }) =>
  columnsTemplate(caseColumns, caseTemplateNames, language);

/** Each row is read, replayed under the version of its matter that was in force on its day, and kept or refused alone. */
export const importCases: ImportHandlers["importCases"] = async ({ dryRun }, context) => {
  const { tx, today } = context;
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const lines = await readColumns(file, caseColumns);
  const findMatter = finderOf(await listMatterVersions(tx));
  const read = lines.map(({ row, cells }) => ({
    row,
    title: cells["title"]?.text.trim().slice(0, 160) || null,
    reading: readCaseRow(row, cells, findMatter),
  }));
  const projects = await projectsByWord(
    tx,
    read.flatMap(({ reading }) => (reading.ok && reading.past.project !== null ? [reading.past.project] : [])),
  );
  const known = await knownCases(tx);
  const calendar = await loadCalendar(tx);
  const rows: ImportRow[] = [];
  const kept: KeptCase[] = [];
  for (const { row, title, reading } of read) {
    const refused = (problem: Text): void => {
      rows.push({ row, ok: false, problem, title, number: null, state: null });
    };
    if (!reading.ok) {
      refused(joined(reading.problems));
      continue;
    }
    const { past } = reading;
    const key = keyOf(past.matter.code, past.enterprise, past.title, past.events[0]?.on ?? today);
    const twin = known.get(key);
    const project = past.project === null ? undefined : projects.get(past.project);
    const late = past.events.find(({ on }) => on > today);
    if (twin !== undefined) refused(sentence("approvals.past-known", { number: twin }));
    else if (past.project !== null && project === undefined) refused(sentence("approvals.past-project", { project: past.project }));
    else if (late !== undefined) refused(sentence("approvals.past-future", { date: late.on, today }));
    else {
      const replay = replayCase(past.matter, past, calendar);
      if (!replay.ok) refused(obstacle(replay));
      else {
        known.set(key, `${row}`);
        kept.push({ past, course: replay.course, projectId: project?.id ?? null });
        rows.push({ row, ok: true, problem: null, title: past.title, number: null, state: replay.course.state });
      }
    }
  }
  if (!dryRun && kept.length > 0) {
    const numbers = await keepPastCases(tx, kept, { calendar, today });
    let place = 0;
    for (const line of rows) if (line.ok) line.number = numbers[place++] ?? null;
    context.journal({
      subject: "case-import",
      after: { file: file.name, rows: kept.length },
      items: numbers.map((number) => ({ number })),
    });
    await context.emit("approvals.cases-imported", { count: kept.length });
  }
  return { rows, imported: dryRun ? 0 : kept.length, refused: rows.filter(({ ok }) => !ok).length };
};

/** By code or Chinese name; of a day, since a case stays on its version. */
function finderOf(versions: readonly MatterVersion[]): FindMatter {
  const byDay = new Map<LocalDate, readonly MatterVersion[]>();
  return (word, day) => {
    const inForce = byDay.get(day) ?? latestOf(versions, day);
    byDay.set(day, inForce);
    const found = inForce.find(({ code, matter }) => code === word || matter.name.zh === word);
    return found === undefined ? undefined : { matter: found.matter, version: found.version };
  };
}

const keyOf = (matter: string, enterprise: string, title: string, day: string): string => [matter, enterprise, title, day].join("\n");

/** What stands here already, so that a file that is sent twice brings nothing twice. */
async function knownCases(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("approval_case")
    .select(["number", "matter_code", "enterprise_name", "title", "submitted_on"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("submitted_on", "is not", null)
    .execute();
  return new Map(rows.map((row) => [keyOf(row.matter_code, row.enterprise_name, row.title, row.submitted_on ?? ""), row.number]));
}

const sentence = (code: keyof typeof importTexts, params: Readonly<Record<string, string>>): Text => ({
  zh: say(importTexts[code], "zh", params),
  en: say(importTexts[code], "en", params),
});

/** Which move of the past could not have happened, and why. */
function obstacle({ move, on, because }: Extract<Replay, { ok: false }>): Text {
  const colon = because.indexOf(":");
  const code = colon < 0 ? because : because.slice(0, colon);
  const name = colon < 0 ? "" : because.slice(colon + 1);
  const reasons: Readonly<Record<string, Text>> = approvalReasons;
  const reason = reasons[because] ?? reasons[code] ?? { zh: because, en: because };
  const words = moveWords[move === "opinion" ? "giveOpinion" : move === "resume" ? "resumeReviewing" : move] ?? { zh: move, en: move };
  return sentence("approvals.past-move", {
    on,
    move: words.zh,
    moveEn: words.en,
    because: `${say(reason, "zh", { name })}。`,
    becauseEn: `${say(reason, "en", { name })}.`,
  });
}
