import { v7 } from "uuid";
import { candidateColumns, candidateNames } from "#domains/chain/contract/chain-columns.ts";
import { chainErrorTexts } from "#domains/chain/contract/chain-texts.ts";
import type { Candidate } from "#domains/chain/contract/placement.ts";
import type { ProposalRow } from "#domains/chain/contract/placement-operations.ts";
import { createProposer, type Proposal } from "#domains/chain/rules/propose-placements.ts";
import { type Reading, readCandidateRow } from "#domains/chain/rules/read-graph-rows.ts";
import type { PlacementHandlers } from "#domains/chain/server/handler-shapes.ts";
import { likenessToConfirmed } from "#domains/chain/server/learned-places.ts";
import { findVersionOn } from "#domains/chain/server/measured-graph.ts";
import { identifyAll, insertPlacements, type Named, type NewPlacement, placedKeys } from "#domains/chain/server/placement-store.ts";
import { candidatesFromRegister } from "#domains/chain/server/register-pool.ts";
import { loadContent } from "#domains/chain/server/version-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { columnsTemplate, readColumns } from "#kernel/server/read-columns.ts";
import { joined } from "#kernel/sheet-cells.ts";

export const placementTemplate: PlacementHandlers["placementTemplate"] = (_, { language }) =>
  columnsTemplate(candidateColumns, candidateNames, language);

type Asked = { readonly row: number; readonly name: string | null; readonly reading: Reading<Candidate> };

/** Row by row: what cannot be read is refused alone; whatever is proposed waits for a person. */
export const proposePlacements: PlacementHandlers["proposePlacements"] = async ({ enterprises, pool, most, dryRun }, context) => {
  const { tx, today } = context;
  const version = await findVersionOn(tx, today);
  if (version === undefined) throw new AppError("chain.none-in-force", "not-found", { date: today });
  const { nodes } = await loadContent(tx, version.id);
  const [byWords, likeness] = [createProposer(nodes), await likenessToConfirmed(tx, nodes)];
  const propose = (candidate: Candidate) => byWords(candidate, likeness(candidate));
  const pooled = pool === undefined ? [] : await candidatesFromRegister(tx, pool, most, today);
  const residents = new Map(
    pooled.flatMap(({ candidate, residentSince }) => (residentSince === null ? [] : [[candidate, residentSince] as const])),
  );
  const asked = await askedOf([...enterprises, ...pooled.map(({ candidate }) => candidate)], context);
  if (asked.length === 0 && pool === undefined) throw new AppError("upload.none", "invalid");
  const readable = asked.flatMap(({ reading }) => (reading.ok ? [reading.value] : []));
  const named = new Map((await identifyAll(tx, readable)).map((found, place) => [readable[place], found]));
  const placed = new Set(await placedKeys(tx));
  const answers = asked.map((one) => answerRow(one, { propose, named, placed, residents, today }));
  const rows = answers.map(({ row }) => row);
  const fresh = answers.flatMap((answer) => answer.fresh);
  const proposed = dryRun ? 0 : await insertPlacements(tx, fresh);
  if (proposed > 0)
    context.journal({
      subject: `chain-version:${version.id}`,
      after: { proposed, enterprises: asked.length },
      items: fresh.map(({ id, node, enterprise }) => ({ id, node, enterprise: enterprise.name })),
    });
  return { rows, proposed, refused: rows.filter(({ ok }) => !ok).length };
};

async function askedOf(enterprises: readonly Candidate[], { files }: OperationContext): Promise<readonly Asked[]> {
  const [file] = files;
  const told = enterprises.map((value, place): Asked => ({ row: place + 1, name: value.name, reading: { ok: true, value } }));
  if (file === undefined) return told;
  const read = await readColumns(file, candidateColumns);
  return [
    ...told,
    ...read.map(
      ({ row, cells }): Asked => ({
        row,
        name: cells["name"]?.text.trim().slice(0, 120) || null,
        reading: readCandidateRow(row, cells),
      }),
    ),
  ];
}

type About = {
  readonly propose: (candidate: Candidate) => readonly Proposal[];
  readonly named: ReadonlyMap<Candidate | undefined, Named | AppError>;
  /** Grows with each row: one enterprise that stands in the list twice is proposed once. */
  readonly placed: Set<string>;
  /** Since when those of the register who are residents are in the zone. */
  readonly residents: ReadonlyMap<Candidate, LocalDate>;
  readonly today: LocalDate;
};

function answerRow(
  { row, name, reading }: Asked,
  { propose, named, placed, residents, today }: About,
): { readonly row: ProposalRow; readonly fresh: readonly NewPlacement[] } {
  const refused = (problem: ProposalRow["problem"]) => ({ row: { row, ok: false, problem, enterprise: name, proposals: [] }, fresh: [] });
  if (!reading.ok) return refused(joined(reading.problems));
  const candidate = reading.value;
  const enterprise = named.get(candidate);
  if (enterprise === undefined) return refused(null);
  if (enterprise instanceof AppError)
    return refused({ zh: sentenceOf(enterprise, chainErrorTexts, "zh"), en: sentenceOf(enterprise, chainErrorTexts, "en") });
  const since = residents.get(candidate) ?? null;
  const { name: _, uscc: __, ...basis } = candidate;
  const found = propose(candidate).map((proposal) => ({
    ...proposal,
    isNew: !placed.has(`${proposal.node.code}\n${enterprise.key}`),
  }));
  for (const { node } of found) placed.add(`${node.code}\n${enterprise.key}`);
  return {
    row: {
      row,
      ok: true,
      problem: null,
      enterprise: candidate.name,
      proposals: found.map(({ node, score, isNew }) => ({ node: node.code, name: node.name, score, isNew })),
    },
    fresh: found.flatMap(({ node, score, reasons, isNew }): NewPlacement[] =>
      isNew
        ? [
            {
              id: v7(),
              node: node.code,
              enterprise,
              state: "PROPOSED",
              score,
              reasons,
              basis,
              // Whether a resident produces here what the place stands for is for the person to say; the day is what the book has.
              presence: since === null ? "elsewhere" : "producing",
              leading: false,
              from: since,
              on: today,
              note: "",
            },
          ]
        : [],
    ),
  };
}
