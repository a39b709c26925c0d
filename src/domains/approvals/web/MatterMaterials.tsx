import { useQuery } from "@tanstack/react-query";
import type { Matter, MatterMaterial } from "#domains/approvals/contract/matter.ts";
import { matters } from "#domains/approvals/web/approvals-client.ts";
import { matterTexts } from "#domains/approvals/web/matter-texts.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

export function MatterMaterials({ matter }: { readonly matter: Matter }) {
  const { say, language } = useWords();
  return (
    <Section title={say(matterTexts.materials)}>
      <DataTable
        caption={say(matterTexts.materials)}
        rows={matter.materials}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "name",
            title: say(matterTexts.material),
            cell: (row) => (
              <>
                {row.name[language]}
                {row.note ? <span className="under quiet">{row.note}</span> : null}
              </>
            ),
          },
          { key: "need", title: say(matterTexts.need), short: true, cell: (row) => say(matterTexts[row.need]) },
          { key: "marks", title: say(matterTexts.marks), cell: (row) => <Marks material={row} /> },
        ]}
      />
    </Section>
  );
}

function Marks({ material }: { readonly material: MatterMaterial }) {
  const { say, language } = useWords();
  const known = useQuery({
    queryKey: ["approvals", "matters"],
    queryFn: () => matters.listMatters({}),
    enabled: material.resultOf !== undefined,
  });
  const name = known.data?.items.find(({ code }) => code === material.resultOf)?.name[language] ?? material.resultOf;
  return (
    <span className="chips">
      {material.deferrable ? <StateChip>{say(matterTexts.deferrable)}</StateChip> : null}
      {material.byCommitment ? <StateChip>{say(matterTexts.byCommitment)}</StateChip> : null}
      {material.resultOf ? <StateChip>{say(matterTexts.reusable, { name })}</StateChip> : null}
    </span>
  );
}
