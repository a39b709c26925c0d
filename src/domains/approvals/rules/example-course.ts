import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { exampleMatter } from "#domains/approvals/rules/example-matter.ts";
import { localDate } from "#kernel/local-date.ts";

/** A draft of tests, the rest as given. */
export const exampleCourse = (given: Partial<CaseCourse> = {}): CaseCourse => ({
  matter: exampleMatter("permit"),
  state: "DRAFT",
  decision: null,
  enterprise: "云岭芯曜微电子有限公司",
  draftedOn: localDate("2026-03-02"),
  submittedOn: null,
  acceptedOn: null,
  decidedOn: null,
  deliveredOn: null,
  endedOn: null,
  form: {},
  steps: [{ move: "draft", from: null, to: "DRAFT", on: localDate("2026-03-02"), automatic: null }],
  pieces: [],
  pauses: [],
  extension: null,
  supplement: null,
  reviews: [],
  deferrals: [],
  commitments: [],
  ...given,
});
