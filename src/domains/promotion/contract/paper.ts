import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

/** A paper of a lead that one person writes and a second approves: the risk memo, the tailored plan. A returned edition is followed by another. */
export const PaperState = z.enum(["DRAFT", "SUBMITTED", "APPROVED", "RETURNED"]);
export type PaperState = z.infer<typeof PaperState>;

export const paperStateWords: Readonly<Record<PaperState, Text>> = {
  DRAFT: { zh: "起草中", en: "Draft" },
  SUBMITTED: { zh: "待复核", en: "Awaiting review" },
  APPROVED: { zh: "已通过", en: "Approved" },
  RETURNED: { zh: "已退回", en: "Returned" },
};
