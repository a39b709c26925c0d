import type { Place, TestServer } from "#apps/test-server.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";

const {
  registerLead,
  logInteraction,
  attachLeadEvidence,
  claimLead,
  keepApart,
  addContract,
  enterFunds,
  setPromises,
  listLeadRules,
  setLeadRules,
} = promotionOperations;

/** Records of promotion of one zone, by the input fields that name them. */
export type PromotionRecords = {
  readonly name: string;
  readonly lead: string;
  readonly other: string;
  readonly evidence: string;
  readonly claim: string;
  readonly contract: string;
  readonly funds: string;
};

/** A lead with something in every table of the domain, and another that it is kept apart from. */
export async function furnishPromotion(at: TestServer, place: Place): Promise<PromotionRecords> {
  const officer = at.account("promotion", place);
  const head = at.account("department_head", place);
  const name = place === "first" ? "甲阳氮化镓器件" : "乙荫光电探测器";
  const lead = await at.done(
    officer,
    registerLead,
    { projectName: name, party: `${name}公司`, channel: "stationed", amountYuan: "600000000", talkedOn: "2024-03-01" },
    { key: "lead" },
  );
  const other = await at.done(
    officer,
    registerLead,
    { projectName: `${name}二线`, party: `${name}公司`, channel: "cloud" },
    { key: "lead 2" },
  );
  const { id } = lead;
  const file = (title: string) => ({ files: [{ name: `${title}.txt`, bytes: Buffer.from(`${name}${title}`) }] });
  await at.done(officer, logInteraction, { id, kind: "visit", on: "2024-03-01", learnt: `${name}需求` }, { key: "talk" });
  const attached = await at.done(
    officer,
    attachLeadEvidence,
    { id, kind: "risk-memo", datedOn: "2024-03-02" },
    { key: "memo", ...file("风险评估") },
  );
  const claimed = await at.done(head, claimLead, { id, kind: "fair", team: `${name}云签约`, talkedOn: "2024-03-05" }, { key: "claim" });
  await at.done(officer, keepApart, { id, otherId: other.id, reason: "两条产线" });
  const contract = await at.done(
    officer,
    addContract,
    { id, kind: "formal", number: `${name}合同`, title: `${name}投资合同`, signedOn: "2024-03-10", amountYuan: "600000000" },
    { key: "contract", ...file("合同") },
  );
  const funded = await at.done(
    officer,
    enterFunds,
    { contractId: contract.id, arrivedOn: "2024-04-10", amountYuan: "1000000", proof: "bank-slip", proofNumber: `${name}回单` },
    { key: "funds", ...file("回单") },
  );
  await at.done(
    officer,
    setPromises,
    { id, promisedOn: "2024-03-10", investment: [{ year: 2024, yuan: "100000000" }] },
    { key: "promise" },
  );
  await at.database.tamper(
    "insert into promotion_actual (zone_id, lead_id, ordinal, metric, year, amount, origin, recorded_on, by, by_name) select zone_id, id, 1, 'investment', 2024, 1, 'hand', current_date, 'x', 'x' from promotion_lead where id = $1",
    [id],
  );
  const { inForce } = await at.done(head, listLeadRules, {});
  await at.done(head, setLeadRules, { rules: inForce.rules, effectiveOn: "2099-01-01", reason: `${name}规则` }, { key: "rules" });
  return {
    name,
    lead: id,
    other: other.id,
    evidence: attached.evidence[0]?.id ?? "",
    claim: claimed.lead.claims.find(({ kind }) => kind === "fair")?.id ?? "",
    contract: contract.id,
    funds: funded.funds[0]?.id ?? "",
  };
}
