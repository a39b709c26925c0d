import type { PeriodMention } from "#domains/intelligence/rules/figures/find-periods.ts";
import { countBefore, type Stretch, within } from "#domains/intelligence/rules/figures/sorted-places.ts";
import type { SubjectMention } from "#domains/intelligence/rules/figures/subjects.ts";
import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";

/** Words at the head of a clause that name nothing. */
const FILLER = new FindPattern(
  /(?:其中|但是|但|不过|然而|我们|他们|该项目|公司|本公司|该公司|各类|报告期内|报告期末|报告期|期末|期内|本期|最初|从最初|此前|同时|此外|另外|目前|当前|如今|近年来|多年来|一年来|截至目前|截止目前|迄今|现在|现已|已经|已|还|也|共计|总共|合计|累计|共|总计|全区|全市|全县|全省|全国|全州|全镇|我市|我区|我县|全园区|园区内|区内|辖区内|辖区|该区|该市|该县|成功|又|再|以及|及|和|与|并且|并|而|且|则|使得?|据统计|据悉|据了解|数据显示|统计显示|初步统计|初步核算|经初步核算|统计|核算|特别是|尤其是|尤其|包括|包含|涉及|涵盖|分别|方面|从|由|将|对|在|是|有|当月|当年|当季|当日|日前|近日|期间|仅|只|就|便|都|均|约|近|超过|超|逾|达到|达|的|该|本|各|等|以|了|中|里|内|上|下|按[\u4e00-\u9fff]{2,8}?计算的?|年末|年底|年|末|底|月份|月|日|时|来看|看|初步|预计|力争|预期|确保|努力|到|一是|二是|三是|四是|五是|六是|首次|主要|一批|按|如|比如|例如|至|全年|全部|全面|不断|持续|稳步|据|向|为|用于|计划|拟|可|让|总|通过|\d+[.、]|[一二三四五六七八九十]+、|[,，、;；:：。“”"'‘’()（）《》〈〉【】\s·—－…►●■◆★.]+)/,
);
/** Kept whole at the head although a filler begins them. */
const NOT_FILLER = new FindPattern(
  /(?:总投资|总产值|总产量|总面积|总建筑|总收入|总额|总量|总数|总部|总人口|总户|总体|总书|总税|总利润|总用|总营|总装|总里程|总规模|总注册|总用地|及时|均价|各项|各级|年产|年末常住|年税|年均|年营|年销|年利|年上缴|年最大|年处理|年接待|年吞吐|年综合|年主营|年设计|日处理|日均|日产|月均|月产|中小|中心|中央|中等|中型|中标|中试|中介|上市|上缴|上规|上云|下岗|下辖|里程|内资|内外|内河|对外|对接|在建|在谈|在校|在册|在岗|在孵|在库|在园|在手|在编|在职|在用|有效|有机|有色|有限|有轨|的士|等级|一般|一产|一等|一类|一级|一次性|一季|一站|一流|一期|一网|一件|到位|到账|到港|到校|到户|以上|以下|为民|为企|再生|再制造|并购|并网|近岸|近海|超限|超高|超低|超大|超年度|超序时|超额|超市|超募|超亿元|超百亿|达产|达标|达效|达规|达限|本外币|本科|本级|本土|本地|本币|本年|时速|月度|年度|末端|底线|计划总投资|计划投资|计划建设|计划实施|计划用地|计划完成|可再生|可支配|可用|可研|可售|可出让|按揭|全员|全要素|全口径|全社会|全体|全部工业|全部金融|全省|全球|全职|全自动|全流程|全域|全链|全过程|全装修|全年粮食|就业|就医|就学|就读|约定|下降|下线|上线|中欧|中转|中药|中医|中学|中职|中国|总装|对口|在研|在线|为主|均衡|均值|入库|入园|从事|至今|到期|到访|按时|如期|让利|内贸|内需|上榜|上网|上述|下游|上游|下放|等量|都市|都城|日用|日供|日发|现金|现代|现有|第一产业|第二产业|第三产业|第一、二|第三方|通过率|通过认定|通过评审|主要污染|主要农|将军|从业|首发|首贷|首台|首店|首版|首批|拟上市|拟建)/,
);
const VERB_HEAD = new FindPattern(
  /(?:实现|完成(?!投资|率)|达到|取得|创造|拥有|突破|获得|形成|呈现|录得|位居|保持|有|占|成为|迎来|兑现|投入使用)/,
);
/** Words inside a name that only tie it to its number. */
const INNER = new FindPattern(
  /(?:累计实现|共实现|实现|完成(?!率|投资|情况|额|技改|固定|工业|额)|已累计|累计|共计|达到|已经|(?<=[\u4e00-\u9fff]{2})已(?=[\u4e00-\u9fff]{2})|全年|当年|当月|去年|今年|上半年|前三季度|第?[一二三四]季度|年内)/,
);
/** A verb with its object before the name: what stands before it belongs to another thought. */
const BARRIER = new FindPattern(
  /(?:推动|带动|助推|促使|使得|拉动|其中|包括|包含|涉及|达成|举办|显示|表示|介绍|获悉|了解到|意味着|成为|作为|围绕|依托|聚焦|依靠|通过|面对|根据|按照|随着|由于|得益于|因为|坚持|同时|目前|当前|近年来|如今|以来|期间|凭借|推进|加快|深化|拥有|汇聚|形成|助力|提供|采用|覆盖|承担|参与|占据|位于|位居|年末|年底|平均每|预计|力争|可望|(?:改造|升级|应用|使用|优化|技改|整合|调整|扩建|上线|引入|投运|推行|运行)后|建成后|达产后|投产后|实施后|竣工后|落成后|投用后|全部建成|将为|可为|就是|不仅|而且|还有|还|也|已)/,
);
const KEPT_VERB = new EndPattern(
  /(?:新增|新建|新开工|新签约|签约引进|签约|引进|新引进|落地|落户|储备|对接|培育|建成|新认定|认定|引育|实施|派出|推出|出台|惠及|解决|发放|开展|举办|获批|获评|注册|设立|组建|建设|盘活|腾退|整治|改造|新改建|改扩建|种植|出栏|存栏|销售|生产|交付|下线|出口|进口|投入|减免|退税|减税|减少|带动|提供|吸纳|服务|培训|招聘|招引|入库|纳入|兑现|完成|接待|处理|收集|转运|中转|争取|年产|月产|日产|年销售|募集|融资|授信|签订|供应|出让|收储|征收|拆迁|拆除|新登记|新设|注销|登记|办理|受理|审批|办结|整改|排查|检查|查处|化解|清理|拓宽|新修|修建|铺设|敷设|安装|投放|购置|采购|累计投入|孵化|毕业|迁入|入驻|上云|完工|竣工|投产|开工|在建|参加|参与|覆盖|救助|资助|保障|支付|筹集|使用|到位|开工建设|竣工投产|建成投产|新招|引才|引聘|集聚|聚集|拥有|吸引|促成|转化|申请|授权|取得|获得|获)$/,
);

export type NameContext = {
  readonly text: string;
  readonly periods: readonly PeriodMention[];
  readonly mentions: readonly SubjectMention[];
};

/** The end of the place that starts right at `at`, otherwise `at`. */
const endOfPlaceAt = (places: readonly Stretch[], at: number, before: number): number => {
  const place = places[countBefore(places, at)];
  return place && place.start === at && place.end <= before ? place.end : at;
};

/** Where the name starts in `[from, to)`: words of time, the subject and empty words before it passed over. */
function nameStart(context: NameContext, from: number, to: number): number {
  const { text } = context;
  let at = from;
  for (let step = 0; step < 24 && at < to; step += 1) {
    const period = endOfPlaceAt(context.periods, at, to);
    if (period > at) {
      at = period;
      continue;
    }
    const mention = endOfPlaceAt(context.mentions, at, to);
    if (mention > at) {
      at = mention;
      continue;
    }
    if (NOT_FILLER.lengthAt(text, at) > 0) break;
    const filler = FILLER.lengthAt(text, at);
    if (filler === 0 || at + filler > to) break;
    at += filler;
  }
  return at;
}

/** The name that stands in `[from, to)`, before its number: 今年一季度科学城核心区实现地区生产总值(GDP) → 地区生产总值. */
export function leftName(context: NameContext, from: number, to: number): string {
  const { text } = context;
  let at = nameStart(context, from, to);
  for (let step = 0; step < 4; step += 1) {
    const verb = VERB_HEAD.lengthAt(text, at);
    if (verb === 0 || to - at - verb < 2) break;
    at = nameStart(context, at + verb, to);
  }
  let raw = text.slice(at, to);
  const barrier = barrierEnd(raw);
  if (barrier > 0 && raw.length - barrier >= 2) {
    at = nameStart(context, at + barrier, to);
    raw = text.slice(at, to);
  }
  const inner = lastMention(context, at, to);
  if (inner > at && to - inner >= 2) raw = joinAround(text, at, inner, to, context);
  return tidyName(raw);
}

function lastMention(context: NameContext, from: number, to: number): number {
  let end = from;
  for (const mention of within(context.mentions, from, to)) if (mention.end < to - 1 && mention.kind !== "company") end = mention.end;
  return end;
}

function joinAround(text: string, at: number, end: number, to: number, context: NameContext): string {
  const rest = text.slice(nameStart(context, end, to), to);
  return rest.length >= (/[^\u4e00-\u9fff]|(?:高新区|经开区|新区|科学城|市|县|区)$/.test(text.slice(Math.max(at, end - 3), end)) ? 2 : 4)
    ? rest
    : text.slice(at, to);
}

/** Where the last barrier of the words ends; 0 when there is none. */
const barrierEnd = (words: string): number => BARRIER.endOfLast(words);

const BRACKETED = new FindPattern(/\([^()]{0,24}\)?/);
const MARKS = new FindPattern(/[“”"‘’'《》〈〉【】)(\s]/);
const MARKS_AT_HEAD = new StartPattern(/^[,，、:：;；.。)-]+/);
const TIES_AT_HEAD = new StartPattern(/^(?:的|了|等(?!级)|个|和|与|及|以(?!上|下)|中(?![国央心小型等欧医药试介]))+/);
const TIES_AT_END = new EndPattern(
  /(?:的|了|和|与|(?<![惠普涉])及|(?<!集)中|方面|从|由|将|以|,|，|现在|目前|、|:|：|内|里|则|较|(?<!占)比|同比|数量为|(?<![成造迁])就|便|(?<![人英贤])才|(?<![产性功智节储效动职])能)+$/,
);
const SOURCE_AT_END = new EndPattern(
  /(?<=.{2})(?:由|从)(?:原来|过去|此前|最初|原先|以前|改造前|高峰时?|高峰期|巅峰时?|[一二三四五六七八九十\d]{1,2}年前|每小时|每年|每天|每月|日产|年产|月产|的)+$/,
);
const YEARLY_AT_END = new EndPattern(/(?<=.{2})(?:年均|年平均)$/);

/** Brackets, quotation marks and tying words out; the head kept when the name is long. */
export function tidyName(raw: string): string {
  let name = raw.slice(-120);
  if (name.includes("PI")) name = name.replace(/CPI/, "居民消费价格").replace(/PPI/, "工业生产者出厂价格");
  name = INNER.replaceAll(MARKS_AT_HEAD.cut(MARKS.replaceAll(BRACKETED.replaceAll(name, ""), "")), "");
  name = YEARLY_AT_END.cut(SOURCE_AT_END.cut(TIES_AT_END.cut(TIES_AT_HEAD.cut(name))));
  const comma = Math.max(name.lastIndexOf("，"), name.lastIndexOf(","));
  if (comma >= 0 && name.length - comma > 2) name = name.slice(comma + 1);
  const like = name.includes("等") ? /^(.{2,8}?)[\u4e00-\u9fffA-Za-z0-9&、·]*等(?:一批|多家|\d*)?([\u4e00-\u9fff]{2,})$/.exec(name) : null;
  if (like?.[2]) {
    const verb =
      /^(?:签约引进|签约|引进|新建|新增|建成|培育|获批|推出|落地|落户|引育|招引|开工|实施|集聚|吸引|入驻|进驻|引来|洽谈|储备)/.exec(
        name,
      )?.[0] ?? "";
    name = verb + like[2];
  }
  const of = name.lastIndexOf("的");
  if (of > 0 && name.length - of > 2)
    name = of <= 8 || (of <= 16 && name.length - of <= 4) ? name.slice(0, of) + name.slice(of + 1) : name.slice(of + 1);
  if (name.length > 26) name = shorten(name);
  return name;
}

function shorten(name: string): string {
  const tail = name.slice(-22);
  const cut = tail.search(/[、和与及]/);
  return cut >= 0 && tail.length - cut > 5 ? tail.slice(cut + 1) : tail.slice(-16);
}

const HEADS =
  "项目|企业|公司|综保区|经开区|高新区|开发区|新区|区县|人口|平台|机构|单位|中心|基地|园区|人才|员工|职工|干部|专家|教授|学者|团队|院士|博士|硕士|客商|供应商|运营商|服务商|开发商|商家|院所|高校|学校|医院|工厂|车间|生产线|产线|专利|产品|成果|技术|标准|领域|方向|行业|产业|集群|举措|措施|政策|事项|难题|问题|活动|会议|合同|协议|订单|岗位|主体|商户|门店|网点|道路|桥梁|桥|站|点|设备|设施|机器人|车辆|汽车|航线|班列|床位|住房|公寓|小区|社区|村|镇|街道|乡|学生|居民|群众|游客|观众|网友|品牌|基金|银行|实验室|孵化器|空间|载体|楼宇|厂房|地块|用地|土地|贷款|资金|投资|授信额度|额度|税收|产值|收入|费用|计划|指标|任务|工程|线路|公园|景区|酒店|泊位|码头|仓库|暂存库|隧道|管网|水库|电站|充电桩|基站|机组|发明专利|商标|论文|奖项|殊荣|大学生|毕业生|劳动力|农户|合作社|党员|志愿者|律师|医生|教师|床|户|人|次";
const PREDICATE =
  "(?:开展|实现|获评|获得|荣获|获批|斩获|获|落地|落户|入驻|进驻|入选|入围|参与|参加|正式|签约|开工|新开工|投产|竣工|投用|建成|完成|进入|受益|被|正在|正|在|因|已|均|全部|达到|达|超过|成为|通过|纳入|列入|集中|顺利|相继|纷纷|陆续|有序|加快|同步|先后|成功|实施|新设立|设立|新增|使用|运营|启动|完工|续建|分布|覆盖|为|有|无法|前来|到|来|赴|从|将|可|能|占|比|较|同比|产值|营收|总产值|投资|总投资|合同|约定|中|里|内|上|以|和|与|及|,|，|。|、|;|；|“|”(?![\\u4e00-\\u9fff])|\\(|\\)|\\s|提供|推进|加速|投入|推动|现场|共同|持续|累计|实行|(?<!拟)上市|挂牌|认定|复工|返岗|返回|出席|联合|同时|位于|来自|签订|属于|计划|年|需|要|就|也|还|又|即将|逐步|增长|下降|减少|贡献|创造|支撑|\\d|$)";
const headPattern = new FindPattern(new RegExp(`(?:${HEADS})(?=${PREDICATE})`));

export type RightName = { readonly noun: string; readonly predicate: string /** Where the words used end. */; readonly end: number };

const AMOUNT_TAIL = new StartPattern(/^(?:以上|以下|以内|左右|余|多|的|及以上)+/);
const LEADS_ON = new StartPattern(/^(?:涉及|包括|包含|围绕|聚焦|总投资|投资|计划投资|来自|瞄准|主攻|事关|位于)/);
const LOOSE_END = new EndPattern(/(?:的|了|中|和|与|及|在|均|已|全部|都)+$/);
const STOPS = unitTable(",，。;；:：\n!！?？");
const JOINTS = unitTable("、(");

function firstOf(signs: Uint8Array, text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (signs[text.charCodeAt(at)] === 1) return at;
  return to;
}

/** The noun that stands behind its number: 家企业新设立研发机构 → 企业, 新设立研发机构. Empty when none. */
export function rightName(text: string, from: number, limit: number): RightName {
  const start = from + (AMOUNT_TAIL.execIn(text, from, Math.min(text.length, from + 6))?.[0].length ?? 0);
  const end = firstOf(STOPS, text, start, Math.max(start, Math.min(limit, start + 80)));
  const reach = text.slice(start, end);
  const short = text.slice(start, firstOf(JOINTS, text, start, end));
  if (short === "" && !reach.startsWith("“")) return { noun: "", predicate: "", end: from };
  if (LEADS_ON.test(reach)) {
    const of = reach.lastIndexOf("的");
    const noun = of > 0 ? headOf(reach.slice(of + 1)) : undefined;
    if (noun) return { noun: noun.noun, predicate: noun.predicate, end: start + of + 1 + noun.noun.length };
  }
  const head = headOf(short);
  if (head) return { ...head, end: start + head.noun.length };
  const plain = /^[“”]?[\u4e00-\u9fffA-Za-z0-9“”·-]{1,18}/.exec(short)?.[0] ?? "";
  const verb = plain
    .slice(1)
    .search(
      /(?:开展|实现|获评|获得|落地|落户|入驻|入选|正式|完成|进入|成为|通过|纳入|集中|陆续|先后|成功|实施|位居|增长(?!点|极)|下降|达到)/,
    );
  const noun = verb >= 1 ? plain.slice(0, verb + 1) : plain;
  return { noun: LOOSE_END.cut(noun), predicate: "", end: start + noun.length };
}

function headOf(text: string): { noun: string; predicate: string } | undefined {
  const match = headPattern.exec(text);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  const rest = text.slice(end);
  return {
    noun: text.slice(0, end),
    predicate: /^(?:中|里|内|上|以|和|与|及|及其|等|,|，|$)/.test(rest)
      ? ""
      : rest.replace(/^(?:已经|已|均|全部|正式|实现|可望|有望|正在|相继|顺利|陆续|先后|成功|集中|都|正在|将|可|被|也|在)+/, ""),
  };
}

/** 派出, 推出, 惠及 …: the verb before a number whose noun stands behind. */
export function verbBefore(text: string): string {
  const match = KEPT_VERB.exec(text.slice(-6).replace(/[了着过]$/, ""));
  return match?.[0] ?? "";
}

const QUALIFIER =
  /^(?:国家级?|省级?|市级?|区级?|县级|部级|世界级?|全国|国际|国内|省外|市外|区外|本地|在建|在谈|完工|已完工|开工|已开工|新开工|竣工|建成|投产|投用|正式投用|建成投产|竣工投产|续建|新建|改扩建|扩建|签约|已签约|落地|前期|储备|拟建|正式|意向|内资|外资|民营|国有|[一二三特]等奖?|[一二三]类|男性?|女性?|城镇|乡村|农村|城市|大型|中型|小型|其他|.{0,8}级及?以?上?|.{1,10}亿元?以上|.{1,8}亿级|.{1,10}万元以上|超.{1,8}亿元|当年新?|实际|甲级|乙级|[AB]类|公办|民办|第一产业|第二产业|第三产业|其中|总数|总量|总户数|首创|全国首创|当年)$/;
/** 国家级, 在建, 百亿级: says which of the things named before. */
export const isQualifier = (name: string): boolean => QUALIFIER.test(name);

/** 创新平台总数 → 创新平台; 高新技术企业数 → 高新技术企业. */
export const withoutStage = (name: string): string =>
  name
    .replace(/(?<=.{3})(?:在建|完工|开工|竣工|投产)$/, "")
    .replace(
      /^(?:累计|共有|拥有|当年|新开工|已开工|开工|在建|完工|竣工|建成投产|投产|签约|新签约|新增|新认定|国家级|省级以上|省级|市级以上|市级|区级)+(?=[\u4e00-\u9fff]{2})/,
      "",
    );

const COUNTED_TAIL = new EndPattern(/(?:增速|总数量|总数|数量|总量|个数|户数|家数|(?<=[业目台构位])数)$/);
export const stem = (name: string): string => COUNTED_TAIL.cut(name);
