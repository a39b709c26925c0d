import { sql } from "kysely";
import { prominenceOf } from "#domains/registry/rules/prominence.ts";
import { tokensOf } from "#domains/registry/rules/tokens.ts";
import { cutProduct } from "#domains/registry/server/product-words.ts";
import { noteRegisterChange } from "#domains/registry/server/register-change.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { Tx } from "#kernel/server/database.ts";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly former_names: readonly string[];
  readonly other_names: readonly string[];
  readonly products: readonly string[];
  readonly told_products: readonly string[];
  readonly region_code: string | null;
  readonly class_code: string | null;
  readonly other_classes: readonly string[];
  readonly controller: string | null;
  readonly stock_code: string | null;
  readonly capital_yuan: Decimal | null;
  readonly revenue_yuan: Decimal | null;
  readonly employees: number | null;
  readonly kinds: readonly string[];
};

const AT_ONCE = 2_000;

/** What enterprises are found by, and how prominently, made anew from everything that is known of them. */
export async function refreshFound(tx: Tx, ids: readonly string[]): Promise<void> {
  await noteRegisterChange(tx);
  for (let from = 0; from < ids.length; from += AT_ONCE) await refresh(tx, ids.slice(from, from + AT_ONCE));
}

async function refresh(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } =
    await sql<Row>`select e.id, e.name, e.former_names, e.products, e.region_code, e.class_code, e.other_classes, e.controller, e.stock_code,
      e.capital_yuan, e.revenue_yuan, e.employees,
      array(select n.name from enterprise_name n where n.enterprise_id = e.id order by n.name) other_names,
      array(select p.name from enterprise_product p where p.enterprise_id = e.id order by p.name) told_products,
      array(select distinct q.kind from enterprise_qualification q where q.enterprise_id = e.id) kinds
    from enterprise e where e.id = any(${ids}::uuid[])`.execute(tx);
  const found = rows.map((row) => ({
    id: row.id,
    tokens: tokensOf(
      {
        name: row.name,
        otherNames: [...row.other_names, ...row.former_names],
        products: [...row.products, ...row.told_products],
        regionCode: row.region_code,
        classCodes: [...(row.class_code === null ? [] : [row.class_code]), ...row.other_classes],
        qualifications: row.kinds,
        controller: row.controller,
        listed: row.stock_code !== null,
      },
      cutProduct,
    ),
    prominence: prominenceOf({
      capitalYuan: row.capital_yuan,
      revenueYuan: row.revenue_yuan,
      employees: row.employees,
      listed: row.stock_code !== null,
      qualifications: row.kinds,
    }),
  }));
  await sql`update enterprise e set tokens = t.tokens, prominence = t.prominence
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as t(id uuid, tokens text[], prominence integer) where t.id = e.id`.execute(
    tx,
  );
}
