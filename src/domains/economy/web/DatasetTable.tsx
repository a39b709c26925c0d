import type { Dataset } from "#domains/economy/contract/open-data-operations.ts";
import { openDataWords } from "#domains/economy/web/open-data-words.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useTimes } from "#ui/use-times.ts";

export function DatasetTable({ items }: { readonly items: readonly Dataset[] }) {
  const { say, language } = useWords();
  const { moment } = useTimes();
  return (
    <DataTable
      caption={say(openDataWords.ownTitle)}
      rows={items}
      rowKey={(row) => row.identifier}
      empty={<Empty title={say(openDataWords.empty)} hint={say(openDataWords.emptyHint)} />}
      columns={[
        { key: "title", title: say(openDataWords.dataset), cell: (row) => (language === "en" && row.title.en) || row.title.zh },
        {
          key: "period",
          short: true,
          title: say(openDataWords.period),
          order: (row) => row.temporal,
          cell: (row) => sayPeriod(row.temporal, language),
        },
        { key: "region", short: true, title: say(openDataWords.region), cell: (row) => row.spatial },
        {
          key: "version",
          short: true,
          title: say(openDataWords.version),
          cell: (row) => say(openDataWords.edition, { version: row.version }),
        },
        { key: "modified", short: true, title: say(openDataWords.modified), cell: (row) => moment(row.modified), wideOnly: true },
        {
          key: "files",
          title: say(openDataWords.files),
          cell: (row) =>
            row.withdrawn ? (
              <StateChip tone="muted">{say(openDataWords.withdrawn)}</StateChip>
            ) : (
              <span className="actions">
                {row.distributions
                  .filter((file) => file.language === language)
                  .map((file) => (
                    <a
                      key={file.format}
                      href={file.downloadURL}
                      download
                      aria-label={`${row.title[language]} ${file.format.toUpperCase()}`}
                    >
                      {file.format.toUpperCase()}
                    </a>
                  ))}
              </span>
            ),
        },
      ]}
    />
  );
}
