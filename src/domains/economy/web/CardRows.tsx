import { useState } from "react";
import type { RowsSource } from "#domains/economy/contract/report-card.ts";
import { FigureRows } from "#domains/economy/web/FigureRows.tsx";
import { ProofRows } from "#ui/ProofRows.tsx";

type CardRowsProps = {
  readonly source: RowsSource;
  /** Inside the product the rows that the card does not carry can be asked for. */
  readonly linked: boolean;
};

/** The rows that a card carries; where there are more, all of them page by page. */
export function CardRows({ source, linked }: CardRowsProps) {
  const [all, showAll] = useState(false);
  const observationId = linked ? source.observationId : undefined;
  if (all && observationId !== undefined) return <FigureRows observationId={observationId} />;
  const total = source.total ?? source.rows.length;
  return (
    <ProofRows
      rows={source.rows.map((row) => ({ ...row, dataset: source.dataset }))}
      total={total}
      linked={linked}
      more={total > source.rows.length && observationId !== undefined ? () => showAll(true) : undefined}
    />
  );
}
