import type { Check } from "#domains/economy/contract/report-card.ts";
import { type CheckInput, check, findLevel, type LevelFigure, nameOf } from "#domains/economy/rules/checks/check-input.ts";
import { clearlyExceeds, findComparable } from "#domains/economy/rules/comparable-value.ts";
import { bothLanguages, printAmount } from "#domains/economy/rules/print-number.ts";

/**
 * Which indicator is a part of which, by the definitions of the statistical report forms; handbook §11: parts ≤ whole.
 * 税收 is not under 一般公共预算收入: 全口径税收 contains the centre's share.
 */
const wholes: Readonly<Record<string, readonly string[]>> = {
  gdp: ["primary-va", "secondary-va", "tertiary-va", "finance-va", "construction-va", "digital-va", "agriculture-va", "service-va"],
  "tertiary-va": ["finance-va"],
  "secondary-va": ["construction-va"],
  trade: ["exports", "imports", "processing-trade"],
  "industrial-output": ["hightech-output", "export-delivery"],
  "fixed-investment": ["industrial-investment", "infrastructure-investment", "private-investment", "real-estate-investment"],
  "industrial-investment": ["technical-investment", "manufacturing-investment"],
  "retail-sales": ["above-limit-retail", "catering-revenue"],
  "fiscal-revenue": ["budget-revenue"],
  "foreign-capital": [],
  electricity: ["industrial-electricity"],
  loans: ["sme-loans"],
  "market-entities": ["enterprises", "new-market-entities"],
  enterprises: ["new-enterprises", "industrial-firms", "hightech-firms", "tech-smes", "listed-firms", "specialised-firms"],
  "industrial-firms": ["new-industrial-firms"],
  "specialised-firms": ["little-giants"],
  "planned-projects": ["projects-building", "projects-started", "projects-completed"],
};

/** One check for every pair of which the card shows both. */
export function checkPartsWithinWhole({ figures }: CheckInput): Check[] {
  return Object.entries(wholes).flatMap(([wholeCode, partCodes]) => {
    const whole = findLevel(figures, wholeCode);
    if (whole === undefined) return [];
    return partCodes.flatMap((code) => {
      const part = findLevel(figures, code);
      return part === undefined ? [] : checkOnePart(whole, part);
    });
  });
}

function checkOnePart(whole: LevelFigure, part: LevelFigure): Check[] {
  const left = findComparable(part.value, part.unit);
  const right = findComparable(whole.value, whole.unit);
  if (left === undefined || right === undefined || left.unit !== right.unit) return [];
  const fits = !clearlyExceeds(left, right);
  return [
    check(
      `part-within-whole:${part.code}:${whole.code}`,
      { zh: "分项不大于总项", en: "A part is not larger than its whole" },
      fits,
      bothLanguages((language) => {
        const [small, large] = [part, whole].map(
          (figure) => `${nameOf(figure)[language]} ${printAmount(figure.value, figure.unit, language)}`,
        );
        if (language === "zh") return `${small}${fits ? "不大于" : "大于"}${large}`;
        return `${small} ${fits ? "is not larger than" : "is larger than"} ${large}`;
      }),
      [part.id, whole.id],
    ),
  ];
}
