export const PAPER_TONES = { DRAFT: "plain", SUBMITTED: "active", APPROVED: "done", RETURNED: "muted" } as const;
