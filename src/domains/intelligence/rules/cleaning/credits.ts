import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

const NAME = "[\\u4e00-\\u9fff]{2,4}(?:·[\\u4e00-\\u9fff]{2,6})?";
const NAMES = `${NAME}(?:[ 、,，/]{1,4}${NAME}){0,5}`;
const ROLE = "首席记者|全媒体记者|融媒体记者|特约记者|特派记者|见习记者|实习记者|记者|特约通讯员|通讯员|实习生|撰稿|摄影报道|报道员";
const CREDIT_WORDS =
  "来源|以下文章来源于|本文转自|转自|转载自|本文来源|原文来源|签发|刊发日期|信息来源|文章来源|稿件来源|新闻来源|数据来源|资料来源|内容来源|稿源|出处|原载|作者|文章作者|撰文|撰稿|供稿|供稿单位|发布单位|发布机构|发布者|发布人|编辑|责编|责任编辑|值班编辑|本版编辑|本期编辑|执行编辑|网络编辑|编审|审核|审核人|审稿|审签|初审|复审|终审|校对|一审|二审|三审|一校|二校|三校|监制|主编|总编|总监制|策划|统筹|制图|制表|绘图|美编|排版|文字|图文|文|图|摄影|摄|摄像|剪辑|配音|出品|" +
  "发布时间|发布日期|发稿时间|发表时间|发表日期|发文日期|更新时间|更新日期|日期|时间|录入时间|添加时间|信息时间|成文日期|索引号|文号|证券代码|证券简称|公告编号|股票代码|名称|主题分类|点击|点击数|浏览|浏览次数|阅读|阅读数|字号|字体";

const creditStart = new StartPattern(new RegExp(`^[\\s►▶●■◆▲△◎○★☆※❖|/(【\\[]{0,4}(?:${CREDIT_WORDS})\\s?[:：|｜丨/]`));
const byline = new RegExp(
  `^[\\s►▶●■◆▲△◎○★☆※❖|/(【—-]{0,4}(?:文|图|本报|本网|本刊|[\\u4e00-\\u9fffA-Za-z·]{2,14}?)?(?:${ROLE})\\s?(?:[:： /]\\s?)?(?:${NAMES}|[\\u4e00-\\u9fff] [\\u4e00-\\u9fff])?(?:\\s?[/ ]?(?:${ROLE}|文|图|摄|文/图|摄影|报道|整理)?[:： /]{0,2}(?:${NAMES})?){0,3}[)】\\]]?$`,
);
const bracketed = new StartPattern(new RegExp(`^[(（](?:${NAMES}|[\\u4e00-\\u9fff] [\\u4e00-\\u9fff])[)）]$`));
/** The office that gives a paper out, on a line of its own. */
const ISSUER = new EndPattern(
  /^[\u4e00-\u9fff()]{2,16}(?:统计局|统计分局|调查队|发展和改革局|发展和改革委员会|发改委|发改局|经发局|管委会|管理委员会|人民政府|办公室|办公厅|财政局|商务局|科技局|工信局)(?:[ 、]{1,3}[\u4e00-\u9fff]{2,16}(?:局|队|委|办))?$/,
);
/** "某某县县长 张三", "张 三 四" under the title of a report. */
const SPEAKER =
  /^(?:[\u4e00-\u9fff]{0,12}(?:省长|市长|县长|区长|州长|镇长|书记|主任|局长|主席|行长|院长)\s{1,4}[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}|[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,3})$/;
