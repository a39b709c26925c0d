import Big from "big.js";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import {
  isQualifier,
  leftName,
  type NameContext,
  rightName,
  stem,
  tidyName,
  verbBefore,
} from "#domains/intelligence/rules/figures/naming.ts";
import {
  type Growth,
  isPolicyMoney,
  isPolicySentence,
  isProcess,
  readCompletion,
  readGrowth,
  readShare,
  stripLink,
} from "#domains/intelligence/rules/figures/wording.ts";

export type Sentence = { readonly start: number; readonly end: number; readonly tokens: readonly NumberToken[] };

const SEPARATOR = /[,，:：;；。!！?？\n]/g;
const LIST = /^(?:[、,，和与及;；]|以及|分别|\s){0,4}$/;

type State = { readonly context: NameContext; readonly sentence: Sentence; readonly drafts: Draft[]; readonly policy: boolean };

/** The figures that one sentence states. */
export function readSentence(context: NameContext, sentence: Sentence, before: readonly Draft[]): Draft[] {
  const words = context.text.slice(sentence.start, sentence.end);
  const state: State = { context, sentence, drafts: [], policy: isPolicySentence(words) };
  const { tokens } = sentence;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const from = boundary(state, index);
    const count = distributed(state, index, from);
    if (count > 1) {
      distribute(state, index, count, from);
      index += count - 1;
      continue;
    }
    readToken(state, index, token, from, before);
  }
  return state.drafts;
}

/** Where the words that belong to a number begin: behind the number before it or the last comma. */
function boundary(state: State, index: number): number {
  const { context, sentence } = state;
  const token = sentence.tokens[index];
  const previous = sentence.tokens[index - 1];
  const from = Math.max(sentence.start, previous && previous.start !== token?.start ? previous.end : sentence.start);
  return from + lastSeparator(context.text.slice(from, token?.start ?? from));
}

function lastSeparator(words: string): number {
  let place = 0;
  for (const match of words.matchAll(SEPARATOR)) place = match.index + 1;
  const open = words.lastIndexOf("(");
  return open > place && !words.includes(")", open) ? open + 1 : place;
}

/** How many numbers 分别 deals out from `index` on. */
function distributed(state: State, index: number, from: number): number {
  const { text } = state.context;
  const { tokens } = state.sentence;
  const first = tokens[index];
  if (!first || !text.slice(from, first.start).includes("分别")) return 1;
  let count = 1;
  for (let next = index + 1; next < tokens.length; next += 1, count += 1) {
    const last = tokens[next - 1];
    const token = tokens[next];
    if (!last || !token || token.kind !== first.kind || !LIST.test(text.slice(last.end, token.start))) break;
  }
  return count;
}

function distribute(state: State, index: number, count: number, from: number): void {
  const { text } = state.context;
  const first = state.sentence.tokens[index];
  if (!first) return;
  const words = text.slice(from, first.start);
  const at = words.lastIndexOf("分别");
  const growth = first.kind === "percent" || first.kind === "multiple" ? readGrowth(words) : undefined;
  const names = subjectsOf(state, from, from + at, count);
  const levels = state.drafts.filter((draft) => draft.form === "level" && draft.yoyPct === null).slice(-count);
  for (let step = 0; step < count; step += 1) {
    const token = state.sentence.tokens[index + step];
    if (!token || token.kind === "points" || token.kind === "duration") continue;
    const name = names[step];
    if (growth) {
      if (name === undefined) {
        const level = levels.length === count ? levels[step] : undefined;
        if (level) Object.assign(level, { yoyPct: growthValue(token, growth), end: level.end });
        else pushGrowth(state, token, growth, from, `${state.drafts.at(-1)?.name ?? ""}`);
      } else pushGrowth(state, token, growth, from, name);
      continue;
    }
    const verb = /(?:完成|投入|新增|引进|签约)(?:了|投资)?$/.exec(stripLink(words.slice(at + 2)).text)?.[0] ?? "";
    const share = readShare(words.slice(at + 2));
    const label = name ?? state.drafts.at(-1)?.name ?? "";
    if (label === "") continue;
    const full = share ? `${label}占${share.of}比重` : verb.endsWith("投资") && !label.endsWith("投资") ? `${label}${verb}` : label;
    push(state, token, full, token.kind === "percent" ? (share ? "share" : "rate") : "level", from, token.end, "dealt-out", 0.8);
  }
}

