import type { DossierFacts, DossierOffer } from "#domains/promotion/contract/dossier.ts";
import { dossierWords as words } from "#domains/promotion/contract/dossier-words.ts";
import { interactionWords } from "#domains/promotion/contract/lead.ts";
import { measureWords } from "#domains/promotion/contract/screening.ts";
import { controllerWords, statusWords } from "#domains/registry/contract/enterprise.ts";
import type { Decimal } from "#kernel/decimal.ts";
import { sayDate } from "#kernel/local-date.ts";
import { money } from "#kernel/money.ts";
import { sayQuantity, THIN_SPACE } from "#kernel/say-quantity.ts";
import { type Language, say } from "#kernel/texts.ts";

/** What the platform knows, line by line, as it stands on the page and on the paper. */
export type FactLine = { readonly label: string; readonly text: string };

/** With a plain space: the face of the papers has no thin one. */
export const sayYuan = (yuan: Decimal, language: Language): string => sayQuantity(money(yuan), language).replaceAll(THIN_SPACE, " ");

const TENTHS = 10;

/** Who they are by the register, with its source and day. What it does not say is named and is no zero. */
export function enterpriseLines({ enterprise }: Pick<DossierFacts, "enterprise">, language: Language): readonly FactLine[] {
  if (enterprise === null) return [];
  const { foundedOn, region, controller, stockCode, capitalYuan, employees, revenueYuan, revenueYear, growthPct } = enterprise;
  const list = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join(words.comma[language]));
  const said: readonly (readonly [keyof typeof words, string | null])[] = [
    ["status", statusWords[enterprise.status][language]],
    ["founded", foundedOn === null ? null : sayDate(foundedOn, language)],
    ["region", region],
    ["controller", controller === null ? null : controllerWords[controller][language]],
    ["capital", capitalYuan === null ? null : sayYuan(capitalYuan, language)],
    ["employees", employees === null ? null : say(words.employeesSaid, language, { count: employees })],
    [
      "revenue",
      revenueYuan === null || revenueYear === null
        ? null
        : say(words.revenueSaid, language, { year: revenueYear, amount: sayYuan(revenueYuan, language) }),
    ],
    [
      "growth",
      growthPct === null || revenueYear === null ? null : say(words.growthSaid, language, { year: revenueYear, percent: growthPct }),
    ],
    ["products", list(enterprise.products)],
    ["qualifications", list(enterprise.qualifications.map((held) => held[language]))],
  ];
  const line = (name: keyof typeof words, text: string): FactLine => ({ label: words[name][language], text });
  const unknown = said.flatMap(([name, text]) => (text === null ? [words[name][language]] : []));
  const { source, asOf } = enterprise;
  return [
    ...said.flatMap(([name, text]) => (text === null ? [] : [line(name, text)])),
    // Few firms are listed: not to be is nothing that is missing.
    ...(stockCode === null ? [] : [line("stockCode", stockCode)]),
    ...(unknown.length === 0 ? [] : [line("notRegistered", unknown.join(words.comma[language]))]),
    ...(source === "" ? [] : [line("registerSource", asOf === null ? source : say(words.sourceSaid, language, { source, on: asOf }))]),
  ];
}

/** The score as a target for the place of the lead, then each term with what it rests on. */
export function fitLines({ fit }: Pick<DossierFacts, "fit">, language: Language): readonly FactLine[] {
  if (fit === null) return [];
  const { known, possible, scoring, terms } = fit;
  return [
    {
      label: words.score[language],
      text: say(words.scoreSaid, language, { known: known / TENTHS, possible: possible / TENTHS, version: scoring }),
    },
    ...terms.map(({ measure, value, least, most, because }) => ({
      label: measureWords[measure][language],
      text: say(words.termPoints, language, {
        points: value === null ? `${least / TENTHS}–${most / TENTHS}` : String(least / TENTHS),
        because: because[language],
      }),
    })),
  ];
}

export const needLines = ({ needs }: Pick<DossierFacts, "needs">, language: Language): readonly FactLine[] =>
  needs.map(({ on, kind, learnt }) => ({
    label: words.need[language],
    text: say(words.needSaid, language, { on, kind: interactionWords[kind][language], learnt }),
  }));

export const offerLines = (offers: readonly DossierOffer[] | null, language: Language): readonly FactLine[] =>
  (offers ?? []).map(({ title, says, source, on }) => ({
    label: title[language],
    text: `${says[language]}${language === "zh" ? "（" : " ("}${on === null ? source : say(words.sourceSaid, language, { source, on })}${language === "zh" ? "）" : ")"}`,
  }));
