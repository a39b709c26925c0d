import type { ReportCard, ReportCardContent } from "#domains/economy/contract/report-card.ts";
import { followsFacts, nextCardMoves, type ReportCardCase, waitsFor } from "#domains/economy/rules/report-card-lifecycle.ts";
import { reportCardPolicy } from "#domains/economy/rules/report-card-policy.ts";
import { composeCurrentCard, fingerprintOf } from "#domains/economy/server/compose-current-card.ts";
import { type EditionRow, findLiveEdition, listSteps } from "#domains/economy/server/report-card-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant } from "#kernel/local-date.ts";
import { type Abilities, abilitiesOf, type Decision } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** An edition with what it says, and the case that the rules look at. */
export type OpenCard = { readonly row: EditionRow; readonly content: ReportCardContent; readonly hash: string; readonly stale: boolean };

/** A draft follows the facts; from CHECKED on it says what was frozen, and whether the facts have moved on. */
export async function openEdition(tx: Tx, row: EditionRow): Promise<OpenCard> {
  const current = await composeCurrentCard(tx, row.region, row.period, row.excluded);
  const hash = fingerprintOf(current);
  if (followsFacts(row.state) || row.content === null) return { row, content: current, hash, stale: false };
  return { row, content: row.content, hash: row.contentHash ?? hash, stale: row.contentHash !== hash };
}

export const caseOf = ({ row, content, stale }: OpenCard, comment: string | null): ReportCardCase => ({
  state: row.state,
  edition: row.edition,
  figures: content.figures.length,
  conflicts: content.conflicts.length,
  openChecks: content.checks.filter((check) => check.ok === false).map((check) => check.name),
  signer: signerOf(row),
  draftedBy: row.draftedBy,
  editors: row.editors,
  checkedBy: row.checkedBy,
  stale,
  comment,
});

export const signerOf = (row: EditionRow): ReportCard["signer"] =>
  row.signerName === null || row.signerDepartment === null ? null : { name: row.signerName, department: row.signerDepartment };

type Deed = Exclude<keyof typeof reportCardPolicy, "read">;

/** @throws AppError `access.missing-permission` or `economy.move-refused` with the reason's code. */
export function requireAllowed(tx: Tx, deed: Deed, card: OpenCard, comment: string | null = null): void {
  const decision: Decision = reportCardPolicy[deed](actorOf(tx), caseOf(card, comment));
  if (decision.allowed) return;
  const [kind, permission = ""] = decision.because.split(":");
  if (kind === "missing-permission") throw new AppError("access.missing-permission", "forbidden", { permission });
  throw new AppError(`economy.refused.${decision.because}`, decision.because === "self-approval" ? "forbidden" : "conflict");
}

/** The words that a form asks for are not held against the button. */
const TO_BE_SAID = "…";

/** What this person may do with the card now; a public edition can be withdrawn while its revision is being drafted. */
export async function abilitiesFor(tx: Tx, card: OpenCard): Promise<Abilities> {
  const abilities = abilitiesOf(reportCardPolicy, actorOf(tx), caseOf(card, TO_BE_SAID));
  const live = card.row.edition === 1 ? undefined : await findLiveEdition(tx, card.row.id);
  if (live === undefined || live.edition === card.row.edition) return abilities;
  return { ...abilities, withdraw: reportCardPolicy.withdraw(actorOf(tx), caseOf({ ...card, row: live }, TO_BE_SAID)) };
}

/** What is missing before the next step, whoever takes it. */
export function needsOf(card: OpenCard): string[] {
  const ahead = waitsFor(card.row)?.move;
  return nextCardMoves(caseOf(card, null)).flatMap(({ move, missing }) => (move === ahead ? missing : []));
}

export async function presentCard(tx: Tx, card: OpenCard): Promise<ReportCard> {
  const { row, content } = card;
  return {
    ...content,
    id: row.id,
    region: row.region,
    period: row.period,
    title: row.title,
    titleEn: row.titleEn,
    state: row.state,
    edition: row.edition,
    version: row.version,
    signer: signerOf(row),
    preliminary: row.preliminary,
    excluded: [...row.excluded],
    publishedAt: row.publishedAt as Instant | null,
    stale: card.stale,
    needs: needsOf(card),
    history: await listSteps(tx, row.id),
    abilities: await abilitiesFor(tx, card),
  };
}
