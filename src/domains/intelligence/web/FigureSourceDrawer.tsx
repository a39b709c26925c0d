import { useQuery } from "@tanstack/react-query";
import { FigureRows } from "#domains/intelligence/web/FigureRows.tsx";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { sourceTexts } from "#domains/intelligence/web/source-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";

type FigureSourceDrawerProps = { readonly observationId: string | undefined; readonly name: string; readonly onClose: () => void };

/** Where a figure comes from, beside the page: the sentence, its document, the rule that found it and who accepted it. */
export function FigureSourceDrawer({ observationId, name, onClose }: FigureSourceDrawerProps) {
  return (
    <Drawer open={observationId !== undefined} onClose={onClose} title={name}>
      {observationId ? <FigureSource observationId={observationId} /> : null}
    </Drawer>
  );
}

function FigureSource({ observationId }: { readonly observationId: string }) {
  const { say } = useWords();
  const { day, moment } = useTimes();
  const source = useQuery({ queryKey: ["figure-source", observationId], queryFn: () => intelligence.figureSource({ observationId }) });
  return (
    <Loaded query={source}>
      {(found) => (
        <>
          {found.rows > 0 ? (
            <FigureRows observationId={observationId} />
          ) : (
            <QuoteView before={found.before} quote={found.quote} after={found.after} />
          )}
          <dl className="facts">
            <dt>{say(sourceTexts.document)}</dt>
            <dd>
              {found.documentId ? <AppLink to={`/documents/${found.documentId}`}>{found.documentTitle}</AppLink> : found.documentTitle}
            </dd>
            {found.medium ? (
              <>
                <dt>{say(sourceTexts.medium)}</dt>
                <dd>{found.medium}</dd>
              </>
            ) : null}
            <dt>{say(sourceTexts.published)}</dt>
            <dd>{day(found.published)}</dd>
            <dt>{say(sourceTexts.rule)}</dt>
            <dd>
              {found.rule} · {say(sourceTexts.confidence, { percent: Math.round(found.confidence * 100) })}
            </dd>
            <dt>{say(sourceTexts.decided)}</dt>
            <dd>{found.decidedBy ? `${found.decidedBy} · ${moment(found.decidedAt)}` : say(sourceTexts.undecided)}</dd>
          </dl>
        </>
      )}
    </Loaded>
  );
}
