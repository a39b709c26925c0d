import { dealOut, dealtOut, growthOfDealt } from "#domains/intelligence/rules/figures/deal-out.ts";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { leftName, type NameContext } from "#domains/intelligence/rules/figures/naming.ts";
import type { Sentence } from "#domains/intelligence/rules/figures/passages.ts";
import { readBox } from "#domains/intelligence/rules/figures/read-box.ts";
import { readGrowthFigure } from "#domains/intelligence/rules/figures/read-growth-figure.ts";
import { readLevel } from "#domains/intelligence/rules/figures/read-level.ts";
import { readPercent } from "#domains/intelligence/rules/figures/read-percent.ts";
import { boundary, push, type State, startState, topic } from "#domains/intelligence/rules/figures/sentence-state.ts";
import { lastBefore } from "#domains/intelligence/rules/figures/sorted-places.ts";
import { readGrowth, readTermShare, stripLink } from "#domains/intelligence/rules/figures/wording.ts";
import { EndPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

/** The figures that one sentence states, read from left to right. */
export function readSentence(context: NameContext, sentence: Sentence, before: readonly Draft[]): Draft[] {
  const state = startState(context, sentence, before);
  const { tokens } = sentence;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    if (readBox(state, token)) continue;
    const from = boundary(state, index);
    const grown = growthOfDealt(state, index, from);
    if (grown > 1) {
      index += grown - 1;
      continue;
    }
    const count = dealtOut(state, index, from);
    if (count > 1) {
      dealOut(state, index, count, from);
      index += count - 1;
    } else readToken(state, index, token, from);
  }
  return state.drafts;
}

function readToken(state: State, index: number, token: NumberToken, from: number): void {
  const left = state.context.text.slice(from, beforeTime(state, from, token.start));
  const known = state.drafts.length;
  readKind(state, index, token, from, left);
  const draft = state.drafts.at(-1);
  if (draft && state.drafts.length > known && draft.token === token && draft.form !== "growth") draft.side = sideOf(left);
}

/** 到2016年的1461.37亿元: the words of time between the verb and its number are passed over. */
function beforeTime(state: State, from: number, to: number): number {
  const end = state.context.text[to - 1] === "的" ? to - 1 : to;
  const mention = lastBefore(state.context.periods, to);
  // 恢复至2019年同期的92%: the words of time are what is measured against.
  if (mention && /(?:恢复[至到]|相当于|为|是)$/.test(state.context.text.slice(Math.max(from, mention.start - 4), mention.start))) return to;
  return mention && mention.start >= from && mention.end >= end ? mention.start : to;
}

const FROM = new EndPattern(/(?:由|从)(?:原来|过去|此前|最初|原先)?的?$/);
const TO = new EndPattern(/(?:至|(?<!达)到)了?(?:现在|目前|如今)?的?$/);
const sideOf = (left: string): Draft["side"] => (FROM.test(left) ? "from" : TO.test(left) ? "to" : null);

function readKind(state: State, index: number, token: NumberToken, from: number, left: string): void {
  if (token.kind === "points") readPoints(state, token, from);
  else if (token.kind === "duration") readDuration(state, token, from, left);
  else if (token.kind === "percent") readPercent(state, index, token, from, left);
  else if (token.kind === "multiple") {
    const growth = readGrowth(left);
    const term = growth ? undefined : readTermShare(left);
    if (growth) readGrowthFigure(state, token, growth, from);
    else if (term && topic(state) !== "")
      push(state, token, `${topic(state)}与${term.of}之比`, "share", from, token.end, "term-share", 0.65);
  } else readLevel(state, index, token, from, left);
}

const WIDER: Readonly<Record<string, "city" | "province" | "nation">> = { 市: "city", 省: "province", 国: "nation" };

/** 高于全市1.4个百分点: belongs to the figure before it. */
function readPoints(state: State, token: NumberToken, from: number): void {
  const words = state.context.text.slice(Math.max(state.sentence.start, from - 12), token.start);
  const match = /(高于|高出|高|超过?|超出|快于|领先于?|优于|好于|低于|低|慢于|落后于?)(?:全|本)?([市省国])[^,，。;；]{0,14}$/.exec(words);
  const last = state.drafts.at(-1);
  const wider = WIDER[match?.[2] ?? ""];
  if (!match || !last || !wider || last.comparison) return;
  last.comparison = { with: wider, points: /低|慢|落后/.test(match[1] ?? "") ? `-${token.value}` : token.value };
}

const SHORTENED = "(?:压缩|缩短|缩减|减少|压减|精简|降低?|提速|缩|压|砍|减)(?:至|到|为|成)";
const shortenedBehind = new RegExp(SHORTENED);
const shortenedBefore = new RegExp(`(?:(?:由|从)[^,，。由从]{0,10})?${SHORTENED}(?:了|约|平均|目前的|现在的)?$`);

/** Time limits of a service: 由120个工作日压缩至38个工作日, 通关时间4.67小时. Times of construction are no figures. */
function readDuration(state: State, token: NumberToken, from: number, left: string): void {
  const { context } = state;
  const after = context.text.slice(token.end, token.end + 14);
  const opening = /(?:由|从)[^,，。由从]{0,14}$/.exec(left);
  if (opening && shortenedBehind.test(after)) {
    const name = leftName(context, from, from + opening.index);
    if (name !== "") push(state, token, `${name}(压缩前)`, "level", from, token.end, "before-after", 0.7);
    return;
  }
  const closing = shortenedBefore.exec(left);
  if (closing) {
    const own = leftName(context, from, from + closing.index);
    const name = own.length >= 2 ? own : (state.drafts.at(-1)?.name.replace(/\(压缩前\)$/, "") ?? "");
    if (name.length >= 2) push(state, token, name, "level", from, token.end, "before-after", 0.7);
    return;
  }
  const name = leftName(context, from, from + stripLink(left).text.length);
  if (
    /(?:通关|审批|办理|办结|开办|响应|等待|提货|送达|办事|接电|受理|周转|停留|流转|交付)[\u4e00-\u9fff]{0,6}(?:时间|时限|时长|周期)$/.test(
      name,
    )
  )
    push(state, token, name, "level", from, token.end, "service-time", 0.7);
}
