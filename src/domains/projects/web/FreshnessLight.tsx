import type { z } from "zod";
import type { FreshnessView } from "#domains/projects/contract/colour-operations.ts";
import { freshnessTexts } from "#domains/projects/web/wall-texts.ts";
import { useWords } from "#ui/language.tsx";

type Freshness = z.infer<typeof FreshnessView>;
const SHAPES: Readonly<Record<Freshness["state"], string>> = { fresh: "◉", stale: "◑", missing: "○" };

/** The second light: how old the last report is. Neutral ink, shape and word: it is another question than the four colours. */
export function FreshnessLight({ freshness, word = true }: { readonly freshness: Freshness; readonly word?: boolean }) {
  const { say } = useWords();
  const wordOf = (state: keyof typeof freshnessTexts) => say(freshnessTexts[state], { days: freshness.days });
  return (
    <span className={`freshness freshness-${freshness.state}`}>
      <span aria-hidden="true">{SHAPES[freshness.state]}</span>
      <span className={word ? undefined : "visually-hidden"}>
        {wordOf(freshness.days === 0 ? "today" : freshness.days === null ? "never" : freshness.state)}
      </span>
    </span>
  );
}
