import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import type { ReadArticle } from "#domains/intelligence/rules/reading.ts";

const pairs = (name: string): Set<string> => {
  const found = new Set<string>();
  for (let place = 0; place + 1 < name.length; place += 1) found.add(name.slice(place, place + 2));
  return found;
};

function alike(left: string, right: string): boolean {
  if (left === right || left.includes(right) || right.includes(left)) return true;
  const first = pairs(left);
  const second = pairs(right);
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared += 1;
  return (2 * shared) / (first.size + second.size) >= 0.5;
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
    const first = earlier.find((other) => (alike(figure.indicator, other.indicator) || inHead(figure)) && figure.region === other.region);
    const marked: Figure = first
      ? { ...figure, repeated: true, indicator: first.indicator, code: first.code, period: first.period, basis: first.basis }
      : figure;
    if (earlier.length < 20) byValue.set(key, [...earlier, marked]);
    result.push(marked);
  }
  return result.sort((left, right) => (left.spans[0]?.start ?? 0) - (right.spans[0]?.start ?? 0));
}
