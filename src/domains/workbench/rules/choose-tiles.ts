import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";

export type ChosenTile<Figure> = { readonly figure: Figure; readonly others: readonly Figure[] };
type Choosable = Pick<ReportCardFigure, "id" | "code" | "calibre">;
type Order = {
  /** What the zone's card has to show, the most important first. */
  readonly headlines: readonly string[];
  /** Indicators of the register of projects: they stand behind the zone's own figures. */
  readonly ofProjects: ReadonlySet<string>;
  readonly counts: (code: string) => boolean;
};

export const MOST_TILES = 12;

/**
 * The figures of the first screen. Of one indicator its main calibre has the tile and the others open from it; headlines come first, then the
 * catalogue in its order, then rates and amounts of projects, at last how many projects there are.
 */
export function chooseTiles<Figure extends Choosable>(figures: readonly Figure[], order: Order): readonly ChosenTile<Figure>[] {
  const byCode = Map.groupBy(
    figures.filter((figure) => figure.code !== null),
    (figure) => figure.code ?? "",
  );
  const tiles = [...byCode].map(([code, of]) => {
    const main = of.find((figure) => figure.id === code) ?? of.find((figure) => figure.calibre === null) ?? of[0];
    // A share of the city or a rank is another figure than the indicator's own level, not another calibre of it.
    return { code, figure: main, others: of.filter((figure) => figure !== main && figure.id.startsWith(`${code}@`)) };
  });
  const placeOf = (code: string): number => {
    const headline = order.headlines.indexOf(code);
    if (headline >= 0) return headline;
    const [behindHeadlines, behindAll] = [order.headlines.length, order.headlines.length + 1];
    if (!order.ofProjects.has(code)) return behindHeadlines;
    return order.counts(code) ? behindAll + 1 : behindAll;
  };
  return tiles
    .flatMap(({ code, figure, others }) => (figure === undefined ? [] : [{ code, figure, others }]))
    .toSorted((one, other) => placeOf(one.code) - placeOf(other.code))
    .slice(0, MOST_TILES)
    .map(({ figure, others }) => ({ figure, others }));
}
