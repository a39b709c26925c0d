import { isProse } from "#domains/intelligence/rules/cleaning/line.ts";
import { FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

/**
 * Furniture told by its form rather than by its words: rows of buttons and counters, fields of an imprint ("label: value"), calls to scan, follow
 * or download, notices of the platform. Every form is anchored at the start of the line.
 */
const FIGURES = new FindPattern(/亿元|万元|亿美元|同比|增长|下降|增速|[%％]/);

/** One button, one counter or one button with its counter. */
const BUTTON =
  "(?:我要|查看|全部|网友|发表|登录后|一键|点击|关闭|返回|加载|切换|取消)?(?:评论|跟帖|阅读|浏览|点赞|在看|收藏|转发|分享|打印|纠错|举报|反馈|反对|支持|围观|播放|观看|访问|点击|订阅|关注|下载|复制|回复|朗读|播报|听新闻|字号|字体|大字号|小字号|关闭|收起|展开|刷新|全屏|静音|倍速|登录|注册|搜索|微信|微博|朋友圈|QQ空间|QQ|更多|加载中|正在加载|评论加载中|视频加载中|语音播报|显示全文|阅读全文|查看全文|查看原图|展开全文|返回顶部|顶部|窗口|本页|本稿|列表|首页|归档|关于(?:我们|本站)?|标签|留言板?|网站地图|上一页|下一页|末页|尾页|上一张|下一张|上一版|下一版|图集|大图)(?:量|数|次数|全文|更多|中)?";
const WEAK_BUTTON = "(?:顶|踩|赞|图|T?[大中小]|A[+-]?|共|第|今日|总第|页|版|期|条|至|到)";
const NUMBER = "(?:\\d[\\d.,:/]{0,11}\\s?(?:万|w|k)?\\+?(?:条|次|人|页|版|期|个)?(?:参与)?)";
const token = new StartPattern(
  new RegExp(`^(?:${BUTTON}|${WEAK_BUTTON})?[:：(（]?${NUMBER}?[)）]?(?:${BUTTON}|${WEAK_BUTTON})?[:：.…]{0,3}$`, "i"),
);
const strong = new FindPattern(new RegExp(BUTTON));
const sure = new StartPattern(
  new RegExp(
    `^(?:${BUTTON}\\s?[:：(]?\\s?${NUMBER}?\\)?[.…]{0,3}|(?:已有)?${NUMBER}(?:参与)?${BUTTON}|共\\d+页|图\\d+/\\d+|今日\\d+版|总第\\d+期|[顶踩赞]\\(\\d+\\))$`,
  ),
);
/** Words that a chapter may have as its name. */
const CHAPTER = /^(?:支持|反对|评论|关注|订阅|搜索|下载|分享|阅读|访问|反馈)$/;

/** More than a number: rows of numbers are of a table. */
const isTelling = (part: string): boolean => !/\d/.test(part) || strong.test(part) || sure.test(part);

/** "点赞 132 在看 47 收藏", "[1] [2] [下一页]", "顶(12) 踩(3)", "T大 T中 T小" */
function isButtonRow(text: string): boolean {
  if (text.length > 80) return false;
  if (sure.test(text)) return !CHAPTER.test(text);
  const tokens = text.split(/[\s|｜[\]【】/·•]+/).filter((part) => part !== "");
  if (tokens.length === 0 || tokens.length > 24 || !tokens.some(isTelling) || !tokens.every((part) => token.test(part))) return false;
  if (tokens.length === 1) return sure.test(tokens[0] ?? "") && !CHAPTER.test(tokens[0] ?? "");
  return !tokens.every((part) => CHAPTER.test(part));
}

const LABEL =
  "(?:(?:本报|本刊|本社|报社|本网|编辑部|办公|单位|联系|通讯|公司)?(?:地址|社址)|(?:[\\u4e00-\\u9fff]{2,4})?(?:热线|电话|信箱|邮箱)|传真|邮编|邮政编码|(?:每份)?零售价?(?:每份)?|月价|年价|全年定价|定价|(?:主办|承办|协办|主管|运维|支持|指导|编辑|出版|发行)单位|主办|承办|协办|主管|技术支持|网站标识码|投稿|E-?mail|(?:本[版期]|值班|执行|网络)?(?:总编辑?|主编|责编|编委|编辑|美编)|版式(?:设计)?|版面|校对|微信号?|公众号|QQ|邮发代号|国内统一(?:连续出版物号|刊号)|印刷|承印|发行|社长|总编辑?|(?:文章)?关键词|值班(?:领导|总编|主任|编委))";
/** "本版责编 张三 美编 李四 校对 王五": offices and names in turn. */
const STAFF = new StartPattern(
  /^(?:(?:(?:本[版期]|值班|执行|网络)?(?:总编辑?|主编|责编|责任编辑|编辑|美编|校对|版式设计|版式|审读|制图|统筹|监制)[\s:：/]{1,3}[\u4e00-\u9fff]{2,4}\s{0,4}){2,8})$/,
);
const field = new FindPattern(new RegExp(`(?:^|[\\s|｜(【\\[])${LABEL}\\s?[:：/]`, "i"));
const firstField = new StartPattern(new RegExp(`^[\\s(【\\[]{0,2}${LABEL}\\s?[:：/]`, "i"));

/** "广告热线:… 本报地址:… 邮编:…": two fields and more, no sentence. */
function isImprint(text: string): boolean {
  if (text.length > 240 || text.includes("。")) return false;
  if (STAFF.test(text)) return true;
  if (!/[:：/]/.test(text)) return false;
  const fields = field.all(text).length;
  return fields >= 3 || (fields === 2 && firstField.test(text));
}

/** Calls to scan, follow, download, read on; files to take along; numbers of newspapers: these begin with anything. */
const LOOSE_FORMS: readonly RegExp[] = [
  /^[^。]{0,24}(?:扫一扫|长按|识别|扫描|扫码)[^。]{0,16}(?:二维码|关注|阅读|下载|查看|观看|分享|进群|报名|订阅)/,
  /^[^。]{0,16}二维码$/,
  /^[^。]{2,24}版权所有/,
  /^[^。]{0,20}(?:关注|搜索|订阅)[^。]{0,20}(?:公众号|视频号|订阅号|官方微信|官方微博|客户端|APP|头条号)/i,
  /^[^。]{0,16}(?:下载|打开|安装|尽在|请到|登录)[^。]{0,16}(?:APP|客户端)/i,
  /^[^。]{0,10}(?:点击?|戳)[^。]{0,6}[“"「【]?(?:阅读原文|在看|赞|蓝字|上方|下方|右上角)/,
  /^[^。,，]{2,12}\s?CN\s?\d{2}-\d{4}/,
  /^[^。]{4,30}\s+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发$|^(?:抄送|抄报|主送|分送)\s?[:：]/,
  /^[\s(【]{0,2}[^。]{2,60}\.(?:docx?|pdf|xlsx?|zip|rar|wps|pptx?|ofd)\s?(?:\([^()]{1,16}\))?[)】]?$/i,
];
/** One of these words stands in each of them. */
const LOOSE_WORDS = new FindPattern(
  /扫一扫|长按|识别|扫描|扫码|二维码|版权所有|关注|搜索|订阅|下载|打开|安装|尽在|请到|登录|点|戳|印发|抄送|抄报|主送|分送|CN|\.(?:doc|pdf|xls|zip|rar|wps|ppt|ofd)/i,
);

const FORMS: readonly StartPattern[] = [
  // Calls to scan, follow, download, read on.
  new StartPattern(/^更多(?:精彩|新闻|资讯|内容|报道|详情)[^。]{0,12}(?:请|尽在|关注|下载|点击|敬请)/),
  new StartPattern(/^关注[^。]{2,16}[,，](?:获取|了解|查看|收获|不错过)/),
  new StartPattern(/^(?:欢迎|敬请|期待您?)(?:转发|关注|订阅|投稿|留言|分享|来稿|转载)/),
  new StartPattern(/^(?:点击)?进入[【“[][^】”\]]{2,16}[】”\]]/),
  new StartPattern(/^(?:点击|轻触|滑动)[^。]{0,8}(?:图片|播报|播放|放大|查看|收听)/),
  new StartPattern(/^返回[^。]{1,10}[,，]查看更多/),
  new StartPattern(/^投稿\s?[:：]|^新闻线索|^(?:我要)?(?:爆料|报料)/),
  // Imprints of newspapers and sites.
  new StartPattern(/^(?:©|\(c\)|版权所有|copyright)/i),
  new StartPattern(/^(?:版面(?:目录|导航|概览)|本期版面|本版(?:新闻|导航|导读|要目))/),
  new StartPattern(/^(?:每份)?零售(?:价)?(?:每份)?\s?[:：]?\s?\d/),
  new StartPattern(/^(?:每份)?(?:零售价|月价|年价|定价)\s?[:：]?\s?\d/),
  new StartPattern(/^(?:邮发代号|国内统一(?:连续出版物号|刊号)|国外(?:发行)?代号)/),
  new StartPattern(/^(?:建议使用|推荐使用|最佳浏览)[^。]{0,30}(?:分辨率|浏览器|IE)/i),
  new StartPattern(/^(?:技术支持|网站标识码|网站备案|建站|网站建设|站长统计|流量统计)\s?[:：]/),
  new StartPattern(/^(?:您|你)是(?:本站)?(?:的)?第\s?\d+\s?位/),
  new StartPattern(/^今天是\s?(?:19|20)\d{2}年/),
  new StartPattern(/^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s+星期[一二三四五六日天](?:\s|$)/),
  new StartPattern(/^[A-Z]?\d{1,2}\s?版?\s[\u4e00-\u9fff]{2,8}\s+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/),
  // Settings of the page, pictures of the weather.
  new StartPattern(/^(?:保护视力色|背景(?:颜)?色|网页颜色|护眼模式|阅读模式|夜间模式)\s?[:：]?/),
  new StartPattern(/^(?:今日)?天气(?:预报)?\s?[:：]/),
  new StartPattern(/^[晴阴多云小中大雷暴阵雨雪转到间有雾霾]{1,8}\s?[^。]{0,6}\d{1,2}\s?℃?\s?[~～至/-]\s?-?\d{1,2}\s?℃/),
  new StartPattern(/^本文(?:共|约)?\s?\d+\s?字/),
  new StartPattern(/^(?:本文)?(?:仅代表|不代表)|^\(?本文(?:仅|不)代表|^\(?以上(?:内容|观点)仅/),
  new StartPattern(/^(?:你|您)?(?:觉得|看完|读完)(?:这|本|此)[^。]{0,60}\(\d/),
  // What a template says in English.
  new StartPattern(
    /^(?:Previous|Prev|Next|Newer|Older|Tags?|Categories|Posted|Filed|Share|Tweet|Back to|Powered by|Theme|Comments?|Related)\b/i,
  ),
  new StartPattern(/^[A-Za-z][A-Za-z'’-]*(?:[ ,.:|&]{1,3}[A-Za-z'’-]+){3,20}[.!]?$/),
  // Marks of the end, comments, advertisements, keywords.
  new StartPattern(/^[—–\-=_*~·\s(【]{0,8}(?:THE END|END|完|全文完|正文完|未完待续)[—–\-=_*~·\s)】]{0,8}$/i),
  new StartPattern(/^\d{1,4}楼\s|^(?:沙发|板凳|地板)$|^网友\s?[“"@「]/),
  new StartPattern(/^(?:您|你)?(?:还)?(?:可以|能)输入\d+字|^发表评论|^登录后/),
  new StartPattern(/^(?:本|该)(?:栏目|版|节目|专栏|专版)由[^。]{2,24}(?:协办|冠名|赞助|特约|合办|支持|播出)/),
  new StartPattern(/^(?:招聘|招租|遗失|启事|招商加盟|旺铺)(?:启事|声明|信息)?\s?[:：]/),
  new StartPattern(/^(?:文章)?关键[词字]\s?[:：]|^(?:#[^#\s]{2,16}#?\s?){1,8}$/),
  new StartPattern(/^\(?原标题\s?[:：]/),
  new StartPattern(/^[【[](?:往期|相关|延伸|推荐|扩展|拓展|更多|历史)(?:链接|阅读|回顾|推荐|报道|新闻|精彩)[】\]]/),
  new StartPattern(/^(?:点击进入)?专题\s?[:：]/),
  new StartPattern(/^(?:小标题|目录|内容|本期|今日)(?:速览|导读|看点|提要|目录)\s?[:：]/),
  new StartPattern(/^[\s(【]{0,2}(?:文件下载|附件下载|资料下载|下载文件|下载附件|点击下载)\s?[:：]?/),
  new StartPattern(/^[•●·◦▪]\s?[^。]{6,60}\s[(【[]?(?:(?:19|20)\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}[)】\]]?$/),
  new StartPattern(/^(?:文中|本文|封面|文内|以上)(?:配图|图片|题图|图)[^。]{0,4}(?:来自|来源|由|源自|[:：])/),
  new StartPattern(/^[A-Za-z]+(?:[a-z][A-Z]|_)\w*$/),
];

/** Notices that a platform hangs under other people's texts, whole sentences. */
const NOTICES = new StartPattern(
  /^[\s(]{0,2}(?:【(?:免责|版权|特别|郑重|平台)声明】|(?:平台|特别|版权|免责|郑重)声明\s?[:：]|(?:本|该)(?:网站?|站|平台|页面)使用\s?Cookie|以上内容(?:\(|由|为|仅|系)|凡本[网站报])/i,
);
const ADVERT = new StartPattern(/^[【[(](?:广告|推广|软文|AD)[】\])]/i);

const hasForm = (text: string): boolean =>
  FORMS.some((form) => form.test(text)) || (LOOSE_WORDS.test(text) && LOOSE_FORMS.some((form) => form.test(text)));

/** Whether a whole line is furniture by its form. */
export function isFurniture(text: string): boolean {
  if (text.length > 400) return false;
  if (ADVERT.test(text)) return true;
  if (NOTICES.test(text)) return !FIGURES.test(text);
  if (text.length > 240 || isProse(text)) return false;
  if (isButtonRow(text) || isImprint(text)) return true;
  return text.length <= 90 && !FIGURES.test(text) && hasForm(text);
}

/** Where furniture starts that was glued to the last sentence of a paragraph; `text.length` when there is none. */
export function furnitureTailStart(text: string): number {
  const from = Math.max(0, text.length - 90);
  const tail = text.slice(from);
  const stop = Math.max(tail.lastIndexOf("。"), tail.lastIndexOf("！"), tail.lastIndexOf("?"), tail.lastIndexOf("。”") + 1);
  if (stop < 0 || from + stop >= text.length - 1) return text.length;
  const rest = tail.slice(stop + 1).trim();
  return rest.length >= 2 && isFurniture(rest) ? from + stop + 1 : text.length;
}
