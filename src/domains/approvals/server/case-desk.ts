import { type ExpressionBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { z } from "zod";
import type { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { DEFAULT_ALERT, nearUntil } from "#domains/approvals/rules/case-alert.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { rowsOf } from "#domains/approvals/server/view-row.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { DB } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Asked = z.output<typeof caseOperations.caseDesk.input>;
type Cases = ExpressionBuilder<DB, "approval_case">;
type Query = SelectQueryBuilder<DB, "approval_case", object>;

/** Filed and not closed: drafts are the applicant's own affair. */
const OPEN = ["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"] as const;

/** The same conditions as `alertOf`, over the due days that were stored with the last step. */
const alerts = (today: LocalDate, near: LocalDate) => {
  const runs = (of: Cases) => of.or([of("state", "<>", "SUSPENDED"), of("paused_until", "<", today)]);
  return {
    over: (of: Cases) => of.and([runs(of), of("legal_due_on", "<", today)]),
    late: (of: Cases) => of.and([runs(of), of("promised_due_on", "<", today), of("legal_due_on", ">=", today)]),
    near: (of: Cases) =>
      of.and([runs(of), of("promised_due_on", ">=", today), of("promised_due_on", "<=", near), of("legal_due_on", ">=", today)]),
  };
};

export const caseDesk: CaseHandlers["caseDesk"] = async (asked, { tx, today }) => {
  const actor = actorOf(tx);
  const calendar = await loadCalendar(tx);
  const alert = alerts(today, nearUntil(DEFAULT_ALERT, calendar, today));
  const chosen = choose(tx.selectFrom("approval_case").where("zone_id", "=", actor.zoneId), asked, actor);
  const among = (condition: (of: Cases) => ReturnType<Cases["and"]>) => (of: Cases) => of.fn.countAll<string>().filterWhere(condition(of));
  const counted = await chosen
    .where("state", "in", OPEN)
    .select((of) => [
      of.fn.countAll<string>().as("open"),
      among(alert.near)(of).as("near"),
      among(alert.late)(of).as("late"),
      among(alert.over)(of).as("over"),
      of.fn.countAll<string>().filterWhere("state", "=", "SUSPENDED").as("suspended"),
    ])
    .executeTakeFirstOrThrow();
  let query = chosen;
  if (asked.state !== undefined) query = query.where("state", "=", asked.state);
  else query = query.where("state", asked.open ? "in" : "not in", asked.open ? OPEN : ["DRAFT"]);
  const wanted = asked.alert;
  if (wanted !== undefined) query = query.where((of) => of.and([of("state", "in", OPEN), alert[wanted](of)]));
  const total = Number(await countOf(query, asked, counted));
  const offset = asked.cursor === undefined ? 0 : Math.max(0, Number.parseInt(asked.cursor, 10) || 0);
  const rows = await sorted(query, asked.sort, today).selectAll().offset(offset).limit(asked.limit).execute();
  return {
    items: await rowsOf(tx, rows, today),
    next: offset + rows.length < total ? String(offset + rows.length) : null,
    total,
    counts: {
      open: Number(counted.open),
      near: Number(counted.near),
      late: Number(counted.late),
      over: Number(counted.over),
      suspended: Number(counted.suspended),
    },
  };
};

type Counted = Readonly<Record<"open" | "near" | "late" | "over" | "suspended", string>>;

/** How many the list has: counted already, unless a state or the closed ones are asked for. */
async function countOf(query: Query, { state, open, alert }: Asked, counted: Counted): Promise<string> {
  if (state === undefined && open) return counted[alert ?? "open"];
  return (await query.select((of) => of.fn.countAll<string>().as("total")).executeTakeFirstOrThrow()).total;
}

/** Everything that narrows the desk and its counts alike. */
function choose(query: Query, { q, matterCode, stage, projectId, mine, waitsFor, reviewBy }: Asked, actor: Actor): Query {
  let chosen = query;
  if (matterCode !== undefined) chosen = chosen.where("matter_code", "=", matterCode);
  if (projectId !== undefined) chosen = chosen.where("project_id", "=", projectId);
  if (waitsFor !== undefined) chosen = chosen.where("waits_for", "=", waitsFor);
  if (reviewBy !== undefined && reviewBy !== "") chosen = chosen.where((of) => openReview(of, "review.department_name", reviewBy));
  if (stage !== undefined)
    chosen = chosen.where((of) =>
      of.exists(
        of
          .selectFrom("approval_matter as matter")
          .select("matter.code")
          .whereRef("matter.zone_id", "=", "approval_case.zone_id")
          .whereRef("matter.code", "=", "approval_case.matter_code")
          .whereRef("matter.version", "=", "approval_case.matter_version")
          .where(sql<boolean>`matter.content->>'stage' = ${stage}`),
      ),
    );
  if (q !== undefined && q !== "") {
    const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    chosen = chosen.where((of) => of.or([of("number", "ilike", like), of("title", "ilike", like), of("enterprise_name", "ilike", like)]));
  }
  return mine ? chosen.where((of) => isMine(of, actor)) : chosen;
}

/** Held by me, handled by my department's window, or waiting for my department's opinion. */
function isMine(of: Cases, { id, departmentId }: Actor) {
  const held = sql<boolean>`approval_case.holder_id::text = ${id}`;
  if (departmentId === null) return of.or([held]);
  return of.or([held, of("department_id", "=", departmentId), openReview(of, "review.department_id", departmentId)]);
}

const openReview = (of: Cases, by: "review.department_id" | "review.department_name", department: string) =>
  of.exists(
    of
      .selectFrom("approval_review as review")
      .select("review.node")
      .whereRef("review.zone_id", "=", "approval_case.zone_id")
      .whereRef("review.case_id", "=", "approval_case.id")
      .where(by, "=", department)
      .where("review.state", "=", "open"),
  );

/** By the clock: those whose clock stands still come last, for nothing falls due while it does. */
function sorted(query: Query, sort: Asked["sort"], today: LocalDate): Query {
  switch (sort) {
    case "due":
      return query
        .orderBy((of) => of.and([of("state", "=", "SUSPENDED"), of.or([of("paused_until", "is", null), of("paused_until", ">=", today)])]))
        .orderBy("promised_due_on", (order) => order.asc().nullsLast())
        .orderBy("id");
    case "number":
      return query.orderBy("number", "desc");
    case "accepted":
      return query.orderBy("accepted_on", (order) => order.desc().nullsLast()).orderBy("id");
  }
}
