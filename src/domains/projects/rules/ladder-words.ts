import { Colour } from "#domains/projects/contract/colour.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { Ladder } from "#kernel/ladder.ts";

/** The span of one colour on a ladder, in signs that both languages read: `≤ 0`, `0 – 10`, `≥ 10, ≤ 30`, `> 30`. */
export type ColourSpan = { readonly colour: Colour; readonly span: string };

/** A ladder as it is printed, best colour first; a colour that it does not give has no span. */
export function colourSpans({ steps }: Ladder): readonly ColourSpan[] {
  return steps.flatMap((step, place) => {
    const colour = Colour.safeParse(step.band).data;
    const below = steps[place - 1];
    return colour === undefined ? [] : [{ colour, span: spanOf(below, step) }];
  });
}

type End = { readonly upTo: Decimal | null; readonly including: boolean };

function spanOf(below: End | undefined, step: End): string {
  const from = below?.upTo == null ? "" : `${below.including ? ">" : "≥"} ${below.upTo}`;
  const to = step.upTo === null ? "" : `${step.including ? "≤" : "<"} ${step.upTo}`;
  return [from, to].filter((part) => part !== "").join(", ") || "–";
}