/** "(下转第四版)" */
const CONTINUED = new EndPattern(/\s?\((?:上接|下转|紧接)[^()\n]{1,20}\)\s?$/);
/** "(统计局投资处:某某)" */
const OFFICE_TAIL = new EndPattern(
  /(?<=[。！？!?”])\s?\([\u4e00-\u9fff]{2,12}[:：]\s?[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,3}\)$/,
);
/** The commonest surnames, to tell "■张三" from "■工业经济". */
const SURNAME =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常施童祁汤尚易洪樊岳柳倪";
const marked = new StartPattern(
  new RegExp(
    `^(?:[►▶▷▸]\\s{0,2}${NAMES}|[■◆●◎]\\s{0,2}[${SURNAME}][\\u4e00-\\u9fff]{1,2}(?:[ 、][${SURNAME}][\\u4e00-\\u9fff]{1,2}){0,4})$`,
  ),
);
const DATE = "(?:19|20)\\d{2}\\s?[-年/.]\\s?\\d{1,2}\\s?[-月/.]\\s?\\d{1,2}\\s?日?";
const dateStart = new StartPattern(
  new RegExp(`^[\\s(【\\[]{0,3}(?:${DATE})(?:\\s?[T,， ]?\\s?(?:星期[一二三四五六日天])?\\s?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?`),
);
const TAIL_ROLE = `(?:本报|本网|[\\u4e00-\\u9fffA-Za-z·]{2,12})?(?:${ROLE}|来源|编辑|责编|作者|供稿|文|图|摄|据|综合|原载|转自|制图|制表)`;
/** "(记者 … 实习生 …)", "(来源:…)" at the end of a paragraph. */
const bracketTail = new EndPattern(new RegExp(`\\s?[(【\\[](?:${TAIL_ROLE})[^()【】\\[\\]\\n]{0,60}[)】\\]]\\s?$`));
/** Bare names after the last stop: "…作出贡献。 王某 李某". */
const nameTail = new RegExp(`(?<=[。！？!?”])\\s?(?:\\s|(?=\\())\\(?(?:${NAMES}|[\\u4e00-\\u9fff] [\\u4e00-\\u9fff])\\)?$`);
const bracketNames = new EndPattern(new RegExp(`(?<=[。！？!?”])\\s?\\((?:${NAMES})\\)$`));
const roleTail = new RegExp(`(?<=[。！？!?”])\\s?(?:${TAIL_ROLE})[:：\\s/]\\s?[^。！？!?,，\\n]{2,40}$`);
const MEDIUM = "[\\u4e00-\\u9fff]{2,10}(?:日报|晚报|晨报|早报|商报|时报|都市报|新闻网|在线|网|报|社|客户端)";
const AGENCY = "本报|本网|本刊|本站|新华社|新华网|中新社|中新网|人民网|央广网|中国[\\u4e00-\\u9fff]{1,6}[网报]";
/** "本报讯", "【某某网讯】", "某某日报讯", "新华社北京7月1日电", "本报防城讯". */
const OPENING = `(?:【?(?:本报|本网|本站|本刊)(?:综合)?[\\u4e00-\\u9fff]{0,4}?讯】?|【?讯】|【${MEDIUM}讯】|${MEDIUM}讯|(?:${AGENCY}|${MEDIUM})?[\\u4e00-\\u9fff]{0,8}\\d{1,2}月\\d{1,2}日(?:电|讯))`;
/** "(记者 …)" after it. */
const REPORTERS = "(?:\\s?[(（][^()（）\\n]{0,60}[)）])?";
/** "记者 某某 报道:", "本报记者 某某 报道": a name only counts with what follows names. */
const REPORTED = `(?:(?:本报|本网|${MEDIUM})?(?:${ROLE})\\s?(?:${NAMES})(?:\\s(?:${ROLE})\\s?(?:${NAMES}))?\\s?(?:报道\\s?[:：]?|摄影报道|[:：])\\s{0,3})`;
/** "【记者某某/台北报导】", "(中央社记者某某台北1日电)" */
const ENCLOSED = "[(【](?:[\\u4e00-\\u9fff]{0,6})?记者[^()【】\\n]{2,24}(?:报道|报导|电)[)】]";
const dateline = new RegExp(`^[\\s?？]{0,4}(?:${ENCLOSED}\\s?|${OPENING}${REPORTERS}\\s{0,3}${REPORTED}?|${REPORTED})`);

