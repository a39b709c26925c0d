import type { NamedList } from "#domains/intelligence/rules/entities/lists.ts";
import { type Cover, nameStart, PLACE } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

/** Verbs and signs beside which an ambiguous word ("平安", "联想") is the company. */
const BEFORE =
  /(?:引进|引入|签约|签下|携手|牵手|联合|入驻|进驻|落户|对接|服务|培育|如|与|和|、|由|包括|依托|世界500强|500强|央企|国企|龙头|巨头|企业|[“"(《])$/;
const AFTER =
  /^(?:、|等|和|与|集团|公司|控股|股份|项目|产业园|总部|基地|研究院|研发|工厂|生产线|建设|投资|实验室|西部|西南|华东|华中|华南|重庆|人工智能|大健康)/;
/** What follows when the known name is only the head of a medium's or a product's name. */
const NOT_HERE =
  /^(?:信息百强|百强|院士|平台上?面|直播间|小程序|公众号|视频号|会议|地图|打车|订单|直聘|搜索|客户端|APP|App|微信|记者|讯|报道)/;

/** "重庆植恩药业": the place just before a known company belongs to its name. */
function placedStart(cover: Cover, start: number): number {
  const before = cover.starts[start - 1] ?? -1;
  return before >= 0 && cover.marks[before] === PLACE && start - before <= 3 ? before : start;
}

/** What follows the short name of a university ("北大", "浙大") when it is not part of another word ("北大荒"). */
const UNIVERSITY_AFTER = /^(?:$|[、,，。;\n）)”]|等|和|与|教授|科技园|毕业|团队|合作|共建|的|联合|专家|院士|附|重庆|校)/;

export function findKnownMentions(text: string, cover: Cover, lists: readonly NamedList[]): Mention[] {
  const listed = new Set(
    lists.flatMap((list) => list.items.map((item, at) => (at === 0 ? nameStart(text, cover, item.start, item.end, 18) : item.start))),
  );
  const mentions: Mention[] = [];
  let joined = -1;
  for (const [index, { start, end: own, known }] of cover.known.entries()) {
    if (start < joined) continue;
    // Two companies in one word are their joint venture: "海信日立".
    const next = cover.known[index + 1];
    const end = next && next.start === own && known.kind === "company" && next.known.kind === "company" ? next.end : own;
    joined = end;
    const after = text.slice(end, end + 6);
    if (NOT_HERE.test(after)) continue;
    if (known.kind === "media" || (known.name.endsWith("部") && after.startsWith("门"))) continue;
    if (known.kind === "university" && known.name.length === 2 && !UNIVERSITY_AFTER.test(after)) continue;
    if (known.ambiguous) {
      const before = text.slice(Math.max(0, start - 6), start);
      if (!listed.has(start) && !listed.has(placedStart(cover, start)) && !(BEFORE.test(before) && AFTER.test(after))) continue;
    }
    const from = known.kind === "company" ? placedStart(cover, start) : start;
    mentions.push({
      start: from,
      end,
      name: text.slice(from, end),
      kind: known.kind,
      confidence: known.ambiguous ? 0.7 : 0.9,
      rule: known.ambiguous ? "ambiguous-known-name" : "known-name",
    });
  }
  return mentions;
}

const SOURCE = new FindPattern(
  /(?:(?:首发于|转载自|转自|原载于?|刊载于)\s?[:：《“]?|(?:来源|稿源|信息来源|文章来源|出处|供稿|发布机构|发布单位|数据来源|作者|author)[::丨]\s*)([\u4e00-\u9fff]{2,14}?(?:日报|晚报|晨报|时报|商报|导报|新报|早报|都市报|特区报|快报|新闻网|在线|融媒体中心|电视台|统计局|管委会|新华网|人民网|新华社|网|报))(?![\u4e00-\u9fff])/,
);
const REPORTER = new FindPattern(/(?:日报|晚报|晨报|时报|商报|新报|早报|都市报|特区报|快报)(?=记者|讯|全媒体)/);
const OF_A_PLACE = /[\u4e00-\u9fff]{2,5}$/;

/** The medium as the source of the page or the employer of its reporter. */
export function findMedia(text: string): Mention[] {
  const mentions: Mention[] = [];
  const put = (start: number, name: string) => {
    const kind = /局|管委会|政府/.test(name) ? "government" : "media";
    mentions.push({ start, end: start + name.length, name, kind, confidence: 0.9, rule: "source-of-the-page" });
  };
  for (const match of SOURCE.all(text)) {
    const name = match[1];
    if (name) put(match.index + match[0].indexOf(name), name);
  }
  for (const match of REPORTER.all(text)) {
    const owner = OF_A_PLACE.exec(text.slice(Math.max(0, match.index - 5), match.index))?.[0];
    if (owner) put(match.index - owner.length, owner + match[0]);
  }
  return mentions;
}
