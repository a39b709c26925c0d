import { useQuery } from "@tanstack/react-query";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { FigureRows } from "#domains/economy/web/FigureRows.tsx";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { createClient } from "#kernel/client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { send } from "#ui/transport.ts";
import { useTimes } from "#ui/use-times.ts";

const intelligence = createClient(intelligenceOperations, send);

type FactSourceDrawerProps = { readonly observationId: string | undefined; readonly name: string; readonly onClose: () => void };

/** The sentence behind one fact. */
export function FactSourceDrawer({ observationId, name, onClose }: FactSourceDrawerProps) {
  const { say } = useWords();
  const { day } = useTimes();
  const source = useQuery({
    queryKey: ["figure-source", observationId],
    queryFn: () => intelligence.figureSource({ observationId: observationId ?? "" }),
    enabled: observationId !== undefined,
  });
  return (
    <Drawer open={observationId !== undefined} onClose={onClose} title={name}>
      <Loaded query={source}>
        {(found) => (
          <>
            {found.rows > 0 ? null : <QuoteView before={found.before} quote={found.quote} after={found.after} />}
            <p>
              {found.documentTitle}
              <span className="quiet">
                {[found.medium, found.published ? day(found.published) : null].filter(Boolean).map((part) => ` · ${part}`)}
              </span>
            </p>
            {found.rows > 0 && observationId !== undefined ? <FigureRows observationId={observationId} /> : null}
            {found.documentId ? <AppLink to={`/documents/${found.documentId}`}>{say(cardTexts.inDocument)}</AppLink> : null}
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
