import type { ReportCardState } from "#domains/economy/contract/report-card.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import type { Text } from "#kernel/texts.ts";

type Move = { readonly id: string; readonly version: number };

/** The steps as buttons: where each is offered, and what it asks. Whether it may be done is for the server to say. */
export type CardMove = {
  readonly name: string;
  readonly text: Text;
  readonly from: readonly ReportCardState[];
  readonly asks: "comment" | "reason";
  readonly hint?: Text;
  readonly danger?: true;
  readonly run: (card: Move, words: string) => Promise<unknown>;
};

const commented = (words: string) => (words === "" ? {} : { comment: words });

export const CARD_MOVES: readonly CardMove[] = [
  {
    name: "check",
    text: cardTexts.check,
    from: ["DRAFT"],
    asks: "comment",
    run: (card, words) => economy.checkReportCard({ ...card, ...commented(words) }),
  },
  {
    name: "approve",
    text: cardTexts.approve,
    from: ["CHECKED"],
    asks: "comment",
    hint: cardTexts.approveHint,
    run: (card, words) => economy.approveReportCard({ ...card, ...commented(words) }),
  },
  {
    name: "publish",
    text: cardTexts.publish,
    from: ["APPROVED"],
    asks: "comment",
    hint: cardTexts.publishHint,
    run: (card, words) => economy.publishReportCard({ ...card, ...commented(words) }),
  },
  {
    name: "sendBack",
    text: cardTexts.sendBack,
    from: ["CHECKED", "APPROVED"],
    asks: "reason",
    run: (card, reason) => economy.returnReportCard({ ...card, reason }),
  },
  {
    name: "revise",
    text: cardTexts.revise,
    from: ["PUBLISHED", "REVISED", "WITHDRAWN"],
    asks: "reason",
    hint: cardTexts.reviseHint,
    run: (card, reason) => economy.reviseReportCard({ ...card, reason }),
  },
  {
    name: "withdraw",
    text: cardTexts.withdraw,
    from: ["PUBLISHED", "REVISED"],
    asks: "reason",
    hint: cardTexts.withdrawHint,
    danger: true,
    run: (card, reason) => economy.withdrawReportCard({ ...card, reason }),
  },
];
