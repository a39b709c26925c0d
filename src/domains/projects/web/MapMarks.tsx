import { type KeyboardEvent, memo } from "react";
import { colourWords } from "#domains/projects/contract/colour.ts";
import type { MapPlace } from "#domains/projects/contract/map-operations.ts";
import { courseTexts } from "#domains/projects/web/course-texts.ts";
import type { Projection } from "#domains/projects/web/local-projection.ts";
import { markPath, sizeOf, tickPath } from "#domains/projects/web/map-mark.ts";
import { sayYuan } from "#domains/projects/web/say-yuan.ts";
import { useWords } from "#ui/language.tsx";

type MapMarksProps = {
  readonly places: readonly MapPlace[];
  readonly projection: Projection;
  readonly unit: number;
  readonly marked: string | undefined;
  readonly onOpen: (place: MapPlace) => void;
};

/** Projects by colour and shape, by investment in size; large ones below, so that none hides another. One stop for the keyboard, arrows go on from there. */
export const MapMarks = memo(function MapMarks({ places, projection, unit, marked, onOpen }: MapMarksProps) {
  const { say, language } = useWords();
  const ordered = [...places].sort((one, other) => Number(other.plannedTotalYuan) - Number(one.plannedTotalYuan));
  const move = (event: KeyboardEvent<SVGGElement>, place: MapPlace) => {
    if (event.key === "Enter" || event.key === " ") onOpen(place);
    const next = { ArrowRight: event.currentTarget.nextElementSibling, ArrowLeft: event.currentTarget.previousElementSibling }[event.key];
    if (next instanceof SVGElement) next.focus();
    if (["Enter", " ", "ArrowRight", "ArrowLeft"].includes(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <g>
      {ordered.map((place, rank) => {
        const [x, y] = projection.place([place.longitude, place.latitude]);
        const half = sizeOf(place.plannedTotalYuan);
        const colour = place.colour ? say(colourWords[place.colour]) : say(courseTexts.unsupervised);
        const name = `${place.name}，${colour}，${sayYuan(place.plannedTotalYuan, language)}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a drawing holds no button element
          <g
            key={place.id}
            role="button"
            tabIndex={rank === 0 ? 0 : -1}
            aria-label={name}
            data-project={place.id}
            className={`map-mark map-mark-${place.colour ?? "none"}${marked === place.id ? " map-marked" : ""}`}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${unit.toFixed(4)})`}
            onClick={() => onOpen(place)}
            onKeyDown={(event) => move(event, place)}
          >
            <title>{name}</title>
            {marked === place.id ? <circle className="map-halo" r={half + 6} /> : null}
            <path d={markPath(place.colour, half)} />
            {place.colour === "green" ? <path className="map-tick" d={tickPath(half)} /> : null}
          </g>
        );
      })}
    </g>
  );
});
