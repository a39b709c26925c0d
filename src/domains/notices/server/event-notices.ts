import { type RawBuilder, sql } from "kysely";
import type { NoticeKind } from "#domains/notices/contract/notice-operations.ts";

export type Told = {
  readonly person_id: string;
  readonly title: string;
  readonly title_en: string;
  readonly about: string;
  readonly due_on: string | null;
};
type Payload = Readonly<Record<string, unknown>>;

/** Who is told of an event, and in what words. The zone stands in the transaction; ids come as text from the event. */
export type EventNotice = {
  readonly event: string;
  readonly kind: NoticeKind;
  readonly when?: (payload: Payload) => boolean;
  readonly link: (payload: Payload) => string;
  readonly whom: (zoneId: string, payload: Payload) => RawBuilder<Told>;
};

const id = (payload: Payload, field: string): string => String(payload[field] ?? "");
const edition = ({ edition: given }: Payload): number => (Number.isInteger(given) ? Number(given) : 0);

/** The table of what is told the moment that it happens. What only time brings about is told by the daily look at everybody's work. */
export const EVENT_NOTICES: readonly EventNotice[] = [
  {
    event: "projects.supervision-issued",
    kind: "supervision",
    link: (payload) => `/projects/${id(payload, "projectId")}`,
    whom: (zone, payload) => sql<Told>`
      select distinct person.id person_id, '督办函：' || letter.text title, 'Letter of supervision ' || coalesce(letter.number, '') title_en, project.name about, letter.due_on
      from project_supervision letter
        join project on project.zone_id = letter.zone_id and project.id = letter.project_id
        join person on person.zone_id = letter.zone_id and (person.id = project.owner_id or exists (select from task_force_member member
          where member.zone_id = letter.zone_id and member.project_id = letter.project_id and member.person_id = person.id and member.to_day is null))
      where letter.zone_id = ${zone}::uuid and letter.id::text = ${id(payload, "supervisionId")}`,
  },
  {
    event: "projects.date-decided",
    kind: "decided",
    link: (payload) => `/projects/${id(payload, "projectId")}`,
    whom: (zone, payload) => sql<Told>`
      select person.id person_id, case request.state when 'GRANTED' then '改期申请已同意' else '改期申请未同意' end title,
        case request.state when 'GRANTED' then 'The new date was granted' else 'The new date was not granted' end title_en, project.name about, request.to_date due_on
      from project_date_request request join project on project.zone_id = request.zone_id and project.id = request.project_id
        join person on person.zone_id = request.zone_id and person.id::text = request.requested_by
      where request.zone_id = ${zone}::uuid and request.id::text = ${id(payload, "requestId")}`,
  },
  {
    event: "projects.resolution-made",
    kind: "assigned",
    link: (payload) => `/dispatch/${id(payload, "meetingId")}`,
    whom: (zone, payload) => sql<Told>`
      select owner_id person_id, '议定事项：' || text title, 'Resolution: ' || text title_en, '' about, due_on
      from dispatch_resolution where zone_id = ${zone}::uuid and id::text = ${id(payload, "resolutionId")}`,
  },
  {
    event: "projects.meeting-minutes-returned",
    kind: "returned",
    link: (payload) => `/dispatch/${id(payload, "meetingId")}`,
    whom: (zone, payload) => sql<Told>`
      select person.id person_id, '调度会纪要被退回' title, 'Minutes were returned' title_en, coalesce(minutes.review_note, '') about, null::date due_on
      from dispatch_minutes minutes join person on person.zone_id = minutes.zone_id and person.id::text = minutes.written_by
      where minutes.zone_id = ${zone}::uuid and minutes.meeting_id::text = ${id(payload, "meetingId")} and minutes.edition = ${edition(payload)}`,
  },
  {
    event: "approvals.moved",
    kind: "returned",
    when: (payload) => payload["to"] === "SUPPLEMENT",
    link: (payload) => `/approvals/${id(payload, "caseId")}`,
    whom: (zone, payload) => ofCase(zone, id(payload, "caseId"), "办件需要补正", "The case has to be supplemented"),
  },
  {
    event: "approvals.moved",
    kind: "decided",
    when: (payload) => payload["to"] === "DECIDED" || payload["to"] === "REFUSED",
    link: (payload) => `/approvals/${id(payload, "caseId")}`,
    whom: (zone, payload) =>
      payload["to"] === "DECIDED"
        ? ofCase(zone, id(payload, "caseId"), "办件已作出决定", "The case was decided")
        : ofCase(zone, id(payload, "caseId"), "办件不予受理", "The case was not accepted"),
  },
  {
    event: "economy.report-card-draft",
    kind: "returned",
    link: (payload) => `/report-cards/${id(payload, "cardId")}`,
    whom: (zone, payload) => ofCard(zone, payload, "成绩单被退回：", "A report card was returned: "),
  },
  {
    event: "economy.report-card-approved",
    kind: "decided",
    link: (payload) => `/report-cards/${id(payload, "cardId")}`,
    whom: (zone, payload) => ofCard(zone, payload, "成绩单已批准：", "A report card was approved: "),
  },
  {
    event: "chain.version-returned",
    kind: "returned",
    link: () => "/chain/versions",
    whom: (zone, payload) => ofChain(zone, payload, "产业链图谱被退回：", "A version of the chain was returned: "),
  },
  {
    event: "chain.version-approved",
    kind: "decided",
    link: () => "/chain/versions",
    whom: (zone, payload) => ofChain(zone, payload, "产业链图谱已批准：", "A version of the chain was approved: "),
  },
  {
    event: "registry.correction-answered",
    kind: "answered",
    link: (payload) => `/registry/${id(payload, "enterpriseId")}`,
    whom: (zone, payload) => sql<Told>`
      select person.id person_id, '更正申请已答复' title, 'The correction was answered' title_en, coalesce(correction.answer, '') about, null::date due_on
      from enterprise_correction correction join person on person.zone_id = correction.zone_id and person.id::text = correction.asked_by
      where correction.zone_id = ${zone}::uuid and correction.id::text = ${id(payload, "correctionId")}`,
  },
  {
    event: "promotion.lead-assigned",
    kind: "assigned",
    link: (payload) => `/promotion/leads/${id(payload, "leadId")}`,
    whom: (zone, payload) => sql<Told>`
      select owner_id person_id, '线索指派给您：' || project_name title, 'A lead was assigned to you: ' || project_name title_en, party_name about, null::date due_on
      from promotion_lead where zone_id = ${zone}::uuid and id::text = ${id(payload, "leadId")} and owner_id is not null`,
  },
  {
    event: "promotion.claim-decided",
    kind: "decided",
    link: () => "/promotion/claims",
    whom: (zone, payload) => sql<Told>`
      select person.id person_id, '首谈争议已裁定' title, 'The claim was decided' title_en, lead.project_name about, null::date due_on
      from promotion_claim claim join promotion_lead lead on lead.zone_id = claim.zone_id and lead.id = claim.lead_id
        join person on person.zone_id = claim.zone_id and person.id::text = claim.by
      where claim.zone_id = ${zone}::uuid and claim.id::text = ${id(payload, "claimId")}`,
  },
  {
    event: "promotion.memo-reviewed",
    kind: "decided",
    when: (payload) => payload["approve"] === true,
    link: (payload) => `/promotion/diligence/${id(payload, "leadId")}`,
    whom: (zone, payload) => sql<Told>`
      select person.id person_id, '风险评估意见已通过' title, 'The memo was approved' title_en, lead.project_name about, null::date due_on
      from diligence_memo memo join promotion_lead lead on lead.zone_id = memo.zone_id and lead.id = memo.lead_id
        join person on person.zone_id = memo.zone_id and person.id::text = memo.written_by
      where memo.zone_id = ${zone}::uuid and memo.id::text = ${id(payload, "memoId")}`,
  },
  {
    event: "promotion.memo-reviewed",
    kind: "returned",
    when: (payload) => payload["approve"] === false,
    link: (payload) => `/promotion/diligence/${id(payload, "leadId")}`,
    whom: (zone, payload) => sql<Told>`
      select person.id person_id, '风险评估意见被退回' title, 'The memo was returned' title_en, lead.project_name about, null::date due_on
      from diligence_memo memo join promotion_lead lead on lead.zone_id = memo.zone_id and lead.id = memo.lead_id
        join person on person.zone_id = memo.zone_id and person.id::text = memo.written_by
      where memo.zone_id = ${zone}::uuid and memo.id::text = ${id(payload, "memoId")}`,
  },
  {
    event: "exchange.webhook-switched-off",
    kind: "interface",
    link: (payload) => `/system/webhooks/${id(payload, "webhookId")}`,
    whom: (zone, payload) => sql<Told>`
      select person.id person_id, '事件推送连续失败，已停用：' || hook.name title, 'A webhook kept failing and was switched off: ' || hook.name title_en,
        hook.address about, null::date due_on
      from webhook hook join person on person.zone_id = hook.zone_id and person.id = hook.created_by
      where hook.zone_id = ${zone}::uuid and hook.id::text = ${id(payload, "webhookId")}`,
  },
];

