import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import {
  isQualifier,
  leftName,
  type RightName,
  rightName,
  tidyName,
  verbBefore,
  withoutStage,
} from "#domains/intelligence/rules/figures/naming.ts";
import {
  isPolicy,
  lastLevel,
  mentionIn,
  previousClause,
  push,
  type State,
  topic,
} from "#domains/intelligence/rules/figures/sentence-state.ts";
import { lastBefore, within } from "#domains/intelligence/rules/figures/sorted-places.ts";
import { isPolicyMoney, NO_NAME, readGrowth, stripLink } from "#domains/intelligence/rules/figures/wording.ts";
import { EndPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

const PROJECT_INVESTMENT = new EndPattern(/(?:总投资额?|投资额|投资总额|计划投资|拟投资|预计投资|计划总投资|投资规模|累计投资|投资)$/);
const REGIONAL_INVESTMENT = new EndPattern(
  /(?:固定资产|工业性?|生产性|民间|技改|技术改造|基础设施|基建|制造业|房地产|开发|产业|完成|合同|协议|意向|引资|年度计划|年度|对外|外商|研发|直接|第[一二三]产业)(?:计划)?(?:总)?(?:投资)(?:额|总额)?$/,
);

/** The investment of one named project belongs to the project; the sum over several counted ones is a figure of the region. */
function isProjectInvestment(state: State, name: string, from: number): boolean {
  if (!PROJECT_INVESTMENT.test(name) || REGIONAL_INVESTMENT.test(name)) return false;
  const rest = PROJECT_INVESTMENT.cut(name);
  const counted = state.drafts.findLast((draft) => /项目|工程/.test(draft.noun) && draft.token.kind === "count");
  if (!counted) return true;
  return !(rest === "" || /^[^A-Za-z]{0,6}项目$/.test(rest)) || /其中/.test(state.context.text.slice(counted.end, from));
}

const VERB_BEHIND = new StartPattern(
  /^(?:入选|获|被|通过|实现|完成|达|增长|下降|位居|同比|进入|落户|用于|投|建设|成立|在|为|均|居|占|比|以|其|提升|提高|精简|压减|缩减|削减|优化|调整|变为|改为|合并|增加|增至|升|降|扩大|压缩|缩短|减少|到|至|左右|较|跃|减[至到]|缩[至到]|滑落|回落|攀升|回升|转正|跌[至到]|下调|上调|、|,|，|\)|”)/,
);
const PURE_VERB = new StartPattern(
  /^(?:设立|组建|投入|注册|成立|安排|募集|发行|筹集|新设|投放|下达|总|首期|规划建设|推动|打造|举办|建设|提供|撬动|引导|累计|推出|建成|新建|发放|落实|争取|(?:加快|推进|全力|持续|深入|积极|大力|围绕|以)+)$/,
);
const YEARLY = /(?:同比|比上年|比去年|较上年|较去年|环比|上年同期|去年同期|年末|年底|年初|去年|上年)/;
const SUMMED = new EndPattern(/(?:人口|产值|GDP|收入|投资|规模|总量|增加值|粉丝|用户|游客|税收|营收|销售额|总值|总额|余额)$/);

