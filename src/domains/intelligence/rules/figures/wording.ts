import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

/** Words around a number and what they say of it. All patterns are anchored and flat: linear on any input. */

/** Between a name and its number: 达到, 突破, 约, 分别为 … */
const LINK = new EndPattern(
  /(?:已经|提到了?|提至|达到了?|达成|达|突破了?|超过了?|超出|超|逾|接近|高达|多达|仅为|仅有|仅|只有|约为|大约|(?<![签预制合条节公])约|(?<![靠最附邻])近|将近|不低于|不少于|至少|最高|合计|总计|共计|共有|(?<!公)共|总共|累计|现有|拥有|分别|依次|(?<![平人户年月日亩地篇])均|(?<![成首古])都|各|已有|已|将|可达|(?<![许认])可|预计|预期|有望|力争|首次|成功|稳定在|稳定|保持在|保持|维持在|控制在|控制|收窄|(?<![现存潜所内])在|(?<![成作认行因])为|是|(?<![国私所享持占自公])有|至|到|了|着|的|:|：|,|，|、|=|(?<![规原细])则|也|(?<!归)还|又|再|跃升至|跃升|攀升|升至|增至|增长至|增长到|提升至|提升到|提高至|提高到|上升至|上升到|增加到|增加至|扩大到|扩大至|下降至|下降到|降至|降到|降低到|降低至|减少到|减少至|压缩至|压缩到|缩短至|缩短到|压减至|压减到|缩减至|缩减到|精简到|精简至|下调为|下调至|下调到|上调为|上调至|上调到|调整为|回升至|回升到|回落至|回落到|滑落至|滑落到|减至|减到|跌至|跌到|冲刺|站稳|迈上|跨越|跨过|迈过|跃上|录得|占到|完成了|现在的?|目前的?|如今的?|近年来|实现了|创下|达(?=到))$/,
);

export type Left = { readonly text: string; readonly linked: string };

/** Takes the linking words off the end. */
export function stripLink(text: string): Left {
  let end = text.length;
  let linked = "";
  for (let step = 0; step < 8; step += 1) {
    const match = LINK.execIn(text, end - 8, end);
    if (!match || match[0] === "") break;
    end -= match[0].length;
    linked = match[0] + linked;
  }
  return { text: text.slice(0, end), linked };
}

const UP = "增长|翻|增加|增收|上升|上涨|提高|提升|攀升|扩大|回升|净增|增幅|涨幅|增速|增长率|增|涨|升";
const DOWN = "下降|减少|降低|回落|下滑|下跌|缩减|萎缩|负增长|降幅|跌幅|降|减|跌|收窄|节省|节约|节能|缩短|压缩|压减";
/** 微增, 激增, 大涨, 锐减: one adverb before the word itself. */
const growthTail = new EndPattern(new RegExp(`(?:大|微|激|劲|暴|猛|骤|锐|陡|略|剧|急|狂)?(${UP}|${DOWN})(?:幅度|幅|率)?$`));
const falls = new RegExp(`^(?:${DOWN})$`);

const COMPARE =
  "(?:与|同|比|较|按|和)?(?:上年|去年|上一年|前年|同期|上年同期|去年同期|上年末|去年末|去年底|上年底|去年年底|上年年末|去年年末|年初|上季度|上月|一季度|\\d{4}年(?:同期|末|底)?|可比口径|可比价格?|不变价格?|同口径|同比口径|现价)(?:计算|相比|同期)?";
const compareTail = new EndPattern(
  new RegExp(
    `(?:${COMPARE}|同比|环比|可比|比增|年均|年平均|平均|两年平均|三年平均|名义|实际|分别|依次|累计|首次|实现|均|也|已|再|又|则|仍|还|大幅|小幅|微幅|略微|略有|强劲|迅猛|显著|明显|高速|快速|平稳|稳步|小幅|逆势|共|合计|都|各|约|将|净|[,，、;；])$`,
  ),
);

