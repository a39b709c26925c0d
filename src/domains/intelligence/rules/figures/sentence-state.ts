import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { leftName, type NameContext, stem } from "#domains/intelligence/rules/figures/naming.ts";
import type { Sentence } from "#domains/intelligence/rules/figures/passages.ts";
import { lastBefore, within } from "#domains/intelligence/rules/figures/sorted-places.ts";
import { grantAt, isDoneBehind } from "#domains/intelligence/rules/figures/wording.ts";
import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { BLANKS, unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";

/** What is known while a sentence is read from left to right. */
export type State = {
  readonly context: NameContext;
  readonly sentence: Sentence;
  readonly drafts: Draft[];
  /** Figures of the sentence before, in the same paragraph. */
  readonly before: readonly Draft[];
  /** Where a policy clause begins to grant; -1 when none. */
  readonly grant: number;
};

export function startState(context: NameContext, sentence: Sentence, before: readonly Draft[]): State {
  const grant = grantAt(context.text.slice(sentence.start, sentence.end));
  return { context, sentence, drafts: [], before, grant: grant < 0 ? -1 : sentence.start + grant };
}

const separates = unitTable(",，:：;；。!！?？\n");

/** The place behind the last comma, colon or opened bracket of the words. */
export function lastSeparator(words: string): number {
  let place = words.length;
  while (place > 0 && separates[words.charCodeAt(place - 1)] !== 1) place -= 1;
  const open = words.lastIndexOf("(");
  return open >= place && !words.includes(")", open) ? open + 1 : place;
}

/** Words further from their number than this say nothing of it. */
const FAR = 160;

/** Where the words that belong to a number begin: behind the number before it or the last comma. */
export function boundary(state: State, index: number): number {
  const { context, sentence } = state;
  const token = sentence.tokens[index];
  const previous = sentence.tokens[index - 1];
  const from = Math.max(sentence.start, previous && previous.start !== token?.start ? previous.end : sentence.start);
  const near = Math.max(from, (token?.start ?? from) - FAR);
  return near + lastSeparator(context.text.slice(near, token?.start ?? near));
}

/** What a policy grants, and from which size on; what the sentence reports as done behind it is a result. */
export function isPolicy(state: State, token: NumberToken): boolean {
  if (state.grant < 0) return false;
  if (token.start < state.grant) return true;
  const words = state.context.text.slice(state.grant, token.start);
  const clause = lastSeparator(words);
  return !(clause > 0 && isDoneBehind(words.slice(clause)));
}

export const lastLevel = (state: State): Draft | undefined => state.drafts.findLast((draft) => draft.form === "level");

/** What the sentence has been speaking of: its last figure, otherwise the last one before it. */
export const topic = (state: State): string =>
  lastLevel(state)?.noun ??
  state.drafts.at(-1)?.noun ??
  state.before.findLast((draft) => draft.form === "level")?.noun ??
  state.before.at(-1)?.noun ??
  "";

export function push(
  state: State,
  token: NumberToken,
  name: string,
  form: Draft["form"],
  start: number,
  end: number,
  rule: string,
  confidence: number,
): Draft {
  const draft: Draft = {
    token,
    name,
    noun: stem(name),
    value: token.value,
    unit: token.unit,
    form,
    yoyPct: null,
    growthBase: null,
    comparison: null,
    subject: null,
    side: null,
    period: null,
    start: quoteStart(state.context.text, Math.max(start, token.start - 40), token.start),
    end,
    rule,
    confidence,
  };
  state.drafts.push(draft);
  return draft;
}

const passedOver = unitTable(`,，、。;；:：“”)(${BLANKS}`);

function quoteStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && passedOver[text.charCodeAt(start)] === 1) start += 1;
  return start;
}

const MOVES = new FindPattern(
  /(?:稳步|持续|快速|不断|大幅|稳定|平稳|实现|再创|逆势|保持|再上|强劲|蓬勃|明显|显著|加快|有序|成效|首次|首破|进一步|突破|迅速|表现|运行|贡献|迈上|站上|跨上|跨越|跃上|迈过|跨过)/,
);

/** The name in the clause before, when no number stood in it: "规上工业产值稳步增长,达到216亿元". */
export function previousClause(state: State, from: number): string {
  const { text } = state.context;
  let start = state.sentence.start;
  for (const token of state.sentence.tokens) if (token.end <= from) start = token.end;
  start = Math.max(start, from - FAR);
  const words = text.slice(start, Math.max(start, from - 1));
  const begin = start + lastSeparator(words);
  const raw = text.slice(begin, Math.max(begin, from - 1));
  const verb = MOVES.exec(raw)?.index ?? -1;
  // 垫底的是某某经开区,仅102.3亿元: the clause before names whom, not what.
  const whom = lastBefore(state.context.mentions, from);
  if (whom && whom.start >= begin && whom.end >= from - 1) return "";
  const name = leftName(state.context, begin, begin + (verb > 1 ? verb : raw.length));
  return name.length >= 2 && name.length <= 18 ? name : "";
}

/** The zone, division or company named in `[from, to)`, when one is. */
export function mentionIn(state: State, from: number, to: number): string | null {
  for (const mention of within(state.context.mentions, from, to)) return mention.name;
  return null;
}
