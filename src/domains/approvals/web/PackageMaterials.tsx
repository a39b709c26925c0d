import { useState } from "react";
import type { z } from "zod";
import { type PackageView, packageOperations } from "#domains/approvals/contract/package-operations.ts";
import { APPROVALS, providePackageMaterial } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

type View = z.infer<typeof PackageView>;
type Material = View["materials"][number];

/** Handed in once, for all the children that ask for it. */
export function PackageMaterials({ view }: { readonly view: View }) {
  const { say, language } = useWords();
  const [asked, setAsked] = useState<Material>();
  const may = view.abilities["provide"]?.allowed === true;
  return (
    <Section title={say(packageTexts.materials)}>
      <DataTable
        caption={say(packageTexts.materials)}
        rows={view.materials}
        rowKey={(row) => row.key}
        columns={[
          { key: "name", title: say(packageTexts.materials), cell: (row) => row.name[language] },
          {
            key: "state",
            title: say(packageTexts.childState),
            short: true,
            cell: (row) => (
              <StateChip tone={row.provided ? "done" : "alert"}>
                {say(row.provided ? packageTexts.provided : packageTexts.missing)}
              </StateChip>
            ),
          },
          { key: "file", title: say(packageTexts.file), cell: (row) => row.fileName ?? "" },
          ...(may
            ? [
                {
                  key: "act",
                  title: "",
                  cell: (row: Material) => (
                    <button
                      type="button"
                      className="text-button"
                      aria-label={`${say(packageTexts.upload)} ${row.name[language]}`}
                      onClick={() => setAsked(row)}
                    >
                      {say(packageTexts.upload)}
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {asked ? <Upload id={view.row.id} material={asked} onClose={() => setAsked(undefined)} /> : null}
    </Section>
  );
}

type UploadProps = { readonly id: string; readonly material: Material; readonly onClose: () => void };

function Upload({ id, material, onClose }: UploadProps) {
  const { say, language } = useWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [file] = files;
  const [asked, setAsked] = useState(false);
  const send = useCommand((chosen: File) => providePackageMaterial({ id, key: material.key }, chosen), APPROVALS, onClose);
  const { maxFiles, maxBytes } = packageOperations.providePackageMaterial.upload;
  return (
    <CommandForm
      open
      title={say(formTexts.uploadTitle, { name: material.name[language] })}
      submit={say(packageTexts.upload)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => (file ? send.mutate(file) : setAsked(true))}
      onClose={onClose}
    >
      <UploadArea
        files={files}
        onChange={setFiles}
        maxFiles={maxFiles}
        maxBytes={maxBytes}
        accept=".pdf,.ofd,.png,.jpg,.jpeg,.doc,.docx,.xls,.xlsx,.zip"
        hint={say(formTexts.uploadHint)}
      />
      {asked && !file ? <p className="problems">{say(formTexts.chooseFile)}</p> : null}
    </CommandForm>
  );
}