export type Growth = {
  readonly subject: string;
  readonly falls: boolean;
  /** The word itself: 增长, 下降, 增速 … */
  readonly word: string;
  /** Words of comparison before it, joined. */
  readonly compared: string;
  readonly linked: string;
};

const CHANGED_TO = new EndPattern(
  /(?:增长|增加|上升|提高|提升|扩大|下降|减少|降低|压缩|缩短|增|降|升|跃升|攀升|回落|压减|缩减)(?:至|到)了?(?:约|近|超|逾)?$/,
);

/** "固投同比增长" → subject 固投; undefined when the text before the number does not end in a word of growth. */
export function readGrowth(left: string): Growth | undefined {
  if (CHANGED_TO.test(left)) return undefined;
  const { text, linked } = stripLink(left);
  if (/^[至到]/.test(linked) && /[降减缩增升]$/.test(text.slice(-1))) return undefined;
  const match = growthTail.execIn(text, text.length - 8, text.length);
  const word = match?.[1];
  if (!match || !word) return undefined;
  let end = text.length - match[0].length;
  if (word === "增" && /[新翻]/.test(text[end - 1] ?? "")) return undefined;
  let compared = "";
  for (let step = 0; step < 8; step += 1) {
    const tail = compareTail.execIn(text, end - 14, end);
    if (!tail || tail[0] === "") break;
    end -= tail[0].length;
    compared = tail[0] + compared;
  }
  return { subject: text.slice(0, end), falls: falls.test(word) && word !== "节能", word, compared, linked };
}

export const isRateWord = (word: string): boolean => /增速|增幅|涨幅|降幅|跌幅|增长率/.test(word);

const PROCESS = new EndPattern(
  /(?:效率|效能|不良率|良品?率|成本|能耗|耗能|耗电|用工|时间|时长|周期|时限|排放|损耗|误差|误判率|精度|强度|寿命|速度|产出率|利用率|重量|体积|人力|人工|故障率|材料|环节|用水|浪费|费用)$/,
);

/** Improvement of a process (检测效率提高, 不良率下降): no growth on last year unless compared with it. */
export const isProcess = (subject: string): boolean => PROCESS.test(subject) && !/GDP|生产总值|增加值|万元/.test(subject);

/** ",占全市的": a share of something wider; group 1 the whole. */
export function readShare(left: string): { readonly subject: string; readonly of: string } | undefined {
  const { text } = stripLink(left);
  const at = text.lastIndexOf("占");
  if (at < 0 || /^(?:地|用|比|领|据|有)/.test(text.slice(at + 1)) || text.length - at > 40) return undefined;
  const of = text.slice(at + 1).replace(/(?:的?(?:比重|比例|份额|总量))$/, "");
  return { subject: text.slice(0, at).replace(/(?:约|各|已|分别|均|,|，|就|共|还|也)+$/, ""), of: of.replace(/[,，].*$/, "") };
}

/** 恢复至2019年同期的, 相当于去年同期的: a share of another time. */
export function readTermShare(left: string): { readonly subject: string; readonly of: string } | undefined {
  const match = /(?:恢复[至到]|相当于|达到?|为|是)((?:\d{4}年|去年|上年)(?:同期)?(?:水平)?)的$/.exec(left);
  return match?.[1] ? { subject: left.slice(0, match.index), of: match[1] } : undefined;
}

const PLAN_TAIL = new EndPattern(
  /(?:完成|为|占|达到?|超|的)?((?:全年|年度|年初|年|调整|本级|半年)?(?:目标任务|任务目标|目标|任务|计划|预算|预期|序时进度)(?:任务|数|投资|目标)?)$/,
);

/** "完成年度计划的", "为年初预算的", "达到目标任务的". */
export function readCompletion(left: string): { readonly subject: string; readonly plan: string } | undefined {
  const { text } = stripLink(left);
  const match = PLAN_TAIL.execIn(text, text.length - 14, text.length);
  if (!match?.[1] || !/(?:完成|为|占|达)/.test(left.slice(-18))) return undefined;
  return { subject: text.slice(0, text.length - match[0].length), plan: match[1] };
}

