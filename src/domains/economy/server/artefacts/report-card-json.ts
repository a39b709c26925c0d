import type { PlainReportCard } from "#domains/economy/contract/report-card.ts";
import { plainReportCard } from "#domains/economy/rules/plain-report-card.ts";
import type { CardToPrint } from "#domains/economy/rules/present-report-card.ts";
import type { Language } from "#kernel/texts.ts";

export function reportCardJson(card: CardToPrint, language: Language): Uint8Array {
  const plain: PlainReportCard = plainReportCard(card, language);
  return new TextEncoder().encode(`${JSON.stringify(plain, null, 2)}\n`);
}
