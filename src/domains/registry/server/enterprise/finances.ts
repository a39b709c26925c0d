import { sql } from "kysely";
import { type Decimal, decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export type RegisterFinance = {
  readonly enterpriseId: string;
  readonly year: number;
  readonly revenueYuan: Decimal | null;
  /** Net profit. */
  readonly profitYuan: Decimal | null;
  readonly assetsYuan: Decimal | null;
  readonly liabilitiesYuan: Decimal | null;
  readonly source: string;
  readonly asOf: LocalDate | null;
};

type Row = Readonly<Record<"revenue" | "profit" | "assets" | "liabilities", string | null>> & {
  readonly enterprise_id: string;
  readonly year: number;
  readonly source: string | null;
  readonly as_of: string | null;
};

const amount = (text: string | null): Decimal | null => (text === null ? null : decimal(text));

/** What the national register has of the years of some enterprises, newest year first; what it does not say is null. */
export async function listFinances(tx: Tx, enterpriseIds: readonly string[]): Promise<readonly RegisterFinance[]> {
  if (enterpriseIds.length === 0) return [];
  const { rows } = await sql<Row>`select f.enterprise_id, f.year, f.revenue_yuan revenue, f.profit_yuan profit, f.assets_yuan assets,
      f.liabilities_yuan liabilities, s.name source, f.as_of
    from enterprise_finance f left join register_source s on s.id = f.source_id
    where f.enterprise_id = any(${[...enterpriseIds]}::uuid[]) order by f.enterprise_id, f.year desc`.execute(tx);
  return rows.map((row) => ({
    enterpriseId: row.enterprise_id,
    year: row.year,
    revenueYuan: amount(row.revenue),
    profitYuan: amount(row.profit),
    assetsYuan: amount(row.assets),
    liabilitiesYuan: amount(row.liabilities),
    source: row.source ?? "",
    asOf: row.as_of as LocalDate | null,
  }));
}
