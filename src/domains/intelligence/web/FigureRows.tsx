import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { ProofRows } from "#ui/ProofRows.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";

/** The rows of a figure that was computed from records, each opening its record. */
export function FigureRows({ observationId }: { readonly observationId: string }) {
  const rows = usePages(["figure-rows", observationId], (cursor) => intelligence.figureRows({ observationId, cursor, limit: 200 }));
  return (
    <Loaded query={rows} rows={6}>
      {(found) => <ProofRows rows={found} total={rows.total ?? found.length} more={rows.more} />}
    </Loaded>
  );
}
