import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { VersionRow } from "#domains/chain/contract/version-operations.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type DraftVersionProps = { readonly versions: readonly VersionRow[]; readonly onClose: () => void };

export function DraftVersion({ versions, onClose }: DraftVersionProps) {
  const { say, language } = useWords();
  const { today } = useViewer();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [nameEn, setNameEn] = useState("");
  const [effectiveFrom, setEffectiveFrom] = useState<string>(today);
  const [basedOn, setBasedOn] = useState(versions.find(({ inForce }) => inForce)?.id ?? "");
  const [note, setNote] = useState("");
  const draft = useCommand(
    () =>
      chain.draftVersion({
        name,
        nameEn,
        note,
        effectiveFrom: effectiveFrom as LocalDate,
        ...(basedOn === "" ? {} : { basedOn }),
      }),
    TOUCHED_BY_THE_CHAIN,
    ({ id }) => void navigate({ to: `/chain/versions/${id}` as never }),
  );
  return (
    <CommandForm
      open
      title={say(versionTexts.draft)}
      submit={say(versionTexts.draft)}
      busy={draft.isPending}
      error={draft.error}
      onSubmit={() => draft.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(versionTexts.name)} value={name} onChange={setName} required minLength={2} maxLength={80} autoFocus />
      <Field label={say(versionTexts.nameEn)} value={nameEn} onChange={setNameEn} maxLength={120} />
      <Field label={say(versionTexts.effectiveFrom)} type="date" value={effectiveFrom} onChange={setEffectiveFrom} required />
      <Choice
        stacked
        label={say(versionTexts.basedOn)}
        value={basedOn}
        onChange={setBasedOn}
        options={[
          { value: "", label: say(versionTexts.fromNothing) },
          ...versions.map((row) => ({ value: row.id, label: (language === "en" && row.nameEn) || row.name })),
        ]}
      />
      <Field label={say(versionTexts.note)} value={note} onChange={setNote} rows={3} maxLength={500} />
    </CommandForm>
  );
}
