import type { z } from "zod";
import { Colour, colourWords } from "#domains/projects/contract/colour.ts";
import type { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { ruleTexts } from "#domains/projects/web/colour-rules/colour-rule-texts.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

type Tried = z.infer<typeof colourOperations.tryColourRule.output>;

/** How the colours of today would lie, and every project that would change. */
export function TriedRule({ tried }: { readonly tried: Tried }) {
  const { say, language } = useWords();
  const light = (colour: Colour | null) => (colour === null ? say(ruleTexts.none) : <SupervisionLight colour={colour} />);
  return (
    <section className="stack-small" role="status">
      <h3>{tried.changes.length === 0 ? say(ruleTexts.triedNone) : say(ruleTexts.tried, { count: tried.changes.length })}</h3>
      <DataTable
        caption={say(ruleTexts.try)}
        rows={[
          { name: say(ruleTexts.before), counts: tried.before },
          { name: say(ruleTexts.after), counts: tried.after },
        ]}
        rowKey={(row) => row.name}
        columns={[
          { key: "name", title: say(ruleTexts.title), cell: (row) => row.name },
          ...Colour.options.map((colour) => ({
            key: colour,
            title: say(colourWords[colour]),
            figure: true as const,
            cell: (row: { readonly counts: Tried["before"] }) => (
              <>
                <SupervisionLight colour={colour} word={false} /> {row.counts[colour]}
              </>
            ),
          })),
        ]}
      />
      {tried.changes.length === 0 ? null : (
        <DataTable
          caption={say(ruleTexts.tried, { count: tried.changes.length })}
          rows={tried.changes}
          rowKey={(row) => row.project.id}
          total={tried.changes.length}
          columns={[
            { key: "project", title: say(ruleTexts.project), cell: (row) => row.project.name },
            {
              key: "change",
              title: say(ruleTexts.colourChange),
              short: true,
              cell: (row) => (
                <>
                  {light(row.from)} → {light(row.to)}
                </>
              ),
            },
            { key: "why", title: say(ruleTexts.why), cell: (row) => row.reasons.map((reason) => reason[language]).join("；") },
          ]}
        />
      )}
    </section>
  );
}