const CALIBRE = new StartPattern(
  /^(?:(?:扣除|剔除|按|还原|扭转|结束|改变)[^,，]{0,24}|总量|规模|增速|同比|增长|按?可比(?:价格?|口径)?(?:计算)?|比|较)$/,
);

/** 扣除…因素后, 按可比口径: how the growth was reckoned, not what grew. */
export const isCalibre = (subject: string): boolean => CALIBRE.test(subject);

const TARGET = new FindPattern(
  /力争|预计|预期|计划(?!建设项目|实施项目|总投资)(?!项目)|目标(?:是|为|达|定[为在]|设[为定]|确定为)|(?:奋斗|发展|预期)目标|拟(?!录|合)|有望|规划(?:到|建|建设|总|用|占|布)|达产后|达产达效后|建成后|投产后|投用后|全部建成|可实现|可形成|可新增|可带动|确保|努力|争取(?=[\u4e00-\u9fff]{0,4}(?:实现|达|突破|完成|全年|年底|早日|到))|奋力|将(?!近|军|来|以)|到20[2-9]\d年|(?:20[2-9]\d)年底前|设计(?:年|日|产能|能力)/,
);
/** 力争, 预计, 将 … before the number in the same sentence: not a result yet. */
export const isTarget = (before: string): boolean => {
  const match = TARGET.exec(before);
  if (!match) return false;
  return !/目前|已经?(?:实现|完成|达|建成|有)/.test(before.slice(match.index));
};

const AID_BEHIND = new StartPattern(/^(?:的)?(?:一次性)?(?:资金)?(?:奖励|补贴|补助|资助|奖补|扶持|罚款|贴息)/);
const POLICY = new FindPattern(
  /(?:奖励|补贴|补助|资助|奖补|扶持资金|扶持|补偿|贴息|罚款|处罚|兑现|兑付|惠企资金|专项资金|房租|租金|稳岗|减按|征收率|罚没)/,
);
const GRANT = new FindPattern(
  /(?:给予|予以|一次性奖|(?:分别|各)(?:一次性)?(?:奖励|奖补|补助|补贴)\d|最高(?:可获|奖|补|给|不超过|可享|可达|支持|资助|\d)|按[^,，。;；]{0,24}(?:比例|标准)|每(?:年|家|户|人|项|个)?(?:最高)?(?:奖|补|给)|奖励标准)/,
);
const DONE = new FindPattern(/(?:已有|已|累计|目前|共|惠及|兑现|拨付)/);
/** Where a sentence begins to grant something; -1 when it is no policy. Numbers before it are from which size on. */
export function grantAt(sentence: string): number {
  const grant = GRANT.exec(sentence);
  return grant && (POLICY.test(sentence) || /最高\d/.test(sentence)) ? grant.index : -1;
}
/** "…补贴,已有26名高层次人才签约": reported as done, in the same sentence. */
export const isDoneBehind = (clause: string): boolean => DONE.test(clause);
export const isPolicyMoney = (left: string, right: string): boolean =>
  POLICY.testIn(left, left.length - 16, left.length) || AID_BEHIND.test(right);

/** Stocks are levels on a day: 截至6月底 means the month; flows are counted since January. */
export const isStock = (name: string): boolean =>
  /余额|保有量|存量|总量|常住人口|户籍人口|人口|市场主体|经营主体|在建|完工|计划建设|拥有|在岗|登记|里程|储备|总数|累计|有效|注册企业|总户数|平台|企业数|实有|基站|库存|机构|床位|党员|上市/.test(
    name,
  );

/** 这一数字, 转正, 滑落: points back or only moves; what moves was named before. */
export const NO_NAME =
  /^(?:(?:这一|该|这个|上述)(?:数字|数据|数值|比例|比重|占比|指标|规模)|(?:转正|减|减少|滑落|回落|跌落|攀升|跃升|回升|上升|下降|下滑|下调|上调|缩减|做|冲|干|跌|增|猛增|锐减|大增|转)(?:至|到|为)?)$/;
