import { useState } from "react";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { importInvestment, investmentTemplateAddress } from "#domains/projects/web/investment/investment-client.ts";
import { overviewTexts } from "#domains/projects/web/investment/investment-texts.ts";
import { allow, refuse } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
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
  const [reason, setReason] = useState("");
  const [file] = files;
  const chosen = file ? allow : refuse("no-file-chosen");
  const run = useCommand(
    (dryRun: boolean) => (file ? importInvestment(file, dryRun, reason.trim()) : Promise.reject(new TypeError("no file"))),
    ["investment", "project-investment", "reports-due", "wall", "supervision"],
  );
  const { maxFiles, maxBytes } = investmentOperations.importInvestment.upload;
  return (
    <PageView
      title={say(overviewTexts.importTitle)}
      state={say(overviewTexts.importState)}
      back={<AppLink to="/projects/investment">{say(overviewTexts.back)}</AppLink>}
      action={
        <a href={investmentTemplateAddress()} download className="button-link button-link-plain">
          {say(overviewTexts.template)}
        </a>
      }
    >
      <UploadArea
        files={files}
        onChange={(chosen) => {
          setFiles(chosen);
          run.reset();
        }}
        maxFiles={maxFiles}
        maxBytes={maxBytes}
        accept=".xlsx,.csv"
        hint={say(overviewTexts.fileHint)}
      />
      <Field label={say(overviewTexts.revision)} value={reason} onChange={setReason} maxLength={300} />
      <div className="actions">
        <AbilityButton ability={chosen} loading={run.isPending && run.variables === true} onClick={() => run.mutate(true)}>
          {say(overviewTexts.check)}
        </AbilityButton>
        <AbilityButton type="primary" ability={chosen} loading={run.isPending && run.variables === false} onClick={() => run.mutate(false)}>
          {say(overviewTexts.doImport)}
        </AbilityButton>
      </div>
      {run.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
      {run.data ? (
        <Section
          title={say(run.variables ? overviewTexts.checked : overviewTexts.imported, {
            ok: run.data.rows.filter((row) => row.ok).length,
            refused: run.data.refused,
          })}
        >
          <DataTable
            caption={say(overviewTexts.result)}
            rows={run.data.rows}
            rowKey={(row) => String(row.row)}
            columns={[
              { key: "row", title: say(overviewTexts.row), figure: true, width: "64px", order: (row) => row.row, cell: (row) => row.row },
              {
                key: "result",
                title: say(overviewTexts.result),
                width: "88px",
                order: (row) => (row.ok ? 1 : 0),
                cell: (row) => (
                  <StateChip tone={row.ok ? "done" : "alert"}>{say(row.ok ? overviewTexts.ok : overviewTexts.refused)}</StateChip>
                ),
              },
              { key: "project", title: say(overviewTexts.project), cell: (row) => row.name ?? "–" },
              { key: "problem", title: say(overviewTexts.problem), cell: (row) => row.problem?.[language] ?? "" },
            ]}
          />
        </Section>
      ) : null}
    </PageView>
  );
}
