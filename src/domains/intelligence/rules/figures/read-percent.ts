import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { leftName, rightName, tidyName } from "#domains/intelligence/rules/figures/naming.ts";
import { readGrowthFigure } from "#domains/intelligence/rules/figures/read-growth-figure.ts";
import { isPolicy, lastLevel, previousClause, push, type State, topic } from "#domains/intelligence/rules/figures/sentence-state.ts";
import { NO_NAME, readCompletion, readGrowth, readShare, readTermShare, stripLink } from "#domains/intelligence/rules/figures/wording.ts";

/** 高于全国(5.4%): the level compared with, in brackets. */
const isBracketedBase = (state: State, token: NumberToken): boolean =>
  state.context.text[token.end] === ")" &&
  /(?:全国|全省|全市|全区|平均水平)\($/.test(state.context.text.slice(Math.max(0, token.start - 6), token.start));

const WHOLE = /(全市|全省|全国|全区|全县|全球|世界|全州|全盟|全旗|我市|我省)(?:近|约|超|超过)?$/;

/** Growth, shares, completion of plans, rates. */
export function readPercent(state: State, index: number, token: NumberToken, from: number, left: string): void {
  const growth = token.unit === "%" ? readGrowth(left) : undefined;
  if (growth) {
    readGrowthFigure(state, token, growth, from);
    return;
  }
  if (isBracketedBase(state, token)) return;
  if (isPolicy(state, token) || /按[^,，。]{0,14}(?:的|为)?$/.test(left)) return;
  if (readPartOf(state, index, token, from, left)) return;
  const term = readTermShare(left);
  if (term) {
    const own = stripLink(leftName(state.context, from, from + term.subject.length)).text;
    push(state, token, `${own.length >= 2 ? own : topic(state)}为${term.of}比例`, "share", from, token.end, "term-share", 0.7);
    return;
  }
  const within = /(?:在|占)([^,，。]{2,16})中(?:的)?(?:占比|比重|比例|份额)(?:达到?|为|约|超过?|突破|提高到|提升至|上升到)*$/.exec(
    left,
  )?.[1];
  if (within) {
    push(state, token, `${topic(state)}占${tidyName(within)}比重`, "share", from, token.end, "share", 0.8);
    return;
  }
  const bracketed = left === "" ? bracketedShare(state, from) : undefined;
  if (bracketed) {
    push(state, token, `${topic(state)}占${tidyName(bracketed)}比重`, "share", from, token.end, "share", 0.75);
    return;
  }
  const share = readShare(left);
  if (share && !/(?:占比|占)$/.test(stripLink(left).text.slice(-2))) {
    const own = stripLink(leftName(state.context, from, from + share.subject.length)).text;
    const subject = own.length >= 2 ? own : topic(state);
    if (subject !== "" || share.of !== "")
      push(state, token, `${subject}占${tidyName(share.of)}比重`, "share", from, token.end, "share", 0.8);
    return;
  }
  const completion = readCompletion(left);
  if (completion) {
    const own = leftName(state.context, from, from + completion.subject.length);
    push(state, token, `${own.length >= 2 ? own : topic(state)}完成${completion.plan}比例`, "rate", from, token.end, "completion", 0.75);
    return;
  }
  readRate(state, token, from, left);
}

/** 全市3.9%的经济总量, 21.5%的外贸进出口, 38%的企业反映招工难: the thing shared stands behind. */
function readPartOf(state: State, index: number, token: NumberToken, from: number, left: string): boolean {
  const { text } = state.context;
  if (text[token.end] !== "的") return false;
  const right = rightName(text, token.end, state.sentence.tokens[index + 1]?.start ?? state.sentence.end);
  const noun = tidyName(right.noun);
  if (noun.length < 2) return false;
  const whole = WHOLE.exec(left)?.[1];
  const last = state.drafts.at(-1);
  const carried =
    last?.form === "share" && /^(?:、|和|及|以及|与)?$/.test(text.slice(last.end, token.start))
      ? /占(.{1,12})比重$/.exec(last.name)?.[1]
      : undefined;
  const of = whole ?? carried;
  if (of === undefined && stripLink(left).text.replace(/[,，、]|(?:集聚|聚集|汇聚|贡献|创造|拥有|承担|产出|吸纳|提供)了?$/g, "").length > 1)
    return false;
  const predicate = right.predicate.length <= 12 ? right.predicate : "";
  push(state, token, of === undefined ? `${predicate}${noun}占比` : `${noun}占${of}比重`, "share", from, right.end, "part-of", 0.75);
  return true;
}

const PART =
  /占(?:了|到)?([^,，。;；占]{2,16}?)的?(?:一半|半数|过半|近半|[一二三四五六七八九]成|[二三四五]分之[一二三四])(?:以上|多|左右)?\($/;
/** 占全区工业总产值的一半以上(55.6%): the share in figures stands in brackets behind its words. */
const bracketedShare = (state: State, from: number): string | undefined =>
  state.context.text[from - 1] === "("
    ? PART.exec(state.context.text.slice(Math.max(state.sentence.start, from - 40), from))?.[1]
    : undefined;

const INCOMPLETE = /^(?:占比|占|比重|比例|完成率|增幅|份额|其中|总体)$/;

function readRate(state: State, token: NumberToken, from: number, left: string): void {
  const link = stripLink(left);
  let name = leftName(state.context, from, from + link.text.length);
  if (INCOMPLETE.test(name)) name = `${topic(state)}${name === "占" ? "占比" : name}`;
  if (NO_NAME.test(name)) name = state.drafts.findLast((draft) => draft.form === "share" || draft.form === "rate")?.name ?? topic(state);
  if (name === "") {
    const previous = previousClause(state, from);
    const moved = /(?:由|从)/.test(left) || /(?:至|到)/.test(link.linked);
    name = moved ? (state.drafts.at(-1)?.noun ?? previous) : previous || topic(state);
  }
  name = name.replace(/(?:从|由|将|将由)$/, "");
  if (name.length < 2) return;
  const stage = /^(?:在建|开工|完工|竣工|投产|入库|完成)率$/.test(name)
    ? (state.drafts.findLast((draft) => /项目|企业/.test(draft.noun))?.noun ?? "")
    : "";
  const passed = state.drafts.at(-1);
  if (
    (passed?.form === "rate" || passed?.form === "share") &&
    /^[,，、\s]?(?:已)?达到?(?:了)?$/.test(left) &&
    /(?:突破|破|超|超过)$/.test(state.context.text.slice(Math.max(0, passed.token.start - 2), passed.token.start))
  )
    state.drafts.pop();
  const rate = push(state, token, stage + name, "rate", from, token.end, "rate", 0.8);
  if (lastLevel(state) === undefined) rate.noun = name;
}
