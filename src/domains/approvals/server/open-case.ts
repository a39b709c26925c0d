import { publicTimeline } from "#domains/approvals/rules/public-timeline.ts";
import { getCase } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { viewCase } from "#domains/approvals/server/view-case.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";

export const openCase: CaseHandlers["openCase"] = ({ id }, { tx, today }) => viewCase(tx, id, today);

/** The applicant's and the committee's view of what the public page shows, as of today. */
export const caseTimeline: CaseHandlers["caseTimeline"] = async ({ id }, { tx, today }) => {
  const row = await getCase(tx, id);
  return publicTimeline(row.number, await getCourse(tx, row), await loadCalendar(tx), today);
};
