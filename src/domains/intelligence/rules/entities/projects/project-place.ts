import { startAfterLast } from "#domains/intelligence/rules/entities/passages.ts";

const PLACED =
  /(?:位于|落户于?|落地于?|入驻|选址于?|坐落[于在]?|落子)([\u4e00-\u9fff()A-Za-z0-9]{2,18}?(?:高新区|经开区|开发区|新区|工业园区?|产业园|园区|科学城|科技城|镇|街道|新城|片区|[县市区城港]))/g;
const REACH = 60;

/** Where the project is, when the words around it say so. */
export function placeOf(text: string, start: number, end: number): string | null {
  const from = startAfterLast(text, "。\n", start, REACH);
  const after = text.slice(end, end + REACH);
  const stop = after.indexOf("。");
  const around = text.slice(from, end) + (stop < 0 ? after : after.slice(0, stop));
  return [...around.matchAll(PLACED)][0]?.[1] ?? null;
}
