import { Button } from "antd";
import { useState } from "react";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { importFacts, templateAddress } from "#domains/economy/web/economy-client.ts";
import { factTexts, importTexts } from "#domains/economy/web/indicator-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Check first, import then; every row says what became of it. */
export function Page() {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [file] = files;
  const run = useCommand(
    (dryRun: boolean) => (file ? importFacts(file, dryRun) : Promise.reject(new TypeError("no file"))),
    ["facts", "cockpit", "data-health", "report-card"],
  );
  const { maxFiles, maxBytes } = economyOperations.importFacts.upload;
  const choose = (chosen: readonly File[]) => {
    setFiles(chosen);
    run.reset();
  };
  return (
    <PageView
      title={say(importTexts.title)}
      state={say(importTexts.state)}
      back={<AppLink to="/facts">{say(importTexts.back)}</AppLink>}
      action={
        <a href={templateAddress()} download className="button-link button-link-plain">
          {say(importTexts.template)}
        </a>
      }
    >
      <UploadArea
        files={files}
        onChange={choose}
        maxFiles={maxFiles}
        maxBytes={maxBytes}
        accept=".xlsx,.csv"
        hint={say(importTexts.fileHint)}
      />
      <div className="actions">
        <Button disabled={!file} loading={run.isPending && run.variables === true} onClick={() => run.mutate(true)}>
          {say(importTexts.check)}
        </Button>
        <Button type="primary" disabled={!file} loading={run.isPending && run.variables === false} onClick={() => run.mutate(false)}>
          {say(importTexts.import)}
        </Button>
      </div>
      {run.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
      {run.data ? (
        <Section
          title={say(run.variables ? importTexts.checked : importTexts.imported, {
            ok: run.data.rows.filter((row) => row.ok).length,
            refused: run.data.refused,
          })}
        >
          <DataTable
            caption={say(importTexts.result)}
            rows={run.data.rows}
            rowKey={(row) => String(row.row)}
            columns={[
              { key: "row", title: say(importTexts.row), figure: true, width: "64px", order: (row) => row.row, cell: (row) => row.row },
              {
                key: "result",
                title: say(importTexts.result),
                width: "88px",
                order: (row) => (row.ok ? 1 : 0),
                cell: (row) => <StateChip tone={row.ok ? "done" : "alert"}>{say(row.ok ? importTexts.ok : importTexts.refused)}</StateChip>,
              },
              {
                key: "indicator",
                title: say(factTexts.indicator),
                cell: (row) => [row.indicator, row.value].filter(Boolean).join(" ") || "–",
              },
              { key: "problem", title: say(importTexts.problem), cell: (row) => row.problem?.[language] ?? "" },
            ]}
          />
        </Section>
      ) : null}
    </PageView>
  );
}
