import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import type { MeetingRow } from "#domains/projects/contract/dispatch-operations.ts";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts, meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type MeetingFormProps = {
  /** The meeting to change; without it one is planned for `day`. */
  readonly meeting?: z.output<typeof MeetingRow>;
  readonly day: string;
  readonly onClose: () => void;
};

/** When, where and under whom: to plan a meeting, and to change one with a reason. */
export function MeetingForm({ meeting, day: proposed, onClose }: MeetingFormProps) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [day, setDay] = useState<string>(meeting?.heldOn ?? proposed);
  const [startsAt, setStartsAt] = useState(meeting?.startsAt ?? "09:00");
  const [chairId, setChair] = useState(meeting?.chair.id ?? "");
  const [mode, setMode] = useState<"place" | "online">(meeting?.mode ?? "place");
  const [place, setPlace] = useState(meeting?.place ?? "");
  const [reason, setReason] = useState("");
  const send = useCommand(
    () => {
      const said = { heldOn: findLocalDate(day), startsAt, chairId, mode, place };
      return meeting === undefined
        ? dispatch.planMeeting(said)
        : dispatch.changeMeeting({ ...said, meetingId: meeting.id, version: meeting.version, reason });
    },
    TOUCHED,
    (view) => {
      onClose();
      if (meeting === undefined) void navigate({ to: `/dispatch/${view.meeting.id}` as never });
    },
  );
  const title = say(meeting === undefined ? dispatchTexts.plan : meetingTexts.change);
  return (
    <CommandForm
      open
      title={title}
      submit={title}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      {meeting === undefined ? <p className="quiet">{say(dispatchTexts.planHint)}</p> : null}
      <div className="fields-row">
        <Field label={say(dispatchTexts.day)} type="date" value={day} onChange={setDay} required hint={say(dispatchTexts.dayHint)} />
        <Field label={say(dispatchTexts.time)} type="time" value={startsAt} onChange={setStartsAt} required />
      </div>
      <PersonChoice stacked label={say(dispatchTexts.chair)} value={chairId} onChange={setChair} />
      <Choice
        stacked
        label={say(dispatchTexts.mode)}
        value={mode}
        onChange={(value) => setMode(value === "online" ? "online" : "place")}
        options={[
          { value: "place", label: say(dispatchTexts.inPlace) },
          { value: "online", label: say(dispatchTexts.online) },
        ]}
      />
      <Field label={say(dispatchTexts.place)} value={place} onChange={setPlace} required minLength={2} maxLength={120} />
      {meeting === undefined ? null : (
        <Field label={say(dispatchTexts.reason)} value={reason} onChange={setReason} rows={2} required minLength={2} maxLength={300} />
      )}
    </CommandForm>
  );
}
