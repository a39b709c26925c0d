import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import type { PeriodMention } from "#domains/intelligence/rules/figures/find-periods.ts";
import { leftName, tidyName } from "#domains/intelligence/rules/figures/naming.ts";
import { growthValue, pushGrowth } from "#domains/intelligence/rules/figures/read-growth-figure.ts";
import { isPolicy, mentionIn, push, type State, topic } from "#domains/intelligence/rules/figures/sentence-state.ts";
import { readGrowth, readShare, stripLink } from "#domains/intelligence/rules/figures/wording.ts";

const LIST = /^(?:[、,，和与及;；]|以及|分别|依次|\s){0,4}$/;

/** How many numbers 分别 deals out from `index` on; growth behind levels continues the list ("分别完成142.8亿元、97.6亿元,增长13.5%和15.1%"). */
export function dealtOut(state: State, index: number, from: number): number {
  const { text } = state.context;
  const { tokens } = state.sentence;
  const first = tokens[index];
  if (!first || dealingAt(text.slice(from, first.start)) < 0) return 1;
  return listFrom(text, tokens, index);
}

function listFrom(text: string, tokens: readonly NumberToken[], index: number): number {
  const first = tokens[index];
  let count = 1;
  for (let next = index + 1; next < tokens.length; next += 1, count += 1) {
    const last = tokens[next - 1];
    const token = tokens[next];
    if (!last || !token || !first || family(token) !== family(first) || !LIST.test(text.slice(last.end, token.start))) break;
  }
  return count;
}

/** 分别, 依次: the numbers behind belong to the things before, one by one. */
const dealingAt = (words: string): number => Math.max(words.lastIndexOf("分别"), words.lastIndexOf("依次"));

/** 3.9倍、2.3倍和10.9% are one list of growth. */
const family = (token: NumberToken): string => (token.kind === "multiple" ? "percent" : token.kind);

/** 二、三季度: the quarters before the last are named by their numbers alone. */
function quartersOf(text: string, last: PeriodMention | undefined, count: number): PeriodMention[] | undefined {
  if (!last || !/^Q[2-4]$/.test(last.part)) return undefined;
  const listed = /(?:[一二三][、和及]){1,3}$/.exec(text.slice(Math.max(0, last.start - 6), last.start))?.[0];
  if (!listed || listed.length / 2 + 1 !== count) return undefined;
  return [
    ...[...listed].filter((_, index) => index % 2 === 0).map((ordinal) => ({ ...last, part: `Q${"一二三".indexOf(ordinal) + 1}` })),
    last,
  ];
}

type Share = { readonly name: string; readonly subject: string | null };

export function dealOut(state: State, index: number, count: number, from: number): void {
  const { text } = state.context;
  const first = state.sentence.tokens[index];
  if (!first || isPolicy(state, first)) return;
  const words = text.slice(from, first.start);
  const at = dealingAt(words);
  const growth = first.kind === "percent" || first.kind === "multiple" ? readGrowth(words) : undefined;
  const shared = first.kind === "percent" && !growth ? readShare(words.slice(0, at)) : undefined;
  if (shared && dealShares(state, index, count, from, shared)) return;
  const shares = sharesOf(state, from, from + at, count);
  const levels = state.drafts.filter((draft) => draft.form === "level" && draft.yoyPct === null).slice(-count);
  const behind = words.slice(at + 2);
  const said = state.context.periods.filter(
    (period) => period.start >= state.sentence.start - 3 && period.end <= from + at && !period.base,
  );
  const quarters = quartersOf(text, said.at(-1), count);
  const times = quarters ?? said.slice(-count);
  const dated =
    quarters !== undefined ||
    (times.length === count &&
      times.every((period, step) => step === 0 || /^[、和及与]?$/.test(text.slice(times[step - 1]?.end ?? 0, period.start))));
  for (let step = 0; step < count; step += 1) {
    const token = state.sentence.tokens[index + step];
    if (!token || token.kind === "points" || token.kind === "duration") continue;
    const share = dated
      ? { name: stripLink(leftName(state.context, times.at(-1)?.end ?? from, from + at)).text, subject: null }
      : shares[step];
    if (growth) {
      const level = levels.length === count ? levels[step] : undefined;
      if (share) {
        const draft = pushGrowth(state, token, growth, from, share.name === "" ? topic(state) : share.name);
        if (draft) draft.subject = share.subject;
      } else if (level) {
        level.yoyPct = growthValue(token, growth);
        level.end = token.end;
      } else pushGrowth(state, token, growth, from, topic(state));
    } else levelDealt(state, token, from, behind, share);
    const draft = state.drafts.at(-1);
    if (dated && draft?.token === token) draft.period = times[step] ?? null;
  }
}

