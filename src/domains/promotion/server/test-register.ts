import { randomUUID } from "node:crypto";
import type { TestPromotion } from "#domains/promotion/server/test-promotion.ts";

type Given = Readonly<Record<string, unknown>>;

/** Puts rows of the register, of the zone's book and of the chain in place, as imports and officials would have. */
export function fillRegister({ database }: TestPromotion) {
  const put = async (table: string, row: Given): Promise<void> => {
    const names = Object.keys(row);
    const values = names.map((_, place) => `$${place + 1}`);
    await database.tamper(`insert into ${table} (${names.join(", ")}) values (${values.join(", ")})`, Object.values(row));
  };
  const changed = () => database.tamper("insert into register_change default values on conflict do nothing");
  let number = 0;
  return {
    put,
    changed,
    enterprise: async (name: string, given: Given = {}): Promise<string> => {
      const id = randomUUID();
      number += 1;
      await put("enterprise", { id, identifier_kind: "provisional", identifier: `P-TEST-${number}`, name, name_key: name, ...given });
      await changed();
      return id;
    },
    qualification: (enterpriseId: string, kind: string, to: string | null = null) =>
      put("enterprise_qualification", { enterprise_id: enterpriseId, id: randomUUID(), kind, valid_from: "2024-01-01", valid_to: to }).then(
        changed,
      ),
    tie: (from: string, to: string, kind: string, given: Given = {}) =>
      put("enterprise_tie", { from_id: from, to_id: to, kind, strength: 80, as_of: "2026-01-01", evidence: "年报", ...given }).then(
        changed,
      ),
    zoneTie: (from: string, to: string | null, kind: string, given: Given = {}) =>
      put("zone_tie", {
        zone_id: database.zoneId,
        id: randomUUID(),
        from_id: from,
        to_id: to,
        kind,
        strength: 80,
        evidence: "走访得知",
        as_of: "2026-01-01",
        entered_by: "test",
        ...given,
      }),
    book: (enterpriseId: string, kind: string, given: Given = {}) =>
      put("enterprise_book", {
        zone_id: database.zoneId,
        id: randomUUID(),
        enterprise_id: enterpriseId,
        kind,
        from_on: "2020-01-01",
        entered_by: "test",
        ...given,
      }),
    /** An approved graph: one direction with a node below it. */
    chain: async (): Promise<void> => {
      const version = randomUUID();
      const zone_id = database.zoneId;
      await put("chain_version", {
        zone_id,
        id: version,
        number: 1,
        name: "测试图谱",
        state: "APPROVED",
        effective_from: "2026-01-01",
        drafted_on: "2026-01-01",
        drafted_by: "a",
        drafted_by_name: "a",
        authors: ["a"],
        approved_on: "2026-01-01",
        approved_by: "b",
        approved_by_name: "b",
      });
      const node = (code: string, level: string, parent: string | null, name: string, given: Given = {}) =>
        put("chain_node", { zone_id, version_id: version, code, level, parent, ordinal: 1, name, ...given });
      await node("IC", "industry", null, "集成电路");
      await node("IC-P", "field", "IC", "功率器件");
      await node("IC-P-1", "direction", "IC-P", "功率半导体", { class_codes: ["C3972"], products: ["IGBT模块"] });
      await node("IC-P-1-A", "node", "IC-P-1", "碳化硅器件", { products: ["碳化硅外延片"] });
    },
  };
}
