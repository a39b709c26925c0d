import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ImportEncoding, ImportSubject, importOperations } from "#domains/registry/contract/import-operations.ts";
import { receiveImport, registry } from "#domains/registry/web/registry-client.ts";
import { importPageTexts, subjectTexts } from "#domains/registry/web/registry-import-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { allow, refuse } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const SEPARATORS = [",", ";", "\t", "|"] as const;
const { maxFiles, maxBytes } = importOperations.importEnterprises.upload;
const SHORTEST_SOURCE = 2;

/** The file and who says so. It is only received here; what its columns are is looked at on its own page. */
export function ReceiveImport() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const { today } = useViewer();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [subject, setSubject] = useState<ImportSubject>("enterprises");
  const [told, setTold] = useState({ source: "", asOf: today, mappingId: "", encoding: "", separator: "" });
  const put = (key: keyof typeof told) => (value: string) => setTold({ ...told, [key]: value });
  const mappings = useQuery({ queryKey: ["registry", "mappings", subject], queryFn: () => registry.listMappings({ subject }) });
  const [file] = files;
  const receive = useCommand(
    (chosen: File) =>
      receiveImport(
        {
          subject,
          source: told.source.trim(),
          asOf: findLocalDate(told.asOf),
          mappingId: told.mappingId || undefined,
          encoding: ImportEncoding.safeParse(told.encoding).data,
          separator: SEPARATORS.find((one) => one === told.separator),
        },
        chosen,
      ),
    ["registry"],
    ({ id }) => void navigate({ to: `/registry/import/${id}` as never }),
  );
  const ready = !file ? refuse("no-file-chosen") : told.source.trim().length < SHORTEST_SOURCE ? refuse("fields-missing") : allow;
  const anyhow = { value: "", label: say(importPageTexts.recognised) };
  return (
    <section className="section section-body fields" aria-label={say(importPageTexts.upload)}>
      <UploadArea
        files={files}
        onChange={(chosen) => {
          setFiles(chosen);
          receive.reset();
        }}
        maxFiles={maxFiles}
        maxBytes={maxBytes}
        accept=".csv,.xlsx,.ndjson,.jsonl"
        hint={say(importPageTexts.fileHint)}
      />
      <div className="fields-row">
        <Choice
          stacked
          label={say(importPageTexts.subject)}
          value={subject}
          onChange={(value) => setSubject(ImportSubject.parse(value))}
          options={ImportSubject.options.map((value) => ({ value, label: say(subjectTexts[value]) }))}
        />
        <Field
          label={say(importPageTexts.source)}
          value={told.source}
          onChange={put("source")}
          required
          maxLength={120}
          hint={say(importPageTexts.sourceHint)}
        />
        <Field label={say(importPageTexts.asOf)} type="date" max={today} value={told.asOf} onChange={put("asOf")} />
        <Choice
          stacked
          label={say(importPageTexts.mapping)}
          value={told.mappingId}
          onChange={put("mappingId")}
          options={[anyhow, ...(mappings.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <details>
        <summary className="quiet">{say(importPageTexts.format)}</summary>
        <div className="fields-row">
          <Choice
            stacked
            label={say(importPageTexts.encoding)}
            value={told.encoding}
            onChange={put("encoding")}
            options={[anyhow, ...ImportEncoding.options.map((value) => ({ value, label: value.toUpperCase() }))]}
          />
          <Choice
            stacked
            label={say(importPageTexts.separator)}
            value={told.separator}
            onChange={put("separator")}
            options={[anyhow, ...SEPARATORS.map((value) => ({ value, label: value === "\t" ? say(importPageTexts.tab) : value }))]}
          />
        </div>
      </details>
      <div className="actions">
        <AbilityButton type="primary" ability={ready} loading={receive.isPending} onClick={() => file && receive.mutate(file)}>
          {say(importPageTexts.upload)}
        </AbilityButton>
      </div>
      {receive.error ? (
        <p className="problems" role="alert">
          {sentence(receive.error)}
        </p>
      ) : null}
    </section>
  );
}
