import { cockpitTexts } from "#domains/workbench/web/cockpit-texts.ts";
import type { CockpitView } from "#domains/workbench/web/cockpit-view.ts";
import { Figure } from "#ui/Figure.tsx";
import { Growth } from "#ui/Growth.tsx";
import { useWords } from "#ui/language.tsx";
import { directionOf, groupDigits } from "#ui/print-figure.ts";
import { sayPeriod } from "#ui/say-period.ts";
import { Tile } from "#ui/Tile.tsx";

type CockpitTilesProps = { readonly tiles: CockpitView["tiles"]; readonly onOpen: (observationId: string, name: string) => void };

/** Where only the growth is published, the growth is the figure. */
export function CockpitTiles({ tiles, onOpen }: CockpitTilesProps) {
  const { say, language } = useWords();
  return (
    <div className="tiles">
      {tiles.map((tile) => {
        const indicator = tile.name[language] || tile.name.zh;
        const name = tile.calibre === null ? indicator : `${indicator} · ${say(tile.calibre)}`;
        const open = () => onOpen(tile.observationId, name);
        return (
          <Tile
            key={tile.code}
            name={name}
            period={sayPeriod(tile.period, language)}
            figure={
              tile.value === null ? (
                <Figure value={tile.yoyPct} unit="%" name={name} growth onOpen={open} />
              ) : (
                <Figure value={tile.value} unit={tile.unit} name={name} onOpen={open} />
              )
            }
            lines={[
              tile.value !== null && tile.yoyPct !== null ? <Growth key="growth" value={tile.yoyPct} /> : null,
              tile.againstCity === null
                ? null
                : say(againstCity(tile.againstCity), { points: groupDigits(tile.againstCity.replace(/^[+\-−]/, "")) }),
              tile.others.length === 0 ? null : (
                <span key="others" className="tile-others">
                  {tile.others.map((other) => {
                    const otherName = `${indicator} · ${say(other.calibre)}`;
                    return (
                      <span key={other.observationId}>
                        {say(other.calibre)}{" "}
                        <Figure
                          value={other.value ?? other.yoyPct}
                          unit={other.value === null ? "%" : other.unit}
                          name={otherName}
                          onOpen={() => onOpen(other.observationId, otherName)}
                        />
                      </span>
                    );
                  })}
                </span>
              ),
            ]}
            trend={tile.trend.map((point) => Number(point.value))}
            trendLabel={say(cockpitTexts.trend, { name, count: tile.trend.length })}
          />
        );
      })}
    </div>
  );
}

const againstCity = (points: string) => {
  const direction = directionOf(points);
  return direction === "up" ? cockpitTexts.above : direction === "down" ? cockpitTexts.below : cockpitTexts.level;
};
