import { useState } from "react";
import { type AttendanceStatus, attendanceWords, capacityWords } from "#domains/projects/contract/dispatch.ts";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { InviteGuest } from "#domains/projects/web/dispatch/InviteGuest.tsx";
import { MarkAttendance } from "#domains/projects/web/dispatch/MarkAttendance.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES: Readonly<Record<AttendanceStatus, "plain" | "done" | "muted">> = {
  INVITED: "muted",
  PRESENT: "done",
  ABSENT: "plain",
  REPRESENTED: "plain",
};

/** Who was called and who came. Nothing is counted about anybody here. */
export function AttendanceSection({ view }: { readonly view: Meeting }) {
  const { say } = useWords();
  const [asking, setAsking] = useState<"mark" | "invite">();
  const { attendance, meeting, abilities } = view;
  const close = () => setAsking(undefined);
  return (
    <Section
      title={`${say(meetingTexts.attendance)} ${attendance.length}`}
      aside={
        <span className="actions">
          {meeting.state === "PLANNED" || meeting.state === "CONVENED" ? (
            <AbilityButton size="small" ability={abilities["invite"]} onClick={() => setAsking("invite")}>
              {say(meetingTexts.invite)}
            </AbilityButton>
          ) : null}
          {meeting.state === "CONVENED" ? (
            <AbilityButton size="small" ability={abilities["mark"]} onClick={() => setAsking("mark")}>
              {say(meetingTexts.mark)}
            </AbilityButton>
          ) : null}
        </span>
      }
    >
      <ul className="list">
        {attendance.map((line) => (
          <li key={line.person.id} className="list-line">
            <span>
              {line.person.name} <span className="quiet">{say(capacityWords[line.capacity])}</span>
              {line.representedBy !== null || line.reason !== null ? (
                <span className="quiet under">{[line.representedBy, line.reason].filter((part) => part !== null).join(" · ")}</span>
              ) : null}
            </span>
            {meeting.state === "PLANNED" ? null : <StateChip tone={TONES[line.status]}>{say(attendanceWords[line.status])}</StateChip>}
          </li>
        ))}
      </ul>
      {asking === "mark" ? <MarkAttendance view={view} onClose={close} /> : null}
      {asking === "invite" ? <InviteGuest meetingId={meeting.id} onClose={close} /> : null}
    </Section>
  );
}
