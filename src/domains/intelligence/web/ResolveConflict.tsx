import { useState } from "react";
import type { Conflict } from "#domains/intelligence/contract/intelligence-operations.ts";
import { conflictTexts } from "#domains/intelligence/web/conflict-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { useCommand } from "#ui/use-command.ts";

type ResolveConflictProps = { readonly conflict: Conflict; readonly side: Conflict["sides"][number]; readonly onClose: () => void };

export function ResolveConflict({ conflict, side, onClose }: ResolveConflictProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const resolve = useCommand(
    () => intelligence.resolveConflict({ id: conflict.id, keep: side.observationId, reason }),
    ["conflicts", "cockpit", "facts", "report-card", "data-health", "document"],
    onClose,
  );
  const value = `${side.value}${side.unit}`;
  return (
    <CommandForm
      open
      title={say(conflictTexts.keepTitle, { value })}
      submit={say(conflictTexts.keep)}
      busy={resolve.isPending}
      error={resolve.error}
      onSubmit={() => resolve.mutate(undefined)}
      onClose={onClose}
    >
      <p>{conflict.indicator}</p>
      <QuoteView quote={side.quote} />
      <p className="quiet">{say(conflictTexts.keepHint)}</p>
      <Field label={say(conflictTexts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}
