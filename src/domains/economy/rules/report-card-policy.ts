import { publishingMove, REVISABLE, type ReportCardCase, reportCardMoves } from "#domains/economy/rules/report-card-lifecycle.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import { type Actor, all, allow, type Grants, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

/** handbook §1: 经济运行/统计 keeps indicators and the scorecard; leadership and the head of a department answer for what goes out. */
export const economyGrants = {
  "economy.read": COMMITTEE_ROLES,
  "economy.record": ["statistics"],
  "economy.draft": ["statistics"],
  "economy.check": ["statistics", "department_head"],
  "economy.approve": ["statistics", "department_head", "leadership"],
  "economy.publish": ["statistics", "department_head", "leadership"],
} as const satisfies Grants;

/** handbook §1: no self-approval. Who drafted, edited or checked a card does not approve it. */
const anotherPerson = (actor: Actor, card: ReportCardCase) =>
  someoneElse(actor, [card.draftedBy, card.checkedBy, ...card.editors], "self-approval");

/** What may be done with one edition now. The comment that a command carries is asked for by the form, so it is not held against the button. */
export const reportCardPolicy = {
  read: (actor) => holds(actor, "economy.read"),
  edit: (actor, card) => all(holds(actor, "economy.draft"), card.state === "DRAFT" ? allow : refuse(`wrong-state:${card.state}`)),
  check: (actor, card) => all(holds(actor, "economy.check"), checkMove(reportCardMoves.check, card)),
  approve: (actor, card) => all(holds(actor, "economy.approve"), checkMove(reportCardMoves.approve, card), anotherPerson(actor, card)),
  sendBack: (actor, card) => all(holds(actor, "economy.check"), checkMove(reportCardMoves.sendBack, card)),
  publish: (actor, card) => all(holds(actor, "economy.publish"), checkMove(reportCardMoves[publishingMove(card.edition)], card)),
  revise: (actor, card) => all(holds(actor, "economy.draft"), REVISABLE.includes(card.state) ? allow : refuse(`wrong-state:${card.state}`)),
  withdraw: (actor, card) => all(holds(actor, "economy.publish"), checkMove(reportCardMoves.withdraw, card)),
} satisfies Policy<ReportCardCase>;
