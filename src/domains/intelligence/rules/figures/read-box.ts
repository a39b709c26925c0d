import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { leftName } from "#domains/intelligence/rules/figures/naming.ts";
import { growthValue } from "#domains/intelligence/rules/figures/read-growth-figure.ts";
import { mentionIn, push, type State } from "#domains/intelligence/rules/figures/sentence-state.ts";
import { within } from "#domains/intelligence/rules/figures/sorted-places.ts";
import { readGrowth } from "#domains/intelligence/rules/figures/wording.ts";

const LONGEST = 60;

/**
 * Figures set in boxes: the number opens its line, a blank follows, then what it is ("11.5%  某某园区三季度工业增加值同比增幅"). False when the
 * line is no such box, or goes on to state the number in its sentence.
 */
export function readBox(state: State, token: NumberToken): boolean {
  const { text, periods } = state.context;
  if (token.start > 0 && text[token.start - 1] !== "\n") return false;
  const words = /^\s{1,3}([^\n,，。;；]{4,60})/.exec(text.slice(token.end, token.end + LONGEST + 4));
  const said = words?.[1];
  if (!words || !said) return false;
  const start = token.end + words[0].length - said.length;
  const end = start + said.length;
  const next = state.sentence.tokens.find((other) => other.start >= start);
  if (next && (next.start < end || next.value === token.value)) return false;
  const growth = token.kind === "percent" ? readGrowth(said) : undefined;
  const name = leftName(state.context, start, growth ? start + growth.subject.length : end);
  if (name.length < 2) return false;
  const draft = push(
    state,
    token,
    growth ? `${name}增速` : name,
    growth ? "growth" : token.kind === "percent" ? "rate" : "level",
    token.start,
    end,
    "box",
    0.7,
  );
  if (growth) Object.assign(draft, { value: growthValue(token, growth), yoyPct: growthValue(token, growth), noun: name });
  draft.subject = mentionIn(state, start, end);
  const [period] = within(periods, start, end);
  draft.period = period ?? null;
  return true;
}
