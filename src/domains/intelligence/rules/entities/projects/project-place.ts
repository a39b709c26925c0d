const PLACED =
  /(?:位于|落户于?|落地于?|入驻|选址于?|坐落[于在]?|落子)([\u4e00-\u9fff()A-Za-z0-9]{2,18}?(?:高新区|经开区|开发区|新区|工业园区?|产业园|园区|科学城|科技城|镇|街道|新城|片区|[县市区城港]))/g;
const REACH = 60;

/** Where the project is, when the words around it say so. */
export function placeOf(text: string, start: number, end: number): string | null {
  const from = Math.max(text.lastIndexOf("。", start) + 1, text.lastIndexOf("\n", start) + 1, start - REACH);
  const stop = text.indexOf("。", end);
  const around = text.slice(from, Math.min(stop < 0 ? text.length : stop, end + REACH));
  return [...around.matchAll(PLACED)][0]?.[1] ?? null;
}
