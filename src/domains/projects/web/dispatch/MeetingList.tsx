import { useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { meetingStateWords } from "#domains/projects/contract/dispatch.ts";
import type { MeetingRow } from "#domains/projects/contract/dispatch-operations.ts";
import { dispatch } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { MeetingStateChip } from "#domains/projects/web/dispatch/MeetingStateChip.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";

type Row = z.output<typeof MeetingRow>;

export function MeetingList() {
  const { say } = useWords();
  const { day } = useTimes();
  const navigate = useNavigate();
  const meetings = usePages(["meetings"], (cursor) => dispatch.listMeetings({ cursor, limit: 50 }));
  const columns: readonly Column<Row>[] = [
    {
      key: "meeting",
      title: say(dispatchTexts.meetings),
      short: true,
      order: (row) => row.heldOn,
      cell: (row) => (
        <AppLink to={`/dispatch/${row.id}`}>{say(dispatchTexts.meetingTitle, { year: row.year, number: row.number })}</AppLink>
      ),
    },
    { key: "day", title: say(dispatchTexts.day), short: true, order: (row) => row.heldOn, cell: (row) => day(row.heldOn) },
    { key: "chair", title: say(dispatchTexts.chair), wideOnly: true, cell: (row) => row.chair.name },
    { key: "place", title: say(dispatchTexts.place), wideOnly: true, cell: (row) => row.place },
    {
      key: "state",
      title: say(dispatchTexts.state),
      short: true,
      order: (row) => say(meetingStateWords[row.state]),
      cell: (row) => <MeetingStateChip state={row.state} />,
    },
    { key: "items", title: say(dispatchTexts.items), figure: true, cell: (row) => (row.state === "PLANNED" ? "–" : row.items) },
    {
      key: "resolutions",
      title: say(dispatchTexts.resolutions),
      figure: true,
      cell: (row) => (row.resolutions === 0 ? "–" : say(dispatchTexts.openOf, { open: row.openResolutions, all: row.resolutions })),
    },
    {
      key: "present",
      title: say(dispatchTexts.present),
      figure: true,
      cell: (row) => (row.state === "PLANNED" ? "–" : say(dispatchTexts.presentOf, row)),
    },
  ];
  return (
    <Loaded query={meetings}>
      {(rows) => (
        <DataTable
          caption={say(dispatchTexts.title)}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate({ to: `/dispatch/${row.id}` as never })}
          total={meetings.total}
          more={meetings.more}
          empty={<Empty title={say(dispatchTexts.noMeetings)} hint={say(dispatchTexts.noMeetingsHint)} />}
        />
      )}
    </Loaded>
  );
}
