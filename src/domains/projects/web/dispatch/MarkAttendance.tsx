import { useState } from "react";
import { AttendanceStatus, attendanceWords, capacityWords } from "#domains/projects/contract/dispatch.ts";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type Mark = {
  readonly personId: string;
  readonly status: "PRESENT" | "ABSENT" | "REPRESENTED";
  readonly representedBy: string;
  readonly reason: string;
};
const ENTERED = AttendanceStatus.exclude(["INVITED"]).options;

/** The whole list at once: everybody is taken for present until something else is said. */
export function MarkAttendance({ view, onClose }: { readonly view: Meeting; readonly onClose: () => void }) {
  const { say } = useWords();
  const [marks, setMarks] = useState<readonly Mark[]>(() =>
    view.attendance.map(({ person, status, representedBy, reason }) => ({
      personId: person.id,
      status: status === "INVITED" ? "PRESENT" : status,
      representedBy: representedBy ?? "",
      reason: reason ?? "",
    })),
  );
  const mark = useCommand(() => dispatch.markAttendance({ meetingId: view.meeting.id, marks: [...marks] }), TOUCHED, onClose);
  const change = (personId: string, next: Partial<Mark>) =>
    setMarks(marks.map((one) => (one.personId === personId ? { ...one, ...next } : one)));
  return (
    <CommandForm
      open
      wide
      title={say(meetingTexts.mark)}
      submit={say(meetingTexts.mark)}
      busy={mark.isPending}
      error={mark.error}
      onSubmit={() => mark.mutate(undefined)}
      onClose={onClose}
    >
      {view.attendance.map(({ person, capacity }) => {
        const one = marks.find(({ personId }) => personId === person.id);
        if (one === undefined) return null;
        return (
          <fieldset key={person.id} className="attendance-line">
            <Choice
              stacked
              label={`${person.name} · ${say(capacityWords[capacity])}`}
              value={one.status}
              disabled={capacity === "chair"}
              onChange={(value) => change(person.id, { status: ENTERED.find((known) => known === value) ?? "PRESENT" })}
              options={ENTERED.map((value) => ({ value, label: say(attendanceWords[value]) }))}
            />
            {one.status === "REPRESENTED" ? (
              <Field
                label={say(meetingTexts.representedBy)}
                value={one.representedBy}
                onChange={(representedBy) => change(person.id, { representedBy })}
                required
                maxLength={60}
              />
            ) : null}
            {one.status === "PRESENT" ? null : (
              <Field
                label={say(meetingTexts.whyAbsent)}
                value={one.reason}
                onChange={(reason) => change(person.id, { reason })}
                required
                maxLength={200}
              />
            )}
          </fieldset>
        );
      })}
    </CommandForm>
  );
}
