import { isCaption } from "#domains/intelligence/rules/cleaning/captions.ts";
import { creditTailStart, isClosingCredit, isCreditLine } from "#domains/intelligence/rules/cleaning/credits.ts";
import { cutAfterMarkers } from "#domains/intelligence/rules/cleaning/cut-after-markers.ts";
import { isFurniture } from "#domains/intelligence/rules/cleaning/furniture.ts";
import { type CutReason, isProse, type Line } from "#domains/intelligence/rules/cleaning/line.ts";
import {
  advertisingWords,
  doubtfulWords,
  linkMarker,
  navigationWords,
  openLinkMarker,
  spamWords,
  topicWords,
} from "#domains/intelligence/rules/cleaning/noise-words.ts";
import { isScriptResidue } from "#domains/intelligence/rules/cleaning/script-residue.ts";
import { FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

const BREADCRUMB =
  /^正在(?:阅读|浏览)\s?[:：]|^(?:您|你)?(?:现在|当前)?的?(?:所在)?(?:的)?位置\s?[:：]|^(?:网站|本站)?(?:首页|主页)\s?(?:[>＞›»/\\|-]|--|→)/;
const CHAIN = /^[^\s>＞›»]{1,12}(?:\s?[>＞›»]{1,2}\s?[^\s>＞›»]{1,16}){2,8}\s?[>＞›»]?$/;
/** "大公网 | 文汇网 | 凤凰网": names between bars. */
const BARS = /^[^\s|｜]{1,12}(?:\s?[|｜]\s?[^\s|｜]{1,12}){3,30}$/;
/** The head of a table names what it measures: 进出口总额(亿元) | 同比(%). */
const MEASURED = new FindPattern(/[(（](?:%|％|[^()（）]{0,4}[元米顷亩户家个人吨时])[)）]|同比|增[长速幅]/);
/** "【图】…", "【荐】…": teasers of other pages. */
const TEASER = new StartPattern(/^[●·•]?\s?【(?:图|组图|荐|热|新|顶|视频|专题|推荐)】/);
/** Licence and filing numbers at the foot of a page. */
const LICENCE = new FindPattern(/(?:ICP[备证]|公网安备|网安备|新办|许可证|广字|国新网|备案[编序]?号|刊号|网站标识码)[^。]{0,12}\d{4,}/);
/** "0:00 / 2:37": the clock of a player. */
const PLAYER = new StartPattern(/^\d{1,2}:\d{2}(?:\s?\/\s?\d{1,2}:\d{2})?$/);
/** Boxes to tick in a company's report, and their question. */
const TICKED = new StartPattern(/^(?:[□√☑■✓]\s?(?:是|否|适用|不适用)\s*){2}$|^(?:公司)?是否[^。]{4,40}$/);
const ATTACHMENT = new StartPattern(
  /^(?:附件|相关附件|下载)\s?\d{0,2}\s?[:：.、]?.{0,80}\.(?:docx?|pdf|xlsx?|zip|rar|wps|pptx?|ofd|et)(?:\s?\(.{0,20}\))?(?:\s{0,4}(?:点击)?下载)?$/i,
);
const URL = new FindPattern(/(?:https?:\/\/|www\.)[\w./?=&%#:;+~-]+/i);
const HOTLINE =
  /^(?:本报|本刊)?(?:社址|地址)\s?[:：][^。]{4,120}$|^.{0,12}(?:热线|电话|传真|邮箱|邮编|地址|网址|E-?mail|QQ)\s?[:：]\s?\S{0,60}$/i;
const DISCLAIMER = /^[^\p{L}]{0,3}(?:免责声明|特别声明|郑重声明|风险提示|版权声明|声明|注)\s?[:：]/u;
/** "未经授权禁止转载…", "本网站所刊载信息,不代表…观点" */
const RIGHTS = new StartPattern(
  /^(?:本网站?|本站|本报|本平台|凡|未经|任何|刊用|转载|以上|文中)[^\n]{0,120}(?:转载|授权|版权|观点|立场|侵权|法律责任)/,
);
/** What may open a notice in whole sentences, or an advertisement. */
const NOTICE_START = new StartPattern(/^[\s([【]{0,3}(?:[\u4e00-\u9fff]{2}声明|广告|推广|软文|[本该][网站平页]|以上内容|凡本)/);
const ONLY_SIGNS = /^[^\p{L}\p{N}]+$/u;

function urlShare(text: string): number {
  let covered = 0;
  for (const match of URL.all(text)) covered += match[0].length;
  return covered / text.length;
}

/** Two sure words, or a list of doubtful ones; figures are never spam. */
function isSpam(text: string): boolean {
  const sure = spamWords.coverage(text);
  if (sure.count === 0 || /亿元|万元|同比/.test(text)) return false;
  return (
    sure.count >= 3 ||
    (sure.share >= 0.4 && !/\d/.test(text)) ||
    (sure.count >= 2 && sure.share >= 0.15) ||
    doubtfulWords.find(text).count >= 3
  );
}

/** Headlines side by side between bars; the cells of a table are shorter, or numbers. */
function isTeaserList(text: string): boolean {
  if (text.length > 200 || !/[|｜]/.test(text)) return false;
  const parts = text.split(/\s?[|｜]\s?/).filter((part) => part !== "");
  return parts.length >= 3 && parts.every((part) => (part.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 5);
}

/** What a line is when it stands alone; null: text of the article, or not to be decided alone. */
function noiseOf(text: string, spammed: boolean): CutReason | null {
  if (isScriptResidue(text)) return "script";
  const prose = isProse(text);
  if (spammed && !prose && text.length <= 4000 && isSpam(text)) return "spam";
  if (NOTICE_START.test(text) && isFurniture(text)) return "advertising";
  if (text.length <= 240 && RIGHTS.test(text) && !/亿元|万元|同比/.test(text)) return "advertising";
  if (prose && (text.length > 160 || (text.length > 60 && /。[”’]?$/.test(text)))) {
    return text.length <= 300 && (DISCLAIMER.test(text) || advertisingWords.find(text).count >= 3) && advertisingWords.find(text).count >= 1
      ? "advertising"
      : null;
  }
  if (urlShare(text) > 0.5) return "links";
  if (BREADCRUMB.test(text) || (text.length <= 80 && CHAIN.test(text))) return "navigation";
  if (text.length <= 200 && /[|｜]/.test(text) && BARS.test(text) && !/\d/.test(text) && !MEASURED.test(text)) return "links";
  if (ATTACHMENT.test(text) || TEASER.test(text) || isTeaserList(text)) return "links";
  if (PLAYER.test(text) || TICKED.test(text) || PAGE_NUMBER.test(text) || (!prose && text.length <= 200 && LICENCE.test(text)))
    return "navigation";
  if (linkMarker.test(text) || (openLinkMarker.test(text) && !prose)) return "links";
  if (text.length <= 300 && !(prose && text.length > 80 && !DISCLAIMER.test(text))) {
    const furniture = navigationWords.coverage(text);
    if (
      (furniture.share >= 0.6 && (furniture.count >= 2 || topicWords.find(text).count === 0)) ||
      (furniture.count >= 4 && furniture.share >= 0.4) ||
      (furniture.count >= 2 && /(?:备\d|备案|版权所有|Copyright|ICP)/i.test(text))
    )
      return "navigation";
    if (HOTLINE.test(text)) return "navigation";
    const advertising = advertisingWords.coverage(text);
    if (
      advertising.share >= 0.35 ||
      (advertising.count >= 1 && DISCLAIMER.test(text)) ||
      advertising.count >= 3 ||
      (!prose && advertising.count >= 2)
    )
      return "advertising";
  }
  if (isCaption(text)) return "caption";
  if (isCreditLine(text)) return "credit";
  return isFurniture(text) ? "navigation" : null;
}

const hasFigures = (text: string) => /\d(?:\.\d+)?\s?(?:亿|万|%|％|个|家|户|项|元|吨|平方|公里|亩|人|台|条|倍|位|名)/.test(text);

const REPORTS = new FindPattern(/(?:亿元|万元|同比|增长|下降|%|％)/);

/** After the last running text and its closing credit only furniture follows, unless several lines report figures. */
function cutAfterClosing(lines: readonly Line[]): void {
  let last = lines.length - 1;
  while (last >= 0 && !(lines[last]?.cut === null && isProse(lines[last]?.text ?? ""))) last -= 1;
  if (last < 0) return;
  const ending = lines[last]?.text ?? "";
  let closed = creditTailStart(ending) < ending.length;
  const rest: Line[] = [];
  for (const line of lines.slice(last + 1)) {
    if (line.cut === "credit" && isClosingCredit(line.text)) closed = true;
    else if (closed && line.cut === null && !line.markup.tableRow) rest.push(line);
  }
  const reporting = rest.filter((line) => REPORTS.test(line.text)).length;
  if (reporting >= 3 && reporting >= rest.length / 2) return;
  for (const line of rest) line.cut = "links";
}

/** Many headlines in a row after the last running text, without figures of their own: a link farm without a marker. */
function cutTail(lines: readonly Line[]): void {
  let last = lines.length - 1;
  while (last >= 0 && !(lines[last]?.cut === null && isProse(lines[last]?.text ?? ""))) last -= 1;
  if (last < 0) return;
  const tail = lines.slice(last + 1).filter((line) => line.cut === null);
  const headlines = tail.filter((line) => line.text.length <= 70 && !/。$/.test(line.text));
  if (headlines.length < 6) return;
  const figures = headlines.filter((line) => hasFigures(line.text)).length;
  if (figures / headlines.length < 0.5) for (const line of headlines) line.cut = "links";
}

/** "— 3 —", "第3页", "3/12", "第 3 页,共 12 页" */
const PAGE_NUMBER = new StartPattern(
  /^(?:[—–-]{1,2}\s?\d{1,4}\s?[—–-]{1,2}|第\s?\d{1,4}\s?页(?:[,，/\s]{0,3}共\s?\d{1,4}\s?页)?|\d{1,4}\s?\/\s?\d{1,4}|共\s?\d{1,4}\s?页)$/,
);

/** The same short line three times and more: the running head of a printed page. The first stays. */
function cutRunningHeads(lines: readonly Line[]): void {
  const counts = new Map<string, number>();
  const canRun = (line: Line) =>
    line.cut === null && !line.markup.tableRow && line.text.length >= 4 && line.text.length <= 22 && !/[\d。;；|]/.test(line.text);
  for (const line of lines) if (canRun(line)) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const line of lines) {
    if (!canRun(line) || (counts.get(line.text) ?? 0) < 3) continue;
    if (seen.has(line.text)) line.cut = "navigation";
    seen.add(line.text);
  }
}

/** Short labels in a row before the text: a menu. */
function cutMenus(lines: readonly Line[]): void {
  let run = 0;
  for (let place = 0; place <= lines.length; place += 1) {
    const line = lines[place];
    const label =
      line !== undefined && line.cut === null && line.markup.heading === 0 && line.text.length <= 6 && !/[\d。:：]/.test(line.text);
    if (label || (line?.cut === "navigation" && run > 0)) run += 1;
    else {
      if (run >= 6) for (const labelled of lines.slice(place - run, place)) labelled.cut ??= "navigation";
      run = 0;
    }
  }
}

/** A page may well call the frame of its article "pages" or "side": what holds most of the running text is no furniture. */
function hintsHold(lines: readonly Line[]): boolean {
  let inside = 0;
  let outside = 0;
  for (const line of lines) {
    if (!isProse(line.text)) continue;
    if (line.markup.hint === null) outside += line.text.length;
    else inside += line.text.length;
  }
  return inside <= outside;
}

/** When no running text is left at all, what was cut as a list or a menu was the text. */
function keepSomething(lines: readonly Line[]): void {
  if (lines.some((line) => line.cut === null && isProse(line.text))) return;
  for (const line of lines) if ((line.cut === "links" || line.cut === "navigation") && isProse(line.text)) line.cut = null;
}

/** Whether spam was planted anywhere on the page. */
export const isSpammed = (page: string): boolean => spamWords.find(page).count > 0;

/** Decides for each line whether it is text of an article or noise, and of what kind. */
export function classifyLines(lines: readonly Line[], spammed: boolean): void {
  const hinted = hintsHold(lines);
  for (const line of lines) {
    const { markup, text } = line;
    if (hinted && markup.hint !== null) line.cut = markup.hint;
    else line.cut = noiseOf(text, spammed) ?? (markup.linked >= 0.6 && markup.heading === 0 && !isProse(text) ? "links" : null);
    if (line.cut === null && ONLY_SIGNS.test(text)) line.cut = "markup";
  }
  cutRunningHeads(lines);
  cutMenus(lines);
  cutAfterMarkers(lines);
  cutAfterClosing(lines);
  cutTail(lines);
  keepSomething(lines);
}
