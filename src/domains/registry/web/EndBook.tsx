import { useState } from "react";
import { bookWords } from "#domains/registry/contract/enterprise.ts";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type EndBookProps = { readonly entry: Enterprise["book"][number]; readonly onClose: () => void };

/** The entry stays on record with its last day and the reason. */
export function EndBook({ entry, onClose }: EndBookProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [to, setTo] = useState(today);
  const [because, setBecause] = useState("");
  const end = useCommand(
    () => registry.endBook({ entryId: entry.id, version: entry.version, to: localDate(to), because }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(actTexts.endTitle, { kind: say(bookWords[entry.kind]) })}
      submit={say(actTexts.endBook)}
      busy={end.isPending}
      error={end.error}
      onSubmit={() => end.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(enterpriseTexts.to)} type="date" max={today} value={to} onChange={setTo} required />
      <Field label={say(actTexts.reason)} value={because} onChange={setBecause} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
