import { approvalSteps } from "./approval-steps.ts";
import { cardSteps, draftSteps } from "./card-steps.ts";
import { chainSteps } from "./chain-steps.ts";
import { conflictSteps } from "./conflict-steps.ts";
import { courseSteps } from "./course-steps.ts";
import { diligenceSteps } from "./diligence-steps.ts";
import { dispatchSteps } from "./dispatch-steps.ts";
import { decidedDocumentSteps, waitingDocumentSteps } from "./document-steps.ts";
import { leadSteps } from "./lead-steps.ts";
import { projectSteps } from "./project-steps.ts";
import { registrySteps } from "./registry-steps.ts";
import { sampleSpreadsheet } from "./spreadsheets.ts";
import type { SampleStep } from "./step.ts";
import { targetSteps } from "./target-steps.ts";

export type { SampleStep, SampleUser, SampleWorld } from "./step.ts";

const importSteps: readonly SampleStep[] = ([2024, 2025, 2026] as const).map((year) => ({
  name: `导入${year}年指标`,
  as: "statistics",
  operation: "economy.importFacts",
  input: async () => ({}),
  files: async () => [sampleSpreadsheet(year)],
}));

/**
 * How the sample zone came to be what it is: real commands of its real users, one after the other.
 * A step's place is its name for idempotency: new steps go to the end of their group only before a release.
 */
export const SAMPLE_PLAN: readonly SampleStep[] = [
  ...importSteps,
  ...decidedDocumentSteps,
  ...cardSteps,
  ...waitingDocumentSteps,
  ...draftSteps,
  ...projectSteps,
  ...dispatchSteps,
  ...courseSteps,
  ...conflictSteps,
  ...approvalSteps,
  ...registrySteps,
  ...chainSteps,
  ...leadSteps,
  ...targetSteps,
  ...diligenceSteps,
];
