/** A bar up to the plan, which is marked; what goes beyond it is shown up to a half more. The figure stands beside it. */
export function RateBar({ ratePct }: { readonly ratePct: string | null }) {
  const rate = Math.min(Number(ratePct ?? "0"), 150);
  return (
    <span className="rate-bar" aria-hidden="true">
      <span style={{ width: `${(rate / 150) * 100}%` }} />
    </span>
  );
}

/** The bar and its figure, always with two decimals, so that bars stand under each other. */
export function RateCell({ ratePct }: { readonly ratePct: string | null }) {
  return (
    <span className="rate-cell">
      <RateBar ratePct={ratePct} />
      <span>{ratePct === null ? "–" : `${Number(ratePct).toFixed(2)}%`}</span>
    </span>
  );
}
