import type { CaseView } from "#domains/approvals/contract/case.ts";
import { cases } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import type { Text } from "#kernel/texts.ts";

/** What the form of a step is given. */
export type CaseFormProps = { readonly view: CaseView; readonly onClose: () => void };

type Taken = { readonly id: string; readonly version: number };

/** Steps that ask for no more than a word: the ability of the server's that allows each, and what it asks. */
export type CaseMove = {
  readonly ability: keyof typeof moveWords;
  readonly text: Text;
  readonly asks: "note" | "reason" | "nothing";
  readonly hint?: Text;
  readonly danger?: true;
  readonly run: (taken: Taken, words: string) => Promise<unknown>;
};

export const CASE_MOVES = [
  {
    ability: "accept",
    text: moveWords.accept,
    asks: "note",
    hint: formTexts.acceptHint,
    run: (taken, note) => cases.acceptCase({ ...taken, note }),
  },
  { ability: "startReview", text: moveWords.startReview, asks: "nothing", run: (taken) => cases.startReview(taken) },
  { ability: "submit", text: moveWords.submit, asks: "nothing", run: (taken) => cases.submitCase(taken) },
  {
    ability: "answerSupplement",
    text: moveWords.answerSupplement,
    asks: "note",
    run: (taken, note) => cases.answerSupplement({ ...taken, note }),
  },
  {
    ability: "extend",
    text: moveWords.extend,
    asks: "reason",
    hint: formTexts.extendHint,
    run: (taken, reason) => cases.extendCase({ ...taken, reason }),
  },
  {
    ability: "refuseToAccept",
    text: moveWords.refuseToAccept,
    asks: "reason",
    hint: formTexts.reasonHint,
    danger: true,
    run: (taken, reason) => cases.refuseToAccept({ ...taken, reason }),
  },
  {
    ability: "terminate",
    text: moveWords.terminate,
    asks: "reason",
    hint: formTexts.reasonHint,
    danger: true,
    run: (taken, reason) => cases.terminateCase({ ...taken, reason }),
  },
  {
    ability: "withdraw",
    text: moveWords.withdraw,
    asks: "reason",
    danger: true,
    run: (taken, reason) => cases.withdrawCase({ ...taken, reason }),
  },
] as const satisfies readonly CaseMove[];
