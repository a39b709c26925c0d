import { useState } from "react";
import { calendarTexts } from "#domains/system/web/calendar-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

const linesOf = (text: string): string[] =>
  text
    .split(/[\s,，、]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const isDay = (line: LocalDate | undefined): line is LocalDate => line !== undefined;

/** Pasted or typed, one date a line; a line that is no date is named before anything is sent. */
export function LoadNotice({ year: next, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const { say } = useWords();
  const [year, setYear] = useState(String(next));
  const [source, setSource] = useState("");
  const [off, setOff] = useState("");
  const [extra, setExtra] = useState("");
  const wrong = [...linesOf(off), ...linesOf(extra)].find((line) => findLocalDate(line) === undefined);
  const load = useCommand(
    () =>
      system.loadCalendarNotice({
        year: Number(year),
        source,
        daysOff: linesOf(off).map(findLocalDate).filter(isDay),
        extraWorkdays: linesOf(extra).map(findLocalDate).filter(isDay),
      }),
    ["calendar"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(calendarTexts.add)}
      submit={say(calendarTexts.add)}
      busy={load.isPending}
      error={load.error}
      onSubmit={() => (wrong ? undefined : load.mutate(undefined))}
      onClose={onClose}
    >
      <Field label={say(calendarTexts.year)} type="number" value={year} onChange={setYear} required autoFocus />
      <Field label={say(calendarTexts.source)} value={source} onChange={setSource} required minLength={4} maxLength={200} />
      <Field
        label={say(calendarTexts.daysOff)}
        value={off}
        onChange={setOff}
        rows={8}
        required
        hint={say(calendarTexts.daysHint, { year })}
      />
      <Field label={say(calendarTexts.extra)} value={extra} onChange={setExtra} rows={4} hint={say(calendarTexts.daysHint, { year })} />
      {wrong ? (
        <p className="problems" role="alert">
          {say(calendarTexts.notDay, { line: wrong, year })}
        </p>
      ) : null}
    </CommandForm>
  );
}
