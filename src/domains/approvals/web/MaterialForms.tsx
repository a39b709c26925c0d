import { useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { APPROVALS, cases, provideMaterial } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

type Material = CaseView["materials"][number];
export type MaterialAsk = { readonly kind: "upload" | "reuse" | "commitment" | "deferred"; readonly material: Material };
type FormProps = { readonly id: string; readonly material: Material; readonly onClose: () => void };

export function MaterialForms({
  id,
  ask: { kind, material },
  onClose,
}: {
  readonly id: string;
  readonly ask: MaterialAsk;
  readonly onClose: () => void;
}) {
  const shared = { id, material, onClose };
  if (kind === "upload") return <UploadMaterial {...shared} />;
  if (kind === "reuse") return <ReuseResult {...shared} />;
  return <PromiseMaterial {...shared} how={kind} />;
}

const FILES = ".pdf,.ofd,.png,.jpg,.jpeg,.doc,.docx,.xls,.xlsx,.zip";

function UploadMaterial({ id, material, onClose }: FormProps) {
  const { say } = useWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const [file] = files;
  const send = useCommand((chosen: File) => provideMaterial({ id, key: material.key, note: note.trim() }, chosen), APPROVALS, onClose);
  const { maxFiles, maxBytes } = caseOperations.provideMaterial.upload;
  return (
    <CommandForm
      open
      title={say(formTexts.uploadTitle, { name: say(material.name) })}
      submit={say(formTexts.upload)}
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
        accept={FILES}
        hint={say(formTexts.uploadHint)}
      />
      {asked && !file ? <p className="problems">{say(formTexts.chooseFile)}</p> : null}
      <Field label={say(formTexts.note)} value={note} onChange={setNote} maxLength={300} />
    </CommandForm>
  );
}

function ReuseResult({ id, material, onClose }: FormProps) {
  const { say } = useWords();
  const [number, setNumber] = useState("");
  const reuse = useCommand(() => cases.reuseResult({ id, key: material.key, resultNumber: number.trim() }), APPROVALS, onClose);
  return (
    <CommandForm
      open
      title={say(formTexts.reuseTitle, { name: say(material.name) })}
      submit={say(formTexts.reuse)}
      busy={reuse.isPending}
      error={reuse.error}
      onSubmit={() => reuse.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(formTexts.reuseNumber)}
        value={number}
        onChange={setNumber}
        hint={say(formTexts.reuseHint)}
        required
        maxLength={80}
        autoFocus
      />
    </CommandForm>
  );
}

const HOW = {
  commitment: {
    title: formTexts.promiseTitle,
    hint: formTexts.promiseHint,
    text: formTexts.promiseText,
    draft: formTexts.promiseDraft,
    submit: formTexts.promise,
  },
  deferred: {
    title: formTexts.deferTitle,
    hint: formTexts.deferHint,
    text: formTexts.deferText,
    draft: formTexts.deferDraft,
    submit: formTexts.defer,
  },
} as const;

/** The sentence that is promised stands there already and may be changed. */
function PromiseMaterial({ id, material, how, onClose }: FormProps & { readonly how: "commitment" | "deferred" }) {
  const { say } = useWords();
  const words = HOW[how];
  const [text, setText] = useState(say(words.draft, { name: say(material.name) }));
  const promise = useCommand(() => cases.promiseMaterial({ id, key: material.key, how, text: text.trim() }), APPROVALS, onClose);
  return (
    <CommandForm
      open
      title={say(words.title, { name: say(material.name) })}
      submit={say(words.submit)}
      busy={promise.isPending}
      error={promise.error}
      onSubmit={() => promise.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{say(words.hint)}</p>
      <Field label={say(words.text)} value={text} onChange={setText} rows={4} required minLength={2} maxLength={1000} autoFocus />
    </CommandForm>
  );
}
