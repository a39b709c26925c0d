import { Button } from "antd";
import { useState } from "react";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { APPROVALS, importMatters, matterTemplateAddress } from "#domains/approvals/web/approvals-client.ts";
import { matterImportTexts as texts } from "#domains/approvals/web/matter-texts.ts";
import { localDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** Check first, import then; every row says what became of it. */
export function Page() {
  const { say, language } = useWords();
  const { today } = useViewer();
  const sentence = useErrorSentence();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [reason, setReason] = useState("");
  const [file] = files;
  const run = useCommand(
    (dryRun: boolean) =>
      file
        ? importMatters({ dryRun, effectiveOn: localDate(effectiveOn), reason: reason.trim() }, file)
        : Promise.reject(new TypeError("no file")),
    APPROVALS,
  );
  const ready = file !== undefined && effectiveOn !== "" && reason.trim().length >= 2;
  const { maxFiles, maxBytes } = matterOperations.importMatters.upload;
  const choose = (chosen: readonly File[]) => {
    setFiles(chosen);
    run.reset();
  };
  return (
    <PageView
      title={say(texts.title)}
      state={say(texts.state)}
      back={<AppLink to="/approvals/matters">{say(texts.back)}</AppLink>}
      action={
        <a href={matterTemplateAddress()} download className="button-link button-link-plain">
          {say(texts.template)}
        </a>
      }
    >
      <UploadArea files={files} onChange={choose} maxFiles={maxFiles} maxBytes={maxBytes} accept=".xlsx,.csv" hint={say(texts.fileHint)} />
      <div className="fields-row">
        <Field label={say(texts.effectiveOn)} type="date" value={effectiveOn} onChange={setEffectiveOn} required />
        <Field label={say(texts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={500} />
      </div>
      <div className="actions">
        <Button disabled={!ready} loading={run.isPending && run.variables === true} onClick={() => run.mutate(true)}>
          {say(texts.check)}
        </Button>
        <Button type="primary" disabled={!ready} loading={run.isPending && run.variables === false} onClick={() => run.mutate(false)}>
          {say(texts.import)}
        </Button>
      </div>
      {run.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
      {run.data ? (
        <Section
          title={say(run.variables ? texts.checked : texts.imported, {
            ok: run.data.rows.filter((row) => row.ok).length,
            refused: run.data.refused,
          })}
        >
          <DataTable
            caption={say(texts.result)}
            rows={run.data.rows}
            rowKey={(row) => String(row.row)}
            columns={[
              { key: "row", title: say(texts.row), figure: true, width: "64px", cell: (row) => row.row },
              {
                key: "result",
                title: say(texts.result),
                width: "88px",
                cell: (row) => <StateChip tone={row.ok ? "done" : "alert"}>{say(row.ok ? texts.ok : texts.refused)}</StateChip>,
              },
              { key: "code", title: say(texts.code), short: true, cell: (row) => row.code ?? "–" },
              { key: "problem", title: say(texts.problem), cell: (row) => row.problem?.[language] ?? "" },
            ]}
          />
        </Section>
      ) : null}
    </PageView>
  );
}
