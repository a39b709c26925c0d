import { useState } from "react";
import type { SignalView } from "#domains/promotion/contract/screening-operations.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { screening, TARGETS_TOUCHED } from "#domains/promotion/web/target-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function EndSignal({ signal, onClose }: { readonly signal: SignalView; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [until, setUntil] = useState<string>(today);
  const send = useCommand(
    () => screening.endSignal({ signalId: signal.id, version: signal.version, until: localDate(until) }),
    TARGETS_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(texts.signalEnd)} · ${signal.enterprise.name}`}
      submit={say(texts.signalEnd)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(texts.signalUntil)} type="date" value={until} onChange={setUntil} max={today} required autoFocus />
    </CommandForm>
  );
}
