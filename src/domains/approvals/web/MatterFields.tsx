import type { Matter } from "#domains/approvals/contract/matter.ts";
import { fieldKindWords, matterTexts } from "#domains/approvals/web/matter-texts.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

export function MatterFields({ matter: { form } }: { readonly matter: Matter }) {
  const { say, language } = useWords();
  if (form.length === 0) return null;
  return (
    <Section title={say(matterTexts.fields)}>
      <DataTable
        caption={say(matterTexts.fields)}
        rows={form}
        rowKey={(row) => row.key}
        columns={[
          { key: "label", title: say(matterTexts.field), cell: (row) => row.label[language] },
          {
            key: "kind",
            title: say(matterTexts.fieldKind),
            cell: (row) => (row.choices.length > 0 ? row.choices.join(language === "zh" ? "、" : ", ") : say(fieldKindWords[row.kind])),
          },
          {
            key: "required",
            title: say(matterTexts.need),
            short: true,
            cell: (row) => say(row.required ? matterTexts.required : matterTexts.optional),
          },
        ]}
      />
    </Section>
  );
}
