import { memo } from "react";
import { GeographyLayer } from "#domains/projects/contract/geography.ts";
import type { LayerView } from "#domains/projects/contract/map-operations.ts";
import { middleOf } from "#domains/projects/rules/read-geography.ts";
import { type Projection, pathOf } from "#domains/projects/web/local-projection.ts";

type MapGroundProps = {
  readonly layers: readonly LayerView[];
  readonly shown: ReadonlySet<GeographyLayer>;
  readonly projection: Projection;
  /** Units of the drawing that one pixel takes now. */
  readonly unit: number;
};

/** Parcels carry their numbers once one of them is this many pixels wide. */
const PARCEL_UNIT = 4.2;

/** The zone's own lines and areas, from the boundary up. */
export const MapGround = memo(function MapGround({ layers, shown, projection, unit }: MapGroundProps) {
  return (
    <>
      {GeographyLayer.options.map((layer) => {
        const found = layers.find((one) => one.layer === layer);
        if (!found || !shown.has(layer)) return null;
        return (
          <g key={layer} className={`map-${layer}`}>
            {layer === "parcel" ? (
              <path d={found.shapes.map((shape) => pathOf(shape, projection)).join("")} />
            ) : (
              found.shapes.map((shape, place) => (
                <path
                  // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a version never change their order
                  key={place}
                  id={`map-${layer}-${place}`}
                  className={shape.area ? "map-area" : "map-line"}
                  d={pathOf(shape, projection)}
                />
              ))
            )}
            {layer === "parcel" && unit < PARCEL_UNIT
              ? found.shapes.map((shape) => {
                  const [x, y] = projection.place(middleOf(shape));
                  return (
                    <text key={shape.name} x={x} y={y} fontSize={10 * unit} textAnchor="middle">
                      {shape.name}
                    </text>
                  );
                })
              : null}
            {layer === "road"
              ? found.shapes.map((shape, place) => (
                  <text key={shape.name} fontSize={12 * unit} dy={-4 * unit}>
                    <textPath href={`#map-road-${place}`} startOffset="4%">
                      {shape.name}
                    </textPath>
                  </text>
                ))
              : null}
            {layer === "water"
              ? found.shapes.map((shape) => {
                  const [x, y] = projection.place(middleOf(shape));
                  return (
                    <text key={shape.name} x={x} y={y} fontSize={12 * unit} textAnchor="middle">
                      {shape.name}
                    </text>
                  );
                })
              : null}
          </g>
        );
      })}
    </>
  );
});
