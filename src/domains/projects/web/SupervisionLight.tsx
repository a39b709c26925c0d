import { type Colour, colourWords } from "#domains/projects/contract/colour.ts";
import { useWords } from "#ui/language.tsx";

/** The four colours are kept for supervision, and never stand alone: shape and word go with them. */
export const SHAPES: Readonly<Record<Colour, string>> = { red: "●", yellow: "▲", blue: "■", green: "✔" };

type SupervisionLightProps = { readonly colour: Colour; readonly word?: boolean };

export function SupervisionLight({ colour, word = true }: SupervisionLightProps) {
  const { say } = useWords();
  return (
    <span className={`light light-${colour}`}>
      <span aria-hidden="true" className="light-shape">
        {SHAPES[colour]}
      </span>
      <span className={word ? undefined : "visually-hidden"}>{say(colourWords[colour])}</span>
    </span>
  );
}
