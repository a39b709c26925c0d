import type { Cover } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { openingBracket } from "#domains/intelligence/rules/entities/passages.ts";
import { lastCharacters } from "#domains/intelligence/rules/entities/scan.ts";
import { BLANKS, unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";

/** Words after which the name of a project starts; fewer than before a company's, because names of projects are made of such words. */
const STOPS = new Set(
  (
    "的 由 在 将 被 把 了 已 还 该 这 让 使 是 等 其 为 随 " +
    "签约 签下 签署 签订 引进 引入 招引 落户 落地 入驻 进驻 位于 推进 推动 加快 加速 加快推进 启动 开工 动工 投产 投用 竣工 完工 建成 实施 开展 开启 完成 实现 包括 包含 例如 比如 如 涵盖 涉及 以及 同时 此外 另外 其中 目前 如今 近日 日前 今年 去年 明年 " +
    "上半年 下半年 年内 年底 支持 重点支持 着力 全力 大力 积极 持续 成功 顺利 先后 相继 陆续 纷纷 共同 联合打造 投资建设 投资打造 投资 拟 计划 预计 规划 谋划 筹建 筹备 布局 打造 拟建设 支持建设 正在建设 开工建设 启动建设 加快建设 规划建设 " +
    "建设的 承建 承担 负责 牵头 参与 走进 来到 走访 调研 参观 考察 围绕 聚焦 依托 通过 按照 根据 随着 作为 成为 形成 促成 带动 助力 确保 争取 力争 继续 不断 特别 尤其 包揽 获得 获批 入选 列入 纳入 " +
    "市级重点项目 市级重点工程 省级重点项目 省重点项目 市重点项目 重点项目 重点工程 重大项目 在建项目 标志性工程 核心项目 龙头项目 主体工程 签约项目 企业 仪式 现场 记者 位于 从 对 向 以 至 到 据 于 集聚 建有 拥有 新建 兴建 共建 创建 扩建 投建 开建 投运 启用 揭牌 抓 跑出 缩短 构建 破解 压缩 护航 确立 争取 对接 洽谈 收到 提升 完善 优化 召开 举行 举办 新增 共有 现有 受 我们 全部 主要受 后 前 获悉 所有 各类 保障 助企 项目 工程"
  ).split(" "),
);
const STOP_LAST = lastCharacters(STOPS);
/** Stop words that also stand just before the last word of a name: "年产五万吨涂料扩建项目". */
const BEFORE_HEAD = new Set("扩建 新建 共建 提升 完善 优化 投资建设 前 后 受".split(" "));
const punctuation = unitTable(`●■◆▲★▶►☆,，。;；:：!！?？\n、…—【】《》<>${BLANKS}`);
const LEAD =
  /^(?:[“"‘\s]|\d{1,2}[.、](?!\d)|[①-⑩]|[(]?[一二三四五六七八九十\d]{1,2}[)]|公司(?!总部)|[12]\d{3}年|\d{1,2}月(?:\d{1,2}日|份)?|份|首批|首个|首家|一批|新的|又一|另一|一期|两个|个|了|和|与|及|暨|届时|再|并|也|均|都|全市|全区|我市|我区|我县)+/;

/**
 * Where the name starts whose last word begins at `head`: left until punctuation or a stop word, known names jumped over,
 * "·" and balanced brackets inside.
 */
export function projectStart(text: string, cover: Cover, floor: number, head: number): number {
  const lowest = Math.max(floor, head - 44);
  let left = head;
  while (left > lowest) {
    const covered = cover.starts[left - 1] ?? -1;
    if (covered >= lowest && covered < left - 1 && (cover.ends[covered] ?? 0) <= head) {
      left = covered;
      continue;
    }
    const character = text[left - 1] ?? "";
    if (punctuation[text.charCodeAt(left - 1)] === 1) break;
    if (character === ")" || character === "）") {
      const open = openingBracket(text, left, 13);
      if (open < lowest || left - open > 12) break;
      left = open;
      continue;
    }
    if (character === "(" || character === "（") break;
    const stop = stopBefore(text, left, lowest);
    if (stop !== "") {
      // A verb right before 项目: "抓项目", "引进的项目" name nothing.
      if (left === head && !BEFORE_HEAD.has(stop)) return head;
      if (head - left >= 2) break;
    }
    left -= 1;
  }
  const lead = LEAD.exec(text.slice(left, head));
  return lead && head - left - lead[0].length >= 2 ? left + lead[0].length : left;
}

function stopBefore(text: string, place: number, floor: number): string {
  if (STOP_LAST[text.charCodeAt(place - 1)] !== 1) return "";
  for (let length = Math.min(6, place - floor); length > 0; length -= 1) {
    const word = text.slice(place - length, place);
    if (STOPS.has(word) && !(word === "加速" && text[place] === "度")) return word;
  }
  return "";
}

const TITLED_PERSON =
  /(?<=^|大学|学院|研究院|研究所|中科院|工程院|公司|医院)[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][\u4e00-\u9fff]{1,2}(?=院士|教授|博士|研究员|先生|女士)/;

/** A name of a project without quotes, trailing commas and the names of persons. */
export function cleanProjectName(name: string): string {
  return name
    .replace(/[“”"‘’《》\s]/g, "")
    .replace(TITLED_PERSON, "")
    .replace(/^(?:其|该|和|与|及|以及|暨)/, "");
}
