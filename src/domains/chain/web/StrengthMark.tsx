import { type Strength, strengthWords } from "#domains/chain/contract/chain.ts";
import { useWords } from "#ui/language.tsx";

const BARS: Readonly<Record<Strength, number>> = { missing: 0, weak: 1, present: 2, strong: 3 };

/** Strength as bars and word, in ink and never in the colours of supervision. */
export function StrengthMark({ strength }: { readonly strength: Strength }) {
  const { say } = useWords();
  return (
    <span className={`strength strength-${strength}`}>
      <svg width="15" height="12" viewBox="0 0 15 12" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            className={bar < BARS[strength] ? "strength-bar" : "strength-no-bar"}
            x={bar * 5 + 0.5}
            y={7.5 - bar * 3}
            width="3"
            height={4 + bar * 3}
          />
        ))}
      </svg>
      {say(strengthWords[strength])}
    </span>
  );
}
