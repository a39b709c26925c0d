import { useState } from "react";
import type { WatchEntry } from "#domains/promotion/contract/watch-operations.ts";
import { WATCH_TOUCHED, watch } from "#domains/promotion/web/diligence/diligence-client.ts";
import { watchWebTexts as texts } from "#domains/promotion/web/watch/watch-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type CloseWatchProps = { readonly enterpriseId: string; readonly entry: WatchEntry; readonly onClose: () => void };

export function CloseWatch({ enterpriseId, entry, onClose }: CloseWatchProps) {
  const { say } = useWords();
  const [because, setBecause] = useState("");
  const take = useCommand(
    () => watch.closeWatch({ enterpriseId, watchId: entry.id, version: entry.version, because }),
    WATCH_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.closeTitle)}
      submit={say(texts.close)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{entry.subject}</p>
      <Field label={say(texts.because)} value={because} onChange={setBecause} minLength={2} maxLength={200} required autoFocus />
    </CommandForm>
  );
}
