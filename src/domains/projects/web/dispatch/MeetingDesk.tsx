import { AgendaSection } from "#domains/projects/web/dispatch/AgendaSection.tsx";
import { AttendanceSection } from "#domains/projects/web/dispatch/AttendanceSection.tsx";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts, meetingTexts, moveTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { MeetingActions } from "#domains/projects/web/dispatch/MeetingActions.tsx";
import { MeetingStateChip } from "#domains/projects/web/dispatch/MeetingStateChip.tsx";
import { MinutesSection } from "#domains/projects/web/dispatch/MinutesSection.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { useSentence } from "#ui/sentences.tsx";
import { useTimes } from "#ui/use-times.ts";

/** One meeting on one page: what is on the agenda and what came of it, who was there, the minutes, what was done when. */
export function MeetingDesk({ view }: { readonly view: Meeting }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const sentence = useSentence();
  const { meeting } = view;
  // The first step ahead that is not called off or corrected says what the meeting waits for.
  const missing = view.next.find(({ move }) => move === "convene" || move === "writeMinutes" || move === "approveMinutes")?.missing ?? [];
  return (
    <PageView
      title={say(dispatchTexts.meetingTitle, meeting)}
      back={<AppLink to="/dispatch">{say(dispatchTexts.back)}</AppLink>}
      state={
        <>
          <MeetingStateChip state={meeting.state} /> {day(meeting.heldOn)} {meeting.startsAt}
          {meeting.provisional ? `（${say(dispatchTexts.provisionalShort)}）` : ""}
        </>
      }
      action={<MeetingActions view={view} />}
    >
      {missing.length > 0 ? (
        <p className="notice">
          {say(meetingTexts.waits, { missing: missing.map((code) => sentence(code)).join(language === "zh" ? "；" : "; ") })}
        </p>
      ) : null}
      <div className="columns">
        <AgendaSection view={view} />
        <div className="stack">
          <Section title={say(meetingTexts.arranged)}>
            <dl className="facts section-body">
              <dt>{say(dispatchTexts.day)}</dt>
              <dd>
                {day(meeting.heldOn)} {meeting.startsAt}
              </dd>
              <dt>{say(dispatchTexts.shortPlace)}</dt>
              <dd>
                {meeting.place}
                {meeting.mode === "online" ? <span className="quiet"> {say(dispatchTexts.online)}</span> : null}
              </dd>
              <dt>{say(dispatchTexts.chair)}</dt>
              <dd>{meeting.chair.name}</dd>
            </dl>
          </Section>
          <MinutesSection view={view} />
          <AttendanceSection view={view} />
          <Section title={say(meetingTexts.history)}>
            <ol className="list">
              {view.steps.toReversed().map((step, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added
                <li key={place}>
                  <p>
                    {step.by} {say(moveTexts[step.move] ?? meetingTexts.history)} <span className="quiet">{day(step.on)}</span>
                  </p>
                  {step.reason ? <p className="quiet">{step.reason}</p> : null}
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </div>
    </PageView>
  );
}
