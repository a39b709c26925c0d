import { findKnownAt, type KnownName } from "#domains/intelligence/rules/entities/known-names.ts";
import { openingBracket } from "#domains/intelligence/rules/entities/passages.ts";
import { firstCharacters, lastCharacters } from "#domains/intelligence/rules/entities/scan.ts";
import { NameIndex } from "#domains/intelligence/rules/patterns/name-index.ts";
import { unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";
import divisions from "#domains/intelligence/rules/regions/lexicon/divisions.json" with { type: "json" };
import zones from "#domains/intelligence/rules/regions/lexicon/zones.json" with { type: "json" };
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

/** Single characters that end a name on its left unless they stand inside a known name or too close to the ending. */
const SINGLE = new Set("的与和及由在从向对将被把了已还又也等其该这让使给跟就都并而则或于至到赴按但如即均各每某此且以为是看说称");
/** Words that stand before a name in the language of reports: verbs of attracting, building and naming, titles, times. */
const WORDS = new Set(
  (
    "引进 引入 引育 招引 签约 签下 签署 签订 落户 落地 走进 走访 来到 入驻 进驻 携手 牵手 联手 推动 助力 帮助 支持 成立 组建 包括 包含 例如 比如 诸如 来自 记者 位于 坐落 作为 通过 对接 促成 促进 培育 孵化 " +
    "吸引 依托 委托 收购 控股 下属 旗下 所属 隶属 成功 新引进 近日 日前 目前 今年 去年 明年 近年 其中 如今 分别 正式 宣布 获悉 了解 属于 关于 企业 客户 龙头 知名 头部 上市 负责人 董事长 总经理 推进 加快 建设 打造 " +
    "实施 启动 开工 投产 投用 竣工 建成 新建 扩建 改建 续建 在建 兴建 共建 筹建 承建 建立 设立 创建 布局 围绕 聚焦 瞄准 紧盯 锁定 深耕 涵盖 涉及 壮大 做强 做优 做大 赋能 催生 抢抓 加速 持续 全力 全面 积极 大力 深入 " +
    "重点 实现 完成 达成 形成 获得 获批 荣获 入选 入围 认定 授予 拥有 集聚 聚集 汇聚 汇集 承接 承办 主办 举办 参加 参观 考察 调研 拜访 会见 洽谈 座谈 合作 协同 联动 带动 拉动 撬动 盘活 利用 运用 采用 采取 借助 凭借 借力 " +
    "数据显示 统计显示 公告显示 表示 介绍 指出 强调 认为 告诉 透露 坦言 感谢 邀请 欢迎 组织 协调 服务 保障 解决 满足 提供 提升 提高 优化 强化 深化 完善 创新 探索 开展 开启 开通 上线 发布 印发 出台 制定 编制 推出 推行 推广 落实 执行 兑现 发放 拨付 " +
    "争取 力争 力促 确保 预计 计划 拟定 规划 谋划 储备 在谈 跟踪 服务于 致力 专注 专业 从事 生产 销售 研发 制造 加工 供应 采购 配套 成为 变成 转为 改为 更名 命名 称为 简称 以下 分布 遍布 覆盖 辐射 面向 走向 迈向 挺进 " +
    "以及 还有 同时 此外 另外 另有 随着 根据 按照 依据 围绕着 经过 针对 对于 至于 由于 因为 所以 如果 虽然 尽管 不仅 而且 并且 或者 甚至 尤其 特别 主要 相关 有关 部分 全部 所有 一批 一家 一个 多家 多个 两家 几家 数家 首家 首个 首批 " +
    "全市 全省 全区 全县 全国 我市 我省 我区 我县 本市 本省 本区 本县 当地 本地 辖区 区内 市内 省内 国内 国外 境内 境外 园区企业 投资方 投资人 项目业主 业主 建设单位 施工单位 运营商 供应商 合作伙伴 竞得人 受让方 甲方 乙方 " +
    "上半年 下半年 一季度 二季度 三季度 四季度 截至 截止 目前为止 上午 下午 当天 当日 当前 昨日 今日 昨天 今天 最近 不久前 此前 随后 而后 最终 终于 先后 相继 陆续 纷纷 共同 一同 一起 双双 拟 新 促 助 迎 邀 率 签 引 达 含 名为 所在 " +
    "主持 总投资 投资 现场 仪式 会上 活动 启用 揭牌 揭幕 亮相 参展 展出 出席 致辞 见证 交流 学习 借鉴 复制 推介 对标 比肩 直管 托管 管理 运营 牵头 负责 承担 参与 加入 退出 进入 走出 送出 送达 送往 运往 发往 前往 奔赴 赶赴 抵达 返回"
  ).split(" "),
);
/** Words that also begin names ("联合微电子", "服务集团"): they end a name only where a place or a known name follows. */
const SOFT = new Set([
  "联合",
  "投资",
  "发展",
  "合作",
  "创新",
  "服务",
  "专业",
  "企业",
  "建设",
  "生产",
  "制造",
  "供应",
  "运营",
  "管理",
  "新",
  "达",
  "助",
  "迎",
  "签",
  "引",
  "率",
  "促",
  "含",
  "拟",
  "邀",
  "投资方",
]);
const STOP_LAST = lastCharacters([...SINGLE, ...WORDS, ...SOFT]);
const JOINING = new Set("和及与至为都每同以于");
/** Grammar that stands in no name, however short the rest. */
const ALWAYS = new Set("的了在这该是把被将让使给");
const REGION_IN_BRACKETS = /[区城园县]$/;
/** Chinese characters, Latin letters, digits and the signs that may stand in a name. */
const isNameUnit = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  nameSigns[unit] === 1;
const nameSigns = unitTable("()（）·&・+-—");

/** What a mark is of: a place, a well-known organisation, a word that may be one, a well-known company. */
export const PLACE = 1;
const KNOWN = 2;
export const AMBIGUOUS = 3;
const COMPANY = 4;

/** Countries and regions from which companies come; they stand before a name like a place. */
const COUNTRIES =
  "德国 日本 美国 法国 英国 韩国 新加坡 意大利 瑞士 荷兰 瑞典 西班牙 比利时 以色列 加拿大 澳大利亚 俄罗斯 丹麦 芬兰 奥地利 马来西亚 泰国 印度 香港 澳门 台湾 中国 匈牙利 越南 墨西哥 印尼 印度尼西亚 波兰 巴西 土耳其 捷克 摩洛哥 埃及 沙特 老挝 柬埔寨 缅甸 菲律宾 塞尔维亚 乌兹别克斯坦 哈萨克斯坦 阿联酋 卢森堡 爱尔兰 挪威 葡萄牙 希腊 南非 尼日利亚".split(
    " ",
  );

const PLACE_FIRST = firstCharacters(
  [divisions.province, divisions.city, divisions.county, zones.stems].flatMap((names) => names.split(" ")),
);
const countries = new NameIndex(COUNTRIES.map((name) => ({ name })));

/** A county's short name inside other words: "其中|宁波". */
function isSplitWord(text: string, at: number): boolean {
  return (text[at] === "中" && /[其当之]/.test(text[at - 1] ?? "")) || (text[at] === "从" && text[at + 2] !== "县");
}

export type Cover = {
  /** For each character the start of the place or known name over it, or -1. */
  readonly starts: Int32Array;
  /** Where the name ends that starts at a character. */
  readonly ends: Int32Array;
  /** What stands over each character. */
  readonly marks: Uint8Array;
  readonly known: readonly { readonly start: number; readonly end: number; readonly known: KnownName }[];
};

const markOf = (known: KnownName): number => (known.ambiguous ? AMBIGUOUS : known.kind === "company" ? COMPANY : KNOWN);

function countryLength(text: string, at: number): number {
  return countries.at(text, at)?.name.length ?? 0;
}

/** One pass that marks every place and every well-known name; the longer wins where they overlap. */
export function coverNames(text: string): Cover {
  const starts = new Int32Array(text.length + 1).fill(-1);
  const ends = new Int32Array(text.length + 1);
  const marks = new Uint8Array(text.length + 1);
  const knownNames: { start: number; end: number; known: KnownName }[] = [];
  for (let at = 0; at < text.length - 1; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || (code > 90 && code < 97) || (code > 122 && code < 0x4e00)) continue;
    const known = findKnownAt(text, at);
    const found = PLACE_FIRST[code] === 1 ? findPlaceAt(text, at) : undefined;
    const place = isSplitWord(text, at) ? 0 : (found?.name.length ?? countryLength(text, at));
    const length = Math.max(known?.name.length ?? 0, place);
    if (length === 0) continue;
    const end = at + length;
    const named = known && known.name.length === length ? known : undefined;
    if (named) knownNames.push({ start: at, end, known: named });
    marks.fill(named ? markOf(named) : PLACE, at, end);
    starts.fill(at, at, end);
    ends[at] = end;
    at = end - 1;
  }
  return { starts, ends, marks, known: knownNames };
}

