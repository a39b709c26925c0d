import { useState } from "react";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts, resolutionTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import type { Resolution } from "#domains/projects/web/dispatch/ResolutionState.tsx";
import { findLocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ExtendResolutionProps = { readonly resolution: Resolution; readonly onDone: () => void; readonly onClose: () => void };

export function ExtendResolution({ resolution, onDone, onClose }: ExtendResolutionProps) {
  const { say } = useWords();
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const extend = useCommand(
    () => {
      const to = findLocalDate(day);
      if (to === undefined) throw new Error("the form asks for a day");
      return dispatch.extendResolution({ resolutionId: resolution.id, version: resolution.version, to, reason });
    },
    TOUCHED,
    onDone,
  );
  return (
    <CommandForm
      open
      title={say(resolutionTexts.extend)}
      submit={say(resolutionTexts.extend)}
      busy={extend.isPending}
      error={extend.error}
      onSubmit={() => extend.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">
        {resolution.code} {resolution.text}
      </p>
      <Field label={say(resolutionTexts.extendTo)} type="date" value={day} onChange={setDay} required autoFocus />
      <Field label={say(dispatchTexts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={300} />
    </CommandForm>
  );
}
