import { levelWords } from "#domains/chain/contract/chain.ts";
import type { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import type { OutputOf } from "#kernel/contract.ts";
import type { Language } from "#kernel/texts.ts";

/** `44/59 = 74.6%` first, then each industry and field. */
export function printCoverage(
  { covered, total, pct, asOf, version, rows }: OutputOf<typeof chainOperations.coverage>,
  language: Language,
): string {
  const figure = (one: { readonly covered: number; readonly total: number; readonly pct: string | null }) =>
    `${one.covered}/${one.total}${one.pct === null ? "" : ` = ${one.pct}%`}`;
  const title = language === "zh" ? "产业方向覆盖率" : "Coverage of the directions";
  return [
    `${title}: ${figure({ covered, total, pct })}  (${version.name}, ${asOf})`,
    ...rows.map((row) => `${row.level === "industry" ? "" : "  "}${levelWords[row.level][language]} ${row.name[language]}: ${figure(row)}`),
  ].join("\n");
}
