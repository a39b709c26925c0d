import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import type { CaseLanes, Lane, Piece } from "#domains/approvals/web/case-lanes.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { sayPiece } from "#domains/approvals/web/say-piece.ts";
import { type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

type Row = { readonly key: string; readonly lane: Lane; readonly piece: Piece | undefined };

/** The picture in words: each piece with its days, and the working days that it took. */
export function TimelineTable({ lanes, calendar }: { readonly lanes: CaseLanes; readonly calendar: WorkCalendar | undefined }) {
  const { say, language } = useWords();
  const rows: readonly Row[] = lanes.lanes.flatMap((lane): readonly Row[] =>
    lane.pieces.length === 0
      ? [{ key: lane.key, lane, piece: undefined }]
      : lane.pieces.map((piece) => ({ key: `${lane.key} ${piece.key}`, lane, piece })),
  );
  return (
    <DataTable
      caption={say(caseTexts.timeline)}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: "lane", title: say(caseTexts.lane), cell: ({ lane }) => lane.name?.[language] ?? say(caseTexts.laneCase) },
        { key: "department", title: say(caseTexts.department), short: true, cell: ({ lane }) => lane.department },
        {
          key: "what",
          title: say(caseTexts.materialState),
          cell: ({ lane, piece }) => {
            if (piece) return sayPiece(piece, say);
            if (lane.waitsFor.length === 0) return say(caseTexts.notOpen);
            return say(caseTexts.waitingFor, { names: lane.waitsFor.map((waited) => waited[language]) });
          },
        },
        { key: "from", title: say(caseTexts.from), short: true, cell: ({ piece }) => piece?.from ?? "–" },
        {
          key: "to",
          title: say(caseTexts.to),
          short: true,
          cell: ({ piece }) => (piece ? (piece.lasts ? say(caseTexts.lasts) : piece.to) : "–"),
        },
        {
          key: "workdays",
          title: say(caseTexts.workdayAxis),
          figure: true,
          cell: ({ piece }) => (piece && calendar ? workdaysBetween(calendar, piece.from, piece.to).count : "–"),
        },
        {
          key: "due",
          title: say(caseTexts.due),
          short: true,
          cell: ({ lane }) =>
            lane.due ? (
              <>
                {lane.due.day} {lane.due.provisional ? <Provisional /> : null}
              </>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
