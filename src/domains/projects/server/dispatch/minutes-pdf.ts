import type { MinutesPaper } from "#domains/projects/rules/minutes-paper.ts";
import { MINUTES_TEMPLATE } from "#domains/projects/server/dispatch/minutes-typst.ts";
import { setPdf } from "#kernel/server/documents/set-pdf.ts";

export const minutesPdf = async (paper: MinutesPaper): Promise<Uint8Array> => setPdf(MINUTES_TEMPLATE, paper);
