import Big from "big.js";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { leftName, rightName, stem, tidyName } from "#domains/intelligence/rules/figures/naming.ts";
import { lastLevel, mentionIn, previousClause, push, type State, topic } from "#domains/intelligence/rules/figures/sentence-state.ts";
import { type Growth, isCalibre, isProcess, stripLink } from "#domains/intelligence/rules/figures/wording.ts";

/** 增长1.5倍 is 150 %; a fall is negative. */
export function growthValue(token: NumberToken, growth: Growth): string {
  const value = token.kind === "multiple" ? new Big(token.value).times(100).toFixed() : token.value;
  return growth.falls && !value.startsWith("-") ? `-${value}` : value;
}

function baseOf(compared: string): Draft["growthBase"] {
  if (/(?:年末|年底|年初|\d{4}年(?:末|底)|去年末|上年末|去年底|上年底)/.test(compared)) return "last-year-end";
  return /(?:环比|上月|上季度|一季度)/.test(compared) ? "last-period" : null;
}

export function pushGrowth(state: State, token: NumberToken, growth: Growth, from: number, subject: string): Draft | undefined {
  const plain = stem(subject);
  if (plain === "") return undefined;
  const value = growthValue(token, growth);
  const base = baseOf(growth.compared);
  const end = /(?:上年末|去年底|去年年底|上年底|去年末|年初)/.exec(growth.compared)?.[0] ?? "上年末";
  const mark =
    base === "last-year-end"
      ? `较${end}`
      : base === "last-period"
        ? "环比"
        : (/(?:两年平均|三年平均|年均|名义|实际)/.exec(growth.compared)?.[0] ?? "");
  const draft = push(state, token, `${plain}${mark}增速`, "growth", from, token.end, "growth", 0.85);
  return Object.assign(draft, { value, unit: "%", yoyPct: base === "last-year-end" ? null : value, growthBase: base, noun: plain });
}

const YEARLY = /(?:同比|比上年|比去年|较上年|较去年|环比|年均)/;
const ALWAYS_CHANGE = /^(?:节省|节约|节能|缩短|压缩|压减)$/;

/** A rate of growth: it belongs to the level before it, or is a figure of its own. */
export function readGrowthFigure(state: State, token: NumberToken, growth: Growth, from: number): void {
  const { text } = state.context;
  const subject = stripLink(leftName(state.context, from, from + growth.subject.length)).text;
  if (/^(?:增速|增幅)$/.test(subject) && !/增速|增幅/.test(growth.word)) return;
  const own = subject.length >= 2 && !isCalibre(subject);
  const object = /^[的]?[\u4e00-\u9fff]/.test(text.slice(token.end, token.end + 2))
    ? tidyName(rightName(text, token.end, state.sentence.end).noun)
    : "";
  if (
    ALWAYS_CHANGE.test(growth.word) ||
    (object !== "" &&
      !/(?:目标|速度|水平|增速|增幅|预期|局面|态势|势头|要求|任务)/.test(object) &&
      text[token.end] === "的" &&
      !YEARLY.test(growth.compared)) ||
    (own && isProcess(subject) && !YEARLY.test(growth.compared) && !/增速|增幅/.test(growth.word))
  ) {
    const name =
      object !== "" && object.length <= 10
        ? `${growth.word}${object}`
        : `${own ? subject : previousClause(state, from) || topic(state)}${growth.word}`;
    push(state, token, name, "change", from, token.end, "change", 0.75);
    return;
  }
  if (own) {
    pushGrowth(state, token, growth, from, subject);
    return;
  }
  const other = mentionIn(state, from, token.start);
  const last = state.drafts.findLast((draft) => draft.form === "level" || draft.form === "growth" || draft.form === "rate");
  const base = baseOf(growth.compared);
  const levelBefore = lastLevel(state);
  if (other === null && last?.growthBase === "last-period" && /同比|比上年|比去年/.test(growth.compared) && levelBefore?.yoyPct === null) {
    levelBefore.yoyPct = growthValue(token, growth);
    levelBefore.end = token.end;
    return;
  }
  // 12.36万吨,同比减少0.48万吨,下降3.7%: the difference only restates the rate.
  if (other === null && last?.form === "level" && last.yoyPct === null && state.drafts.at(-1)?.rule === "difference") state.drafts.pop();
  if (
    other === null &&
    last?.form === "level" &&
    last.yoyPct === null &&
    base === null &&
    !/环比|年均|两年平均|三年平均|年平均/.test(growth.compared)
  ) {
    last.yoyPct = growthValue(token, growth);
    last.end = token.end;
    return;
  }
  const level = lastLevel(state);
  const carried =
    other !== null
      ? topic(state) || previousClause(state, from)
      : ((base === null ? last : (level ?? last))?.noun ?? previousClause(state, from));
  pushGrowth(state, token, growth, from, carried !== "" ? carried : topic(state));
}
