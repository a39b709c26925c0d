import type { z } from "zod";
import { agendaSourceWords } from "#domains/projects/contract/dispatch.ts";
import type { AgendaView, MeetingProposal } from "#domains/projects/contract/dispatch-operations.ts";
import { dispatchTexts, meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

type NextMeetingProps = { readonly proposal: z.output<typeof MeetingProposal>; readonly agenda: z.output<typeof AgendaView> };

/** What the next meeting will be about, before anybody has written a line. */
export function NextMeeting({ proposal, agenda }: NextMeetingProps) {
  const { say } = useWords();
  const { day } = useTimes();
  const { planned, movedFrom, holiday, provisional } = proposal;
  const moved = movedFrom === null ? null : { from: day(movedFrom), holiday: holiday ?? "", day: day(proposal.heldOn) };
  return (
    <Section
      title={say(dispatchTexts.next)}
      aside={planned === null ? null : <AppLink to={`/dispatch/${planned.id}`}>{say(dispatchTexts.openAgenda)}</AppLink>}
    >
      {planned === null && moved !== null ? (
        <p className="section-body">{say(holiday === null ? dispatchTexts.movedPlain : dispatchTexts.moved, moved)}</p>
      ) : null}
      {(planned === null ? provisional : planned.provisional) ? (
        <p className="section-body quiet">{say(dispatchTexts.provisional)}</p>
      ) : null}
      {agenda.order.length === 0 ? (
        <p className="section-body">{say(meetingTexts.emptyAgenda)}</p>
      ) : (
        <dl className="counts">
          {agenda.order.map(({ source, count }) => (
            <div key={source}>
              <dt>{say(agendaSourceWords[source])}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
