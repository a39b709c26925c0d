import { useState } from "react";
import { columnsOf } from "#domains/registry/contract/import-columns.ts";
import type { ColumnMapping, ImportView } from "#domains/registry/contract/import-operations.ts";
import { ColumnOf } from "#domains/registry/web/ColumnOf.tsx";
import { KeepMapping } from "#domains/registry/web/KeepMapping.tsx";
import { registry } from "#domains/registry/web/registry-client.ts";
import { oneImportTexts } from "#domains/registry/web/registry-import-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Which heading of the file is which column of ours, with the first values of each; then a dry run or the import itself. */
export function ImportColumns({ view }: { readonly view: ImportView }) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const [mapping, setMapping] = useState<ColumnMapping>(view.mapping);
  const touched = JSON.stringify(mapping) !== JSON.stringify(view.mapping);
  const run = useCommand(
    (dryRun: boolean) => registry.runImport({ importId: view.id, version: view.version, dryRun, ...(touched ? { mapping } : {}) }),
    ["registry", "jobs"],
  );
  const put = (heading: string) => (key: string) => {
    const { [heading]: _before, ...rest } = mapping;
    setMapping(key === "" ? rest : { ...rest, [heading]: key });
  };
  const columns = columnsOf(view.subject);
  const missing = columns.filter((column) => column.required && !Object.values(mapping).includes(column.key));
  // Broken off with the same columns it goes on; with others it begins anew, dry or not.
  const broken = (view.state === "FAILED" || view.state === "CANCELLED") && !touched && view.rows > 0;
  const ability = view.abilities["run"];
  return (
    <Section title={say(oneImportTexts.columns)} aside={<span className="quiet">{say(oneImportTexts.columnsAside)}</span>}>
      {missing.length > 0 ? (
        <p className="notice notice-alert">
          {say(oneImportTexts.missing, { columns: missing.map((column) => say(column.head)).join(language === "zh" ? "、" : ", ") })}
        </p>
      ) : null}
      <DataTable
        caption={say(oneImportTexts.columns)}
        rows={view.headings}
        rowKey={(row) => row.heading}
        columns={[
          { key: "heading", title: say(oneImportTexts.heading), width: "26%", cell: (row) => row.heading },
          {
            key: "values",
            title: say(oneImportTexts.values),
            cell: (row) => <span className="quiet">{row.values.filter(Boolean).join("　") || "–"}</span>,
          },
          {
            key: "column",
            title: say(oneImportTexts.column),
            width: "34%",
            cell: (row) => (
              <ColumnOf
                heading={row.heading}
                subject={view.subject}
                value={mapping[row.heading] ?? ""}
                taken={Object.entries(mapping).flatMap(([heading, key]) => (heading === row.heading ? [] : [key]))}
                onChange={put(row.heading)}
              />
            ),
          },
        ]}
        total={view.headings.length}
      />
      <div className="section-body fields">
        <div className="actions">
          {broken ? (
            <AbilityButton type="primary" ability={ability} loading={run.isPending} onClick={() => run.mutate(view.dryRun)}>
              {say(oneImportTexts.goOn)}
            </AbilityButton>
          ) : null}
          <AbilityButton ability={ability} loading={run.isPending && run.variables === true} onClick={() => run.mutate(true)}>
            {say(oneImportTexts.dryRun)}
          </AbilityButton>
          <AbilityButton
            {...(broken ? {} : { type: "primary" as const })}
            ability={ability}
            loading={run.isPending && run.variables === false}
            onClick={() => run.mutate(false)}
          >
            {say(oneImportTexts.run)}
          </AbilityButton>
          <KeepMapping subject={view.subject} mapping={mapping} />
        </div>
        {run.error ? (
          <p className="problems" role="alert">
            {sentence(run.error)}
          </p>
        ) : null}
      </div>
    </Section>
  );
}
