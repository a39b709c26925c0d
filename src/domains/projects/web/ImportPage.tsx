import { useState } from "react";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { importProjectTexts } from "#domains/projects/web/project-form-texts.ts";
import { importProjects, templateAddress } from "#domains/projects/web/register-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { allow, refuse } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
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
  const chosen = file ? allow : refuse("no-file-chosen");
  const run = useCommand(
    (dryRun: boolean) => (file ? importProjects(file, dryRun) : Promise.reject(new TypeError("no file"))),
    TOUCHED_BY_A_PROJECT,
  );
  const { maxFiles, maxBytes } = registerOperations.importProjects.upload;
  const choose = (chosen: readonly File[]) => {
    setFiles(chosen);
    run.reset();
  };
  return (
    <PageView
      title={say(importProjectTexts.title)}
      state={say(importProjectTexts.state)}
      back={<AppLink to="/projects/lists">{say(importProjectTexts.back)}</AppLink>}
      action={
        <a href={templateAddress()} download className="button-link button-link-plain">
          {say(importProjectTexts.template)}
        </a>
      }
    >
      <UploadArea
        files={files}
        onChange={choose}
        maxFiles={maxFiles}
        maxBytes={maxBytes}
        accept=".xlsx,.csv"
        hint={say(importProjectTexts.fileHint)}
      />
      <div className="actions">
        <AbilityButton ability={chosen} loading={run.isPending && run.variables === true} onClick={() => run.mutate(true)}>
          {say(importProjectTexts.check)}
        </AbilityButton>
        <AbilityButton type="primary" ability={chosen} loading={run.isPending && run.variables === false} onClick={() => run.mutate(false)}>
          {say(importProjectTexts.import)}
        </AbilityButton>
      </div>
      {run.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
      {run.data ? (
        <Section
          title={say(run.variables ? importProjectTexts.checked : importProjectTexts.imported, {
            ok: run.data.rows.filter((row) => row.ok).length,
            refused: run.data.refused,
          })}
        >
          <DataTable
            caption={say(importProjectTexts.result)}
            rows={run.data.rows}
            rowKey={(row) => String(row.row)}
            columns={[
              {
                key: "row",
                title: say(importProjectTexts.row),
                figure: true,
                width: "64px",
                order: (row) => row.row,
                cell: (row) => row.row,
              },
              {
                key: "result",
                title: say(importProjectTexts.result),
                width: "88px",
                order: (row) => (row.ok ? 1 : 0),
                cell: (row) => (
                  <StateChip tone={row.ok ? "done" : "alert"}>{say(row.ok ? importProjectTexts.ok : importProjectTexts.refused)}</StateChip>
                ),
              },
              { key: "project", title: say(importProjectTexts.project), cell: (row) => row.name ?? "–" },
              { key: "code", short: true, title: say(importProjectTexts.code), cell: (row) => row.code ?? "–" },
              { key: "problem", title: say(importProjectTexts.problem), cell: (row) => row.problem?.[language] ?? "" },
            ]}
          />
        </Section>
      ) : null}
    </PageView>
  );
}