/** "社零、固投增速分别…" → 社零, 固投; undefined entries when the list has another length. */
function subjectsOf(state: State, from: number, to: number, count: number): string[] {
  const raw = state.context.text.slice(from, to);
  const pieces = raw.split(/[、]|和(?!平)|与|及其?|以及/).filter((piece) => piece.trim() !== "");
  if (pieces.length < count) return [];
  const kept = pieces.slice(-count);
  let place = to;
  const starts: number[] = [];
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    place = state.context.text.lastIndexOf(kept[index] ?? "", place);
    starts[index] = place;
  }
  const names = kept.map((piece, index) => {
    const name = stripLink(leftName(state.context, starts[index] ?? from, (starts[index] ?? from) + piece.length)).text;
    return name.replace(/(?:增速|增长率|增幅)$/, "");
  });
  const last = names.at(-1) ?? "";
  const tail =
    /(?:增加值|总产值|产值|投资|项目|企业|收入|支出|余额|销售额|营业额|产量|面积|零售额|营业收入|利润|人数|用电量)$/.exec(last)?.[0] ?? "";
  return names.map((name) => (name.length <= 3 && tail !== "" && !name.endsWith(tail) ? name + tail : name));
}

function growthValue(token: NumberToken, growth: Growth): string {
  const value = token.kind === "multiple" ? new Big(token.value).times(100).toFixed() : token.value;
  return growth.falls && !value.startsWith("-") ? `-${value}` : value;
}

function baseOf(compared: string): Draft["growthBase"] {
  if (/(?:年末|年底|年初|\d{4}年(?:末|底)|去年末|上年末|去年底|上年底)/.test(compared)) return "last-year-end";
  return /(?:环比|上月|上季度|一季度)/.test(compared) ? "last-period" : null;
}

function pushGrowth(state: State, token: NumberToken, growth: Growth, from: number, subject: string): void {
  const value = growthValue(token, growth);
  const base = baseOf(growth.compared);
  const plain = stem(subject);
  if (plain === "") return;
  const mark =
    base === "last-year-end"
      ? "较上年末"
      : base === "last-period"
        ? "环比"
        : (/(?:两年平均|三年平均|年均|名义|实际)/.exec(growth.compared)?.[0] ?? "");
  const draft = push(state, token, `${plain}${mark}增速`, "growth", from, token.end, "growth", 0.85);
  Object.assign(draft, { value, unit: "%", yoyPct: base === "last-year-end" ? null : value, growthBase: base, noun: plain });
}

function push(
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
    start: quoteStart(state.context.text, Math.max(start, token.start - 40), token.start),
    end,
    rule,
    confidence,
  };
  state.drafts.push(draft);
  return draft;
}

function quoteStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && /[,，、。;；:：“”\s)(]/.test(text[start] ?? "")) start += 1;
  return start;
}

function readToken(state: State, index: number, token: NumberToken, from: number, before: readonly Draft[]): void {
  const left = state.context.text.slice(from, token.start);
  if (token.kind === "points") readPoints(state, token, from);
  else if (token.kind === "duration") readDuration(state, token, from, left);
  else if (token.kind === "percent") readPercent(state, index, token, from, left, before);
  else if (token.kind === "multiple") {
    const growth = readGrowth(left);
    if (growth) readGrowthFigure(state, token, growth, from, before);
  } else readLevel(state, index, token, from, left, before);
}

const WIDER: Readonly<Record<string, "city" | "province" | "nation">> = { 市: "city", 省: "province", 国: "nation" };

function readPoints(state: State, token: NumberToken, from: number): void {
  const words = state.context.text.slice(Math.max(state.sentence.start, from - 12), token.start);
  const match = /(高于|高出|高|超过?|超出|快于|领先于?|优于|好于|低于|低|慢于|落后于?)(?:全|本)?([市省国])[^,，。;；]{0,14}$/.exec(words);
  const last = state.drafts.at(-1);
  const wider = WIDER[match?.[2] ?? ""];
  if (!match || !last || !wider || last.comparison) return;
  last.comparison = { with: wider, points: /低|慢|落后/.test(match[1] ?? "") ? `-${token.value}` : token.value };
}

