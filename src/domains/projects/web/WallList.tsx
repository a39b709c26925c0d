import { colourWords } from "#domains/projects/contract/colour.ts";
import { FreshnessLight } from "#domains/projects/web/FreshnessLight.tsx";
import { WORST_FIRST } from "#domains/projects/web/lay-out-wall.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import type { Tile } from "#domains/projects/web/WallGroupView.tsx";
import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

/** A phone shows no more of one colour; the rest stands in the table. */
const MOST = 100;

type WallListProps = {
  readonly tiles: readonly Tile[];
  readonly onOpen: (tile: Tile) => void;
  readonly onRest: (colour: Tile["colour"]) => void;
};

/** The wall on a phone: red and yellow first, as a list; blue and green folded. */
export function WallList({ tiles, onOpen, onRest }: WallListProps) {
  const { say } = useWords();
  return (
    <div className="stack">
      {WORST_FIRST.map((colour) => {
        const all = tiles.filter((tile) => tile.colour === colour).sort(largestFirst);
        if (all.length === 0) return null;
        return (
          <section key={colour} className="section" aria-label={say(wallTexts.group, { colour: say(colourWords[colour]) })}>
            <details className="folded" open={colour === "red" || colour === "yellow"}>
              <summary>
                <SupervisionLight colour={colour} /> {all.length}
              </summary>
              <ul className="list wall-list">
                {all.slice(0, MOST).map((tile) => (
                  <Line key={tile.id} tile={tile} onOpen={onOpen} />
                ))}
              </ul>
              {all.length > MOST ? (
                <p className="section-body">
                  <button type="button" className="text-button" onClick={() => onRest(colour)}>
                    {say(wallTexts.rest, { count: all.length - MOST })}
                  </button>
                </p>
              ) : null}
            </details>
          </section>
        );
      })}
    </div>
  );
}

const largestFirst = (one: Tile, other: Tile): number => Number(other.plannedTotalYuan) - Number(one.plannedTotalYuan);

function Line({ tile, onOpen }: { readonly tile: Tile; readonly onOpen: (tile: Tile) => void }) {
  const { say, language } = useWords();
  const { short } = useYuan();
  const reasons = tile.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; ");
  return (
    <li>
      <button type="button" onClick={() => onOpen(tile)}>
        <strong>
          <SupervisionLight colour={tile.colour} word={false} /> {tile.name}
        </strong>
        <span>{reasons || say(wallTexts.nothingWrong)}</span>
        <span className="quiet">
          {short(tile.plannedTotalYuan)} · <FreshnessLight freshness={tile.freshness} />
        </span>
      </button>
    </li>
  );
}
