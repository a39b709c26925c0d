import { Button } from "antd";
import { useState } from "react";
import type { CalendarEntry } from "#domains/projects/contract/course-operations.ts";
import { calendarTexts, entryWords } from "#domains/projects/web/course-texts.ts";
import { taskForces } from "#domains/projects/web/projects-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

export const TOUCHES = ["project-calendar", "task-force", "tasks"] as const;
const SHORTEST_NOTE = 2;

type EntryLineProps = { readonly entry: CalendarEntry; readonly onRoll: (entry: CalendarEntry) => void };

/** One entry of a day: what, of which project, whose; where it may be, done with one click and, if wanted, a word of what came of it. */
export function EntryLine({ entry, onRoll }: EntryLineProps) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const [note, setNote] = useState("");
  const { task } = entry;
  const isLate = entry.state === "open" && entry.daysLate > 0;
  const close = useCommand(() => {
    const plain = say(isLate ? calendarTexts.closedLate : calendarTexts.closedPlain);
    const said = note.trim();
    return taskForces.closeTask({ taskId: task?.id ?? "", version: task?.version ?? 0, note: said.length < SHORTEST_NOTE ? plain : said });
  }, TOUCHES);
  const isOver = entry.state !== "open";
  const canAct = entry.state === "open" && task !== null;
  return (
    <li className={isOver ? "entry entry-done" : "entry"}>
      <span className="entry-kind">{say(entryWords[entry.kind])}</span>
      <div className="entry-what">
        <span className="entry-title">{entry.title[language]}</span>
        <span className="entry-about">
          {entry.project ? <AppLink to={`/projects/${entry.project.id}`}>{entry.project.name}</AppLink> : null}
          {entry.kind === "meeting" ? <AppLink to={`/dispatch/${entry.id}`}>{say(calendarTexts.openMeeting)}</AppLink> : null}
          {entry.owner ? <span className="quiet">{`${say(calendarTexts.owner)} ${entry.owner}`}</span> : null}
          {entry.state === "done" ? <StateChip tone="done">{say(calendarTexts.done)}</StateChip> : null}
          {isLate ? (
            <StateChip tone="alert">
              {say(entry.kind === "calendar" ? calendarTexts.unfinished : calendarTexts.late, { days: entry.daysLate })}
            </StateChip>
          ) : null}
          {entry.rolledTo ? <StateChip tone="muted">{say(calendarTexts.rolledTo, entry.rolledTo)}</StateChip> : null}
          {entry.rolled > 0 && !entry.rolledTo ? (
            <StateChip tone="muted">{say(calendarTexts.rolled, { count: entry.rolled })}</StateChip>
          ) : null}
        </span>
        {close.error ? (
          <span className="problems" role="alert">
            {sentence(close.error)}
          </span>
        ) : null}
      </div>
      {canAct ? (
        <div className="entry-actions">
          {task.abilities["close"]?.allowed ? (
            <input
              className="input"
              value={note}
              maxLength={500}
              placeholder={say(calendarTexts.closeNote)}
              aria-label={say(calendarTexts.closeNoteOf, { title: entry.title[language] })}
              onChange={(event) => setNote(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && !close.isPending) close.mutate(undefined);
              }}
            />
          ) : null}
          <AbilityButton
            ability={task.abilities["close"]}
            size="small"
            type="primary"
            loading={close.isPending}
            onClick={() => close.mutate(undefined)}
          >
            {say(calendarTexts.close)}
          </AbilityButton>
          {task.abilities["roll"]?.allowed ? (
            <Button size="small" onClick={() => onRoll(entry)}>
              {say(calendarTexts.roll)}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
