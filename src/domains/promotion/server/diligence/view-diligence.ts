import type { z } from "zod";
import type { DiligenceView } from "#domains/promotion/contract/diligence.ts";
import { diligencePolicy } from "#domains/promotion/rules/paper-policy.ts";
import { readRatios } from "#domains/promotion/rules/ratios.ts";
import { clausesOf } from "#domains/promotion/server/diligence/clauses.ts";
import { findingsOf } from "#domains/promotion/server/diligence/findings.ts";
import { memoRows, memoView } from "#domains/promotion/server/diligence/memo-store.ts";
import { mediansOf } from "#domains/promotion/server/diligence/statement-store.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { getLead, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** All that is known of the party of a lead as of a day, and what was written about it. */
export async function viewDiligence(tx: Tx, leadId: string, today: LocalDate): Promise<z.input<typeof DiligenceView>> {
  const lead = await getLead(tx, leadId);
  const { party, statements, events, ownership, findings } = await findingsOf(tx, lead, today);
  const years = statements.map(({ statement }) => statement.year);
  const medians = await mediansOf(tx, party.industry, years);
  const memos = await memoRows(tx, leadId);
  const open = memos.some(({ state }) => state === "DRAFT" || state === "SUBMITTED");
  return {
    lead: {
      id: lead.id,
      code: lead.code,
      projectName: lead.project_name,
      party: lead.party_name,
      enterpriseId: party.enterpriseId,
      industry: party.industry,
      amountYuan: lead.amount_yuan === null ? null : decimal(lead.amount_yuan),
    },
    statements: [...statements],
    ratios: [
      ...readRatios(
        statements.map(({ statement }) => statement),
        medians,
      ),
    ],
    now: findings,
    events,
    holdings: [...ownership.holdings],
    denials: [...ownership.denials],
    memos: memos.map((row) => memoView(tx, row, findings)),
    clauses: await clausesOf(tx, leadId),
    abilities: abilitiesOf(diligencePolicy, actorOf(tx), { lead: subjectOf(lead), open }),
  };
}

export const openDiligence: DiligenceHandlers["openDiligence"] = ({ id }, { tx, today }) => viewDiligence(tx, id, today);
