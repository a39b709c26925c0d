import type { ImportView } from "#domains/registry/contract/import-operations.ts";
import { refusedAddress, registry } from "#domains/registry/web/registry-client.ts";
import { oneImportTexts } from "#domains/registry/web/registry-import-texts.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

/** Rows that were not taken, or were with a question, each with one sentence. */
export function RefusedRows({ view }: { readonly view: ImportView }) {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const only = address["only"] === "refused";
  const rows = usePages(["registry", "refused", view.id, view.version, view.refused + view.warned, only], (cursor) =>
    registry.listRefusedRows({ importId: view.id, cursor, limit: 100, ...(only ? { refused: true } : {}) }),
  );
  return (
    <Section
      title={say(oneImportTexts.result)}
      aside={
        <span className="actions">
          <span className="quiet">{say(oneImportTexts.resultAside)}</span>
          <label className="check">
            <input type="checkbox" checked={only} onChange={(event) => change({ only: event.target.checked ? "refused" : "" })} />
            {say(oneImportTexts.onlyRefused)}
          </label>
          {view.refused + view.warned > 0 ? (
            <a href={refusedAddress(view.id)} download>
              {say(oneImportTexts.download)}
            </a>
          ) : null}
        </span>
      }
    >
      <Loaded query={rows}>
        {(found) => (
          <DataTable
            caption={say(oneImportTexts.result)}
            rows={found}
            rowKey={(row) => `${row.row}-${row.problem.zh}`}
            more={rows.more}
            empty={<p className="section-body quiet">{say(oneImportTexts.noRefusals)}</p>}
            columns={[
              { key: "row", figure: true, title: say(oneImportTexts.row), width: "72px", cell: (row) => row.row },
              {
                key: "what",
                short: true,
                title: say(oneImportTexts.what),
                width: "96px",
                cell: (row) => (
                  <StateChip tone={row.refused ? "alert" : "plain"}>
                    {say(row.refused ? oneImportTexts.wasRefused : oneImportTexts.wasWarned)}
                  </StateChip>
                ),
              },
              {
                key: "who",
                title: say(oneImportTexts.who),
                cell: (row) => (
                  <span>
                    {row.name || "–"}
                    {row.identifier === "" ? null : <span className="under quiet registry-code">{row.identifier}</span>}
                  </span>
                ),
              },
              { key: "problem", title: say(oneImportTexts.problem), cell: (row) => row.problem[language] },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
