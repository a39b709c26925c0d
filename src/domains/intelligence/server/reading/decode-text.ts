import jschardet from "jschardet";

type DecodedText = { readonly text: string; readonly encoding: string };

const SAMPLE = 256 * 1024;
const HEAD = 4096;

const decode = (label: string, bytes: Uint8Array): string => new TextDecoder(label).decode(bytes);

function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark: every other byte of latin text is zero. */
function utf16Guess(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const end = Math.min(bytes.length, HEAD) & ~1;
  if (end < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let place = 0; place < end; place += 2) {
    if (bytes[place] === 0) even += 1;
    if (bytes[place + 1] === 0) odd += 1;
  }
  if (odd > end / 16 && even < odd / 8) return "utf-16le";
  if (even > end / 16 && odd < even / 8) return "utf-16be";
  return undefined;
}

/** The encoding that the page states of itself, as a label that TextDecoder knows. GB2312 and GBK are read as their superset. */
function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = decode("latin1", bytes.subarray(0, HEAD));
  const stated =
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,20})/i.exec(head)?.[1] ?? /charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1];
  return stated ? labelOf(stated) : undefined;
}

function labelOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (/^gb|^x-gbk|^cp936|^hz-gb/.test(lower)) return "gb18030";
  if (/big5/.test(lower)) return "big5";
  if (/^utf-?8/.test(lower)) return "utf-8";
  return undefined;
}

/** Characters that a wrong decoding produces: replacement, private use, controls (tab and line breaks are fine). */
const DAMAGE = /[\ufffd\ue000-\uf8ff]|(?![\t\n\v\f\r])\p{Cc}/gu;

function damage(text: string): number {
  return text.match(DAMAGE)?.length ?? 0;
}

/** The most frequent characters of Chinese text, simplified and traditional, and its punctuation. */
const FREQUENT =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石記這為個國來時們會對發產動過後實現業經濟開從當還應與關長區點數,。、:;“”]/g;

/** How much of the text reads like Chinese; used between candidates that all decode. */
function likeness(text: string): number {
  const wide = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return wide === 0 ? 0 : ((text.match(FREQUENT)?.length ?? 0) - 4 * damage(text)) / wide;
}

/** Text of unknown encoding. Lost characters stay lost: U+FFFD is kept where bytes mean nothing. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { text: decode("utf-8", bytes), encoding: "utf-8" };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode("utf-16le", bytes), encoding: "utf-16le" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode("utf-16be", bytes), encoding: "utf-16be" };
  const wide = utf16Guess(bytes);
  if (wide) return { text: decode(wide, bytes), encoding: wide };
  const strict = decodeStrictUtf8(bytes);
  if (strict !== undefined) return { text: strict, encoding: "utf-8" };
  const sample = bytes.subarray(0, SAMPLE);
  const stated = statedEncoding(bytes);
  const detected = labelOf(jschardet.detect(Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength))?.encoding ?? "");
  const candidates = [...new Set([stated, detected, "gb18030", "big5", "utf-8"].filter((label) => label !== undefined))];
  let best = candidates[0] ?? "gb18030";
  let bestLikeness = Number.NEGATIVE_INFINITY;
  candidates.forEach((label, place) => {
    const score = likeness(decode(label, sample)) - place * 0.02;
    if (score > bestLikeness) {
      bestLikeness = score;
      best = label;
    }
  });
  return { text: decode(best, bytes), encoding: best };
}
