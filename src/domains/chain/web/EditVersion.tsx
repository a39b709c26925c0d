import { useState } from "react";
import type { VersionRow } from "#domains/chain/contract/version-operations.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function EditVersion({ row, onClose }: { readonly row: VersionRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState(row.name);
  const [nameEn, setNameEn] = useState(row.nameEn);
  const [effectiveFrom, setEffectiveFrom] = useState<string>(row.effectiveFrom);
  const [note, setNote] = useState(row.note);
  const edit = useCommand(
    () => chain.editVersion({ id: row.id, version: row.version, name, nameEn, note, effectiveFrom: effectiveFrom as LocalDate }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(versionTexts.edit)}
      submit={say(versionTexts.save)}
      busy={edit.isPending}
      error={edit.error}
      onSubmit={() => edit.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(versionTexts.name)} value={name} onChange={setName} required minLength={2} maxLength={80} autoFocus />
      <Field label={say(versionTexts.nameEn)} value={nameEn} onChange={setNameEn} maxLength={120} />
      <Field label={say(versionTexts.effectiveFrom)} type="date" value={effectiveFrom} onChange={setEffectiveFrom} required />
      <Field label={say(versionTexts.note)} value={note} onChange={setNote} rows={3} maxLength={500} />
    </CommandForm>
  );
}
