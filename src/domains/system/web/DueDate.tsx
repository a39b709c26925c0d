import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { calendarTexts } from "#domains/system/web/calendar-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { findLocalDate, localDate } from "#kernel/local-date.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

/** The day after the event is day one; the answer follows as one types. */
export function DueDate() {
  const { say } = useWords();
  const { day } = useTimes();
  const { today } = useViewer();
  const sentence = useErrorSentence();
  const [from, setFrom] = useState(today);
  const [count, setCount] = useState("20");
  const start = findLocalDate(from);
  const days = Number(count);
  const asked = start !== undefined && Number.isInteger(days) && days >= 1 && days <= 2_000;
  const due = useQuery({
    queryKey: ["calendar", "due", from, days],
    queryFn: () => system.workdays({ from: localDate(from), count: days }),
    enabled: asked,
  });
  return (
    <Section title={say(calendarTexts.due)}>
      <div className="section-body fields-row due">
        <Field label={say(calendarTexts.from)} type="date" value={from} onChange={setFrom} />
        <Field label={say(calendarTexts.days)} type="number" value={count} onChange={setCount} />
        <p role="status">
          {due.data ? <strong>{say(calendarTexts.dueOn, { date: day(due.data.due) })}</strong> : null}
          {due.data?.provisional ? <span className="quiet"> {say(calendarTexts.provisional)}</span> : null}
          {due.error ? <span className="problems">{sentence(due.error)}</span> : null}
        </p>
      </div>
    </Section>
  );
}