/** Whether a word that ends a name on the left stands just before `place`. */
function stopLength(text: string, place: number, floor: number): number {
  if (STOP_LAST[text.charCodeAt(place - 1)] !== 1) return 0;
  for (let length = Math.min(5, place - floor); length > 1; length -= 1) {
    const word = text.slice(place - length, place);
    if (WORDS.has(word) || SOFT.has(word)) return length;
  }
  const single = text.slice(place - 1, place);
  return SINGLE.has(single) || WORDS.has(single) || SOFT.has(single) ? 1 : 0;
}

/**
 * Where the name starts whose ending begins at `end`. Goes left, never beyond `floor` nor further than `reach`,
 * until punctuation or a word that cannot belong to a name; brackets that open and close inside are allowed.
 */
export function nameStart(text: string, cover: Cover, floor: number, end: number, reach: number): number {
  const lowest = Math.max(floor, end - reach);
  let left = end;
  while (left > lowest) {
    const covered = cover.starts[left - 1] ?? -1;
    if (covered >= 0 && covered < left - 1 && (cover.ends[covered] ?? 0) <= end) {
      if (covered < lowest) break;
      left = covered;
      continue;
    }
    const character = text[left - 1] ?? "";
    if (character === ")" || character === "）") {
      const open = openingBracket(text, left, 11);
      if (open < lowest || left - open > 10 || REGION_IN_BRACKETS.test(text.slice(open + 1, left - 1))) break;
      left = open;
      continue;
    }
    if (character === "(" || character === "（" || !isNameUnit(text.charCodeAt(left - 1))) break;
    const stop = stopLength(text, left, lowest);
    if (ALWAYS.has(character)) break;
    if (stop > 0 && end - left >= 2 && !(stop === 1 && isInsideName(text, cover, left - 1, lowest))) {
      const word = text.slice(left - stop, left);
      if (
        !SOFT.has(word) ||
        cover.starts[left] === left ||
        (word === "企业" && !/^(?:管理|服务|发展|咨询|集团|孵化|总部|家|联合|技术)/.test(text.slice(left, left + 2)))
      )
        break;
    }
    left -= 1;
  }
  return left;
}