/** "…,占工业总产值比重分别达52.7%、57.4%": shares of the things dealt out just before. */
function dealShares(
  state: State,
  index: number,
  count: number,
  from: number,
  shared: { readonly subject: string; readonly of: string },
): boolean {
  const things = state.drafts.filter((draft) => draft.form === "level" || draft.form === "growth").slice(-count);
  if (shared.of === "" || tidyName(shared.subject).length >= 2 || things.length < count) return false;
  for (let step = 0; step < count; step += 1) {
    const token = state.sentence.tokens[index + step];
    const thing = things[step];
    if (token && thing)
      push(state, token, `${thing.noun}占${tidyName(shared.of)}比重`, "share", from, token.end, "dealt-out", 0.75).subject = thing.subject;
  }
  return true;
}

function levelDealt(state: State, token: NumberToken, from: number, behind: string, share: Share | undefined): void {
  const of = readShare(behind);
  const verb =
    /(?:完成|投入|新增|引进|签约|实现)?[\u4e00-\u9fff]{0,8}$/.exec(stripLink(behind).text)?.[0]?.replace(/^(?:完成(?!投资)|实现)/, "") ??
    "";
  const label = share?.name || (share?.subject ? "" : topic(state));
  const name = of ? `${label}占${of.of}比重` : label === "" ? verb || topic(state) : label.endsWith(verb) ? label : `${label}${verb}`;
  if (name.length < 2) return;
  push(state, token, name, token.kind === "percent" ? (of ? "share" : "rate") : "level", from, token.end, "dealt-out", 0.8).subject =
    share?.subject ?? null;
  if (label !== "") Object.assign(state.drafts.at(-1) ?? {}, { noun: label });
}

const SHARED_TAIL = /(?:增加值|总产值|产值|投资|项目|企业|收入|支出|余额|销售额|营业额|产量|面积|零售额|营业收入|利润|人数|用电量|增速)$/;

const LISTS = [/、/g, /、|和(?!平|谐)|与/g, /、|和(?!平|谐)|与|及其?|以及/g];

/** The list before 分别, split so that it has as many pieces as there are numbers: 及 may stand inside a name. */
function piecesOf(raw: string, count: number): { start: number; end: number }[] {
  let best: { start: number; end: number }[] = [];
  for (const separators of LISTS) {
    const pieces: { start: number; end: number }[] = [];
    let start = 0;
    for (const match of raw.matchAll(separators)) {
      pieces.push({ start, end: match.index });
      start = match.index + match[0].length;
    }
    pieces.push({ start, end: raw.length });
    best = pieces.filter((piece) => raw.slice(piece.start, piece.end).trim() !== "");
    if (best.length === count) return best;
  }
  return best;
}

/** "钢铁业、化工业、建材业增加值": what stands behind the last common ending belongs to all. */
function commonTail(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  const ending = names[0]?.at(-1) ?? "";
  const at = /[类业区市县]/.test(ending) && names.slice(0, -1).every((name) => name.endsWith(ending)) ? last.lastIndexOf(ending) : -1;
  return at > 0 && last.length - at > 2 ? last.slice(at + 1) : "";
}

