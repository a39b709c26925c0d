import type { ReactNode } from "react";
import { Sparkline } from "#ui/Sparkline.tsx";

type TileProps = {
  readonly name: string;
  readonly period?: string;
  readonly figure: ReactNode;
  readonly lines: readonly ReactNode[];
  readonly trend?: readonly (number | null)[];
  readonly trendLabel?: string;
};

/** One indicator at a glance: level, growth, against the city, and the way it came. */
export function Tile({ name, period, figure, lines, trend, trendLabel }: TileProps) {
  return (
    <article className="tile">
      <header className="tile-head">
        <h3>{name}</h3>
        {period ? <span className="tile-period">{period}</span> : null}
      </header>
      <div className="tile-middle">
        <p className="tile-figure">{figure}</p>
        {trend ? <Sparkline values={trend} label={trendLabel ?? name} width={96} height={26} /> : null}
      </div>
      <div className="tile-lines">
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a tile have fixed places
          <div key={place}>{line}</div>
        ))}
      </div>
    </article>
  );
}
