import { useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { ImportSubject, type ImportView } from "#domains/registry/contract/import-operations.ts";
import { ImportStateChip } from "#domains/registry/web/ImportStateChip.tsx";
import { ReceiveImport } from "#domains/registry/web/ReceiveImport.tsx";
import { RegistryTabs } from "#domains/registry/web/RegistryTabs.tsx";
import { registry, templateAddress } from "#domains/registry/web/registry-client.ts";
import { importPageTexts, subjectTexts } from "#domains/registry/web/registry-import-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { groupDigits } from "#ui/print-figure.ts";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";
import "#domains/registry/web/registry.css";

type Import = z.infer<typeof ImportView>;

/** Where a file begins, and what became of those before it. */
export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const navigate = useNavigate();
  const imports = usePages(
    ["registry", "imports"],
    (cursor) => registry.listImports({ cursor, limit: 30 }),
    (one) => one.state === "QUEUED" || one.state === "RUNNING",
  );
  const count = (number: number) => groupDigits(String(number));
  const columns: readonly Column<Import>[] = [
    {
      key: "file",
      title: say(importPageTexts.file),
      cell: (row) => (
        <span>
          <AppLink to={`/registry/import/${row.id}`}>{row.fileName}</AppLink>
          <span className="under quiet">{[say(subjectTexts[row.subject]), row.source].join(" · ")}</span>
        </span>
      ),
    },
    { key: "state", short: true, title: say(importPageTexts.stateOf), cell: (row) => <ImportStateChip state={row.state} /> },
    { key: "rows", figure: true, title: say(importPageTexts.rows), cell: (row) => count(row.rows) },
    { key: "taken", figure: true, title: say(importPageTexts.taken), cell: (row) => count(row.added + row.changed + row.unchanged) },
    { key: "refused", figure: true, title: say(importPageTexts.refused), cell: (row) => count(row.refused) },
    { key: "by", short: true, wideOnly: true, title: say(importPageTexts.by), cell: (row) => row.createdBy },
    { key: "when", short: true, title: say(importPageTexts.when), cell: (row) => moment(row.createdAt) },
  ];
  return (
    <PageView
      title={say(importPageTexts.title)}
      state={say(importPageTexts.state)}
      action={ImportSubject.options.map((subject) => (
        <a key={subject} href={templateAddress(subject)} download className="button-link button-link-plain">
          {say(importPageTexts.template, { subject: say(subjectTexts[subject]) })}
        </a>
      ))}
    >
      <RegistryTabs here="imports" />
      <ReceiveImport />
      <Section title={say(importPageTexts.history)}>
        <Loaded query={imports}>
          {(rows) => (
            <DataTable
              caption={say(importPageTexts.history)}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.id}
              onOpen={(row) => void navigate({ to: `/registry/import/${row.id}` as never })}
              more={imports.more}
              empty={<Empty title={say(importPageTexts.none)} hint={say(importPageTexts.noneHint)} />}
            />
          )}
        </Loaded>
      </Section>
    </PageView>
  );
}
