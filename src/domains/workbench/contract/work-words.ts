import type { WorkKind } from "#domains/workbench/contract/workbench-operations.ts";
import type { Text } from "#kernel/texts.ts";

export const workKindTexts: Readonly<Record<WorkKind, Text>> = {
  task: { zh: "专班事项", en: "Duty" },
  "calendar-item": { zh: "建设日历", en: "Project calendar" },
  issue: { zh: "卡点问题", en: "Issue" },
  "supervision-issue": { zh: "待签发督办", en: "Letter to issue" },
  "supervision-reply": { zh: "待回复督办", en: "Reply to supervision" },
  "date-request": { zh: "改期待审定", en: "Date to decide" },
  "month-report": { zh: "月报未报", en: "Month to report" },
  "register-conflict": { zh: "与文档不一致", en: "Against a document" },
  resolution: { zh: "议定事项", en: "Resolution" },
  "minutes-review": { zh: "纪要待审", en: "Minutes to review" },
  "case-accept": { zh: "待受理", en: "To accept" },
  "case-start": { zh: "待转入审查", en: "Review to begin" },
  "case-resume": { zh: "待恢复计时", en: "Clock to resume" },
  "case-review": { zh: "待出意见", en: "Opinion to give" },
  "case-decide": { zh: "待决定", en: "To decide" },
  "case-deliver": { zh: "待送达", en: "To deliver" },
  "case-supplement": { zh: "待补正", en: "To be supplemented" },
  deferral: { zh: "容缺待补", en: "Deferred material" },
  commitment: { zh: "承诺待核查", en: "Commitment to verify" },
  correction: { zh: "整改待复核", en: "Correction to check" },
  revoke: { zh: "逾期未整改，待撤销", en: "To revoke" },
  compensation: { zh: "补偿待处理", en: "To compensate" },
  "lead-answer": { zh: "线索待答复", en: "Lead to answer" },
  "lead-judge": { zh: "线索待研判", en: "Lead to judge" },
  "lead-tell": { zh: "研判待告知", en: "Result to tell" },
  "lead-first-contact": { zh: "待首次接触", en: "First contact" },
  "lead-report": { zh: "待报告进展", en: "Progress to report" },
  "lead-silence": { zh: "久未对接将搁置", en: "About to be parked" },
  "lead-next-step": { zh: "约定的下一步", en: "Agreed next step" },
  "lead-decide": { zh: "线索待决策", en: "Lead to decide" },
  "lead-claim": { zh: "首谈待裁定", en: "First talk to decide" },
  "lead-confirm": { zh: "材料待第二人确认", en: "Evidence to confirm" },
  "funds-confirm": { zh: "到位资金待确认", en: "Funds to confirm" },
  "memo-review": { zh: "风险评估待复核", en: "Risk memo to review" },
  "memo-returned": { zh: "风险评估被退回", en: "Risk memo returned" },
  "plan-review": { zh: "公平竞争待审查", en: "Plan to review" },
  "plan-returned": { zh: "专案被退回", en: "Plan returned" },
  "warning-permit": { zh: "在区企业许可到期", en: "Permit expiring" },
  "warning-distress": { zh: "在区企业经营困境", en: "Resident in distress" },
  "warning-relocation": { zh: "在区企业外迁迹象", en: "Resident may move" },
  "report-card": { zh: "成绩单待审定", en: "Report card to approve" },
  documents: { zh: "文档待审核", en: "Document to review" },
};

type Place = { readonly to: string; readonly search: Readonly<Record<string, string>> };
const PROMISES: ReadonlySet<WorkKind> = new Set(["deferral", "commitment", "correction", "revoke"]);

/** Where an item is worked on. */
export function workPlace(kind: WorkKind, opens: string): Place {
  const at = (to: string, search: Place["search"] = {}): Place => ({ to, search });
  if (kind.startsWith("case-") || PROMISES.has(kind)) return at(`/approvals/${opens}`);
  if (kind === "lead-claim") return at("/promotion/claims");
  if (kind === "funds-confirm") return at("/promotion/contracts", { show: "waiting", q: opens, from: "2000-01-01" });
  if (kind.startsWith("memo-")) return at(`/promotion/diligence/${opens}`);
  if (kind.startsWith("plan-")) return at(`/promotion/dossier/${opens}`);
  if (kind.startsWith("warning-")) return at("/promotion/warnings", { resident: opens });
  if (kind.startsWith("lead-")) return at(`/promotion/leads/${opens}`);
  switch (kind) {
    case "compensation":
      return at(`/approvals/packages/${opens}`);
    case "resolution":
    case "minutes-review":
      return at(`/dispatch/${opens}`);
    case "month-report":
      return at("/projects/report", { project: opens });
    case "register-conflict":
      return at("/projects/conflicts", { project: opens });
    case "report-card":
      return at(`/report-cards/${opens}`);
    case "documents":
      return at(`/review/${opens}`);
    default:
      return at(`/projects/${opens}`);
  }
}
