import { useState } from "react";
import { minutesStateWords } from "#domains/projects/contract/dispatch.ts";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { minutesAddress } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { ReviewMinutes } from "#domains/projects/web/dispatch/ReviewMinutes.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";

type Asking = { readonly edition: number; readonly version: number; readonly approve: boolean };

/** Every edition stays, each as Word and PDF; the one in review is approved or returned by another person than its writer. */
export function MinutesSection({ view }: { readonly view: Meeting }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const [asking, setAsking] = useState<Asking>();
  const { minutes, meeting } = view;
  return (
    <Section title={say(meetingTexts.minutes)}>
      {minutes.length === 0 ? <Empty title={say(meetingTexts.noMinutes)} hint={say(meetingTexts.noMinutesHint)} /> : null}
      <ul className="list">
        {minutes.map((one) => (
          <li key={one.edition} className="stack-small">
            <p>
              {say(meetingTexts.edition, { edition: one.edition })}{" "}
              <StateChip tone={one.state === "APPROVED" ? "done" : one.state === "WRITTEN" ? "active" : "muted"}>
                {say(minutesStateWords[one.state])}
              </StateChip>{" "}
              <span className="quiet">{say(meetingTexts.written, { by: one.writtenBy, on: day(one.writtenOn) })}</span>
            </p>
            {one.reason === null ? null : <p className="quiet">{one.reason}</p>}
            {one.reviewedBy === null ? null : (
              <p className="quiet">
                {say(meetingTexts.reviewed, {
                  by: one.reviewedBy,
                  on: day(one.reviewedOn),
                  note: one.reviewNote ?? say(minutesStateWords[one.state]),
                })}
              </p>
            )}
            <p className="actions">
              {(["docx", "pdf"] as const).map((format) => (
                <a
                  key={format}
                  href={minutesAddress(meeting.id, one.edition, format, language)}
                  download
                  className="button-link button-link-plain"
                  aria-label={`${say(meetingTexts.edition, { edition: one.edition })} ${format.toUpperCase()}`}
                >
                  {format.toUpperCase()}
                </a>
              ))}
              {one.state === "WRITTEN" ? (
                <>
                  <AbilityButton
                    type="primary"
                    ability={one.abilities["review"]}
                    onClick={() => setAsking({ edition: one.edition, version: one.version, approve: true })}
                  >
                    {say(meetingTexts.approve)}
                  </AbilityButton>
                  <AbilityButton
                    ability={one.abilities["review"]}
                    onClick={() => setAsking({ edition: one.edition, version: one.version, approve: false })}
                  >
                    {say(meetingTexts.giveBack)}
                  </AbilityButton>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {asking ? <ReviewMinutes meetingId={meeting.id} {...asking} onClose={() => setAsking(undefined)} /> : null}
    </Section>
  );
}
