import { EndPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

const CREDIT = "(?:摄|摄影|供图|提供|图|资料图片?|资料图|航拍|配图|图源|翻拍)";
const bracketEnd = new EndPattern(new RegExp(`\\([^()\\n]{0,24}${CREDIT}\\)$`));
const nameEnd = new EndPattern(
  /(?:^|[\s。)）])(?:[\u4e00-\u9fff]{2,12}(?:记者|通讯员)\s?)?[\u4e00-\u9fff ]{2,12}[ /](?:摄|摄影|供图|制图|制表|绘图|图|摄影报道)$/,
);
const start = new StartPattern(
  /^[\s(▲△▼◀▶►■●【[*_]{0,3}(?:图为|图片来源|图片说明|图片\s?[:：]|图说|资料图片?|上图|下图|左图|右图|题图|组图|配图|制图|制表|图\s?\d{1,2}(?:\s?[:：]|\s)|图\s?[:：]|图源|供图)/,
);
const arrow = /^[▲△▼]/;

const TAKEN_BY = new EndPattern(/[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{2,4}\s?摄[)】]?$/);

/** The words under a picture, as a line of its own. */
export function isCaption(text: string): boolean {
  if (text.length > 160) return false;
  if (start.test(text) || arrow.test(text)) return text.length <= 140;
  if (text.length <= 40 && TAKEN_BY.test(text) && !/[。！？]/.test(text)) return true;
  return (
    /^(?:图片|视频|点击查看大图|点击图片查看大图|动图)$/.test(text) ||
    bracketEnd.test(text) ||
    nameEnd.test(text) ||
    /^[(【[]?(?:本报)?资料图片?(?:[,，]?仅供参考)?[)】\]]?$/.test(text)
  );
}

/** "(… 摄)" that closes a long paragraph: only the credit goes. */
export function captionTailStart(text: string): number {
  const window = Math.max(0, text.length - 40);
  const found = bracketEnd.execIn(text, window, text.length);
  return found ? text.length - found[0].length : text.length;
}
