import { sql } from "kysely";
import { type AutomaticStep, dueSteps } from "#domains/approvals/rules/automatic-steps.ts";
import { AUTOMATIC } from "#domains/approvals/rules/case-lifecycle.ts";
import { takeIn } from "#domains/approvals/server/accept-case.ts";
import { type CaseTableRow, getCase } from "#domains/approvals/server/case-store.ts";
import { keepResult } from "#domains/approvals/server/decide-case.ts";
import { getCourse, loadCourses } from "#domains/approvals/server/load-courses.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { reckonDeferralDues } from "#domains/approvals/server/open-promises.ts";
import { resume } from "#domains/approvals/server/pause-case.ts";
import type { PromiseHandlers } from "#domains/approvals/server/promise-handlers.ts";
import { closeReview } from "#domains/approvals/server/review-case.ts";
import { AppError } from "#kernel/app-error.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

export const RUN_CLOCKS = "approvals.run-clocks";
export const clocksDaily: DailyJob = {
  kind: RUN_CLOCKS,
  title: { zh: "审批到期的自动步骤", en: "Steps of approvals due by rule" },
  at: "00:30",
};

export type StepsTaken = {
  readonly deemedAccepted: number;
  readonly resumed: number;
  readonly silentOpinions: number;
  readonly deemedRenewed: number;
  readonly lapsedDeferrals: number;
  readonly falsePromises: number;
};

export const runClocks: PromiseHandlers["runClocks"] = async (_, context) => {
  const { tx, today } = context;
  const { counts, steps } = await takeDueSteps(tx, today);
  if (steps.length > 0) context.journal({ subject: "approval-clocks", after: { asOf: today, ...counts }, items: steps });
  return { asOf: today, ...counts };
};

export const clocksJob: JobHandler = async (job) => {
  let counts: StepsTaken | undefined;
  await job.step(async (tx) => {
    const today = await businessDayOf(tx);
    const taken = await takeDueSteps(tx, today);
    counts = taken.counts;
    if (taken.steps.length > 0)
      appendToJournal(tx, {
        operation: "approvals.runClocks",
        subject: "approval-clocks",
        after: { asOf: today, ...taken.counts },
        items: taken.steps,
      });
    return { done: taken.steps.length, total: taken.steps.length };
  });
  return counts;
};

type Taken = { readonly case: string; readonly step: AutomaticStep["step"] };

/** Takes every step that is due, each by the platform and under the name of its rule. Taken twice on a day, it finds nothing more to do. */
export async function takeDueSteps(tx: Tx, today: LocalDate): Promise<{ readonly counts: StepsTaken; readonly steps: readonly Taken[] }> {
  const calendar = await loadCalendar(tx);
  const rows = await candidates(tx, today);
  const courses = await loadCourses(tx, rows);
  const taken: Taken[] = [];
  for (const row of rows) {
    let course = courses.get(row.id);
    let due = course === undefined ? [] : dueSteps(course, calendar, today);
    if (due[0]?.step === "resume" && (await takeAlone(tx, row.id, due[0], today))) {
      taken.push({ case: row.number, step: "resume" });
      course = await getCourse(tx, await getCase(tx, row.id));
      due = dueSteps(course, calendar, today);
    }
    // Of a pause without an end the due day moves on with every day.
    if (course !== undefined && due.length === 0) await reckonDeferralDues(tx, row, course, calendar, today);
    for (const step of due) if (await takeAlone(tx, row.id, step, today)) taken.push({ case: row.number, step: step.step });
  }
  const count = (step: AutomaticStep["step"]): number => taken.filter((one) => one.step === step).length;
  return {
    counts: {
      deemedAccepted: count("deemAccepted"),
      resumed: count("resume"),
      silentOpinions: count("silentOpinion"),
      deemedRenewed: count("deemRenewed"),
      lapsedDeferrals: count("lapse"),
      falsePromises: count("forfeit"),
    },
    steps: taken,
  };
}