/** A day with the minute: no sentence has that. */
const STAMP = new FindPattern(/(?:19|20)\d{2}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?\s{0,3}\d{1,2}[:：]\d{2}/);
/** "二〇一三年三月十二日" on a line of its own. */
const CHINESE_DATE = new StartPattern(
  /^[(（]?[二一][〇○零Ｏ一二三四五六七八九]{3}年[元一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日[)）]?$/,
);
/** The head of a newspaper page: "第03版:要闻 2021年8月12日 星期四". */
const PAPER_PAGE = new StartPattern(/^(?:上接|下转)第?\s?\w{1,4}\s?版|^第?\s?[A-Z]?\d{1,3}\s?版\s?[:：]?[^。]{0,60}$/);
const WEEKDAY = /^[^。,，]{2,40}\s{2,}[^。]{0,30}星期[一二三四五六日天]/;

/** "本文首发于…", "*本文由…发布*" */
const SELF = new StartPattern(
  /^[\s(【*_]{0,3}(?:本文|本稿|此文)(?:由|系|首发|转自|转载|原载|来源|来自|作者|授权|刊于|刊载|摘自|选自|编辑)/,
);

const roles = new FindPattern(new RegExp(ROLE));
const isBylined = (text: string): boolean => roles.test(text) && byline.test(text);

/** A line that only says who wrote, edited, published, and when. */
export function isCreditLine(text: string): boolean {
  if (text.length > 160) return false;
  if (
    PAPER_PAGE.test(text) ||
    (text.includes("星期") && WEEKDAY.test(text)) ||
    CHINESE_DATE.test(text) ||
    text.startsWith("以下文章来源于")
  )
    return true;
  if (text.length <= 80 && SELF.test(text) && !/[%％]|亿元/.test(text)) return true;
  if (creditStart.test(text)) return text.length <= 60 || !text.includes("。");
  if (text.length <= 60 && (isBylined(text) || marked.test(text) || bracketed.test(text))) return true;
  if (text.length <= 40 && (ISSUER.test(text) || SPEAKER.test(text))) return true;
  if (text.length <= 80 && STAMP.test(text) && !/[。！？,，]/.test(text)) return true;
  const date = dateStart.exec(text);
  if (!date) return false;
  const rest = text.slice(date[0].length).trim();
  if (rest === "" || /^[)】\]|｜]+$/.test(rest)) return true;
  if (rest.length > 100 || /[。！？]/.test(rest)) return false;
  return (
    /^[|｜/)】\]\s]{0,3}(?:来源|作者|编辑|责编|文章来源|信息来源|稿源|浏览|阅读|点击|字号|发布|访问|评论|人气|【|\[|打印|出处|文号)/.test(
      rest,
    ) ||
    /来源\s?[:：]/.test(rest) ||
    /^\S{2,12}(?:网|报|社|台|局|委|办|中心|客户端|公众号)(?:\s?第?\s?\w{1,4}\s?版)?[)】]?$/.test(rest)
  );
}

export const isByline = (text: string): boolean =>
  text.length <= 60 && (isBylined(text) || marked.test(text) || /^(?:作者|记者|文)\s?[:：]/.test(text));

/** A credit that closes an article: editors, proof-readers, the reporters in brackets. */
export const isClosingCredit = (text: string): boolean =>
  /^[\s([【]{0,3}(?:责任编辑|责编|编辑|本版编辑|网络编辑|值班编辑|审核|校对|一审|二审|三审|初审|复审|终审|监制|作者|来源|记者)/.test(
    text,
  ) || bracketed.test(text);

/** Where a credit at the end of a paragraph starts, `text.length` when there is none. */
export function creditTailStart(text: string): number {
  if (/[。！？；：,，、”]$/.test(text)) return text.length;
  const window = Math.max(0, text.length - 140);
  let tail = text.slice(window);
  let end = tail.length;
  for (let round = 0; round < 3; round += 1) {
    const found =
      CONTINUED.exec(tail) ??
      OFFICE_TAIL.exec(tail) ??
      bracketTail.exec(tail) ??
      bracketNames.exec(tail) ??
      roleTail.exec(tail) ??
      nameTail.exec(tail);
    const at = found ? tail.length - found[0].length : 0;
    if (!found || (window === 0 && at === 0)) break;
    end = at;
    tail = tail.slice(0, end).trimEnd();
    end = tail.length;
  }
  return end === text.length - window ? text.length : window + end;
}

/** One of these stands in every such opening. */
const DATELINE_WORDS = new FindPattern(/讯|日电|记者|实习生|撰稿|报道/);

/** Length of "本报讯(记者 …)" or "新华社…7月1日电" at the start of a paragraph. */
export function datelineLength(text: string): number {
  const head = text.slice(0, 120);
  const found = DATELINE_WORDS.test(head) ? dateline.exec(head) : null;
  return found ? found[0].length : 0;
}
