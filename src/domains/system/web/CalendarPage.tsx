import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { CalendarNotice } from "#domains/system/contract/system-operations.ts";
import { calendarTexts } from "#domains/system/web/calendar-texts.ts";
import { DueDate } from "#domains/system/web/DueDate.tsx";
import { LoadNotice } from "#domains/system/web/LoadNotice.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const { permissions } = useViewer();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<CalendarNotice>();
  const notices = useQuery({ queryKey: ["calendar"], queryFn: () => system.listCalendarNotices({}) });
  const years = notices.data?.items.map((notice) => notice.year) ?? [];
  const columns: readonly Column<CalendarNotice>[] = [
    { key: "year", title: say(calendarTexts.year), order: (row) => row.year, cell: (row) => row.year, width: "80px" },
    { key: "source", title: say(calendarTexts.source), cell: (row) => row.source },
    {
      key: "days",
      title: say(calendarTexts.daysOff),
      cell: (row) => say(calendarTexts.count, { off: row.daysOff.length, extra: row.extraWorkdays.length }),
    },
  ];
  const add = permissions.has("system.administer") ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say(calendarTexts.add)}
    </Button>
  ) : null;
  return (
    <PageView
      title={say(calendarTexts.title)}
      state={years.length > 0 ? say(calendarTexts.state, { first: Math.min(...years), last: Math.max(...years) }) : null}
      action={add}
    >
      <DueDate />
      <Loaded query={notices}>
        {({ items }) => (
          <DataTable
            caption={say(calendarTexts.title)}
            rows={items}
            columns={columns}
            rowKey={(row) => String(row.year)}
            onOpen={setShown}
            empty={<Empty title={say(calendarTexts.empty)} hint={say(calendarTexts.emptyHint)} action={add} />}
          />
        )}
      </Loaded>
      <Drawer open={shown !== undefined} onClose={() => setShown(undefined)} title={shown?.source ?? ""}>
        <h3>{say(calendarTexts.daysOff)}</h3>
        <ul>
          {shown?.daysOff.map((one) => (
            <li key={one}>{day(one)}</li>
          ))}
        </ul>
        <h3>{say(calendarTexts.extra)}</h3>
        <ul>
          {shown?.extraWorkdays.map((one) => (
            <li key={one}>{day(one)}</li>
          ))}
        </ul>
      </Drawer>
      {adding ? <LoadNotice year={years.length > 0 ? Math.max(...years) + 1 : 2026} onClose={() => setAdding(false)} /> : null}
    </PageView>
  );
}
