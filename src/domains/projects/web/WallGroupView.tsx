import { type KeyboardEvent, memo } from "react";
import type { z } from "zod";
import { colourWords } from "#domains/projects/contract/colour.ts";
import type { WallTile } from "#domains/projects/contract/colour-operations.ts";
import { type Box, HEAD_HEIGHT, type WallGroup } from "#domains/projects/web/lay-out-wall.ts";
import { SHAPES, SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { useWords } from "#ui/language.tsx";

export type Tile = z.infer<typeof WallTile>;
type GroupProps = {
  readonly group: WallGroup<Tile>;
  readonly onPoint: (tile: Tile) => void;
  readonly onOpen: (tile: Tile) => void;
  readonly onRest: (colour: Tile["colour"]) => void;
};

/** The tiles of one colour. One of them is in the order of the tab key; the arrow keys go from tile to tile. */
export const WallGroupView = memo(({ group, onPoint, onOpen, onRest }: GroupProps) => {
  const { say } = useWords();
  return (
    <section
      className="wall-group"
      style={{ top: group.top, height: group.height }}
      aria-label={say(wallTexts.group, { colour: say(colourWords[group.colour]) })}
    >
      <h2 style={{ height: HEAD_HEIGHT }}>
        <SupervisionLight colour={group.colour} />
        <span>{group.count}</span>
        {group.rest > 0 ? (
          <button type="button" className="text-button" onClick={() => onRest(group.colour)}>
            {say(wallTexts.rest, { count: group.rest })}
          </button>
        ) : null}
      </h2>
      <div className="wall-area">
        {group.tiles.map(({ item, box }, place) => (
          <TileView key={item.id} tile={item} box={box} first={place === 0} onPoint={onPoint} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
});
WallGroupView.displayName = "WallGroupView";

type TileProps = Pick<GroupProps, "onPoint" | "onOpen"> & { readonly tile: Tile; readonly box: Box; readonly first: boolean };

function TileView({ tile, box, first, onPoint, onOpen }: TileProps) {
  const { say, language } = useWords();
  const reasons = tile.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; ");
  const named = box.width >= 60 && box.height >= 20;
  const lines = Math.floor((box.height - 4) / 16);
  return (
    <button
      type="button"
      className={`wall-tile wall-${tile.colour}${named ? "" : " wall-tile-small"}`}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
      tabIndex={first ? 0 : -1}
      aria-label={`${tile.name}，${say(colourWords[tile.colour])}，${reasons || say(wallTexts.nothingWrong)}`}
      onMouseEnter={() => onPoint(tile)}
      onFocus={() => onPoint(tile)}
      onClick={() => onOpen(tile)}
      onKeyDown={step}
    >
      {named ? (
        <>
          <span className="wall-tile-name" style={{ WebkitLineClamp: lines >= 4 ? 2 : 1 }}>
            <span className="wall-shape">{SHAPES[tile.colour]}</span> {tile.name}
          </span>
          {lines >= 2 && reasons !== "" ? (
            <span className="wall-tile-reason" style={{ WebkitLineClamp: lines >= 5 ? 3 : 1 }}>
              {reasons}
            </span>
          ) : null}
        </>
      ) : box.width >= 12 && box.height >= 12 ? (
        <span className="wall-shape">{SHAPES[tile.colour]}</span>
      ) : null}
    </button>
  );
}

const STEPS: Readonly<Record<string, "previousElementSibling" | "nextElementSibling" | "firstElementChild" | "lastElementChild">> = {
  ArrowRight: "nextElementSibling",
  ArrowDown: "nextElementSibling",
  ArrowLeft: "previousElementSibling",
  ArrowUp: "previousElementSibling",
  Home: "firstElementChild",
  End: "lastElementChild",
};

function step(event: KeyboardEvent<HTMLElement>): void {
  const move = STEPS[event.key];
  const here = event.currentTarget;
  if (move === undefined) return;
  const next = move === "firstElementChild" || move === "lastElementChild" ? here.parentElement?.[move] : here[move];
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
}
