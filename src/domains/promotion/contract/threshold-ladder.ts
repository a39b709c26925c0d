import { Ladder } from "#kernel/ladder.ts";

/**
 * A ladder whose bands come from low values to high in this order and no other. A band may be left out, the one that nothing is said of
 * (`plain`) may not: a rule that stops at every value would be no threshold, and a band that nobody knows would be read by nobody.
 */
export const ladderWith = (order: readonly string[], plain: string) =>
  Ladder.refine(
    ({ steps }) => {
      const places = steps.map(({ band }) => order.indexOf(band));
      const inOrder = places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
      return inOrder && steps.some(({ band }) => band === plain);
    },
    { error: "promotion.ladder-bands" },
  );
