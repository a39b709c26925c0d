import { useState } from "react";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ReviewMinutesProps = {
  readonly meetingId: string;
  readonly edition: number;
  readonly version: number;
  readonly approve: boolean;
  readonly onClose: () => void;
};

export function ReviewMinutes({ meetingId, edition, version, approve, onClose }: ReviewMinutesProps) {
  const { say } = useWords();
  const [note, setNote] = useState("");
  const review = useCommand(() => dispatch.reviewMinutes({ meetingId, edition, version, approve, note }), TOUCHED, onClose);
  const title = say(approve ? meetingTexts.approve : meetingTexts.giveBack);
  return (
    <CommandForm
      open
      title={`${title} · ${say(meetingTexts.minutes)}`}
      submit={title}
      danger={!approve}
      busy={review.isPending}
      error={review.error}
      onSubmit={() => review.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(meetingTexts.reviewNote)}
        value={note}
        onChange={setNote}
        rows={3}
        required={!approve}
        {...(approve ? {} : { minLength: 2 })}
        maxLength={300}
        autoFocus
      />
    </CommandForm>
  );
}
