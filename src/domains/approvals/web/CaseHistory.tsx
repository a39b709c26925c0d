import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** Every step as it was recorded; those that a rule took by itself are named as such. */
export function CaseHistory({ view }: { readonly view: CaseView }) {
  const { say, language } = useWords();
  return (
    <Section title={say(caseTexts.history)}>
      <DataTable
        caption={say(caseTexts.history)}
        rows={view.steps}
        rowKey={(row) => `${row.recordedAt} ${row.move} ${row.on}`}
        columns={[
          { key: "on", title: say(caseTexts.on), short: true, cell: (row) => row.on },
          {
            key: "step",
            title: say(caseTexts.step),
            cell: (row) => (
              <>
                {row.words[language]} {row.automatic === null ? null : <StateChip>{say(caseTexts.automatic)}</StateChip>}
                {row.automatic === null ? null : <span className="under quiet">{say(caseTexts.automaticBy, { rule: row.automatic })}</span>}
              </>
            ),
          },
          { key: "by", title: say(caseTexts.by), short: true, cell: (row) => row.by },
          { key: "note", title: say(caseTexts.note), cell: (row) => row.note ?? "" },
        ]}
      />
    </Section>
  );
}
