import { useWords } from "#ui/language.tsx";
import { directionOf, signed } from "#ui/print-figure.ts";
import { uiTexts } from "#ui/ui-texts.ts";

type GrowthProps = { readonly value: string; readonly unit?: string; readonly label?: string };

const SHAPES = { up: "↑", down: "↓", level: "→" } as const;

/** Growth with sign and shape, in ink: supervision colours are for supervision. */
export function Growth({ value, unit = "%", label }: GrowthProps) {
  const { say } = useWords();
  const direction = directionOf(value);
  return (
    <span className="growth">
      <span className="growth-label">{label ?? say(uiTexts.growth)}</span>{" "}
      <span aria-hidden="true" className="growth-shape">
        {SHAPES[direction]}
      </span>
      {signed(value)}
      <span className="unit">{unit === "%" ? "%" : `\u2009${unit}`}</span>
    </span>
  );
}
