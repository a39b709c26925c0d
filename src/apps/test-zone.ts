import type { Place, TestServer } from "#apps/test-server.ts";
import { type ApprovalRecords, furnishApprovals } from "#apps/test-zone-approvals.ts";
import { type ChainRecords, furnishChain } from "#apps/test-zone-chain.ts";
import { type ExchangeRecords, furnishExchange } from "#apps/test-zone-exchange.ts";
import { furnishProject, type ProjectRecords } from "#apps/test-zone-project.ts";
import { furnishPromotion, type PromotionRecords } from "#apps/test-zone-promotion.ts";
import { furnishRegistry, type RegistryRecords } from "#apps/test-zone-registry.ts";
import { furnishTargets, type TargetRecords } from "#apps/test-zone-targets.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { instantOf, localDateOf } from "#kernel/local-date.ts";

const { createDepartment, session, grantRole, delegateRole, signJournal } = systemOperations;
const { ingestText, openReview, decide, listConflicts, resolveConflict, addFeed, addLexiconEntry } = intelligenceOperations;
const { draftReportCard, editReportCard, checkReportCard, approveReportCard, publishReportCard } = economyOperations;

/** Records of one zone, by the input fields that name them. */
export type ZoneRecords = {
  readonly region: string;
  /** Words and figures that stand in this zone's rows and nowhere else. */
  readonly marks: readonly string[];
  readonly document: string;
  readonly proposal: string;
  readonly conflict: { readonly id: string; readonly side: string };
  readonly feed: string;
  readonly lexicon: string;
  readonly job: string;
  readonly card: string;
  readonly slug: string;
  readonly department: string;
  readonly person: string;
  readonly membership: string;
  readonly session: string;
  readonly delegation: string;
  readonly chain: ChainRecords;
  readonly project: ProjectRecords;
  readonly approval: ApprovalRecords;
  readonly promotion: PromotionRecords;
  readonly registry: RegistryRecords;
  readonly targets: TargetRecords;
  readonly exchange: ExchangeRecords;
};

const article = (region: string, title: string, gdp: string, exported: string) =>
  `${region}${title}\n\n2025-07-24　来源：岚州日报\n\n2025年上半年，${region}实现地区生产总值${gdp}亿元，同比增长6.2%。2025年上半年，${region}出口总额${exported}亿元，同比增长9.4%。岚州芯屏科技有限公司总投资26亿元的${region}封装测试基地项目已开工建设。\n`;

/** Fills a zone through the platform's own doors, so that there is something to leak. */
export async function furnishZone(at: TestServer, place: Place): Promise<ZoneRecords> {
  const as = (role: Parameters<TestServer["account"]>[0]) => at.account(role, place);
  const region = place === "first" ? "甲阳高新区" : "乙荫高新区";
  const [gdp, exported, disputed] = place === "first" ? ["7313.57", "4191.37", "4203.91"] : ["6271.53", "3119.71", "3157.93"];
  const take = async (title: string, figure: string) => {
    const { documents } = await at.done(as("statistics"), ingestText, {
      text: article(region, title, gdp, figure),
      title: `${region}${title}`,
    });
    await at.worker.drain();
    return at.done(as("statistics"), openReview, { id: documents[0]?.id ?? "" });
  };
  const desk = await take("半年报", exported);
  const other = await take("外贸快报", disputed);
  const figure = (value: string) => desk.proposals.find((one) => one.type === "figure" && one.finding.value === value)?.id ?? "";
  await at.done(as("statistics"), decide, { documentId: desk.document.id, decisions: [{ proposalId: figure(gdp), decision: "accept" }] });
  const conflict = (await at.done(as("statistics"), listConflicts, { region })).items[0];
  const department = await at.done(as("system_administrator"), createDepartment, { name: `${region}统计科` }, { key: "department" });
  const feed = await at.done(as("statistics"), addFeed, { address: `http://1.1.1.1/${place}.xml`, title: `${region}要闻` });
  const lexicon = await at.done(as("statistics"), addLexiconEntry, { kind: "organisation", words: `${region}芯屏` });
  const membership = (await at.done(as("liaison"), session, {})).active?.id ?? "";
  await at.done(as("security_administrator"), grantRole, { personId: as("liaison").personId, role: "expert", departmentId: department.id });

  const today = localDateOf(instantOf(new Date()));
  const head = (await at.done(as("department_head"), session, {})).active?.id ?? "";
  const delegation = await at.done(as("department_head"), delegateRole, {
    membershipId: head,
    personId: at.account("task_force", place, "other").personId,
    from: today,
    to: today,
    reason: "外出培训",
  });

  const drafted = await at.done(as("statistics"), draftReportCard, { region, period: "2025H1" });
  const id = drafted.row.id;
  const step = async (work: (version: number) => Promise<{ readonly row: { readonly version: number } }>, version: number) =>
    (await work(version)).row.version;
  let version = drafted.row.version;
  version = await step(
    (seen) => at.done(as("statistics"), editReportCard, { id, version: seen, signer: "周衡", signerDepartment: "改革发展局" }),
    version,
  );
  version = await step((seen) => at.done(as("statistics"), checkReportCard, { id, version: seen, comment: "缺项已知" }), version);
  version = await step((seen) => at.done(as("department_head"), approveReportCard, { id, version: seen }), version);
  const published = await at.done(as("department_head"), publishReportCard, { id, version });
  await at.done(as("audit_administrator"), signJournal, {});
  const [job, held] = await Promise.all([
    at.database.tamper("select id from job where zone_id = $1 limit 1", [zoneOf(at, place)]),
    at.database.tamper(`select id from auth.session where "userId" = $1`, [as("liaison").personId]),
  ]);
  const chain = await furnishChain(at, place);
  const project = await furnishProject(at, place);
  const approval = await furnishApprovals(at, place, project.id);
  const promotion = await furnishPromotion(at, place);
  const registry = await furnishRegistry(at, place);
  const targets = await furnishTargets(at, place, { node: chain.node, enterprise: registry.enterprise });
  const exchange = await furnishExchange(at, place);
  return {
    region,
    marks: [
      gdp,
      exported,
      disputed,
      desk.document.id,
      other.document.id,
      department.id,
      id,
      chain.version,
      chain.draft,
      chain.name,
      chain.confirmed,
      project.id,
      project.code,
      project.dispatch.meeting,
      project.dispatch.resolution,
      approval.id,
      approval.title,
      approval.package,
      promotion.lead,
      promotion.contract,
      promotion.name,
      ...registry.marks,
      targets.list,
      targets.target,
      targets.name,
      exchange.token,
      exchange.webhook,
      exchange.name,
    ],
    document: desk.document.id,
    proposal: figure(exported),
    conflict: { id: conflict?.id ?? "", side: conflict?.sides[0]?.observationId ?? "" },
    feed: feed.id,
    lexicon: lexicon.id,
    job: String(job[0]?.["id"]),
    card: id,
    slug: published.row.slug ?? "",
    department: department.id,
    person: as("liaison").personId,
    membership,
    session: String(held[0]?.["id"]),
    delegation: delegation.id,
    chain,
    project,
    approval,
    promotion,
    registry,
    targets,
    exchange,
  };
}

/** One conflict of the zone is resolved, so that the table of resolutions is not empty. */
export const resolveOne = (at: TestServer, place: Place, { conflict }: ZoneRecords) =>
  at.done(at.account("statistics", place), resolveConflict, { id: conflict.id, keep: conflict.side, reason: "核对原表" });

export const zoneOf = (at: TestServer, place: Place): string => (place === "first" ? at.database.zoneId : at.database.otherZoneId);
