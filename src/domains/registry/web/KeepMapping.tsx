import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ColumnMapping, ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { registry } from "#domains/registry/web/registry-client.ts";
import { oneImportTexts } from "#domains/registry/web/registry-import-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type KeepMappingProps = { readonly subject: ImportSubject; readonly mapping: ColumnMapping };

/** Keeps the columns under a name for the next file of this kind. */
export function KeepMapping({ subject, mapping }: KeepMappingProps) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const kept = useQuery({
    queryKey: ["registry", "mappings", subject],
    queryFn: () => registry.listMappings({ subject }),
    enabled: open,
  });
  const save = useCommand(
    () => registry.saveMapping({ name: name.trim(), subject, mapping }),
    ["registry"],
    () => setOpen(false),
  );
  const remove = useCommand((mappingId: string) => registry.removeMapping({ mappingId }), ["registry"]);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(oneImportTexts.saveMapping)}</Button>
      {save.data ? <span className="quiet">{say(oneImportTexts.mappingSaved, { name: save.data.name })}</span> : null}
      <CommandForm
        open={open}
        title={say(oneImportTexts.saveMapping)}
        submit={say(oneImportTexts.saveMapping)}
        busy={save.isPending}
        error={save.error ?? remove.error}
        onSubmit={() => save.mutate(undefined)}
        onClose={() => setOpen(false)}
      >
        <Field
          label={say(oneImportTexts.mappingName)}
          value={name}
          onChange={setName}
          required
          maxLength={60}
          hint={say(oneImportTexts.mappingHint)}
          autoFocus
        />
        {kept.data && kept.data.items.length > 0 ? (
          <section className="form-below" aria-label={say(oneImportTexts.kept)}>
            <h3>{say(oneImportTexts.kept)}</h3>
            <ul>
              {kept.data.items.map((one) => (
                <li key={one.id} className="list-line kept-view">
                  <span>
                    {one.name} <span className="quiet">{one.savedBy}</span>
                  </span>
                  <ConfirmButton
                    text={say(oneImportTexts.removeMapping)}
                    question={say(oneImportTexts.removeSure, { name: one.name })}
                    busy={remove.isPending && remove.variables === one.id}
                    onConfirm={() => remove.mutate(one.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </CommandForm>
    </>
  );
}
