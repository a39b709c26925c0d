import { Button } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import type { GeographyLayer } from "#domains/projects/contract/geography.ts";
import type { LayerView, MapPlace } from "#domains/projects/contract/map-operations.ts";
import { mapTexts } from "#domains/projects/web/course-texts.ts";
import { projectionOf } from "#domains/projects/web/local-projection.ts";
import { MapGround } from "#domains/projects/web/MapGround.tsx";
import { MapMarks } from "#domains/projects/web/MapMarks.tsx";
import { usePanZoom } from "#domains/projects/web/use-pan-zoom.ts";
import { useWords } from "#ui/language.tsx";

type ZoneMapProps = {
  readonly layers: readonly LayerView[];
  readonly shown: ReadonlySet<GeographyLayer>;
  readonly places: readonly MapPlace[];
  readonly marked: string | undefined;
  readonly onOpen: (place: MapPlace) => void;
};

const NOWHERE = { x: -1, y: -1, width: 2, height: 2 };

/** The zone drawn from its own geography: no tiles, no other host. */
export function ZoneMap({ layers, shown, places, marked, onOpen }: ZoneMapProps) {
  const { say } = useWords();
  const frame = useRef<SVGSVGElement>(null);
  // The ground decides on the picture where there is one, so that it stands still while projects are narrowed down.
  const ground = useMemo(() => layers.flatMap(({ shapes }) => shapes.flatMap(({ parts }) => parts.flat())), [layers]);
  const projection = useMemo(
    () => projectionOf(ground.length > 0 ? ground : places.map(({ longitude, latitude }) => [longitude, latitude] as const)),
    [ground, places],
  );
  const box = projection?.box ?? NOWHERE;
  const { view, zoomIn, zoomOut, reset, handlers } = usePanZoom(frame, box);
  const pixels = usePixels(frame);
  const unit = Math.max(box.width / pixels.width, box.height / pixels.height) / view.zoom;
  const [width, height] = [box.width / view.zoom, box.height / view.zoom];
  const viewBox = `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`;
  return (
    <div className="map-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
      <svg
        ref={frame}
        className="map"
        viewBox={viewBox}
        style={{ touchAction: view.zoom > 1 ? "none" : "pan-x pan-y" }}
        role="group"
        aria-label={`${say(mapTexts.map)}：${say(mapTexts.mapHint)}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move the map; every project on it stands in the list as well
        tabIndex={0}
        {...handlers}
      >
        {projection ? (
          <>
            <MapGround layers={layers} shown={shown} projection={projection} unit={unit} />
            <MapMarks
              places={places}
              projection={projection}
              unit={unit * Math.min(1, Math.max(0.6, pixels.width / 600))}
              marked={marked}
              onOpen={onOpen}
            />
          </>
        ) : null}
      </svg>
      <div className="map-buttons">
        <Button size="small" aria-label={say(mapTexts.zoomIn)} onClick={zoomIn}>
          +
        </Button>
        <Button size="small" aria-label={say(mapTexts.zoomOut)} onClick={zoomOut}>
          −
        </Button>
        <Button size="small" onClick={reset}>
          {say(mapTexts.reset)}
        </Button>
      </div>
    </div>
  );
}

/** How large the drawing is on the screen: marks and words keep their size whatever the zoom. */
function usePixels(frame: React.RefObject<SVGSVGElement | null>) {
  const [size, setSize] = useState({ width: 800, height: 560 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setSize({ width, height });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return size;
}
