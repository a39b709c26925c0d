import type { ChainContent, DraftProblem } from "#domains/chain/contract/chain.ts";
import type { VersionRow, VersionView } from "#domains/chain/contract/version-operations.ts";
import { versionPolicy } from "#domains/chain/rules/chain-policy.ts";
import { checkDraft } from "#domains/chain/rules/check-draft.ts";
import { type VersionCase, versionMoves, versionOn } from "#domains/chain/rules/version-lifecycle.ts";
import { requireDecision } from "#domains/chain/server/require-decision.ts";
import {
  countContents,
  getVersion,
  listVersionRecords,
  listVersionSteps,
  loadContent,
  type StepRecord,
  updateVersion,
  type VersionCounts,
  type VersionRecord,
} from "#domains/chain/server/version-store.ts";
import { isClassCode } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const NOTHING: VersionCounts = { industry: 0, field: 0, direction: 0, node: 0, edges: 0 };
const totalOf = ({ industry, field, direction, node }: VersionCounts): number => industry + field + direction + node;

type About = {
  readonly counts: VersionCounts;
  readonly steps: readonly StepRecord[];
  readonly inForce: string | undefined;
  /** Null in a list: there the errors are not looked for, and the button's last word is said when the version is opened. */
  readonly problems: readonly DraftProblem[] | null;
};

export const caseOf = (row: VersionRecord, nodes: number, problems: readonly DraftProblem[] | null): VersionCase => ({
  state: row.state,
  authors: row.authors,
  nodes,
  errors: (problems ?? []).filter(({ severity }) => severity === "error").length,
});

function presentRow(tx: Tx, row: VersionRecord, { counts, steps, inForce, problems }: About): VersionRow {
  const { edges, ...levels } = counts;
  const last = steps.filter(({ move }) => move !== "edit").at(-1);
  const waiting = row.state === "DRAFT" ? "submit" : row.state === "SUBMITTED" ? "approve" : undefined;
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    nameEn: row.nameEn,
    state: row.state,
    effectiveFrom: row.effectiveFrom,
    inForce: row.id === inForce,
    basedOn: row.basedOn,
    counts: levels,
    edges,
    note: row.note,
    draftedBy: row.draftedByName,
    draftedOn: row.draftedOn,
    approvedBy: row.approvedByName,
    approvedOn: row.approvedOn,
    returned: row.state === "DRAFT" && last?.move === "sendBack" ? last.reason : null,
    waitsFor: waiting === undefined ? null : { move: waiting, by: versionMoves[waiting].by },
    version: row.version,
    abilities: abilitiesOf(versionPolicy, actorOf(tx), caseOf(row, totalOf(counts), problems)),
  };
}

const inForceOn = (rows: readonly VersionRecord[], today: LocalDate): string | undefined =>
  versionOn(
    rows.filter(({ state }) => state === "APPROVED"),
    today,
  )?.id;

export async function listRows(tx: Tx, today: LocalDate): Promise<VersionRow[]> {
  const rows = await listVersionRecords(tx);
  const [counts, steps] = [await countContents(tx), Map.groupBy(await listVersionSteps(tx), ({ versionId }) => versionId)];
  const inForce = inForceOn(rows, today);
  return rows.map((row) =>
    presentRow(tx, row, { counts: counts.get(row.id) ?? NOTHING, steps: steps.get(row.id) ?? [], inForce, problems: null }),
  );
}

/** One version with everything in it; `content` where it is at hand already. */
export async function viewVersion(tx: Tx, id: string, today: LocalDate, content?: ChainContent): Promise<VersionView> {
  const rows = await listVersionRecords(tx);
  const row = rows.find((one) => one.id === id) ?? (await getVersion(tx, id));
  const { nodes, edges } = content ?? (await loadContent(tx, id));
  const problems = checkDraft({ nodes, edges }, isClassCode);
  const steps = await listVersionSteps(tx, id);
  const counts = { ...NOTHING, edges: edges.length };
  for (const { level } of nodes) counts[level] += 1;
  return {
    row: presentRow(tx, row, { counts, steps, inForce: inForceOn(rows, today), problems }),
    nodes,
    edges,
    problems: [...problems],
    steps: steps.map(({ move, on, at, by, reason }) => ({ move, on, at: at as Instant, by, reason })),
  };
}

export async function draftReply(tx: Tx, id: string, today: LocalDate, content?: ChainContent) {
  const { row, problems } = await viewVersion(tx, id, today, content);
  return { row, problems };
}

/** The draft as the caller saw it. @throws AppError `record.changed`, or the refusal of the policy. */
export async function openDraft(
  { tx, actor }: OperationContext,
  given: { readonly id: string; readonly version: number },
): Promise<{ readonly row: VersionRecord; readonly content: ChainContent }> {
  const row = await getVersion(tx, given.id);
  if (row.version !== given.version) throw new AppError("record.changed", "conflict");
  requireDecision(versionPolicy.edit(actor, caseOf(row, 0, null)));
  return { row, content: await loadContent(tx, row.id) };
}

/** Whoever changes a draft is one of its authors from then on. */
export const touchDraft = ({ tx, actor }: OperationContext, row: VersionRecord): Promise<void> =>
  updateVersion(tx, row, { authors: [...new Set([...row.authors, actor.id])] });
