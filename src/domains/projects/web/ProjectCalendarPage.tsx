import "#domains/projects/web/calendar.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type CalendarEntry, EntryKind } from "#domains/projects/contract/course-operations.ts";
import { AddCalendarItem } from "#domains/projects/web/AddCalendarItem.tsx";
import { findMonth, nextMonth, previousMonth, weeksOf } from "#domains/projects/web/calendar-month.ts";
import { calendarTexts, entryWords } from "#domains/projects/web/course-texts.ts";
import { DayList } from "#domains/projects/web/DayList.tsx";
import { FeedDrawer } from "#domains/projects/web/FeedDrawer.tsx";
import { LeftOverList } from "#domains/projects/web/LeftOverList.tsx";
import { MonthGrid } from "#domains/projects/web/MonthGrid.tsx";
import { course } from "#domains/projects/web/projects-client.ts";
import { RollTask } from "#domains/projects/web/RollTask.tsx";
import { findLocalDate, type LocalDate, localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

export function Page() {
  const { say } = useWords();
  const viewer = useViewer();
  const [address, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const [subscribing, setSubscribing] = useState(false);
  const [rolling, setRolling] = useState<CalendarEntry>();
  const today = localDate(viewer.today);
  const asked = findLocalDate(address["day"] ?? "");
  const month = findMonth(address["month"]) ?? (asked ?? today).slice(0, 7);
  const chosen: LocalDate = asked?.startsWith(month) ? asked : today.startsWith(month) ? today : localDate(`${month}-01`);
  const mine = address["mine"] === "1";
  const kind = EntryKind.safeParse(address["kind"]).data;
  const { from, to } = weeksOf(month);
  const calendar = useQuery({
    queryKey: ["project-calendar", from, to, mine],
    queryFn: () => course.calendar({ from, to, mine }),
    placeholderData: keepPreviousData,
  });
  const show = (day: LocalDate) =>
    change({ day: day === today ? "" : day, month: day.slice(0, 7) === today.slice(0, 7) ? "" : day.slice(0, 7) });
  const turn = (to: string) => change({ month: to === today.slice(0, 7) ? "" : to, day: "" });
  const entries = calendar.data?.entries.filter((entry) => kind === undefined || entry.kind === kind) ?? [];
  const ofToday = calendar.data?.entries.filter((entry) => entry.day === today) ?? [];
  const items = ofToday.filter((entry) => entry.kind === "calendar" && entry.state !== "rolled");
  return (
    <PageView
      title={say(calendarTexts.title)}
      state={
        calendar.data && month === today.slice(0, 7)
          ? say(calendarTexts.state, {
              items: items.length,
              open: items.filter((entry) => entry.state === "open").length,
              left: calendar.data.leftOver.length,
            })
          : null
      }
      action={
        <>
          <Button onClick={() => setSubscribing(true)}>{say(calendarTexts.feed)}</Button>
          {viewer.permissions.has("projects.report") ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {say(calendarTexts.add)}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          <div className="actions">
            <Button size="small" aria-label={say(calendarTexts.earlier)} onClick={() => turn(previousMonth(month))}>
              ‹
            </Button>
            <strong className="month-name">
              {say(calendarTexts.monthTitle, { year: month.slice(0, 4), month: Number(month.slice(5)) })}
            </strong>
            <Button size="small" aria-label={say(calendarTexts.later)} onClick={() => turn(nextMonth(month))}>
              ›
            </Button>
            <Button size="small" onClick={() => turn(today.slice(0, 7))}>
              {say(calendarTexts.toToday)}
            </Button>
          </div>
          <Choice
            label={say(calendarTexts.kind)}
            value={kind ?? ""}
            onChange={(value) => change({ kind: value })}
            options={[
              { value: "", label: say(calendarTexts.allKinds) },
              ...EntryKind.options.map((value) => ({ value, label: say(entryWords[value]) })),
            ]}
          />
          <label className="check">
            <input type="checkbox" checked={mine} onChange={(event) => change({ mine: event.target.checked ? "1" : "" })} />
            {say(calendarTexts.mine)}
          </label>
        </>
      }
    >
      <Loaded query={calendar} rows={8}>
        {({ days, leftOver }) => {
          const day = days.find((one) => one.day === chosen);
          const isShown = leftOver.length > 0 && (kind === undefined || kind === "calendar");
          return (
            <div className="calendar">
              <div className="calendar-month">
                <MonthGrid month={month} days={days} entries={entries} today={today} chosen={chosen} onChoose={show} />
              </div>
              <div className="stack calendar-lists">
                {day ? (
                  <DayList
                    day={day}
                    isToday={chosen === today}
                    entries={entries.filter((entry) => entry.day === chosen)}
                    onRoll={setRolling}
                    between={isShown ? <LeftOverList entries={leftOver} onRoll={setRolling} /> : null}
                  />
                ) : null}
              </div>
              {rolling ? <RollTask entry={rolling} days={days} today={today} onClose={() => setRolling(undefined)} /> : null}
            </div>
          );
        }}
      </Loaded>
      {adding ? <AddCalendarItem day={chosen < today ? today : chosen} onClose={() => setAdding(false)} /> : null}
      {subscribing ? <FeedDrawer onClose={() => setSubscribing(false)} /> : null}
    </PageView>
  );
}
