import { useState } from "react";
import type { z } from "zod";
import type { MergeView } from "#domains/registry/contract/duplicate-operations.ts";
import { duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import { registry } from "#domains/registry/web/registry-client.ts";
import { UndoMerge } from "#domains/registry/web/UndoMerge.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";

type Merge = z.infer<typeof MergeView>;

/** The trail of merges; each can be undone, and stays here undone. */
export function MergeTable({ enterpriseId }: { readonly enterpriseId: string | undefined }) {
  const { say } = useWords();
  const [undone, undo] = useState<Merge>();
  const merges = usePages(["registry", "merges", enterpriseId], (cursor) => registry.listMerges({ enterpriseId, cursor, limit: 20 }));
  const columns: readonly Column<Merge>[] = [
    {
      key: "kept",
      title: say(duplicateTexts.kept),
      cell: (row) => (
        <span>
          <AppLink to={`/registry/${row.kept.id}`}>{row.kept.name}</AppLink>
          <span className="under quiet registry-code">{row.kept.identifier}</span>
        </span>
      ),
    },
    {
      key: "merged",
      title: say(duplicateTexts.merged),
      cell: (row) => (
        <span>
          <AppLink to={`/registry/${row.merged.id}`}>{row.merged.name}</AppLink>
          <span className="under quiet registry-code">{row.merged.identifier}</span>
        </span>
      ),
    },
    {
      key: "because",
      title: say(duplicateTexts.because),
      cell: (row) => (
        <span>
          {row.because}
          {row.undone === null ? null : <span className="under quiet">{say(duplicateTexts.undone, row.undone)}</span>}
        </span>
      ),
    },
    { key: "on", short: true, title: say(duplicateTexts.on), cell: (row) => row.on },
    { key: "by", short: true, title: say(duplicateTexts.by), cell: (row) => row.by },
    {
      key: "undo",
      title: "",
      cell: (row) =>
        row.undone === null ? (
          <AbilityButton size="small" ability={row.abilities["undo"]} onClick={() => undo(row)}>
            {say(duplicateTexts.undo)}
          </AbilityButton>
        ) : null,
    },
  ];
  return (
    <Section title={say(duplicateTexts.merges)}>
      <Loaded query={merges} rows={2}>
        {(rows) => (
          <DataTable
            caption={say(duplicateTexts.merges)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            more={merges.more}
            empty={<p className="section-body quiet">{say(duplicateTexts.noMerges)}</p>}
          />
        )}
      </Loaded>
      {undone ? <UndoMerge merge={undone} onClose={() => undo(undefined)} /> : null}
    </Section>
  );
}
