import type { Place, TestServer } from "#apps/test-server.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import { statementColumns } from "#domains/promotion/contract/statement-columns.ts";
import { instantOf, localDateOf } from "#kernel/local-date.ts";

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
  importStatements,
  enterEvent,
  enterHolding,
  claimParent,
  enterDenial,
  writeMemo,
  openDiligence,
  submitMemo,
  reviewMemo,
  writeDossier,
  enterSign,
  listDiligenceRules,
  setDiligenceRules,
  lookAtResidents,
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
  readonly event: string;
  readonly holding: string;
  readonly memo: string;
  readonly dossier: string;
  /** An enterprise in the book of this zone alone. */
  readonly resident: string;
  readonly watch: string;
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
  const diligence = await furnishDiligence(at, place, id, name);
  return {
    name,
    lead: id,
    other: other.id,
    evidence: attached.evidence[0]?.id ?? "",
    claim: claimed.lead.claims.find(({ kind }) => kind === "fair")?.id ?? "",
    contract: contract.id,
    funds: funded.funds[0]?.id ?? "",
    ...diligence,
  };
}

type Diligence = Pick<PromotionRecords, "event" | "holding" | "memo" | "dossier" | "resident" | "watch">;

/** Something in every table of due diligence, of the tailored plan and of the watch over residents. */
async function furnishDiligence(at: TestServer, place: Place, id: string, name: string): Promise<Diligence> {
  const officer = at.account("promotion", place);
  const head = at.account("department_head", place);
  const party = `${name}公司`;
  const heads = statementColumns.map((column) => column.head.zh).join(",");
  const given: Readonly<Record<string, string>> = {
    enterprise: party,
    year: "2023",
    source: `${name}年报`,
    liabilities: "50",
    currentLiabilities: "50",
  };
  const cells = statementColumns.map(({ key }) => given[key] ?? "100").join(",");
  const files = [{ name: "报表.csv", bytes: Buffer.from(`${heads}\n${cells}`) }];
  await at.done(officer, importStatements, {}, { key: "statements", files });
  const on = "2024-02-01";
  const parent = `${name}集团`;
  await at.done(officer, enterEvent, { id, kind: "litigation", on, subject: `${name}诉讼`, source: "公告" }, { key: "event" });
  await at.done(officer, enterHolding, { id, holder: parent, held: party, sharePct: "51", source: "章程" }, { key: "holding" });
  await at.done(officer, claimParent, { id, parent, on, source: "自荐" }, { key: "parent" });
  await at.done(officer, enterDenial, { id, parent: `${name}央企`, on, evidence: "官网公告" }, { key: "denial" });
  const conditions = (await at.done(officer, openDiligence, { id })).now.report?.clauses.map((clause) => ({
    clause,
    words: `${name}条件`,
  }));
  const written = await at.done(
    officer,
    writeMemo,
    { id, recommendation: "conditional", summary: `${name}的风险评估意见`, conditions },
    { key: "diligence-memo" },
  );
  const draft = written.memos[0];
  const sent = await at.done(officer, submitMemo, { id, memoId: draft?.id ?? "", version: draft?.version ?? 0 });
  const [memo] = sent.memos;
  await at.done(head, reviewMemo, { id, memoId: memo?.id ?? "", version: memo?.version ?? 0, approve: true, review: "同意" });
  const said = { who: name, fit: name, introduction: "", space: "", conditions: "", clauses: [], risks: "", asked: "" };
  const dossier = await at.done(officer, writeDossier, { id, said }, { key: "dossier" });
  const { inForce } = await at.done(head, listDiligenceRules, {});
  await at.done(head, setDiligenceRules, { rules: inForce.rules, effectiveOn: "2099-01-01", reason: `${name}红线` }, { key: "red lines" });
  const resident = at.enterprises[place === "first" ? 0 : 1] ?? "";
  await at.database.tamper(
    "insert into enterprise_book (zone_id, id, enterprise_id, kind, from_on, entered_by) select zone_id, gen_random_uuid(), $2, 'resident', '2020-01-01', 'x' from promotion_lead where id = $1",
    [id, resident],
  );
  const today = localDateOf(instantOf(new Date()));
  const watched = await at.done(
    officer,
    enterSign,
    { enterpriseId: resident, sign: "registered-elsewhere", on: today, subject: `${name}拟迁出`, source: "走访" },
    { key: "sign" },
  );
  await at.done(head, lookAtResidents, {}, { key: "look" });
  return {
    event: written.events[0]?.id ?? "",
    holding: written.holdings[0]?.id ?? "",
    memo: memo?.id ?? "",
    dossier: dossier.editions[0]?.id ?? "",
    resident,
    watch: watched.entries[0]?.id ?? "",
  };
}
