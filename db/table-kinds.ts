/**
 * What each table is, and so where its rows live on a distributed database:
 * - `zone`: rows of one zone, `zone_id` first in every key, row-level security forced; distributed by zone
 * - `national`: one register for all zones, no zone policy; distributed by its own id
 * - `reference`: small, the same everywhere; copied to every node
 * - `local`: the coordinator's own
 * An insert-only table gives the application neither UPDATE nor DELETE.
 */
export type TableKind = "zone" | "national" | "reference" | "local";
export type DeclaredTable = { readonly kind: TableKind; readonly insertOnly?: true };

export const TABLE_KINDS: Readonly<Record<string, DeclaredTable>> = {
  migration: { kind: "local" },
  // kernel
  zone: { kind: "reference" },
  region: { kind: "reference" },
  calendar_notice: { kind: "reference" },
  enterprise: { kind: "national" },
  department: { kind: "zone" },
  person: { kind: "zone" },
  membership: { kind: "zone" },
  setting: { kind: "zone" },
  journal_head: { kind: "zone" },
  journal_entry: { kind: "zone", insertOnly: true },
  journal_item: { kind: "zone", insertOnly: true },
  journal_personal: { kind: "zone" },
  refusal: { kind: "zone", insertOnly: true },
  idempotency_key: { kind: "zone", insertOnly: true },
  outbox: { kind: "zone", insertOnly: true },
  outbox_delivery: { kind: "zone", insertOnly: true },
  job: { kind: "zone" },
  file: { kind: "zone" },
  fact_observation: { kind: "zone", insertOnly: true },
  fact_evidence: { kind: "zone", insertOnly: true },
  fact_decision: { kind: "zone", insertOnly: true },
  published_snapshot: { kind: "zone", insertOnly: true },
  published_withdrawal: { kind: "zone", insertOnly: true },
  // intelligence
  document: { kind: "zone" },
  document_text: { kind: "zone" },
  document_mark: { kind: "zone" },
  finding: { kind: "zone", insertOnly: true },
  finding_decision: { kind: "zone", insertOnly: true },
  conflict_resolution: { kind: "zone", insertOnly: true },
  feed: { kind: "zone" },
  feed_item: { kind: "zone" },
  lexicon_entry: { kind: "zone" },
  // projects
  project: { kind: "zone" },
  project_step: { kind: "zone", insertOnly: true },
  project_evidence: { kind: "zone", insertOnly: true },
  project_milestone_plan: { kind: "zone", insertOnly: true },
  project_milestone_actual: { kind: "zone", insertOnly: true },
  project_date_request: { kind: "zone" },
  project_investment_plan: { kind: "zone", insertOnly: true },
  project_report: { kind: "zone", insertOnly: true },
  project_photo: { kind: "zone", insertOnly: true },
  project_stat_entry: { kind: "zone", insertOnly: true },
  project_colour_rule: { kind: "zone", insertOnly: true },
  project_colour: { kind: "zone", insertOnly: true },
  project_false_alarm: { kind: "zone", insertOnly: true },
  project_supervision: { kind: "zone" },
  project_task_force: { kind: "zone" },
  task_force_member: { kind: "zone" },
  project_task: { kind: "zone" },
  project_log: { kind: "zone", insertOnly: true },
  project_register_conflict: { kind: "zone" },
  project_recolouring: { kind: "zone", insertOnly: true },
  // approvals
  approval_matter: { kind: "zone", insertOnly: true },
  approval_package_definition: { kind: "zone", insertOnly: true },
  approval_package: { kind: "zone" },
  approval_case: { kind: "zone" },
  approval_step: { kind: "zone", insertOnly: true },
  approval_piece: { kind: "zone", insertOnly: true },
  approval_pause: { kind: "zone" },
  approval_extension: { kind: "zone", insertOnly: true },
  approval_supplement: { kind: "zone" },
  approval_review: { kind: "zone" },
  approval_commitment: { kind: "zone" },
  approval_deferral: { kind: "zone" },
  approval_exclusion: { kind: "zone" },
  approval_assist: { kind: "zone" },
  approval_assist_log: { kind: "zone", insertOnly: true },
  approval_result: { kind: "zone" },
  approval_compensation: { kind: "zone" },
  approval_status: { kind: "zone", insertOnly: true },
  approval_number: { kind: "zone" },
  // economy
  report_card: { kind: "zone", insertOnly: true },
  report_card_edition: { kind: "zone" },
  report_card_step: { kind: "zone", insertOnly: true },
};
