import type { DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";

/** It will change by itself, so the page asks again. */
export const isBeingRead = (document: Pick<DocumentRow, "state">): boolean => document.state === "received" || document.state === "reading";