/** "社零、固投增速分别…" → 社零, 固投; zones and companies in the list become the subjects. Empty when the list has another length. */
function sharesOf(state: State, from: number, to: number, count: number): Share[] {
  const raw = state.context.text.slice(from, to);
  const filled = piecesOf(raw, count);
  if (filled.length < count) return sharedName(state, from, to, count);
  const shares = filled.slice(-count).map((piece) => {
    const name = stripLink(leftName(state.context, from + piece.start, from + piece.end)).text.replace(/(?:增速|增长率|增幅)$/, "");
    return { name, subject: mentionIn(state, from + piece.start, from + piece.end) };
  });
  const industry = /^第?[一二三]产业(.*)$/.exec(shares.at(-1)?.name ?? "")?.[1];
  if (industry !== undefined) {
    return filled.slice(-count).map((piece, step) => {
      const ordinal = /^[\s\S]*?第?([一二三])$/.exec(raw.slice(piece.start, piece.end).trim())?.[1];
      const share = shares[step] ?? { name: "", subject: null };
      return ordinal ? { ...share, name: `第${ordinal}产业${industry}` } : share;
    });
  }
  // 电子信息、装备制造、生物医药三大主导产业产值: the number of the list stands in the last name.
  const summed = /^(.{2,8}?)等?[二三四五六七八九十\d]+大[\u4e00-\u9fff]{0,6}?(产业|行业|领域|集群)(.*)$/.exec(shares.at(-1)?.name ?? "");
  if (summed)
    return shares.map((share, step) => ({
      ...share,
      name: `${(step === shares.length - 1 ? summed[1] : share.name)?.replace(/产业$/, "")}${summed[2]}${summed[3]}`,
    }));
  const paired = /^(?:农村|乡村|城镇|城市|第[一二三四]产业|进口|出口)(.{3,})$/.exec(shares.at(-1)?.name ?? "")?.[1];
  if (paired)
    return shares.map((share) =>
      /^(?:农村|乡村|城镇|城市|第[一二三四]产业|进口|出口)$/.test(share.name) ? { ...share, name: share.name + paired } : share,
    );
  const qualified = /^(?:国家|省|市|区|县)级?(.{3,})$/.exec(shares.at(-1)?.name ?? "")?.[1];
  if (qualified)
    return shares.map((share) => (/^(?:国家|省|市|区|县)级?$/.test(share.name) ? { ...share, name: share.name + qualified } : share));
  const common = commonTail(shares.map((share) => share.name));
  if (common !== "") return shares.map((share, step) => (step === shares.length - 1 ? share : { ...share, name: share.name + common }));
  const tail = SHARED_TAIL.exec(shares.at(-1)?.name ?? "")?.[0] ?? "";
  return shares.map((share) =>
    share.name !== "" && share.name.length <= 8 && !SHARED_TAIL.test(share.name) && tail !== "" && !share.name.endsWith(tail)
      ? { ...share, name: share.name + tail }
      : share,
  );
}

/** "…分别完成投资36.2亿元、94.3亿元,投资完成率分别为43.2%、37.8%": one name for the things dealt out before. */
function sharedName(state: State, from: number, to: number, count: number): Share[] {
  const name = stripLink(leftName(state.context, from, to)).text;
  const both = /^城乡(.{2,})$/.exec(name)?.[1]?.replace(/(?:增速|增长率|增幅)$/, "");
  if (both && count === 2) return ["城镇", "农村"].map((kind) => ({ name: kind + both, subject: null }));
  const dealt = state.drafts.slice(-count);
  if (name.length < 2 || dealt.length < count || dealt.some((draft) => draft.rule !== "dealt-out")) return [];
  return dealt.map((draft) => ({ name: `${draft.noun}${name}`, subject: draft.subject }));
}

/** Growth of figures that were dealt out just before: "…分别完成142.8亿元、97.6亿元,增长13.5%和15.1%". */
export function growthOfDealt(state: State, index: number, from: number): number {
  const { text } = state.context;
  const first = state.sentence.tokens[index];
  const last = state.drafts.at(-1);
  if (!first || last?.rule !== "dealt-out" || last.form !== "level" || first.kind !== "percent") return 1;
  const growth = readGrowth(text.slice(from, first.start));
  const count = listFrom(text, state.sentence.tokens, index);
  if (!growth || count < 2) return 1;
  const levels = state.drafts.slice(-count);
  if (levels.length < count || levels.some((level) => level.form !== "level" || level.yoyPct !== null)) return 1;
  levels.forEach((level, step) => {
    const token = state.sentence.tokens[index + step];
    if (!token) return;
    if (/年均|年平均/.test(growth.compared)) {
      const draft = pushGrowth(state, token, growth, from, level.noun);
      if (draft) draft.subject = level.subject;
      return;
    }
    level.yoyPct = growthValue(token, growth);
    level.end = token.end;
  });
  return count;
}
