/** Traditional characters that numbers, units and periods are written with, each followed by its simplified form. */
const PAIRS =
  "億亿 萬万 兩两 餘余 幾几 點点 畝亩 噸吨 個个 戶户 項项 頃顷 圓元 減减 長长 過过 約约 達达 內内 條条 臺台 輛辆 張张 間间 棟栋 層层 於于 從从 將将 徑径 歐欧 鎊镑 韓韩 盧卢 幣币 " +
  "總总 計计 價价 實实 現现 標标 準准 後后 時时 週周 號号 處处 單单 頭头 門门 組组 雙双 對对 艦舰 機机 種种 類类 爲为 為为 併并 國国 開开 級级 東东 歷历 隻只 筆笔 顆颗 盞盏 ﹪% ٪% −- －-";

const FORM = new Map<string, string>(PAIRS.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]));
FORM.set("\u3000", " ");

const halfWidth = (character: string): string => {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
};

/**
 * Numbers, units and periods brought to one form: half width and simplified. Character for character, so that offsets stay true.
 * Whole texts are converted elsewhere; this is for cells and short phrases.
 */
export const plainScript = (text: string): string =>
  text.replace(/\P{ASCII}/gu, (character) => FORM.get(character) ?? halfWidth(character));
