import { useState } from "react";
import { digestTexts } from "#domains/system/web/digest-texts.ts";
import { compareWithKept } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

const MAX_BYTES = 64 * 1_048_576;

/** A file that was downloaded and kept elsewhere, against what the database holds now. */
export function CompareDigests({ onClose }: { readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const compare = useCommand(() => compareWithKept(files), ["journal"]);
  const report = compare.data;
  return (
    <CommandForm
      open
      title={say(digestTexts.compare)}
      submit={say(digestTexts.compare)}
      busy={compare.isPending}
      error={compare.error}
      onSubmit={() => compare.mutate(undefined)}
      onClose={onClose}
    >
      <UploadArea
        files={files}
        onChange={setFiles}
        maxFiles={1}
        maxBytes={MAX_BYTES}
        accept=".json,application/json"
        hint={say(digestTexts.compareHint)}
      />
      {report?.ok ? (
        <p className="notice" role="status">
          {say(digestTexts.same, { count: report.compared })}
        </p>
      ) : null}
      {report && !report.ok ? (
        <div className="notice notice-alert" role="alert">
          <p>{say(digestTexts.different, { count: report.findings.length })}</p>
          <ul>
            {report.findings.slice(0, 20).map((finding) => (
              <li key={finding.detail.en}>{finding.detail[language]}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </CommandForm>
  );
}
