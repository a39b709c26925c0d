import type { z } from "zod";
import { dispatchOperations, type MeetingView } from "#domains/projects/contract/dispatch-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import type { Language } from "#kernel/texts.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export type Meeting = z.output<typeof MeetingView>;

export const dispatch = createClient(dispatchOperations, send);

/** What a command of dispatch may change on the pages. */
export const TOUCHED = ["meeting", "meetings", "next-meeting", "resolutions", "burn-down", "workload", "issues"] as const;

export const minutesAddress = (meetingId: string, edition: number, format: "docx" | "pdf", language: Language): string =>
  callOf(dispatchOperations.downloadMinutes, { meetingId, edition, format, language }).url;

export const closingAddress = (resolutionId: string): string => callOf(dispatchOperations.downloadClosing, { resolutionId }).url;

export async function closeResolution(
  input: { readonly resolutionId: string; readonly version: number; readonly evidence: string },
  files: readonly File[],
) {
  const operation = dispatchOperations.closeResolution;
  return operation.output.parse(await sendWithFiles(callOf(operation, input), files));
}

export const projectAddress = (id: string): string => `/projects/${id}`;