const ofCase = (zone: string, caseId: string, zh: string, en: string) => sql<Told>`
  select person.id person_id, ${zh}::text || '：' || filed.title title, ${en}::text || ': ' || filed.title title_en, filed.number about, null::date due_on
  from approval_case filed join person on person.zone_id = filed.zone_id and person.id::text = filed.applicant_id
  where filed.zone_id = ${zone}::uuid and filed.id::text = ${caseId}`;

const ofCard = (zone: string, payload: Payload, zh: string, en: string) => sql<Told>`
  select person.id person_id, ${zh}::text || edition.title title, ${en}::text || edition.title_en title_en, '' about, null::date due_on
  from report_card_edition edition join person on person.zone_id = edition.zone_id and person.id::text = edition.drafted_by
  where edition.zone_id = ${zone}::uuid and edition.card_id::text = ${id(payload, "cardId")} and edition.edition = ${edition(payload)}`;

const ofChain = (zone: string, payload: Payload, zh: string, en: string) => sql<Told>`
  select person.id person_id, ${zh}::text || version.name title, ${en}::text || version.name title_en, '' about, null::date due_on
  from chain_version version join person on person.zone_id = version.zone_id and person.id::text = any(version.authors || version.drafted_by)
  where version.zone_id = ${zone}::uuid and version.id::text = ${id(payload, "versionId")}`;
