import { basisWords, calibreInWords, settlednessWords } from "#domains/economy/contract/card-words.ts";
import type { FigureSource, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { CardRows } from "#domains/economy/web/CardRows.tsx";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Figure } from "#ui/Figure.tsx";
import { Growth } from "#ui/Growth.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useTimes } from "#ui/use-times.ts";

type SourcesDrawerProps = {
  readonly figure: ReportCardFigure | undefined;
  readonly onClose: () => void;
  /** Inside the product the document can be opened; the public sees the quote alone. */
  readonly linked?: boolean;
};

/** All provenance of one figure: the sentence, or the rows, beside the page. */
export function SourcesDrawer({ figure, onClose, linked = false }: SourcesDrawerProps) {
  const { say, language } = useWords();
  if (!figure) return null;
  const name = (language === "en" && figure.indicatorEn) || figure.indicator;
  const settled = figure.settledness === "unknown" ? undefined : settlednessWords[figure.settledness];
  const calibre = calibreInWords(figure);
  const basis = figure.basis === "unknown" ? undefined : basisWords[figure.basis];
  return (
    <Drawer open onClose={onClose} title={`${name} · ${sayPeriod(figure.period, language)}`}>
      <p className="tile-figure">
        {figure.value === null ? (
          <Figure value={figure.yoyPct} unit="%" name={name} growth />
        ) : (
          <Figure value={figure.value} unit={figure.unit} name={name} approximation={figure.approximation} />
        )}
      </p>
      {figure.value !== null && figure.yoyPct !== null ? (
        <p>
          <Growth value={figure.yoyPct} />
        </p>
      ) : null}
      <p className="quiet">
        {[figure.region, basis ? say(basis) : null, settled ? say(settled) : null, calibre === null ? null : say(calibre)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {figure.sources.map((source) => (
        <SourceView
          key={source.kind === "document" ? `${source.documentId}-${source.start}` : source.dataset}
          source={source}
          linked={linked}
        />
      ))}
    </Drawer>
  );
}

function SourceView({ source, linked }: { readonly source: FigureSource; readonly linked: boolean }) {
  const { say } = useWords();
  const { day } = useTimes();
  if (source.kind === "rows")
    return (
      <section className="stack-small" aria-label={source.title}>
        <h3>{source.title}</h3>
        <p className="quiet">{say(cardTexts.rowsProof)}</p>
        <CardRows source={source} linked={linked} />
        {source.note ? <p>{source.note}</p> : null}
      </section>
    );
  return (
    <section className="stack-small" aria-label={source.title}>
      <QuoteView quote={source.quote} />
      <p>
        {source.title}
        {source.published ? <span className="quiet"> · {day(source.published)}</span> : null}
      </p>
      {linked ? <AppLink to={`/documents/${source.documentId}`}>{say(cardTexts.inDocument)}</AppLink> : null}
    </section>
  );
}
