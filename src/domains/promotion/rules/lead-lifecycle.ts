import type { ContractKind } from "#domains/promotion/contract/contract.ts";
import type { LeadEvidenceKind, LeadNature, LeadStage, LeadStatus, LostReason, PartyKind } from "#domains/promotion/contract/lead.ts";
import type { Decimal } from "#kernel/decimal.ts";
import { type Gate, gate, type Moves } from "#kernel/lifecycle.ts";
import type { Role } from "#kernel/role.ts";

/** What the gates look at: the lead, the evidence attached to it, and what comes with the command. */
export type LeadCase = {
  readonly state: LeadStage;
  readonly status: LeadStatus;
  readonly nature: LeadNature;
  readonly partyKind: PartyKind;
  readonly ownerId: string | null;
  readonly amountYuan: Decimal | null;
  readonly interactions: number;
  /** Null until somebody judged it. */
  readonly worthwhile: boolean | null;
  readonly evidence: readonly { readonly kind: LeadEvidenceKind; readonly confirmed: boolean }[];
  /** Kinds of the contracts in force. */
  readonly contracts: readonly ContractKind[];
  readonly promised: boolean;
  readonly projectId: string | null;
  readonly reason: string | null;
};

const steps = "handbook §3：四步走";
const states = "handbook §3";
const registered = "handbook §3；首谈报备后研判";

/** What a second person has to confirm before it opens its gate (handbook §1: no self-approval). */
export const NEEDS_SECOND: readonly LeadEvidenceKind[] = ["fair-competition-review", "risk-memo"];

const has = (lead: LeadCase, kind: LeadEvidenceKind): boolean => lead.evidence.some((piece) => piece.kind === kind);
const hasConfirmed = (lead: LeadCase, kind: LeadEvidenceKind): boolean =>
  lead.evidence.some((piece) => piece.kind === kind && piece.confirmed);

const active = gate<LeadCase>("active", ({ status }) => (status === "ACTIVE" ? undefined : `wrong-status:${status}`));
const owner = gate<LeadCase>("owner", ({ ownerId }) => (ownerId === null ? "missing:owner" : undefined));
const contacted = gate<LeadCase>("interaction", ({ interactions }) => (interactions === 0 ? "missing:interaction" : undefined));
const judged = gate<LeadCase>("judgement", ({ worthwhile }) =>
  worthwhile === null ? "missing:judgement" : worthwhile ? undefined : "missing:worthwhile",
);
const needs = gate<LeadCase>("needs-summary", (lead) => (has(lead, "needs-summary") ? undefined : "missing:needs-summary"));
const amount = gate<LeadCase>("amount", ({ nature, amountYuan }) =>
  nature === "entry" || amountYuan !== null ? undefined : "missing:amount",
);
const plan = gate<LeadCase>("tailored-plan", (lead) => (has(lead, "tailored-plan") ? undefined : "missing:tailored-plan"));

/** A paper that a second person confirms: one that lies there unconfirmed is told apart from none at all. */
const confirmed = (kind: "fair-competition-review" | "risk-memo"): Gate<LeadCase> =>
  gate(kind, (lead) => (hasConfirmed(lead, kind) ? undefined : has(lead, kind) ? `unconfirmed:${kind}` : `missing:${kind}`));

const identified = gate<LeadCase>("party", ({ partyKind }) => (partyKind === "provisional" ? "missing:party" : undefined));
const decision = gate<LeadCase>("decision", (lead) => (has(lead, "decision") ? undefined : "missing:decision"));
const contract = gate<LeadCase>("contract", ({ nature, contracts }) => {
  if (nature === "entry") return contracts.some((kind) => kind.startsWith("entry-")) ? undefined : "missing:entry-agreement";
  return contracts.includes("formal") ? undefined : "missing:formal-contract";
});
const promises = gate<LeadCase>("promises", ({ nature, promised }) => (nature === "entry" || promised ? undefined : "missing:promises"));
const project = gate<LeadCase>("project", ({ nature, projectId }) =>
  nature === "entry" || projectId !== null ? undefined : "missing:project",
);
/** By hand, or because the register of projects told that land was supplied or construction began. */
const landed = gate<LeadCase>("landing-proof", (lead) =>
  has(lead, "landing-proof") || has(lead, "project-progress") ? undefined : "missing:landing-proof",
);
const reason = gate<LeadCase>("reason", (lead) => (lead.reason?.trim() ? undefined : "missing:reason"));

