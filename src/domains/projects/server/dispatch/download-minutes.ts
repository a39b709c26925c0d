import { MinutesContent, type MinutesState } from "#domains/projects/contract/dispatch.ts";
import { type MinutesPaper, printMinutes } from "#domains/projects/rules/minutes-paper.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { getMeeting } from "#domains/projects/server/dispatch/meeting-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Maker = { readonly mime: string; readonly make: (paper: MinutesPaper) => Promise<Uint8Array> };

/** Word and PDF bring heavy libraries, which are loaded with the first such file and not with the server. */
const makers: Readonly<Record<"docx" | "pdf", Maker>> = {
  docx: {
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (paper) => (await import("#domains/projects/server/dispatch/minutes-docx.ts")).minutesDocx(paper),
  },
  pdf: {
    mime: "application/pdf",
    make: async (paper) => (await import("#domains/projects/server/dispatch/minutes-pdf.ts")).minutesPdf(paper),
  },
};

export const downloadMinutes: DispatchHandlers["downloadMinutes"] = async (input, { tx, language: spoken }) => {
  const { meetingId, format, edition, language = spoken } = input;
  await getMeeting(tx, meetingId);
  let query = tx
    .selectFrom("dispatch_minutes")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("meeting_id", "=", meetingId)
    .orderBy("edition", "desc");
  if (edition !== undefined) query = query.where("edition", "=", edition);
  const rows = await query.execute();
  const row = rows.find(({ state }) => state === "APPROVED") ?? rows[0];
  if (row === undefined) throw new AppError("projects.no-minutes", "not-found");
  const paper = printMinutes(
    {
      content: MinutesContent.parse(row.content),
      edition: row.edition,
      state: row.state as MinutesState,
      writtenOn: row.written_on as LocalDate,
      reviewedBy: row.reviewed_by_name,
      reviewedOn: row.reviewed_on as LocalDate | null,
    },
    language,
  );
  const { mime, make } = makers[format];
  return { name: `${paper.file}.${format}`, mime, bytes: Uint8Array.from(await make(paper)) };
};
