import { useState } from "react";
import { type IngestResult, intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentTexts } from "#domains/intelligence/web/document-texts.ts";
import { IngestResultView } from "#domains/intelligence/web/IngestResultView.tsx";
import { ingestFiles, intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

const WAYS = ["file", "text", "address"] as const;
type Way = (typeof WAYS)[number];
const WAY_TEXTS = { file: documentTexts.byFile, text: documentTexts.byText, address: documentTexts.byAddress } as const;
const ACCEPT = ".txt,.md,.html,.htm,.mhtml,.mht,.docx,.pdf,.xlsx,.csv,.eml";

/** Files, pasted text or a page's address; what became of each stands in the same drawer. */
export function AddDocuments({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [way, setWay] = useState<Way>("file");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [published, setPublished] = useState("");
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [address, setAddress] = useState("");
  const [result, setResult] = useState<IngestResult>();
  const day = findLocalDate(published);
  const dated = day ? { published: day } : {};
  const ingest = useCommand(
    async () => {
      if (way === "file") return ingestFiles(files, day);
      if (way === "text") return intelligence.ingestText({ text, ...(title === "" ? {} : { title }), ...dated });
      return intelligence.ingestAddress({ address, ...dated });
    },
    ["documents", "cockpit", "jobs", "review-next"],
    setResult,
  );
  const { maxFiles, maxBytes } = intelligenceOperations.ingest.upload;
  if (result)
    return (
      <Drawer open onClose={onClose} title={say(documentTexts.results)}>
        <IngestResultView result={result} />
      </Drawer>
    );
  return (
    <CommandForm
      open
      title={say(documentTexts.add)}
      submit={say(documentTexts.send)}
      busy={ingest.isPending}
      error={ingest.error}
      onSubmit={() => (way === "file" && files.length === 0 ? undefined : ingest.mutate(undefined))}
      onClose={onClose}
    >
      <div className="switch" role="radiogroup" aria-label={say(documentTexts.add)}>
        {WAYS.map((one) => (
          <label key={one} className={one === way ? "switch-here" : undefined}>
            <input type="radio" name="way" className="visually-hidden" checked={one === way} onChange={() => setWay(one)} />
            {say(WAY_TEXTS[one])}
          </label>
        ))}
      </div>
      {way === "file" ? (
        <UploadArea
          files={files}
          onChange={setFiles}
          maxFiles={maxFiles}
          maxBytes={maxBytes}
          accept={ACCEPT}
          hint={say(documentTexts.fileHint)}
        />
      ) : null}
      {way === "text" ? (
        <>
          <Field label={say(documentTexts.titleField)} value={title} onChange={setTitle} maxLength={200} />
          <Field label={say(documentTexts.text)} value={text} onChange={setText} rows={10} required minLength={10} />
        </>
      ) : null}
      {way === "address" ? (
        <Field
          label={say(documentTexts.address)}
          type="url"
          value={address}
          onChange={setAddress}
          required
          hint={say(documentTexts.addressHint)}
          maxLength={2000}
        />
      ) : null}
      <Field
        label={say(documentTexts.published)}
        type="date"
        value={published}
        onChange={setPublished}
        hint={say(documentTexts.publishedHint)}
      />
    </CommandForm>
  );
}
