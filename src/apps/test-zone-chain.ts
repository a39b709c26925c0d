import type { Place, TestServer } from "#apps/test-server.ts";
import { graphOperations } from "#domains/chain/contract/graph-operations.ts";
import { placementOperations } from "#domains/chain/contract/placement-operations.ts";
import { versionOperations } from "#domains/chain/contract/version-operations.ts";
import { addDays, instantOf, localDateOf } from "#kernel/local-date.ts";

const { draftVersion, importGraph, submitVersion, approveVersion } = versionOperations;
const { appointRole, saveCarrier, setStrengthRule } = graphOperations;
const { placeEnterprise, proposePlacements, listPlacements } = placementOperations;

/** Records of the chain graph, by the input fields that name them. */
export type ChainRecords = {
  readonly version: string;
  readonly draft: string;
  readonly draftVersion: number;
  readonly node: string;
  readonly name: string;
  readonly placement: string;
  readonly confirmed: string;
  readonly role: string;
  readonly carrier: string;
};

/** An approved graph of one direction with who stands on it, and a draft beside it. */
export async function furnishChain(at: TestServer, place: Place): Promise<ChainRecords> {
  const as = (role: Parameters<TestServer["account"]>[0]) => at.account(role, place);
  const [office, leader] = [as("promotion"), as("leadership")];
  const name = place === "first" ? "甲阳功率器件" : "乙荫压力传感";
  const node = place === "first" ? "JIA-1" : "YI-1";
  const today = localDateOf(instantOf(new Date()));
  const words = { nameEn: "", classCodes: [], products: [], note: "" };
  const content = {
    nodes: [
      { code: `${node}-I`, level: "industry", parent: null, name: `${name}产业`, ...words },
      { code: `${node}-F`, level: "field", parent: `${node}-I`, name: `${name}领域`, ...words },
      { code: node, level: "direction", parent: `${node}-F`, name, ...words, products: [name] },
      { code: `${node}-B`, level: "direction", parent: `${node}-F`, name: `${name}材料`, ...words },
    ],
    edges: [{ from: `${node}-B`, to: node, kind: "material", strength: "weak", evidence: "" }],
  };
  const { id } = await at.done(office, draftVersion, { name: `${name}图谱`, effectiveFrom: today }, { key: "chain-draft" });
  await at.done(
    office,
    importGraph,
    { id },
    { key: "chain-import", files: [{ name: "graph.json", bytes: Buffer.from(JSON.stringify(content)) }] },
  );
  const submitted = await at.done(office, submitVersion, { id, version: 2 });
  await at.done(leader, approveVersion, { id, version: submitted.row.version });
  const next = await at.done(
    office,
    draftVersion,
    { name: `${name}图谱修订`, effectiveFrom: addDays(today, 365), basedOn: id },
    { key: "chain-next" },
  );
  const confirmed = await at.done(
    office,
    placeEnterprise,
    { node, enterprise: `${name}有限公司`, presence: "producing", from: addDays(today, -100), note: "走访核实" },
    { key: "chain-place" },
  );
  await at.done(office, proposePlacements, { enterprises: [{ name: `${name}股份有限公司`, products: [name] }] }, { key: "chain-propose" });
  const { items } = await at.done(office, listPlacements, { state: "PROPOSED" });
  const role = await at.done(office, appointRole, { node, kind: "chief", name: `${name}链长`, from: today }, { key: "chain-chief" });
  const carrier = await at.done(
    office,
    saveCarrier,
    { name: `${name}实验室`, kind: "laboratory", rank: "municipal", nodes: [node], from: today },
    { key: "chain-carrier" },
  );
  await at.done(
    leader,
    setStrengthRule,
    {
      rule: { presentFrom: 2, strongFrom: 4, strongWithLeaderFrom: 2, source: "本区规定" },
      effectiveOn: addDays(today, 365),
      reason: "按年度调整",
    },
    { key: "chain-rule" },
  );
  return {
    version: id,
    draft: next.id,
    draftVersion: next.row.version,
    node,
    name,
    placement: items[0]?.id ?? "",
    confirmed: confirmed.id,
    role: role.id,
    carrier: carrier.id,
  };
}
