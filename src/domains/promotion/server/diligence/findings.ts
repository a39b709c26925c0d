import type { DistressReading, EnteredStatement, EventView, Findings } from "#domains/promotion/contract/diligence.ts";
import { COMMITTED_DISTRESS } from "#domains/promotion/rules/distress-committed.ts";
import { missingForDistress } from "#domains/promotion/rules/distress-ready.ts";
import { scoreDistress } from "#domains/promotion/rules/distress-score.ts";
import { historyOf } from "#domains/promotion/rules/distress-statements.ts";
import { readRedLines } from "#domains/promotion/rules/red-lines.ts";
import { eventsOf } from "#domains/promotion/server/diligence/event-store.ts";
import { type Ownership, ownershipOf } from "#domains/promotion/server/diligence/ownership-store.ts";
import { type Party, partyOfLead } from "#domains/promotion/server/diligence/party.ts";
import { diligenceRulesOn } from "#domains/promotion/server/diligence/rules-store.ts";
import { statementsOf } from "#domains/promotion/server/diligence/statement-store.ts";
import type { LeadTableRow } from "#domains/promotion/server/lead-store.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export type Known = {
  readonly party: Party;
  readonly statements: readonly EnteredStatement[];
  readonly events: EventView[];
  readonly ownership: Ownership;
  readonly findings: Findings;
};

/** By the newest year that was filed. Null without a statement, and where that year lacks what the score needs. */
export function readDistress(key: string, entered: readonly EnteredStatement[]): DistressReading | null {
  const statements = entered.map(({ statement }) => statement);
  const year = statements[0]?.year;
  if (year === undefined || missingForDistress(statements, year).length > 0) return null;
  const history = historyOf(key, statements);
  return { year, ...scoreDistress(COMMITTED_DISTRESS, history, year) };
}

/** Everything that is known of the party of a lead on a day, and what it says: red lines, distress, parentage. */
export async function findingsOf(tx: Tx, lead: LeadTableRow, today: LocalDate): Promise<Known> {
  const party = await partyOfLead(tx, lead, today);
  const statements = (await statementsOf(tx, [party])).get(party.key) ?? [];
  const events = await eventsOf(tx, party);
  const ownership = await ownershipOf(tx, lead, party, today);
  const { redLines } = await diligenceRulesOn(tx, today);
  // Without any statement the lines of figures are missing, and those of events are read all the same.
  const year = statements[0]?.statement.year ?? Number(today.slice(0, 4)) - 1;
  const report = readRedLines(redLines, {
    statements: statements.map(({ statement }) => statement),
    year,
    committedYuan: lead.amount_yuan === null ? null : decimal(lead.amount_yuan),
    events: events.map(({ kind, on, liftedOn, subject }) => ({ kind, on, liftedOn, subject })),
    asOf: today,
  });
  return {
    party,
    statements,
    events,
    ownership,
    findings: {
      asOf: today,
      report,
      distress: readDistress(party.key, statements),
      distressMissing: missingForDistress(
        statements.map(({ statement }) => statement),
        year,
      ),
      parentage: [...ownership.parentage],
    },
  };
}
