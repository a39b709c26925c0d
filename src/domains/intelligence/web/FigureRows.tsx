import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { ProofRows } from "#ui/ProofRows.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";

const ROWS_A_PAGE = 200;

/** A figure without a sentence was counted: these are the rows, page by page. */
export function FigureRows({ observationId }: { readonly observationId: string }) {
  const rows = usePages(["figure-rows", observationId], (cursor) => intelligence.figureRows({ observationId, cursor, limit: ROWS_A_PAGE }));
  return (
    <Loaded query={rows} rows={6}>
      {(found) => <ProofRows rows={found} total={rows.total ?? found.length} more={rows.more} />}
    </Loaded>
  );
}