/** "湖北和远气体", "正和生态": a grammatical character with one or no character between it and the start of the name joins nothing. */
function isInsideName(text: string, cover: Cover, place: number, floor: number): boolean {
  if (!JOINING.has(text[place] ?? "") || (cover.starts[place + 1] ?? -1) === place + 1) return false;
  const placeEnds = (at: number) =>
    cover.starts[at - 1] !== undefined && (cover.starts[at - 1] ?? -1) >= 0 && cover.ends[cover.starts[at - 1] ?? 0] === at;
  if (placeEnds(place)) return cover.marks[place - 1] === PLACE;
  const before = place - 1;
  return before === 0 || !isNameUnit(text.charCodeAt(before - 1)) || placeEnds(before) || stopLength(text, before, floor) > 1;
}

const BEFORE_A_PLACE = new Set("据从赴由经对向于在与和及为是给让跟同");

/** Cuts the words before the first full place ("专员走访重庆天数…" → "重庆天数…") unless they read as part of the name. */
export function startAtPlace(text: string, cover: Cover, start: number, end: number, everyday: (place: number) => boolean): number {
  for (let at = start; at < end; at += 1) {
    if (!startsMark(cover, at, PLACE)) continue;
    if (at === start) return start;
    return (at - start >= 2 ? everyday(start) : BEFORE_A_PLACE.has(text[start] ?? "")) && text[at - 1] !== "(" && text[at - 1] !== "（"
      ? at
      : start;
  }
  return start;
}

/** Whether a mark of this kind starts at `place`. */
export function startsMark(cover: Cover, place: number, mark: number): boolean {
  return cover.starts[place] === place && cover.marks[place] === mark;
}

/** Whether a well-known name starts at `place`, ambiguous words included. */
export function startsName(cover: Cover, place: number): boolean {
  return cover.starts[place] === place && (cover.marks[place] ?? 0) > PLACE;
}

/** Whether a name that is no ordinary word starts at `place`. */
export function startsSureName(cover: Cover, place: number): boolean {
  return startsName(cover, place) && cover.marks[place] !== AMBIGUOUS;
}

export function startsCompany(cover: Cover, place: number): boolean {
  return cover.starts[place] === place && cover.marks[place] === COMPANY;
}

/** Offset behind the places with which a name begins. */
export function afterPlaces(cover: Cover, start: number, end: number): number {
  let at = start;
  while (at < end && startsMark(cover, at, PLACE)) at = cover.ends[at] ?? end;
  return Math.min(at, end);
}

/** Whether a word of reporting, not of a name, stands right before `place` ("华泰证券预计|公司"). */
export function endsInReporting(text: string, place: number): boolean {
  if (STOP_LAST[text.charCodeAt(place - 1)] !== 1) return false;
  for (let length = 5; length > 1; length -= 1) {
    const word = text.slice(Math.max(0, place - length), place);
    if (word.length === length && WORDS.has(word) && !SOFT.has(word)) return true;
  }
  return false;
}
