import { useState } from "react";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function InviteGuest({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }) {
  const { say } = useWords();
  const [personId, setPerson] = useState("");
  const invite = useCommand(() => dispatch.inviteToMeeting({ meetingId, personId }), TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={say(meetingTexts.invite)}
      submit={say(meetingTexts.invite)}
      busy={invite.isPending}
      error={invite.error}
      onSubmit={() => (personId === "" ? undefined : invite.mutate(undefined))}
      onClose={onClose}
    >
      <PersonChoice stacked label={say(meetingTexts.person)} value={personId} onChange={setPerson} />
    </CommandForm>
  );
}
