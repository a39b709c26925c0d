import type { Place, TestServer } from "#apps/test-server.ts";
import { placementOperations } from "#domains/chain/contract/placement-operations.ts";
import { duplicateOperations } from "#domains/registry/contract/duplicate-operations.ts";
import { enterpriseOperations } from "#domains/registry/contract/enterprise-operations.ts";
import { importOperations } from "#domains/registry/contract/import-operations.ts";
import { searchOperations } from "#domains/registry/contract/search-operations.ts";

const { registerEnterprise, enterBook, addTie, noteOnEnterprise, askCorrection, openEnterprise } = enterpriseOperations;
const { importEnterprises, saveMapping } = importOperations;
const { placeEnterprise } = placementOperations;
const { saveView } = searchOperations;
const { mergeEnterprises, listDuplicates } = duplicateOperations;

/** Records of the register, by the input fields that name them. An enterprise is everybody's; the rest is one zone's. */
export type RegistryRecords = {
  /** Words that stand in this zone's own rows and nowhere else. */
  readonly marks: readonly string[];
  readonly enterprise: string;
  readonly entry: string;
  readonly tie: string;
  readonly view: string;
  readonly mapping: string;
  readonly correction: string;
  readonly import: string;
  readonly merge: string;
  readonly candidate: string;
};

/** A register with something in every table that a zone has of it. */
export async function furnishRegistry(at: TestServer, place: Place): Promise<RegistryRecords> {
  const as = (role: Parameters<TestServer["account"]>[0]) => at.account(role, place);
  const [promotion, head, enterprise] = [as("promotion"), as("department_head"), as("enterprise")];
  const zone = place === "first" ? "甲阳" : "乙荫";
  const source = "测试名录";
  const register = async (name: string) =>
    (await at.done(promotion, registerEnterprise, { identifierKind: "provisional", name, source }, { key: name })).id;
  const id = await register(`${zone}芯屏科技有限公司`);
  const other = await register(`${zone}供货电子有限公司`);
  const twin = await register(`${zone}供货电子（集团）公司`);
  // The graph of the zone is there already: whom it places is found by the place.
  await at.done(
    promotion,
    placeEnterprise,
    { node: place === "first" ? "JIA-1" : "YI-1", enterprise: `${zone}芯屏科技有限公司`, presence: "elsewhere", note: "走访核实" },
    { key: "registry-place" },
  );
  const entry = await at.done(promotion, enterBook, { id, kind: "resident", from: "2024-01-01", note: `${zone}名册备注` }, { key: "book" });
  const tie = await at.done(promotion, addTie, { id, toId: other, kind: "competitor", evidence: `${zone}关联依据` }, { key: "tie" });
  await at.done(promotion, noteOnEnterprise, { id, on: "2024-02-01", summary: `${zone}往来记录` }, { key: "note" });
  const view = await at.done(promotion, saveView, { name: `${zone}视图`, filter: { q: "芯屏" }, shared: true }, { key: "view" });
  const mapping = await at.done(promotion, saveMapping, { name: `${zone}列对应`, mapping: { 企业: "name" } }, { key: "mapping" });
  const because = `${zone}更正理由`;
  const correction = await at.done(
    enterprise,
    askCorrection,
    { field: "website", value: `${place}.example`, because },
    { key: "correction" },
  );
  const rows = ["企业名称,统一社会信用代码,成立日期", `${zone}坏行公司,123,`, `${zone}芯屏科技有限责任公司,,2020-01-01`];
  const bytes = Buffer.from(rows.join("\n"));
  const taken = await at.done(promotion, importEnterprises, { source }, { key: "import", files: [{ name: `${zone}名录.csv`, bytes }] });
  await at.worker.drain();
  const [keep, merge] = [await at.done(head, openEnterprise, { id: other }), await at.done(head, openEnterprise, { id: twin })];
  const merged = await at.done(
    head,
    mergeEnterprises,
    { keepId: other, mergeId: twin, keepVersion: keep.version, mergeVersion: merge.version, because: "同一家" },
    { key: "merge" },
  );
  const [candidate] = (await at.done(head, listDuplicates, { enterpriseId: id })).items;
  return {
    marks: [
      `${zone}名册备注`,
      `${zone}关联依据`,
      `${zone}往来记录`,
      `${zone}视图`,
      `${zone}列对应`,
      because,
      `${zone}名录.csv`,
      entry.id,
      view.id,
      taken.id,
    ],
    enterprise: id,
    entry: entry.id,
    tie: tie.zoneTieId ?? "",
    view: view.id,
    mapping: mapping.id,
    correction: correction.id,
    import: taken.id,
    merge: merged.id,
    candidate: candidate?.id ?? "",
  };
}
