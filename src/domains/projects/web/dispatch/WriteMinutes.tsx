import { useState } from "react";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function WriteMinutes({ view, onClose }: { readonly view: Meeting; readonly onClose: () => void }) {
  const { say } = useWords();
  const [remarks, setRemarks] = useState("");
  const [reason, setReason] = useState("");
  const { id: meetingId, version, state } = view.meeting;
  const corrects = state === "MINUTED";
  const write = useCommand(() => dispatch.writeMinutes({ meetingId, version, remarks, ...(corrects ? { reason } : {}) }), TOUCHED, onClose);
  const title = say(corrects ? meetingTexts.correct : meetingTexts.write);
  return (
    <CommandForm
      open
      title={title}
      submit={title}
      busy={write.isPending}
      error={write.error}
      onSubmit={() => write.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{say(meetingTexts.writeHint)}</p>
      {corrects ? (
        <Field
          label={say(meetingTexts.whatCorrected)}
          value={reason}
          onChange={setReason}
          rows={2}
          required
          minLength={2}
          maxLength={300}
          autoFocus
        />
      ) : null}
      <Field label={say(meetingTexts.remarks)} value={remarks} onChange={setRemarks} rows={4} maxLength={2000} />
    </CommandForm>
  );
}
