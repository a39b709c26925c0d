import { cardWords } from "#domains/economy/contract/card-words.ts";
import type { PresentedCard } from "#domains/economy/rules/present-report-card.ts";
import { CARD_TEMPLATE } from "#domains/economy/server/artefacts/report-card-typst.ts";
import { setPdf } from "#kernel/server/documents/set-pdf.ts";

export function reportCardPdf(card: PresentedCard): Uint8Array {
  const words = Object.fromEntries(Object.entries(cardWords).map(([name, text]) => [name, text[card.language]]));
  return setPdf(CARD_TEMPLATE, { ...card, words });
}