/** Time limits of a service, before and after: 由120个工作日压缩至38个工作日. */
function readDuration(state: State, token: NumberToken, from: number, left: string): void {
  const after = state.context.text.slice(token.end, token.end + 14);
  const shortened = /(?:压缩|缩短|缩减|减少|压减|精简|降|提速|提升|缩)(?:至|到|为|成)/;
  if (/(?:由|从)[^,，。]{0,14}$/.test(left) && shortened.test(after)) {
    const name = leftName(state.context, from, from + left.replace(/(?:由|从)[^,，。]{0,14}$/, "").length);
    if (name !== "") push(state, token, `${name}(压缩前)`, "level", from, token.end, "before-after", 0.7);
  } else if (/(?:压缩|缩短|缩减|减少|压减|精简|降|提速|缩)(?:至|到|为|成)(?:了|约|平均)?$/.test(left)) {
    const before = state.drafts.at(-1);
    const own = leftName(
      state.context,
      from,
      from + left.replace(/(?:由|从)?[^,，。]{0,10}(?:压缩|缩短|缩减|减少|压减|精简|降|提速|缩)(?:至|到|为|成)(?:了|约|平均)?$/, "").length,
    );
    const name = own !== "" ? own : (before?.name.replace(/\(压缩前\)$/, "") ?? "");
    if (name !== "") push(state, token, name, "level", from, token.end, "before-after", 0.7);
  }
}

function readPercent(state: State, index: number, token: NumberToken, from: number, left: string, before: readonly Draft[]): void {
  const growth = token.unit === "%" ? readGrowth(left) : undefined;
  if (growth) {
    readGrowthFigure(state, token, growth, from, before);
    return;
  }
  if (state.policy) return;
  const last = state.drafts.at(-1) ?? before.at(-1);
  const share = readShare(left);
  if (share && !/(?:占比|占)$/.test(stripLink(left).text.slice(-2))) {
    const own = leftName(state.context, from, from + share.subject.length);
    const subject = own.length >= 2 ? stripLink(own).text : (lastLevel(state)?.noun ?? last?.noun ?? "");
    if (subject === "" && share.of === "") return;
    push(state, token, `${subject}占${tidyName(share.of)}比重`, "share", from, token.end, "share", 0.8);
    return;
  }
  const completion = readCompletion(left);
  if (completion) {
    const own = leftName(state.context, from, from + completion.subject.length);
    const subject = own.length >= 2 ? own : (lastLevel(state)?.noun ?? last?.noun ?? "");
    push(state, token, `${subject}完成${completion.plan}比例`, "rate", from, token.end, "completion", 0.75);
    return;
  }
  const link = stripLink(left);
  let name = leftName(state.context, from, from + link.text.length);
  if (/^(?:占比|占|比重|比例|完成率|增幅|份额|其中)$/.test(name))
    name = `${lastLevel(state)?.noun ?? last?.noun ?? ""}${name === "占" ? "占比" : name}`;
  const right = rightName(state.context.text, token.end, state.sentence.tokens[index + 1]?.start ?? state.sentence.end);
  if (name === "" && /^(?:的)/.test(state.context.text.slice(token.end, token.end + 1)) && right.noun !== "") name = right.noun;
  if (name === "") {
    const previous = previousClause(state, from);
    name =
      /(?:由|从)/.test(left) || /(?:至|到)/.test(link.linked) ? (state.drafts.at(-1)?.noun ?? previous) : previous || (last?.noun ?? "");
  }
  name = name.replace(/(?:从|由)$/, "");
  if (name === "") return;
  const status = /^(?:在建|开工|完工|竣工|投产|入库|完成)率$/.test(name)
    ? (state.drafts.findLast((draft) => /项目|企业/.test(draft.noun))?.noun ?? "")
    : "";
  push(state, token, status + name, "rate", from, Math.max(token.end, token.end), "rate", 0.8);
}

const lastLevel = (state: State): Draft | undefined => state.drafts.findLast((draft) => draft.form === "level");

