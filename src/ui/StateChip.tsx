import type { ReactNode } from "react";

type StateChipProps = { readonly tone?: "plain" | "active" | "done" | "muted" | "alert"; readonly children: ReactNode };

/** States outside supervision are neutral chips: word first, weight and outline second, never colour alone. */
export function StateChip({ tone = "plain", children }: StateChipProps) {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}
