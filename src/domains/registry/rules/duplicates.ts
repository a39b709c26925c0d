import type { DuplicateTerm } from "#domains/registry/contract/duplicate-operations.ts";
import { coreName, nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { pairsOf } from "#domains/registry/rules/tokens.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type Comparable = {
  readonly identifierKind: string;
  readonly identifier: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly address: string | null;
  readonly regionCode: string | null;
  readonly classCode: string | null;
  readonly foundedOn: LocalDate | null;
  readonly capitalYuan: Decimal | null;
  readonly website: string | null;
  readonly stockCode: string | null;
};

/** From here on two rows are shown to a person. Chosen so that a name that is nearly the same needs one thing more that agrees. */
export const LIKELY = 60;

type Term = {
  readonly name: DuplicateTerm["term"];
  readonly of: number;
  readonly compare: (one: Comparable, other: Comparable) => Compared | undefined;
};
type Compared = { readonly one: string; readonly other: string; readonly points: number };

/** Each term by itself; what either of the two does not say gives no points and takes none. */
const TERMS: readonly Term[] = [
  { name: "identifier", of: 20, compare: compareIdentifiers },
  {
    name: "name",
    of: 60,
    compare: (one, other) => ({ one: one.name, other: other.name, points: Math.round(60 * likeness(one.name, other.name)) }),
  },
  { name: "alias", of: 55, compare: compareAliases },
  { name: "address", of: 20, compare: (one, other) => same(plain(one.address), plain(other.address), 20, 0) },
  { name: "region", of: 8, compare: compareRegions },
  { name: "class", of: 8, compare: compareClasses },
  { name: "founded", of: 12, compare: (one, other) => same(one.foundedOn, other.foundedOn, 12, -8) },
  { name: "capital", of: 6, compare: (one, other) => same(one.capitalYuan, other.capitalYuan, 6, 0) },
  { name: "website", of: 15, compare: (one, other) => same(host(one.website), host(other.website), 15, 0) },
  { name: "stock", of: 40, compare: (one, other) => same(one.stockCode, other.stockCode, 40, -40) },
];

/** Whether two rows may be one enterprise, −100 to 100, and why. */
export function compareEnterprises(
  one: Comparable,
  other: Comparable,
): { readonly score: number; readonly terms: readonly DuplicateTerm[] } {
  const terms = TERMS.flatMap(({ name, of, compare }): DuplicateTerm[] => {
    const compared = compare(one, other);
    return compared === undefined || compared.points === 0 ? [] : [{ term: name, of, ...compared }];
  });
  const total = terms.reduce((sum, term) => sum + term.points, 0);
  return { score: Math.max(-100, Math.min(100, total)), terms };
}

/** Two valid codes are two enterprises, unless the organisation's own part is the same and only the registrar differs. */
function compareIdentifiers(one: Comparable, other: Comparable): Compared | undefined {
  if (one.identifierKind !== "uscc" || other.identifierKind !== "uscc") return undefined;
  const sameOrganisation = one.identifier.slice(8, 17) === other.identifier.slice(8, 17);
  return { one: one.identifier, other: other.identifier, points: sameOrganisation ? 20 : -100 };
}

/** 1 for one and the same name, otherwise the share of pairs of characters that both have. */
export function likeness(one: string, other: string): number {
  const [left, right] = [coreName(nameKey(one)), coreName(nameKey(other))];
  if (left === right) return 1;
  const [pairs, others] = [new Set(pairsOf(left)), new Set(pairsOf(right))];
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  const either = pairs.size + others.size - shared;
  return either === 0 ? 0 : shared / either;
}

function compareAliases(one: Comparable, other: Comparable): Compared | undefined {
  const [left, right] = [nameKey(one.name), nameKey(other.name)];
  if (left === right) return undefined;
  const former = one.otherNames.find((name) => nameKey(name) === right);
  if (former !== undefined) return { one: former, other: other.name, points: 55 };
  const latter = other.otherNames.find((name) => nameKey(name) === left);
  return latter === undefined ? undefined : { one: one.name, other: latter, points: 55 };
}

function compareRegions(one: Comparable, other: Comparable): Compared | undefined {
  const [left, right] = [one.regionCode, other.regionCode];
  if (left === null || right === null) return undefined;
  const points = left === right ? 8 : left.slice(0, 4) === right.slice(0, 4) ? 4 : left.slice(0, 2) === right.slice(0, 2) ? 0 : -15;
  return { one: left, other: right, points };
}

function compareClasses(one: Comparable, other: Comparable): Compared | undefined {
  const [left, right] = [one.classCode, other.classCode];
  if (left === null || right === null) return undefined;
  return { one: left, other: right, points: left === right ? 8 : left.slice(0, 3) === right.slice(0, 3) ? 4 : 0 };
}

function same(one: string | null, other: string | null, points: number, otherwise: number): Compared | undefined {
  if (one === null || other === null || one === "" || other === "") return undefined;
  return { one, other, points: one === other ? points : otherwise };
}

const plain = (address: string | null): string | null =>
  address === null
    ? null
    : address
        .normalize("NFKC")
        .replace(/[\s,，。.#＃()（）-]/g, "")
        .toLowerCase();
const host = (website: string | null): string | null =>
  website === null
    ? null
    : website
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/^www\./, "")
        .replace(/[/?#].*$/, "");
