import { useMemo, useRef, useState } from "react";
import { FreshnessLight } from "#domains/projects/web/FreshnessLight.tsx";
import { layOutWall } from "#domains/projects/web/lay-out-wall.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { useSize } from "#domains/projects/web/use-size.ts";
import { type Tile, WallGroupView } from "#domains/projects/web/WallGroupView.tsx";
import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type WallPictureProps = {
  readonly tiles: readonly Tile[];
  readonly onOpen: (tile: Tile) => void;
  readonly onRest: (colour: Tile["colour"]) => void;
};

/** The wall itself, and above it a line that says who the tile is that one points at, and why. */
export function WallPicture({ tiles, onOpen, onRest }: WallPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const [pointed, setPointed] = useState<Tile>();
  const groups = useMemo(() => layOutWall(tiles, size), [tiles, size]);
  return (
    <>
      <Caption tile={pointed !== undefined && tiles.includes(pointed) ? pointed : undefined} />
      <div ref={frame} className="wall">
        {groups.map((group) => (
          <WallGroupView key={group.colour} group={group} onPoint={setPointed} onOpen={onOpen} onRest={onRest} />
        ))}
      </div>
    </>
  );
}

function Caption({ tile }: { readonly tile: Tile | undefined }) {
  const { say, language } = useWords();
  const { short } = useYuan();
  if (tile === undefined) return <p className="wall-caption quiet">{say(wallTexts.pick)}</p>;
  const reasons = tile.reasons.map((reason) => reason[language]);
  return (
    <p className="wall-caption">
      <SupervisionLight colour={tile.colour} />
      <strong>{tile.name}</strong>
      <span>{short(tile.plannedTotalYuan)}</span>
      <span>{reasons.length === 0 ? say(wallTexts.nothingWrong) : reasons.join(language === "zh" ? "；" : "; ")}</span>
      <FreshnessLight freshness={tile.freshness} />
      {tile.since ? <span className="quiet">{say(wallTexts.since, { day: tile.since })}</span> : null}
    </p>
  );
}