/** Cases of which something may be due; the rule decides which. */
const candidates = (tx: Tx, today: LocalDate): Promise<CaseTableRow[]> =>
  tx
    .selectFrom("approval_case as c")
    .selectAll("c")
    .where("c.zone_id", "=", actorOf(tx).zoneId)
    .where("c.state", "in", ["SUBMITTED", "ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"])
    .where((by) =>
      by.or([
        by.and([by("c.state", "=", "SUBMITTED"), by("c.legal_due_on", "<", today)]),
        by.and([by("c.state", "=", "SUSPENDED"), by("c.paused_until", "<", today)]),
        by.exists(
          by
            .selectFrom("approval_review as r")
            .select(sql`1`.as("one"))
            .whereRef("r.zone_id", "=", "c.zone_id")
            .whereRef("r.case_id", "=", "c.id")
            .where("r.state", "=", "open")
            .where("r.due_on", "<", today),
        ),
        by.exists(
          by
            .selectFrom("approval_deferral as d")
            .select(sql`1`.as("one"))
            .whereRef("d.zone_id", "=", "c.zone_id")
            .whereRef("d.case_id", "=", "c.id")
            .where("d.state", "=", "OPEN")
            .where((of) => of.or([of("d.due_on", "<", today), of("c.state", "=", "SUSPENDED")])),
        ),
        by.exists(
          by
            .selectFrom("approval_commitment as f")
            .select(sql`1`.as("one"))
            .whereRef("f.zone_id", "=", "c.zone_id")
            .whereRef("f.case_id", "=", "c.id")
            .where("f.state", "=", "FALSE")
            .where("f.correct_by", "<", today),
        ),
        by.exists(
          by
            .selectFrom("approval_matter as m")
            .select(sql`1`.as("one"))
            .whereRef("m.zone_id", "=", "c.zone_id")
            .whereRef("m.code", "=", "c.matter_code")
            .whereRef("m.version", "=", "c.matter_version")
            .where(sql<string>`m.content ->> 'kind'`, "=", "renewal"),
        ),
      ]),
    )
    .orderBy("c.number")
    .execute();

/** One case that cannot take its step leaves the others alone. */
async function takeAlone(tx: Tx, id: string, step: AutomaticStep, today: LocalDate): Promise<boolean> {
  await sql`savepoint automatic_step`.execute(tx);
  try {
    await take(tx, await getCase(tx, id), step, today);
    await sql`release savepoint automatic_step`.execute(tx);
    return true;
  } catch (error) {
    await sql`rollback to savepoint automatic_step`.execute(tx);
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function take(tx: Tx, row: CaseTableRow, due: AutomaticStep, on: LocalDate): Promise<void> {
  const automatic = AUTOMATIC[due.step];
  switch (due.step) {
    case "deemAccepted":
      await takeIn(tx, row, "deemAccepted", { on, automatic });
      return;
    case "resume":
      await resume(tx, row, due.lastDay, { on, automatic });
      return;
    case "silentOpinion":
      await closeReview(tx, row, due.node, { state: "silent", opinion: null, on, automatic });
      return;
    case "deemRenewed":
      return renew(tx, row, due.expiresOn, { on, automatic });
    case "forfeit":
      await moveCase(tx, row, "forfeit", { on, automatic, detail: { materials: due.materials } });
      return;
    case "lapse":
      return lapse(tx, row, due.materials, { on, automatic });
  }
}

type ByRule = { readonly on: LocalDate; readonly automatic: string };

/** The licence runs on from the day after it would have expired; its document carries the number of the case. */
async function renew(tx: Tx, row: CaseTableRow, expiresOn: LocalDate, { on, automatic }: ByRule): Promise<void> {
  const { matter } = await getCourse(tx, row);
  const renewed = await moveCase(tx, row, "deemRenewed", { on, automatic, change: { decision: "granted" } });
  if (matter.result !== null)
    await keepResult(tx, renewed, matter.result, { number: row.number, datedOn: on, validFrom: addDays(expiresOn, 1), file: null });
}

/** The case ends, and what was decided under the promise is not released. */
async function lapse(tx: Tx, row: CaseTableRow, materials: readonly string[], { on, automatic }: ByRule): Promise<void> {
  await moveCase(tx, row, "lapse", { on, automatic, detail: { materials } });
  await tx
    .updateTable("approval_deferral")
    .set({ state: "LAPSED" })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .where("state", "=", "OPEN")
    .where("material_key", "in", [...materials])
    .execute();
  await tx
    .updateTable("approval_result")
    .set({ revoked_on: on, revoked_because: automatic })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .execute();
}