/** Money, counts, measures: a name before the number or behind it. */
export function readLevel(state: State, index: number, token: NumberToken, from: number, left: string): void {
  const { text } = state.context;
  const limit = state.sentence.tokens[index + 1]?.start ?? state.sentence.end;
  const behind = text.slice(token.end, Math.min(limit, token.end + 16));
  const fund = token.kind === "money" && /^的?[^,，。;；\d]{0,12}(?:基金|资金池|债券?(?![务权])|信贷支持)/.test(behind);
  if ((isPolicy(state, token) && !fund) || (token.kind === "money" && isPolicyMoney(left, behind))) return;
  if (/(?<!不)(?:小于|大于|低于|高于|少于|每|满)$/.test(left)) return;
  if (token.kind === "measure" && /距离?[\u4e00-\u9fff]{1,10}$/.test(left)) return;
  if (token.kind === "money" && /每[卖投花赚销产][入出]?$/.test(left)) return;
  if (readDifference(state, token, from, left)) return;
  if (token.unit.endsWith("位") && /(?:前移|上升|提升|跃升|前进|后移|进位)了?$/.test(left)) return;
  if (token.kind === "measure" && behind.startsWith("的") && !/平方|亩|公顷|万方|平米/.test(token.unit) && /^[“"\s]*$/.test(left)) return;
  const link = stripLink(left);
  const own = leftName(state.context, from, from + link.text.length);
  const named = nameOf(state, token, from, link.text, own, limit, behind);
  if (named.rule === "attribute") return;
  let { name } = named;
  if (named.rule === "before-number" && token.kind !== "count" && namesWhom(state, from, from + link.text.length)) name = "";
  if (NO_NAME.test(name) && (named.rule === "before-number" || named.noun === name)) {
    const last = state.drafts.findLast((draft) => draft.unit === token.unit) ?? state.drafts.at(-1);
    name = last?.form === "level" ? last.name : "";
    named.noun = last?.noun ?? "";
  }
  const spokenOf = withoutStage(topic(state));
  if (name === "") {
    name = carriedName(state, token, from, left, link.linked, behind);
    named.rule = "carried";
  }
  if (/^(?:净?增加|减少|新增|提高)$/.test(name)) name = `${previousClause(state, from) || topic(state)}${name}`;
  if (PLAIN_NAME.test(name)) name = labelOf(state, from) + name;
  if (isQualifier(name)) name = qualified(state, name);
  if (
    token.kind === "bare" &&
    !SUMMED.test(name) &&
    !(
      named.rule === "behind-number" &&
      /万$/.test(token.unit) &&
      /(?:人|人口|户|名|用户|网友|群众|居民|学生|粉丝|职工|农户|消费者)$/.test(name)
    )
  )
    return;
  if (
    name.length < 2 ||
    (token.kind === "money" &&
      ((named.rule === "behind-number" && PROJECT_INVESTMENT.test(name) && !REGIONAL_INVESTMENT.test(name)) ||
        isProjectInvestment(state, name, from)))
  )
    return;
  const ahead = growthAhead(state, token, left, name);
  if (ahead) {
    state.drafts.pop();
    name = ahead.noun;
  }
  replaceThreshold(state, name, token, from, left);
  const draft = push(
    state,
    token,
    name,
    "level",
    named.rule === "behind-number" ? token.start : from,
    named.end,
    named.rule,
    named.rule === "carried" ? 0.55 : 0.8,
  );
  if (ahead) draft.yoyPct = ahead.yoyPct;
  if (token.kind === "money" && LOSS.test(left)) Object.assign(draft, { value: `-${token.value}`, name: profitName(draft.name) });
  if (token.kind === "bare" && token.unit.endsWith("亿")) draft.unit = `${token.unit}元`;
  if (named.noun !== "") draft.noun = named.noun;
  else if (named.rule === "carried" && spokenOf.length >= 2 && name.endsWith(spokenOf)) draft.noun = spokenOf;
}

/** "较上年净增16家", "比年初增加186.4亿元": how much more than before. */
function readDifference(state: State, token: NumberToken, from: number, left: string): boolean {
  const change = readGrowth(left);
  const level = lastLevel(state);
  if (!change || !level || !YEARLY.test(change.compared) || tidyName(change.subject).length >= 2) return false;
  const compared = change.compared.replace(/[,，、;；\s]/g, "");
  push(state, token, `${level.noun}${compared}${change.word}`, "change", from, token.end, "difference", 0.7).noun = level.noun;
  return true;
}

/** 净利润亏损3.2亿元, 上年同期为亏损2640万元: a loss is a negative profit. */
const LOSS = /亏损(?:了|达到?|约|近|超|为)?$/;
const profitName = (name: string): string => {
  const plain = name.replace(/(?:净?亏损|的|为)+$/, "");
  return /利润|收益/.test(plain) ? plain : `${/净利|扣非|归母/.test(plain) ? plain : ""}净利润`;
};

type Named = { name: string; noun: string; end: number; rule: string };

/** 3GW组件厂, 30万立方米智能冷库, 4.5GW供货协议: what the number measures stands behind it. */
const FACILITY =
  /^的?\s?([^,，。;；、\d的]{1,12}?(?:项目|生产线|产线|工厂|[件池片料剂材]厂|冷库|仓库|电站|储能站|供货协议|采购协议|订单))(?![\u4e00-\u9fff]{0,2}(?:面积|投资))/;
const MEASURED =
  /(?:产量|产能|装机|装机量|容量|出货量?|库容|发电量|规模|面积|长度|里程|用电量|销量|储量|吞吐量|运量|货量|能耗|亩|土地|用地)$/;

function nameOf(state: State, token: NumberToken, _from: number, left: string, own: string, limit: number, behind: string): Named {
  const { text } = state.context;
  const counts = token.kind === "count" || token.kind === "bare";
  const pure = own === "" || PURE_VERB.test(own);
  const right = rightName(text, token.end, limit);
  const facility = token.kind === "measure" && !MEASURED.test(own) ? FACILITY.exec(behind)?.[1] : undefined;
  if (facility) {
    const kind = /(?:协议|订单|合同)$/.test(facility) ? "规模" : /[库仓]$/.test(facility) ? "库容" : "产能";
    return { name: facility + kind, noun: facility, end: token.end + behind.indexOf(facility) + facility.length, rule: "behind-number" };
  }
  const standsBehind = right.noun !== "" && !VERB_BEHIND.test(behind) && (counts || pure || behind.startsWith("的"));
  if (!standsBehind) return { name: own, noun: "", end: token.end, rule: "before-number" };
  const noun = tidyName(right.noun);
  if (
    token.kind === "money" &&
    behind.startsWith("的") &&
    /(?:额度|资金|贷款|基金|订单|合同|收入|产值|收益|融资)$/.test(noun) &&
    !/(?:额|规模|总投资|投资)$/.test(own)
  )
    return { name: noun, noun, end: right.end, rule: "behind-number" };
  if (counts) return { name: countedName(state, right, noun, left, limit), noun, end: right.end, rule: "behind-number" };
  const area = /平方|亩|公顷|万方|平米/.test(token.unit);
  if (token.kind === "measure" && !area && (pure || (own.length <= 2 && behind.startsWith("的")))) {
    const plant =
      /^(?:[GMk]W|[GM]Wh|万?[兆吉千]瓦)/.test(token.unit) || /(?:项目|基地|生产线|产线|试验线|中试线|工厂|产业园|电站)$/.test(noun);
    if (!plant || behind.startsWith("的")) return { name: "", noun: "", end: token.end, rule: "attribute" };
    return { name: `${noun}产能`, noun, end: right.end, rule: "behind-number" };
  }
  const suffix =
    token.kind === "measure" && !noun.endsWith("面积")
      ? "面积"
      : token.kind === "money" && /(?:基金|资金池|资金|贷款贴息)$/.test(noun)
        ? "规模"
        : "";
  const name = pure ? `${token.kind === "money" ? "" : verbBefore(left)}${noun}${suffix}` : own.length <= 5 ? `${noun}${own}` : own;
  return { name, noun, end: right.end, rule: "behind-number" };
}

function countedName(state: State, right: RightName, noun: string, left: string, limit: number): string {
  const { text } = state.context;
  const verb = verbBefore(left.replace(/[了着]$/, ""));
  const continued = limit < state.sentence.end && /^[^,，。;；、]*$/.test(text.slice(right.end, limit));
  const predicate =
    continued || /^(?:涉及|包括|总投资|投资|分布|来自|涵盖)/.test(right.predicate) ? "" : tidyName(withoutMentions(state, right, limit));
  return predicate !== "" && predicate.length <= 14 ? `${predicate}${noun}` : `${noun.startsWith(verb) ? "" : verb}${noun}`;
}

function withoutMentions(state: State, right: RightName, limit: number): string {
  if (right.predicate === "") return "";
  const place = state.context.text.indexOf(right.predicate, right.end);
  const [mention] = within(state.context.mentions, place, Math.min(limit, place + right.predicate.length));
  return mention ? right.predicate.slice(0, Math.max(0, mention.start - place)) : right.predicate;
}

/** No name of its own: 增加到698家, 47条112公里, 12项获…推广. */
function carriedName(state: State, token: NumberToken, from: number, left: string, linked: string, behind: string): string {
  const last = state.drafts.at(-1);
  if (last && (/(?:至|到)/.test(linked) || (left === "" && last.token.end === token.start))) return last.name;
  if (last && /(?:累计|总数|总量|总计|共计|合计)/.test(linked) && last.unit === token.unit) return `${withoutStage(last.noun)}总数`;
  if (last && /^[、,，和及]+$/.test(left) && last.form === "level" && last.token.kind !== token.kind) return last.name;
  const carried = topic(state);
  const predicate = /^(?:获|入选|在|被|通过|实现|进入|完成)[\u4e00-\u9fff]{1,12}/.exec(behind)?.[0] ?? "";
  if (token.kind === "count" && predicate !== "" && carried !== "") return `${tidyName(predicate)}${withoutStage(carried)}`;
  const elsewhere = mentionIn(state, from, token.start) !== null;
  const previous =
    elsewhere && !/方面[,，]$/.test(state.context.text.slice(Math.max(0, from - 3), from)) ? "" : previousClause(state, from);
  if (previous !== "") return previous;
  return token.kind === "money" || elsewhere ? carried : "";
}

const PLAIN_NAME = /^(?:收入|营收|营业收入|销售收入|产值|销量|产量|利润|净利润|毛利|销售额|出货量|订单)$/;
/** "电源管理芯片:收入19.8亿元": the line's label says whose. */
function labelOf(state: State, from: number): string {
  const { text } = state.context;
  if (text[from - 1] !== ":" && text[from - 1] !== "：") return "";
  const words = text.slice(Math.max(0, from - 18), from - 1);
  return /(?:^|\n)[\s\-•·●■▶◆*]*([\u4e00-\u9fffA-Za-z0-9]{2,12})(?:\([^()\n]{1,10}\))?$/.exec(words)?.[1] ?? "";
}

/** "反超某某经开区的2987亿元": the words before the number end with whom, not with what. */
function namesWhom(state: State, from: number, to: number): boolean {
  const mention = lastBefore(state.context.mentions, to);
  return mention !== undefined && mention.kind !== "company" && mention.start >= from && mention.end === to;
}

/** "总产值同比下滑2.7%,为418亿元": the growth stands before its level. */
function growthAhead(state: State, token: NumberToken, left: string, name: string): Draft | undefined {
  const last = state.drafts.at(-1);
  if (last?.form !== "growth" || last.yoyPct === null || last.growthBase !== null || token.kind === "count") return undefined;
  if (/(?:年均|平均)增速$/.test(last.name) || !/^(?:[,，])?(?:为|达到?了?|至|完成|实现)$/.test(left) || (name !== "" && name !== last.noun))
    return undefined;
  return /^[,，]?$/.test(state.context.text.slice(last.token.end, token.start - left.length)) ? last : undefined;
}

/** "突破200家、达到213家": the threshold passed is no figure when the level itself follows. */
function replaceThreshold(state: State, name: string, token: NumberToken, from: number, left: string): void {
  const last = state.drafts.at(-1);
  if (!last || last.name !== name || last.token.kind !== token.kind || !/^[,，、\s]?(?:已)?达到?(?:了)?$/.test(left)) return;
  const { text } = state.context;
  const passed = /(?:突破|破|超|超过|迈上|站上|跨上|跃上|迈过|跨过|跨越)了?$/.test(
    text.slice(Math.max(0, last.token.start - 3), last.token.start),
  );
  if (passed && /^(?:大关|新台阶|台阶|关口|门槛|新关口)?[,，、]?$/.test(text.slice(last.token.end, from))) state.drafts.pop();
}

const PLAIN_PROJECT = /^(?:计划建设|计划实施|计划|全部|各类|实施)*项目$/;

/** 在建, 国家级, 总数 → with what it qualifies: 在建项目, 国家级创新平台, 高新技术企业总数. */
function qualified(state: State, qualifier: string): string {
  const drafts: readonly Draft[] = state.drafts.some((draft) => draft.form === "level") ? state.drafts : state.before;
  const noun = drafts.findLast((draft) => draft.form === "level" && draft.noun.length >= 2)?.noun ?? "";
  if (noun === "") return qualifier;
  const plain = PLAIN_PROJECT.test(noun) ? "项目" : withoutStage(noun);
  if (/^总/.test(qualifier)) return `${plain}${qualifier}`;
  return qualifier.endsWith(plain) ? qualifier : qualifier.replace(/^已/, "") + plain;
}
