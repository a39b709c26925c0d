import { fieldWords, ProfileField } from "#domains/registry/contract/enterprise.ts";
import { duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import type { registry } from "#domains/registry/web/registry-client.ts";
import { sayField } from "#domains/registry/web/say-field.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Trial = Awaited<ReturnType<typeof registry.tryMerge>>;

/** Side by side every field in which either says something. */
export function MergeFields({ trial }: { readonly trial: Trial }) {
  const { say, language } = useWords();
  const rows = trial.fields.flatMap(({ field, ...values }) => {
    const known = ProfileField.safeParse(field).data;
    return known === undefined || (values.keep === null && values.merge === null) ? [] : [{ field: known, ...values }];
  });
  const shown = (field: ProfileField, value: string | null) => (value === null ? "–" : sayField(field, value, language));
  return (
    <>
      <p className="quiet">{say(duplicateTexts.fieldsHint)}</p>
      <DataTable
        caption={say(duplicateTexts.mergeTitle)}
        rows={rows}
        rowKey={(row) => row.field}
        total={rows.length}
        columns={[
          { key: "field", short: true, title: say(duplicateTexts.field), width: "18%", cell: (row) => say(fieldWords[row.field]) },
          {
            key: "keep",
            title: say(duplicateTexts.keepThis),
            width: "41%",
            cell: (row) =>
              row.filled ? (
                <span>
                  {shown(row.field, row.merge)} <StateChip tone="active">{say(duplicateTexts.filled)}</StateChip>
                </span>
              ) : (
                shown(row.field, row.keep)
              ),
          },
          {
            key: "merge",
            title: say(duplicateTexts.mergedAway),
            cell: (row) => <span className="quiet">{shown(row.field, row.merge)}</span>,
          },
        ]}
      />
    </>
  );
}
