import { useState } from "react";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts, meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { MeetingForm } from "#domains/projects/web/dispatch/MeetingForm.tsx";
import { ReasonForm } from "#domains/projects/web/dispatch/ReasonForm.tsx";
import { WriteMinutes } from "#domains/projects/web/dispatch/WriteMinutes.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Only what belongs to the state: a planned meeting is changed, cancelled or convened, a held one gets its minutes. */
export function MeetingActions({ view }: { readonly view: Meeting }) {
  const { say } = useWords();
  const [asking, setAsking] = useState<"change" | "cancel" | "convene" | "write">();
  const { meeting, abilities } = view;
  const { id: meetingId, version, state } = meeting;
  const close = () => setAsking(undefined);
  const convene = useCommand(() => dispatch.conveneMeeting({ meetingId, version }), TOUCHED, close);
  return (
    <>
      {state === "PLANNED" ? (
        <>
          <AbilityButton ability={abilities["cancel"]} onClick={() => setAsking("cancel")}>
            {say(meetingTexts.cancel)}
          </AbilityButton>
          <AbilityButton ability={abilities["change"]} onClick={() => setAsking("change")}>
            {say(meetingTexts.change)}
          </AbilityButton>
          <AbilityButton type="primary" ability={abilities["convene"]} onClick={() => setAsking("convene")}>
            {say(meetingTexts.convene)}
          </AbilityButton>
        </>
      ) : null}
      {state === "CONVENED" || state === "MINUTED" ? (
        <AbilityButton
          type={state === "CONVENED" ? "primary" : "default"}
          ability={abilities["writeMinutes"]}
          onClick={() => setAsking("write")}
        >
          {say(state === "CONVENED" ? meetingTexts.write : meetingTexts.correct)}
        </AbilityButton>
      ) : null}
      {asking === "change" ? <MeetingForm meeting={meeting} day={meeting.heldOn} onClose={close} /> : null}
      {asking === "cancel" ? (
        <ReasonForm
          danger
          title={say(meetingTexts.cancel)}
          submit={say(meetingTexts.cancel)}
          subject={say(dispatchTexts.meetingTitle, meeting)}
          run={(reason) => dispatch.cancelMeeting({ meetingId, version, reason })}
          onClose={close}
        />
      ) : null}
      {asking === "convene" ? (
        <CommandForm
          open
          title={say(meetingTexts.convene)}
          submit={say(meetingTexts.convene)}
          busy={convene.isPending}
          error={convene.error}
          onSubmit={() => convene.mutate(undefined)}
          onClose={close}
        >
          <p>{say(meetingTexts.conveneQuestion)}</p>
        </CommandForm>
      ) : null}
      {asking === "write" ? <WriteMinutes view={view} onClose={close} /> : null}
    </>
  );
}
