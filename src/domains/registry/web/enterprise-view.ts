import type { z } from "zod";
import type { CorrectionView, EnterpriseView } from "#domains/registry/contract/enterprise-operations.ts";

/** An enterprise as its page gets it, and the rows of its parts. */
export type Enterprise = z.infer<typeof EnterpriseView>;
export type FinanceRow = Enterprise["finances"][number];
export type AskedCorrection = z.infer<typeof CorrectionView>;
