import { useWords } from "#ui/language.tsx";
import { printFigure, signed } from "#ui/print-figure.ts";
import { uiTexts } from "#ui/ui-texts.ts";

type FigureProps = {
  readonly value: string | null;
  readonly unit: string | null;
  /** What the figure is, for the name of the button. */
  readonly name: string;
  readonly approximation?: string;
  /** Opens the source beside the page; without it the figure is plain text. */
  readonly onOpen?: (() => void) | undefined;
  readonly growth?: boolean;
};

const BEFORE: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  near: { zh: "近", en: "nearly " },
  over: { zh: "超", en: "over " },
  about: { zh: "约", en: "about " },
  "at-least": { zh: "≥", en: "≥" },
  "at-most": { zh: "≤", en: "≤" },
};

/** Figure, thin space, unit in a lighter weight; a dotted underline where it opens to its proof. */
export function Figure({ value, unit, name, approximation = "exact", onOpen, growth = false }: FigureProps) {
  const { language, say } = useWords();
  if (value === null) return <span className="figure figure-none">–</span>;
  const printed = growth ? { before: "", number: signed(value), unit: unit ?? "" } : printFigure(value, unit ?? "", language);
  const text = (
    <>
      {BEFORE[approximation]?.[language]}
      {printed.before === "" ? null : <span className="unit">{`${printed.before}\u2009`}</span>}
      {printed.number}
      {printed.unit === "" ? null : <span className="unit">{printed.unit === "%" ? "%" : `\u2009${printed.unit}`}</span>}
    </>
  );
  if (!onOpen) return <span className="figure">{text}</span>;
  return (
    <button
      type="button"
      className="figure figure-opens"
      title={say(uiTexts.openSource, { name })}
      aria-label={`${name} ${printed.before}${printed.number}${printed.unit}`}
      onClick={onOpen}
    >
      {text}
    </button>
  );
}
