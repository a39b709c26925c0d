import { bookWords, controllerWords, qualificationWords, statusWords } from "#domains/registry/contract/enterprise.ts";
import type { EnterpriseFilter } from "#domains/registry/contract/search-operations.ts";
import { filterTexts, searchTexts } from "#domains/registry/web/search-texts.ts";
import { add, type Decimal } from "#kernel/decimal.ts";
import { money } from "#kernel/money.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";
import { type Language, say, type Text } from "#kernel/texts.ts";

/** What one part of the filter says, and the keys that say it. */
export type SaidPart = { readonly keys: readonly (keyof EnterpriseFilter)[]; readonly text: string };
/** Names of codes that the filter itself does not carry. */
export type KnownNames = {
  readonly region?: string | undefined;
  readonly classCode?: string | undefined;
  readonly liaison?: string | undefined;
  readonly chainNode?: string | undefined;
};

type Bound = { readonly said: string; readonly below: boolean };

/** `999999.99` is how the register writes “below a million”. */
function upper(amount: Decimal, language: Language): Bound {
  const below = /\.99$/.test(amount);
  return { said: sayQuantity(money(below ? add(amount, "0.01" as Decimal) : amount), language), below };
}

/** The words of the filter but its search words, each to be dropped by itself. */
export function sayFilter(filter: EnterpriseFilter, language: Language, known: KnownNames = {}): readonly SaidPart[] {
  const words = (text: Text, params?: Readonly<Record<string, unknown>>) => say(text, language, params);
  const range = (
    keys: readonly [keyof EnterpriseFilter, keyof EnterpriseFilter],
    name: Text,
    from: string | undefined,
    to: Bound | undefined,
  ): SaidPart[] => {
    if (from === undefined && to === undefined) return [];
    const said =
      from === undefined
        ? words(to?.below ? filterTexts.under : filterTexts.atMost, { value: to?.said })
        : to === undefined
          ? words(filterTexts.atLeast, { value: from })
          : words(filterTexts.between, { from, to: to.said });
    return [{ keys, text: `${words(name)} ${said}` }];
  };
  const yuan = (amount: Decimal | undefined) => (amount === undefined ? undefined : sayQuantity(money(amount), language));
  const plain = (value: string | undefined): Bound | undefined => (value === undefined ? undefined : { said: value, below: false });
  const counted = (text: Text, count: number | undefined) => (count === undefined ? undefined : words(text, { count }));
  const one = (key: keyof EnterpriseFilter, text: string | undefined): SaidPart[] => (text === undefined ? [] : [{ keys: [key], text }]);
  const percent = (value: Decimal | undefined) => (value === undefined ? undefined : `${value}%`);
  const { region, classCode, liaisonId, listed, chainNode } = filter;
  return [
    ...one("book", filter.book && words(bookWords[filter.book])),
    ...one("chainNode", chainNode && `${words(filterTexts.chain)} ${known.chainNode ?? chainNode}`),
    ...one("region", region && (known.region ?? region)),
    ...one("classCode", classCode && (known.classCode ?? classCode)),
    ...one("qualification", filter.qualification && words(qualificationWords[filter.qualification])),
    ...one("controller", filter.controller && words(controllerWords[filter.controller])),
    ...one("status", filter.status && words(statusWords[filter.status])),
    ...one("listed", listed === undefined ? undefined : words(listed ? filterTexts.listedYes : filterTexts.listedNo)),
    ...range(
      ["capitalFrom", "capitalTo"],
      searchTexts.capital,
      yuan(filter.capitalFrom),
      filter.capitalTo === undefined ? undefined : upper(filter.capitalTo, language),
    ),
    ...range(
      ["revenueFrom", "revenueTo"],
      searchTexts.revenue,
      yuan(filter.revenueFrom),
      filter.revenueTo === undefined ? undefined : upper(filter.revenueTo, language),
    ),
    ...range(["growthFrom", "growthTo"], searchTexts.growth, percent(filter.growthFrom), plain(percent(filter.growthTo))),
    ...range(
      ["employeesFrom", "employeesTo"],
      searchTexts.employees,
      counted(filterTexts.people, filter.employeesFrom),
      plain(counted(filterTexts.people, filter.employeesTo)),
    ),
    ...range(
      ["ageFrom", "ageTo"],
      searchTexts.age,
      counted(filterTexts.years, filter.ageFrom),
      plain(counted(filterTexts.years, filter.ageTo)),
    ),
    ...range(["foundedFrom", "foundedTo"], searchTexts.founded, filter.foundedFrom, plain(filter.foundedTo)),
    ...one("liaisonId", liaisonId && `${words(filterTexts.liaison)} ${known.liaison ?? "…"}`),
  ];
}
