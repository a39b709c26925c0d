import { type ChainPlace, chainOn } from "#domains/chain/server/api.ts";
import type { ChainQuestion } from "#domains/promotion/contract/screening-question.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/**
 * A place of the chain in force with the class codes and words of everything below it, so that a field can be asked for as well as a node.
 * @throws AppError `promotion.no-such-place`
 */
export async function askChain(tx: Tx, node: string, asOf: LocalDate): Promise<ChainQuestion> {
  const { version, places } = await chainOn(tx, asOf);
  const place = places.find(({ code }) => code === node);
  if (place === undefined) throw new AppError("promotion.no-such-place", "not-found", { node: node.slice(0, 60), version: version.number });
  const within = [place, ...places.filter(({ path }) => path.includes(node))];
  return {
    node,
    nodes: within.map(({ code }) => code),
    name: place.name,
    nameEn: place.nameEn,
    level: place.level,
    strength: place.strength,
    action: place.action,
    classCodes: [...new Set(within.flatMap(({ classCodes }) => classCodes))],
    words: [...new Set(within.flatMap(wordsOf))],
    chainVersion: version.number,
  };
}

/** Names of industries and fields are no products. */
const wordsOf = ({ level, name, products }: ChainPlace): readonly string[] =>
  level === "direction" || level === "node" ? [name, ...products] : products;
