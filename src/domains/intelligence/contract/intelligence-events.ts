import { z } from "zod";

/** Findings other than figures of a document were accepted or corrected: read them through `server/api.ts`. */
export const FINDINGS_ACCEPTED = "intelligence.findings-accepted";
/** A document was taken back with everything that rests on it. */
export const DOCUMENT_WITHDRAWN = "intelligence.document-withdrawn";

export const DocumentEvent = z.object({ documentId: z.uuid() });
export type DocumentEvent = z.infer<typeof DocumentEvent>;
