import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { graphNames } from "#domains/chain/contract/chain-columns.ts";
import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import { chain, graphTemplateAddress, type ImportedGraphRow, importGraph, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { graphImportTexts, versionTexts } from "#domains/chain/web/version-texts.ts";
import { refuse } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Of thousands of rows a page shows those that were refused. */
const MOST_SHOWN = 500;

export function Page() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const version = useQuery({ queryKey: ["chain-version", id], queryFn: () => chain.openVersion({ id }) });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [replace, setReplace] = useState(false);
  const run = useCommand((dryRun: boolean) => importGraph(id, replace, files, dryRun), TOUCHED_BY_THE_CHAIN);
  const ability = files.length === 0 ? refuse("no-file-chosen") : version.data?.row.abilities["edit"];
  const { maxFiles, maxBytes } = chainOperations.importGraph.upload;
  return (
    <PageView
      title={say(graphImportTexts.title)}
      state={say(graphImportTexts.state)}
      back={<AppLink to={`/chain/versions/${id}`}>{say(versionTexts.backToVersion)}</AppLink>}
      action={
        <a href={graphTemplateAddress()} download className="button-link button-link-plain">
          {say(graphImportTexts.template)}
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
        accept=".xlsx,.csv,.graphml,.xml,.json"
        hint={say(graphImportTexts.fileHint)}
      />
      <label>
        <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.target.checked)} /> {say(graphImportTexts.replace)}
      </label>
      <div className="actions">
        <AbilityButton ability={ability} loading={run.isPending && run.variables === true} onClick={() => run.mutate(true)}>
          {say(graphImportTexts.check)}
        </AbilityButton>
        <AbilityButton
          type="primary"
          ability={ability}
          loading={run.isPending && run.variables === false}
          onClick={() => run.mutate(false)}
        >
          {say(graphImportTexts.import)}
        </AbilityButton>
      </div>
      {run.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
      {run.data ? <Result rows={run.data.rows} counts={run.data} dry={run.variables === true} /> : null}
    </PageView>
  );
}

type ResultProps = {
  readonly rows: readonly ImportedGraphRow[];
  readonly counts: { readonly nodes: number; readonly edges: number; readonly refused: number };
  readonly dry: boolean;
};

function Result({ rows, counts, dry }: ResultProps) {
  const { say, language } = useWords();
  const { nodes, edges, refused } = counts;
  const shown = rows.length > MOST_SHOWN ? rows.filter(({ ok }) => !ok).slice(0, MOST_SHOWN) : rows;
  return (
    <Section title={say(dry ? graphImportTexts.checked : graphImportTexts.imported, { nodes, edges, refused })}>
      {rows.length > MOST_SHOWN ? <p className="section-body quiet">{say(graphImportTexts.onlyRefused)}</p> : null}
      <DataTable
        caption={say(graphImportTexts.result)}
        rows={shown}
        rowKey={(row) => `${row.table} ${row.row}`}
        columns={[
          { key: "table", title: say(graphImportTexts.table), short: true, cell: (row) => say(graphNames[row.table]) },
          { key: "row", title: say(graphImportTexts.row), figure: true, width: "64px", cell: (row) => row.row },
          {
            key: "result",
            title: say(graphImportTexts.result),
            width: "88px",
            order: (row) => (row.ok ? 1 : 0),
            cell: (row) => (
              <StateChip tone={row.ok ? "done" : "alert"}>{say(row.ok ? graphImportTexts.ok : graphImportTexts.refused)}</StateChip>
            ),
          },
          { key: "name", title: say(versionTexts.name), cell: (row) => row.name ?? "–" },
          { key: "problem", title: say(graphImportTexts.problem), cell: (row) => row.problem?.[language] ?? "" },
        ]}
      />
    </Section>
  );
}