function readGrowthFigure(state: State, token: NumberToken, growth: Growth, from: number, before: readonly Draft[]): void {
  const subject = stripLink(leftName(state.context, from, from + growth.subject.length)).text;
  const base = baseOf(growth.compared);
  const empty = subject.length < 2 || /^(?:总量|规模|增速|同比|增长|按可比价|可比口径)/.test(subject);
  if (empty) {
    const level = state.drafts.findLast((draft) => draft.form === "level" || draft.form === "growth" || draft.form === "rate");
    if (level && level.form === "level" && level.yoyPct === null && base === null && !/环比/.test(growth.compared)) {
      level.yoyPct = growthValue(token, growth);
      level.end = token.end;
      return;
    }
    const carried = level?.noun ?? previousClause(state, from) ?? "";
    const name = carried !== "" ? carried : (before.at(-1)?.noun ?? "");
    pushGrowth(state, token, growth, from, name);
    return;
  }
  if (isProcess(subject) && !/(?:同比|比上年|比去年|较上年|较去年|环比|年均)/.test(growth.compared) && !/增速|增幅/.test(growth.word)) {
    push(state, token, `${subject}${growth.word}`, "change", from, token.end, "change", 0.75);
    return;
  }
  pushGrowth(state, token, growth, from, subject);
}

/** The name in the clause before, when no number stood in it: "规上工业产值稳步增长,达到216亿元". */
function previousClause(state: State, from: number): string {
  const start = Math.max(state.sentence.start, lastTokenEnd(state, from));
  const words = state.context.text.slice(start, Math.max(start, from - 1));
  const begin = start + lastSeparator(words);
  const raw = state.context.text.slice(begin, Math.max(begin, from - 1));
  const verb = raw.search(/(?:稳步|持续|快速|不断|大幅|稳定|平稳|实现|再创|逆势|保持|再上|强劲|蓬勃|明显|显著|加快|有序|成效)/);
  const name = leftName(state.context, begin, begin + (verb > 1 ? verb : raw.length));
  return name.length >= 2 && name.length <= 18 ? name : "";
}

function lastTokenEnd(state: State, place: number): number {
  let end = state.sentence.start;
  for (const token of state.sentence.tokens) if (token.end <= place) end = token.end;
  return end;
}

const PROJECT_INVESTMENT = /(?:总投资额?|投资额|投资总额|计划投资|拟投资|预计投资|计划总投资|投资规模|累计投资|投资)$/;
const REGIONAL_INVESTMENT =
  /(?:固定资产|工业|民间|技改|技术改造|基础设施|基建|制造业|房地产|开发|产业|完成|合同|协议|意向|引资|年度计划|年度|对外|外商|研发|直接|第[一二三]产业)(?:计划)?(?:总)?(?:投资)(?:额|总额)?$/;

function isProjectInvestment(state: State, name: string, from: number): boolean {
  if (!PROJECT_INVESTMENT.test(name) || REGIONAL_INVESTMENT.test(name)) return false;
  const rest = name.replace(PROJECT_INVESTMENT, "");
  const counted = state.drafts.findLast((draft) => /项目|工程/.test(draft.noun) && draft.token.kind === "count");
  if (!counted) return true;
  const near = state.context.text.slice(counted.end, from);
  return !(rest === "" || /^[^A-Za-z]{0,6}项目$/.test(rest)) || /其中/.test(near);
}

