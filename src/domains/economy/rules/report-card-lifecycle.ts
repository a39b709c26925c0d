import type { ReportCardState } from "#domains/economy/contract/report-card.ts";
import { gate, type Moves, nextMoves } from "#kernel/lifecycle.ts";
import type { Role } from "#kernel/role.ts";

/** What the gates look at: one edition of a card, with what is given together with the command. */
export type ReportCardCase = {
  readonly state: ReportCardState;
  readonly edition: number;
  readonly figures: number;
  readonly conflicts: number;
  /** Names of the checks that failed or could not be said. */
  readonly openChecks: readonly string[];
  readonly signer: { readonly name: string; readonly department: string } | null;
  readonly draftedBy: string;
  readonly editors: readonly string[];
  readonly checkedBy: string | null;
  /** The facts have changed since the figures were frozen. */
  readonly stale: boolean;
  /** The comment or reason that comes with the command. */
  readonly comment: string | null;
};

const source = "handbook §11: DRAFT → CHECKED → APPROVED (statistics) → PUBLISHED → REVISED with version";

const hasFigures = gate<ReportCardCase>("figures", (card) => (card.figures > 0 ? undefined : "missing:figures"));
const noConflict = gate<ReportCardCase>("no-conflict", (card) => (card.conflicts === 0 ? undefined : "open-conflicts"));
const checksExplained = gate<ReportCardCase>("checks-explained", (card) =>
  card.openChecks.length === 0 || isSaid(card.comment) ? undefined : "missing:comment-on-checks",
);
const signed = gate<ReportCardCase>("signed", (card) => (card.signer === null ? "missing:signer" : undefined));
const factsUnchanged = gate<ReportCardCase>("facts-unchanged", (card) => (card.stale ? "facts-changed" : undefined));
const reasonGiven = gate<ReportCardCase>("reason", (card) => (isSaid(card.comment) ? undefined : "missing:reason"));
const firstEdition = gate<ReportCardCase>("first-edition", (card) => (card.edition === 1 ? undefined : "not-first-edition"));
const laterEdition = gate<ReportCardCase>("later-edition", (card) => (card.edition > 1 ? undefined : "first-edition"));

function isSaid(words: string | null): boolean {
  return words !== null && words.trim() !== "";
}

export const reportCardMoves = {
  check: { from: ["DRAFT"], to: "CHECKED", needs: [hasFigures, noConflict, checksExplained], by: "statistics", source },
  approve: { from: ["CHECKED"], to: "APPROVED", needs: [signed, noConflict, factsUnchanged], by: "department_head", source },
  publish: {
    from: ["APPROVED"],
    to: "PUBLISHED",
    needs: [firstEdition, signed, noConflict, factsUnchanged],
    by: "department_head",
    source,
  },
  publishRevision: {
    from: ["APPROVED"],
    to: "REVISED",
    needs: [laterEdition, signed, noConflict, factsUnchanged],
    by: "department_head",
    source,
  },
  sendBack: { from: ["CHECKED", "APPROVED"], to: "DRAFT", needs: [reasonGiven], by: "statistics", source },
  withdraw: { from: ["PUBLISHED", "REVISED"], to: "WITHDRAWN", needs: [reasonGiven], by: "leadership", source },
} satisfies Moves<ReportCardState, ReportCardCase> & Readonly<Record<string, { readonly by: Role }>>;

export type ReportCardMove = keyof typeof reportCardMoves;

/** A revision is a new edition that starts as a draft; the edition before it stays what it is, and stays public until then. */
export const REVISABLE: readonly ReportCardState[] = ["PUBLISHED", "REVISED", "WITHDRAWN"];

/** Which of the two publishing moves an edition takes. */
export const publishingMove = (edition: number): "publish" | "publishRevision" => (edition === 1 ? "publish" : "publishRevision");

export type NextCardMove = {
  readonly move: ReportCardMove;
  readonly to: ReportCardState;
  readonly by: Role;
  readonly missing: string[];
};

/** The moves that leave the card's state: who has to act, and what is missing. The publishing move of another edition is none. */
export const nextCardMoves = (card: ReportCardCase): readonly NextCardMove[] =>
  nextMoves(reportCardMoves, card).flatMap(({ name, missing }) => {
    const { to, by } = reportCardMoves[name];
    const isOther = (name === "publish" || name === "publishRevision") && name !== publishingMove(card.edition);
    return isOther ? [] : [{ move: name, to, by, missing: [...missing] }];
  });

/** Whom a card waits for on its way to the public; nobody once it is there. */
export function waitsFor({ state, edition }: Pick<ReportCardCase, "state" | "edition">): Pick<NextCardMove, "move" | "by"> | undefined {
  const ahead = { DRAFT: "check", CHECKED: "approve", APPROVED: publishingMove(edition) } as const;
  if (state !== "DRAFT" && state !== "CHECKED" && state !== "APPROVED") return undefined;
  const move = ahead[state];
  return { move, by: reportCardMoves[move].by };
}

/** From CHECKED on the figures are frozen; a draft follows the facts. */
export const followsFacts = (state: ReportCardState): boolean => state === "DRAFT";
export const isPublic = (state: ReportCardState): boolean => state === "PUBLISHED" || state === "REVISED";
