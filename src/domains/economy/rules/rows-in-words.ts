import type { RowsSource } from "#domains/economy/contract/report-card.ts";

/** The rows of a figure in one text: those that are carried, and how many more there are. */
export function rowsInWords({ rows, total }: RowsSource): string {
  const labels = rows.map((row) => row.label).join("；");
  return total !== undefined && total > rows.length ? `${labels}；……共${total}行` : labels;
}
