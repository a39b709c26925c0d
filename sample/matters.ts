import type { Matter } from "#domains/approvals/contract/matter.ts";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { constructionMatters, fasterMatters } from "./construction-matters.ts";
import { enterpriseMatters } from "./enterprise-matters.ts";

/** The matters of the sample zone, as first issued; and those that were issued anew with a shorter promise. */
export const SAMPLE_MATTERS: readonly Matter[] = [...constructionMatters, ...enterpriseMatters];
export const SAMPLE_MATTERS_2026: readonly Matter[] = fasterMatters;
export type SamplePackage = PackageDefinition;
