import type { Colour } from "#domains/projects/contract/colour.ts";
import { WORST_FIRST } from "#domains/projects/web/lay-out-wall.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { useWords } from "#ui/language.tsx";

type WallLegendProps = {
  readonly counts: Readonly<Record<Colour, number>>;
  readonly chosen: Colour | undefined;
  readonly onChoose: (colour: Colour | undefined) => void;
};

/** What the colours are called, how many there are of each, and the filter by one of them. */
export function WallLegend({ counts, chosen, onChoose }: WallLegendProps) {
  const { say } = useWords();
  return (
    <fieldset className="wall-legend">
      <legend className="visually-hidden">{say(wallTexts.colour)}</legend>
      {WORST_FIRST.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-pressed={chosen === colour}
          onClick={() => onChoose(chosen === colour ? undefined : colour)}
        >
          <SupervisionLight colour={colour} />
          <span>{counts[colour]}</span>
        </button>
      ))}
    </fieldset>
  );
}
