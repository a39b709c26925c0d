import type { EvidenceKind, Milestone, ProjectStage } from "#domains/projects/contract/project.ts";
import { type Gate, gate, type Moves } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Role } from "#kernel/role.ts";

/** What the gates look at: the project, the evidence attached to it, and what comes with the command. */
export type ProjectCase = {
  readonly state: ProjectStage;
  /** The stage that it was suspended from; null unless it is suspended. */
  readonly suspendedFrom: ProjectStage | null;
  readonly leasedPlant: boolean;
  readonly parcel: string | null;
  readonly hasTaskForce: boolean;
  readonly evidence: readonly {
    readonly kind: EvidenceKind;
    readonly datedOn: LocalDate;
    /** It carries a number; it carries a file. */
    readonly numbered: boolean;
    readonly filed: boolean;
  }[];
  /** The day of its last step: a decision to stop, or a plan to go on, that was used before it is used up. */
  readonly since: LocalDate | null;
  readonly reached: Readonly<Partial<Record<Milestone, LocalDate>>>;
  /** The day of the move; null while only asking what is missing. */
  readonly on: LocalDate | null;
  readonly reason: string | null;
};

const source = "handbook §4";

type Piece = ProjectCase["evidence"][number];

/** Permits and filings are known by their number (handbook §4). */
export const KNOWN_BY_NUMBER: readonly EvidenceKind[] = ["construction-permit", "acceptance"];
/** Kept beside the course and asked for by no gate: an invoice may be anything. */
export const ASKED_BY_NO_GATE: readonly EvidenceKind[] = ["contract", "stat-files", "investment-proof", "other"];

/** Does a piece show what it says? A name alone proves nothing. */
export const proves = ({ kind, numbered, filed }: Omit<Piece, "datedOn">): boolean =>
  KNOWN_BY_NUMBER.includes(kind) ? numbered : numbered || filed;

/** One of these kinds of evidence is there. */
const needs = (
  name: string,
  kinds: readonly EvidenceKind[],
  fits: (piece: Piece, project: ProjectCase) => boolean = () => true,
): Gate<ProjectCase> =>
  gate(name, (project) =>
    project.evidence.some((piece) => kinds.includes(piece.kind) && proves(piece) && fits(piece, project)) ? undefined : `missing:${name}`,
  );

/** Dated since the last step: of a second stop the first decision says nothing. */
const sinceLastStep = ({ datedOn }: Piece, { since }: ProjectCase): boolean => since === null || datedOn >= since;
/** Nothing is completed before its acceptance was filed. */
const byThatDay = ({ datedOn }: Piece, { on }: ProjectCase): boolean => on === null || datedOn <= on;

const landOrLease = needs("land-contract", ["land-contract", "lease"]);
const place = gate<ProjectCase>("parcel", ({ parcel, leasedPlant }) => (parcel !== null || leasedPlant ? undefined : "missing:parcel"));
const landUnlessLeased = gate<ProjectCase>("land-first", ({ state, leasedPlant }) =>
  state === "LAND" || leasedPlant ? undefined : "missing:land-stage",
);
const permit = needs("construction-permit", ["construction-permit", "permit-exemption"]);
const taskForce = gate<ProjectCase>("task-force", ({ hasTaskForce }) => (hasTaskForce ? undefined : "missing:task-force"));
const acceptance = needs("acceptance", ["acceptance"], byThatDay);
const output = needs("output-proof", ["output-proof"]);
const reason = gate<ProjectCase>("reason", (project) => (project.reason?.trim() ? undefined : "missing:reason"));
const suspension = needs("suspension-decision", ["suspension-decision"], sinceLastStep);
const restart = needs("restart-plan", ["restart-plan"], sinceLastStep);
const termination = needs("termination-decision", ["termination-decision"]);
const recovered = needs("resources-recovered", ["resources-recovered"]);
const from = (stage: ProjectStage): Gate<ProjectCase> =>
  gate(`suspended-from-${stage}`, ({ suspendedFrom }) =>
    suspendedFrom === stage ? undefined : `suspended-from:${suspendedFrom ?? "none"}`,
  );

/** Same-day signing and start are known and allowed: a project on a leased plant starts from SIGNED. */
export const projectMoves = {
  supplyLand: { from: ["SIGNED"], to: "LAND", needs: [landOrLease, place], by: "task_force", source },
  startConstruction: { from: ["SIGNED", "LAND"], to: "BUILDING", needs: [landUnlessLeased, permit, taskForce], by: "task_force", source },
  completeWorks: { from: ["BUILDING"], to: "COMPLETED", needs: [acceptance], by: "task_force", source },
  startProduction: { from: ["COMPLETED"], to: "PRODUCING", needs: [output], by: "task_force", source },
  suspend: { from: ["SIGNED", "LAND", "BUILDING"], to: "SUSPENDED", needs: [suspension, reason], by: "leadership", source },
  resumeSigned: { from: ["SUSPENDED"], to: "SIGNED", needs: [from("SIGNED"), restart], by: "leadership", source },
  resumeLand: { from: ["SUSPENDED"], to: "LAND", needs: [from("LAND"), restart], by: "leadership", source },
  resumeBuilding: { from: ["SUSPENDED"], to: "BUILDING", needs: [from("BUILDING"), restart], by: "leadership", source },
  terminate: {
    from: ["SIGNED", "LAND", "BUILDING", "SUSPENDED"],
    to: "TERMINATED",
    needs: [termination, recovered, reason],
    by: "leadership",
    source,
  },
} satisfies Moves<ProjectStage, ProjectCase> & Readonly<Record<string, { readonly by: Role }>>;

export type ProjectMove = keyof typeof projectMoves;

/** 达产 and 上规 are proved as well, and follow production (handbook §4). */
export const proofOfMilestone: Readonly<Partial<Record<Milestone, EvidenceKind>>> = {
  "full-capacity": "full-capacity-proof",
  "above-scale": "above-scale-proof",
};

/** What is missing before a milestone after production is entered as reached on a day; undefined when nothing is. */
export function missingForMilestone(project: ProjectCase, kind: Milestone, on: LocalDate): string | undefined {
  const proof = proofOfMilestone[kind];
  if (proof === undefined) return undefined;
  const produced = project.reached.produce;
  if (project.state !== "PRODUCING" || produced === undefined || on < produced) return "missing:production";
  return project.evidence.some((piece) => piece.kind === proof && proves(piece)) ? undefined : `missing:${proof}`;
}

/** The milestone that a move reaches. */
export const milestoneOfMove: Readonly<Partial<Record<ProjectMove, Milestone>>> = {
  supplyLand: "land",
  startConstruction: "start",
  completeWorks: "complete",
  startProduction: "produce",
};

/** Reached by moving the project to its next stage, with the evidence that the gate asks for; all others are entered by hand. */
export const reachedByMove: readonly Milestone[] = ["sign", ...Object.values(milestoneOfMove)];

/** Said beside a move, and no obstacle: a start before its permit was known to happen on one day, and must be seen when it is earlier. */
export function warningsOf(project: ProjectCase, move: ProjectMove): readonly string[] {
  if (move !== "startConstruction" || project.on === null) return [];
  const permits = project.evidence.filter((piece) => piece.kind === "construction-permit").map((piece) => piece.datedOn);
  const first = permits.sort()[0];
  return first !== undefined && project.on < first ? ["start-before-permit"] : [];
}