/** The course of a lead. Its status is looked at first: what is parked, lost or joined makes no move. */
export const leadMoves = {
  contact: { from: ["TARGETED"], to: "CONTACTED", needs: [active, owner, contacted], by: "promotion", source: states },
  negotiate: { from: ["CONTACTED"], to: "NEGOTIATING", needs: [active, judged, needs], by: "promotion", source: registered },
  propose: { from: ["NEGOTIATING"], to: "PROPOSAL", needs: [active, amount, plan], by: "promotion", source: steps },
  startDiligence: {
    from: ["PROPOSAL"],
    to: "DILIGENCE",
    needs: [active, confirmed("fair-competition-review")],
    by: "promotion",
    source: "handbook §3：一企一策须通过公平竞争审查；公平竞争审查条例",
  },
  submitDecision: {
    from: ["DILIGENCE"],
    to: "DECISION",
    needs: [active, identified, confirmed("risk-memo")],
    by: "promotion",
    source: steps,
  },
  sign: { from: ["DECISION"], to: "SIGNED", needs: [active, decision, contract, promises], by: "promotion", source: states },
  land: { from: ["SIGNED"], to: "LANDED", needs: [active, project, landed], by: "promotion", source: states },
  stepBack: {
    from: ["PROPOSAL", "DILIGENCE", "DECISION"],
    to: "NEGOTIATING",
    needs: [active, reason],
    by: "promotion",
    source: states,
  },
} satisfies Moves<LeadStage, LeadCase> & Readonly<Record<string, { readonly by: Role }>>;

export type LeadMove = keyof typeof leadMoves;

export const LEAD_STAGES: readonly LeadStage[] = [
  "TARGETED",
  "CONTACTED",
  "NEGOTIATING",
  "PROPOSAL",
  "DILIGENCE",
  "DECISION",
  "SIGNED",
  "LANDED",
];

/** The move that leads on from a stage; none from the last. */
export const forwardMove = (stage: LeadStage): LeadMove | undefined =>
  (Object.keys(leadMoves) as LeadMove[]).find((name) => name !== "stepBack" && (leadMoves[name].from as readonly string[]).includes(stage));

export type StatusCase = {
  readonly state: LeadStatus;
  readonly stage: LeadStage;
  readonly reason: string | null;
  readonly lostReason: LostReason | null;
};

const because = gate<StatusCase>("reason", (lead) => (lead.reason?.trim() ? undefined : "missing:reason"));
const why = gate<StatusCase>("lost-reason", ({ lostReason }) => (lostReason === null ? "missing:lost-reason" : undefined));
const notSigned = gate<StatusCase>("not-signed", ({ stage }) =>
  stage === "SIGNED" || stage === "LANDED" ? `wrong-stage:${stage}` : undefined,
);

/** The status beside the stage: out of the course and back into it (handbook §3: LOST with its reason). */
export const statusMoves = {
  park: { from: ["ACTIVE"], to: "PARKED", needs: [notSigned, because], by: "promotion", source: states },
  resume: { from: ["PARKED"], to: "ACTIVE", needs: [because], by: "promotion", source: states },
  lose: { from: ["ACTIVE", "PARKED"], to: "LOST", needs: [why, because], by: "promotion", source: states },
  reject: { from: ["ACTIVE", "PARKED"], to: "REJECTED", needs: [notSigned, because], by: "leadership", source: states },
  reopen: { from: ["LOST", "REJECTED"], to: "ACTIVE", needs: [because], by: "leadership", source: states },
  join: { from: ["ACTIVE", "PARKED"], to: "JOINED", needs: [notSigned, because], by: "promotion", source: states },
} satisfies Moves<LeadStatus, StatusCase> & Readonly<Record<string, { readonly by: Role }>>;

export type StatusMove = keyof typeof statusMoves;
