import { type InvestorClass, investorClassWords } from "#domains/promotion/contract/lead.ts";
import { MEASURES, measureWords } from "#domains/promotion/contract/screening.ts";
import { type TargetRow, type TargetStatus, targetStatusWords } from "#domains/promotion/contract/target.ts";
import { screeningPolicy, targetPolicy } from "#domains/promotion/rules/screening-policy.ts";
import type { TargetHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { requireVersion } from "#domains/promotion/server/lead-store.ts";
import { officersOn } from "#domains/promotion/server/pool.ts";
import { registerLead } from "#domains/promotion/server/register-lead.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { type SheetColumn, sheetFile } from "#domains/promotion/server/sheet-file.ts";
import {
  appendTargetSteps,
  changeTarget,
  getList,
  getTarget,
  listLists,
  lockTarget,
  presentList,
  presentLists,
  presentTarget,
  presentTargets,
  questionOf,
  scoresOf,
  stepsOf,
  type TargetTableRow,
  targetsOf,
} from "#domains/promotion/server/target-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Language } from "#kernel/texts.ts";

export const listTargetLists: TargetHandlers["listTargetLists"] = async ({ state }, { tx, actor }) => ({
  items: await presentLists(tx, await listLists(tx, state)),
  abilities: abilitiesOf(screeningPolicy, actor, null),
});

export const openTargetList: TargetHandlers["openTargetList"] = async ({ listId, status, ownerId, class: investorClass, q }, { tx }) => {
  const list = await getList(tx, listId);
  const rows = (await targetsOf(tx, listId)).filter(
    (row) =>
      (status === undefined || row.status === status) &&
      (ownerId === undefined || row.owner_id === ownerId) &&
      (investorClass === undefined || row.classes.includes(investorClass)) &&
      (q === undefined || q === "" || row.enterprise_name.includes(q) || row.identifier.includes(q.toUpperCase())),
  );
  return { list: await presentList(tx, list), items: await presentTargets(tx, list, rows) };
};

export const openTarget: TargetHandlers["openTarget"] = async ({ targetId }, { tx }) => {
  const row = await getTarget(tx, targetId);
  return {
    row: await presentTarget(tx, row),
    scores: [...((await scoresOf(tx, [targetId])).get(targetId) ?? [])],
    steps: await stepsOf(tx, targetId),
  };
};

async function subjectOf(tx: Tx, row: TargetTableRow) {
  const list = await getList(tx, row.list_id);
  return { list, subject: { status: row.status as TargetStatus, listOpen: list.state === "OPEN" } };
}

export const editTarget: TargetHandlers["editTarget"] = async ({ targetId, version, ownerId, classes, reason }, context) => {
  const { tx, actor, today } = context;
  const row = await lockTarget(tx, targetId);
  requireVersion(row, version);
  requireDecision(targetPolicy.edit(actor, (await subjectOf(tx, row)).subject));
  const owner = ownerId ?? (ownerId === null ? null : undefined);
  if (owner && !(await officersOn(tx, today)).some(({ id }) => id === owner)) throw new AppError("promotion.no-such-officer", "invalid");
  const status = ownerId === undefined ? row.status : ownerId === null ? "LOCKED" : "ASSIGNED";
  const changed = await changeTarget(tx, row, {
    ...(owner === undefined ? {} : { owner_id: owner, status }),
    ...(classes === undefined ? {} : { classes }),
    ...(reason === undefined ? {} : { reason }),
  });
  await appendTargetSteps(tx, [
    ...(owner === undefined || owner === row.owner_id ? [] : [{ targetId, step: "ASSIGNED" as const, on: today, reason: "" }]),
  ]);
  if (classes !== undefined) await appendTargetSteps(tx, [{ targetId, step: "CLASSED", on: today, reason: sayClasses(classes, "zh") }]);
  if (reason !== undefined) await appendTargetSteps(tx, [{ targetId, step: "NOTED", on: today, reason }]);
  context.journal({
    subject: `target:${targetId}`,
    before: { owner: row.owner_id, classes: row.classes, reason: row.reason },
    after: { owner: changed.owner_id, classes: changed.classes, reason: changed.reason },
  });
  return presentTarget(tx, changed);
};

const sayClasses = (classes: readonly InvestorClass[], language: Language): string =>
  classes.map((one) => investorClassWords[one][language]).join(language === "zh" ? "、" : ", ");

export const dropTarget: TargetHandlers["dropTarget"] = async ({ targetId, version, restore, because }, context) => {
  const { tx, actor, today } = context;
  const row = await lockTarget(tx, targetId);
  requireVersion(row, version);
  const { subject } = await subjectOf(tx, row);
  requireDecision(restore ? targetPolicy.restore(actor, subject) : targetPolicy.drop(actor, subject));
  const status = restore ? (row.owner_id === null ? "LOCKED" : "ASSIGNED") : "DROPPED";
  const changed = await changeTarget(tx, row, { status });
  await appendTargetSteps(tx, [{ targetId, step: restore ? "RESTORED" : "DROPPED", on: today, reason: because }]);
  context.journal({ subject: `target:${targetId}`, before: { status: row.status }, after: { status }, detail: { because } });
  return presentTarget(tx, changed);
};

export const targetToLead: TargetHandlers["targetToLead"] = async ({ targetId, version, projectName, channel }, context) => {
  const { tx, actor, today } = context;
  const row = await lockTarget(tx, targetId);
  requireVersion(row, version);
  const { list, subject } = await subjectOf(tx, row);
  requireDecision(targetPolicy.lead(actor, subject));
  const { place } = questionOf(list);
  const { id, code } = await registerLead(
    {
      projectName,
      party: row.enterprise_name,
      enterpriseId: row.enterprise_id,
      investorClasses: row.classes as InvestorClass[],
      chainNode: place.node,
      industry: place.name.slice(0, 60),
      channel,
      origin: list.name,
      summary: row.reason,
      toPool: false,
    },
    context,
  );
  const changed = await changeTarget(tx, row, { status: "LEAD", lead_id: id });
  await appendTargetSteps(tx, [{ targetId, step: "LEAD", on: today, reason: code }]);
  context.journal({ subject: `target:${targetId}`, before: { status: row.status }, after: { status: "LEAD", lead: code } });
  return { leadId: id, code, row: await presentTarget(tx, changed) };
};

const columnsIn = (language: Language): readonly SheetColumn<TargetRow>[] => [
  { head: { zh: "序号", en: "Rank" }, width: 8, cell: ({ rank }) => (rank === null ? "" : String(rank)), figure: true },
  { head: { zh: "企业", en: "Enterprise" }, width: 34, cell: ({ enterprise }) => enterprise },
  { head: { zh: "统一社会信用代码", en: "Credit code" }, width: 22, cell: ({ identifier }) => identifier },
  { head: { zh: "确定分", en: "Certain points" }, width: 10, cell: ({ score }) => String(score.known / 10), figure: true },
  { head: { zh: "可能分", en: "Possible points" }, width: 10, cell: ({ score }) => String(score.possible / 10), figure: true },
  ...MEASURES.flatMap((measure): SheetColumn<TargetRow>[] => [
    {
      head: measureWords[measure],
      width: 14,
      cell: ({ score }) => {
        const term = score.terms.find((one) => one.measure === measure);
        if (term === undefined) return "";
        return term.value === null
          ? language === "zh"
            ? `未知（${term.least / 10}–${term.most / 10}）`
            : `not known (${term.least / 10}–${term.most / 10})`
          : String(term.least / 10);
      },
      figure: true,
    },
    {
      head: { zh: `${measureWords[measure].zh}依据`, en: `${measureWords[measure].en}: why` },
      width: 36,
      cell: ({ score }) => score.terms.find((one) => one.measure === measure)?.because[language] ?? "",
    },
  ]),
  { head: { zh: "类别", en: "Classes" }, width: 20, cell: ({ classes }) => sayClasses(classes, language) },
  { head: { zh: "承办人", en: "Owner" }, width: 12, cell: ({ owner }) => owner?.name ?? "" },
  { head: { zh: "状态", en: "Status" }, width: 12, cell: ({ status }) => targetStatusWords[status][language] },
  { head: { zh: "锁定理由", en: "Reason" }, width: 44, cell: ({ reason }) => reason },
  { head: { zh: "线索编号", en: "Lead" }, width: 16, cell: ({ lead }) => lead?.code ?? "" },
];

export const exportTargets: TargetHandlers["exportTargets"] = async ({ listId, format }, { tx, language }) => {
  const list = await getList(tx, listId);
  const rows = await presentTargets(tx, list, await targetsOf(tx, listId));
  return sheetFile({ name: list.name.replace(/[\\/:*?"<>|[\]]/g, "-"), format, language }, columnsIn(language), rows);
};
