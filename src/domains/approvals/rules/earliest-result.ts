import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** The first day that a result's document may bear: it rests on the acceptance and on the opinions, so it is not older than any of them. */
export function earliestResult({ draftedOn, acceptedOn, reviews }: Pick<CaseCourse, "draftedOn" | "acceptedOn" | "reviews">): LocalDate {
  const closed = reviews.flatMap(({ closedOn }) => closedOn ?? []);
  return [acceptedOn ?? draftedOn, ...closed].reduce((last, day) => (day > last ? day : last));
}
