import { caseStateWords } from "#domains/approvals/contract/case.ts";
import type { Piece } from "#domains/approvals/web/case-lanes.ts";
import { reviewStateWords } from "#domains/approvals/web/case-texts.ts";
import type { Text } from "#kernel/texts.ts";

const isReview = (state: Piece["state"]): state is keyof typeof reviewStateWords => state in reviewStateWords;

export const sayPiece = ({ state }: Piece, say: (text: Text) => string): string =>
  say(isReview(state) ? reviewStateWords[state] : caseStateWords[state]);
