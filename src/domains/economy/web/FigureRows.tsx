import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { createClient } from "#kernel/client.ts";
import { ProofRows } from "#ui/ProofRows.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { send } from "#ui/transport.ts";
import { usePages } from "#ui/use-pages.ts";

const intelligence = createClient(intelligenceOperations, send);

/** All rows that a figure was computed from, page by page, each opening its record. */
export function FigureRows({ observationId }: { readonly observationId: string }) {
  const rows = usePages(["figure-rows", observationId], (cursor) => intelligence.figureRows({ observationId, cursor, limit: 200 }));
  return (
    <Loaded query={rows} rows={6}>
      {(found) => <ProofRows rows={found} total={rows.total ?? found.length} more={rows.more} />}
    </Loaded>
  );
}
