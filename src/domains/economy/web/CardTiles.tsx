import { calibreInWords } from "#domains/economy/contract/card-words.ts";
import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { AgainstWider } from "#domains/economy/web/AgainstWider.tsx";
import { Figure } from "#ui/Figure.tsx";
import { Growth } from "#ui/Growth.tsx";
import { useWords } from "#ui/language.tsx";
import { Tile } from "#ui/Tile.tsx";

type CardTilesProps = { readonly figures: readonly ReportCardFigure[]; readonly onOpen: (figure: ReportCardFigure) => void };

/** The first figures of a card at a glance. */
export function CardTiles({ figures, onOpen }: CardTilesProps) {
  const { language } = useWords();
  return (
    <div className="tiles">
      {figures.slice(0, 8).map((figure) => {
        const indicator = (language === "en" && figure.indicatorEn) || figure.indicator;
        const calibre = calibreInWords(figure);
        const name = calibre === null ? indicator : `${indicator} · ${calibre[language]}`;
        const open = () => onOpen(figure);
        return (
          <Tile
            key={figure.id}
            name={name}
            figure={
              figure.value === null ? (
                <Figure value={figure.yoyPct} unit="%" name={name} growth onOpen={open} />
              ) : (
                <Figure value={figure.value} unit={figure.unit} name={name} approximation={figure.approximation} onOpen={open} />
              )
            }
            lines={[
              figure.value !== null && figure.yoyPct !== null ? <Growth key="growth" value={figure.yoyPct} /> : null,
              figure.comparisons.length > 0 ? <AgainstWider key="against" comparisons={figure.comparisons.slice(0, 1)} /> : null,
            ]}
          />
        );
      })}
    </div>
  );
}