function readLevel(state: State, index: number, token: NumberToken, from: number, left: string, before: readonly Draft[]): void {
  const { text } = state.context;
  const limit = state.sentence.tokens[index + 1]?.start ?? state.sentence.end;
  const behind = text.slice(token.end, Math.min(limit, token.end + 16));
  if (state.policy || (token.kind === "money" && isPolicyMoney(left, behind))) return;
  if (/(?:小于|不超过|大于|不足|低于|高于|少于|每|满)$/.test(left) && !/(?:占|不足)$/.test(left)) return;
  const link = stripLink(left);
  const change = readGrowth(left);
  if (
    change &&
    /(?:同比|比上年|比去年|较上年|较去年|环比|上年同期|年末|年底|年初)/.test(change.compared) &&
    change.subject.replace(/[,，、]/g, "") === "" &&
    lastLevel(state)
  )
    return;
  const right = rightName(text, token.end, limit);
  const startsWithVerb =
    /^(?:入选|获|被|通过|实现|完成|达|增长|下降|位居|同比|进入|落户|用于|投|建设|成立|在|为|均|居|占|比|以|其|、|,|，|\)|”)/.test(behind);
  const own = leftName(state.context, from, from + link.text.length);
  let name = "";
  let end = token.end;
  let rule = "before-number";
  const counts = token.kind === "count" || token.kind === "bare";
  const behindWins = right.noun !== "" && !startsWithVerb && (counts || own === "" || /^的/.test(behind));
  if (counts && behindWins) {
    const verb = verbBefore(link.text.replace(/[了着]$/, ""));
    const continued = limit < state.sentence.end && /^[^,，。;；、]*$/.test(text.slice(right.end, limit));
    const predicate = continued ? "" : tidyName(withoutMentions(state, right, limit));
    const noun = tidyName(right.noun);
    name = predicate !== "" && predicate.length <= 14 ? `${predicate}${noun}` : `${noun.startsWith(verb) ? "" : verb}${noun}`;
    end = right.end;
    rule = "behind-number";
  } else if (behindWins) {
    const noun = tidyName(right.noun);
    const measure =
      token.kind === "measure" && /公里|平方|亩|公顷|米/.test(token.unit) && !/公里$|[^方]米$/.test(token.unit.replace("平方公里", "面"))
        ? "面积"
        : "";
    name =
      own === ""
        ? `${verbBefore(link.text)}${noun}${measure && !noun.endsWith("面积") ? measure : ""}`
        : own.length <= 5
          ? `${noun}${own}`
          : own;
    end = right.end;
    rule = "behind-number";
  } else name = own;
  if (name !== "" && isQualifier(name)) name = qualified(state, name, before);
  if (name === "" || /^(?:达|为|共|有|总计)$/.test(name)) {
    name = previousClause(state, from);
    if (name === "" && token.kind === "money") name = lastLevel(state)?.noun ?? "";
    rule = "clause-before";
  }
  if (
    token.kind === "bare" &&
    !/(?:人口|产值|GDP|收入|投资|规模|总量|增加值|粉丝|用户|游客|税收|营收|销售额)$/.test(name) &&
    rule !== "behind-number"
  )
    return;
  if (name.length < 2 || (token.kind === "money" && isProjectInvestment(state, name, from))) return;
  const unit =
    token.kind === "bare" && /亿$/.test(token.unit) && /(?:产值|GDP|收入|投资|规模|总量|增加值|税收|营收|额)$/.test(name)
      ? `${token.unit}元`
      : token.unit;
  const draft = push(
    state,
    token,
    name,
    "level",
    rule === "behind-number" ? token.start : from,
    end,
    rule,
    rule === "clause-before" ? 0.55 : 0.8,
  );
  draft.unit = unit;
  if (rule === "behind-number") draft.noun = tidyName(right.noun);
}

function withoutMentions(state: State, right: { readonly end: number; readonly predicate: string }, limit: number): string {
  if (right.predicate === "") return "";
  const place = state.context.text.indexOf(right.predicate, right.end);
  const mention = state.context.mentions.find(
    (candidate) => candidate.start >= place && candidate.start < Math.min(limit, place + right.predicate.length),
  );
  return mention ? right.predicate.slice(0, Math.max(0, mention.start - place)) : right.predicate;
}

const PLAIN_PROJECT = /^(?:计划建设|计划实施|计划|全部|各类|重大|重点|实施)*项目$/;

function qualified(state: State, qualifier: string, before: readonly Draft[]): string {
  const topic = (state.drafts.findLast((draft) => draft.form === "level" && draft.noun.length >= 2) ?? before.at(-1))?.noun ?? "";
  if (topic === "") return qualifier;
  const plain = PLAIN_PROJECT.test(topic) ? "项目" : topic.replace(/^(?:新增|共有|拥有|在建|完工|国家级|省级|市级|区级)/, "");
  return qualifier.endsWith(plain) ? qualifier : qualifier.replace(/^已/, "") + plain;
}
