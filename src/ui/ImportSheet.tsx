import { type ReactNode, useState } from "react";
import { allow, refuse } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { importTexts } from "#ui/import-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Page, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

export type ImportedRow = { readonly row: number; readonly ok: boolean; readonly problem: Text | null };

type ImportSheetProps<Row extends ImportedRow> = {
  readonly title: string;
  readonly state: string;
  readonly back: ReactNode;
  readonly template: string;
  readonly fileHint: string;
  readonly accept?: string;
  readonly upload: { readonly maxFiles: number; readonly maxBytes: number };
  /** What is asked beside the file, and whether it is all there. */
  readonly children?: ReactNode;
  readonly ready?: boolean;
  /** `accepted` is told where not all rows are shown. */
  readonly run: (
    file: File,
    dryRun: boolean,
  ) => Promise<{ readonly rows: readonly Row[]; readonly refused: number; readonly accepted?: number }>;
  /** What a command like this changes on other pages. */
  readonly touches: readonly string[];
  /** What a row is about; its number, result and problem are shown in any case. */
  readonly columns: readonly Column<Row>[];
};

/** Check first, import then; every row says what became of it. */
export function ImportSheet<Row extends ImportedRow>(props: ImportSheetProps<Row>) {
  const { title, state, back, template, fileHint, accept = ".xlsx,.csv", upload, children, ready = true } = props;
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [file] = files;
  const run = useCommand((dryRun: boolean) => (file ? props.run(file, dryRun) : Promise.reject(new TypeError("no file"))), props.touches);
  const ability = !file ? refuse("no-file-chosen") : ready ? allow : refuse("fields-missing");
  return (
    <Page
      title={title}
      state={state}
      back={back}
      action={
        <a href={template} download className="button-link button-link-plain">
          {say(importTexts.template)}
        </a>
      }
    >
      <UploadArea
        files={files}
        onChange={(chosen) => {
          setFiles(chosen);
          run.reset();
        }}
        maxFiles={upload.maxFiles}
        maxBytes={upload.maxBytes}
        accept={accept}
        hint={fileHint}
      />
      {children}
      <div className="actions">
        <AbilityButton ability={ability} loading={run.isPending && run.variables === true} onClick={() => run.mutate(true)}>
          {say(importTexts.check)}
        </AbilityButton>
        <AbilityButton
          type="primary"
          ability={ability}
          loading={run.isPending && run.variables === false}
          onClick={() => run.mutate(false)}
        >
          {say(importTexts.import)}
        </AbilityButton>
      </div>
      {run.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
      {run.data ? (
        <ImportedRows
          rows={run.data.rows}
          accepted={run.data.accepted ?? run.data.rows.filter((row) => row.ok).length}
          refused={run.data.refused}
          dry={run.variables === true}
          columns={props.columns}
        />
      ) : null}
    </Page>
  );
}

type ImportedRowsProps<Row extends ImportedRow> = {
  readonly rows: readonly Row[];
  readonly accepted: number;
  readonly refused: number;
  readonly dry: boolean;
  readonly columns: readonly Column<Row>[];
};

function ImportedRows<Row extends ImportedRow>({ rows, accepted, refused, dry, columns }: ImportedRowsProps<Row>) {
  const { say, language } = useWords();
  const counts = { ok: accepted, refused };
  return (
    <Section title={say(dry ? importTexts.checked : importTexts.imported, counts)}>
      {rows.length < accepted + refused ? <p className="section-body quiet">{say(importTexts.part, { count: rows.length })}</p> : null}
      <DataTable
        caption={say(importTexts.result)}
        rows={rows}
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
          ...columns,
          { key: "problem", title: say(importTexts.problem), cell: (row) => row.problem?.[language] ?? "" },
        ]}
      />
    </Section>
  );
}
