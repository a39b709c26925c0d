import { useState } from "react";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { OfficialChoice } from "#domains/registry/web/OfficialChoice.tsx";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ChangeBookProps = { readonly entry: Enterprise["book"][number]; readonly onClose: () => void };

export function ChangeBook({ entry, onClose }: ChangeBookProps) {
  const { say } = useWords();
  const [from, setFrom] = useState<string>(entry.from);
  const [liaisonId, setLiaison] = useState(entry.liaisonId ?? "");
  const [note, setNote] = useState(entry.note);
  const change = useCommand(
    () =>
      registry.changeBook({
        entryId: entry.id,
        version: entry.version,
        from: localDate(from),
        liaisonId: liaisonId === "" ? null : liaisonId,
        note,
      }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(actTexts.changeBook)}
      submit={say(actTexts.changeBook)}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(enterpriseTexts.from)} type="date" value={from} onChange={setFrom} required />
      <OfficialChoice stacked label={say(enterpriseTexts.liaison)} value={liaisonId} onChange={setLiaison} />
      <Field label={say(actTexts.bookNote)} value={note} onChange={setNote} rows={3} maxLength={500} />
    </CommandForm>
  );
}
