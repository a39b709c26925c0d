import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import type { ReadArticle } from "#domains/intelligence/rules/reading.ts";

const pairs = (name: string): Set<string> => {
  const found = new Set<string>();
  for (let place = 0; place + 1 < name.length; place += 1) found.add(name.slice(place, place + 2));
  return found;
};

/** In the body the same words must come back: counts of one or two are the same by chance. */
function restates(figure: Figure, other: Figure): boolean {
  if (figure.period !== other.period && other.period !== null && figure.period !== null) return false;
  if (figure.indicator === other.indicator) return true;
  const few = /^\d$/.test(figure.value);
  return !few && likeness(figure.indicator, other.indicator) >= 0.7;
}

function likeness(left: string, right: string): number {
  const first = pairs(left);
  const second = pairs(right);
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared += 1;
  return (2 * shared) / Math.max(1, first.size + second.size);
}

/** Headline, summary and box: the same value of the same indicator stated again. The statement in the body is kept, the others are marked. */
export function markRepeats(figures: readonly Figure[], article: ReadArticle): Figure[] {
  const head = article.text.offsets[article.bodyStart] ?? 0;
  const inHead = (figure: Figure): boolean => (figure.spans[0]?.start ?? 0) < head;
  const byValue = new Map<string, Figure[]>();
  const result: Figure[] = [];
  for (const figure of [...figures].sort((left, right) => Number(inHead(left)) - Number(inHead(right)))) {
    const key = `${figure.value}|${figure.unit}`;
    const earlier = byValue.get(key) ?? [];
    const first = earlier.find((other) => figure.region === other.region && (inHead(figure) ? true : restates(figure, other)));
    const marked: Figure = first
      ? { ...figure, repeated: true, indicator: first.indicator, code: first.code, period: first.period, basis: first.basis }
      : figure;
    if (earlier.length < 20) byValue.set(key, [...earlier, marked]);
    result.push(marked);
  }
  return result.sort((left, right) => (left.spans[0]?.start ?? 0) - (right.spans[0]?.start ?? 0));
}
