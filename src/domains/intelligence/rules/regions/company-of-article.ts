/** Words of a company's own report; a zone's report card has hardly any of them. */
const REPORT_WORDS =
  /净利润|归母|扣非|每股收益|营业收入|营收|毛利率|股东的?|证券代码|股票代码|年度报告|半年报|三季报|年报|季报|财报|上市公司|董事会|派发现金|公司实现|公司(?:全年|上半年|前三季度|一季度|去年|今年)|资产负债率|经营活动产生的现金流/g;
const FULL_NAME =
  /([\u4e00-\u9fffA-Za-z0-9()]{2,24}?(?:股份有限公司|有限责任公司|有限公司|集团公司|控股集团))\s?(?:\((?:以?下简?称|简称|下称|证券简称)[:：]?\s?[“"「]?([^”"」,，()\s]{2,10})[”"」]?)?/;
const ALIAS = /(?:以?下简?称|简称|下称)[:：]?\s?[“"「]?([\u4e00-\u9fffA-Za-z0-9]{2,10})[”"」]?/;

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** Longest start of the title, two to eight characters, that the text uses as a subject again and again. */
function titleSubject(title: string, text: string): string | null {
  const head = /^[^\d\s:：,，!！?？“”"]{2,12}/.exec(title.replace(/^[【[(][^】\])]*[】\])]\s?/, ""))?.[0] ?? "";
  let best: string | null = null;
  for (let size = 2; size <= Math.min(8, head.length); size += 1) {
    const count = occurrences(text, head.slice(0, size));
    if (count >= 3 || (count >= 2 && size >= 3 && (best === null || occurrences(text, best) === count))) best = head.slice(0, size);
  }
  return best;
}

/** "海川重工披露2022年年度报告": the trade closes the name, time or a verb of reporting follows. */
const TITLED =
  /^([\u4e00-\u9fffA-Za-z]{2,6}?(?:股份|集团|科技|重工|电池|光伏|光电|药业|制药|生物|电子|微电|半导体|能源|材料|新材|智能|汽车|化工|电气|精密|医药|医疗|软件|通信|航空|酒业|乳业|纸业|钢铁|铝业|食品|环保))(?:20\d\d|[:：,，(（]|披露|发布|公布|公告|一季|二季|三季|四季|首季|上半年|前三季|半年|年报|实现|营收|净利|业绩|去年|今年|Q[1-4])/;

/** The company that an article is about, when it reads like a company's report and names one at its head. */
export function findCompanyOfArticle(title: string, text: string): string | null {
  const head = text.slice(0, 6000);
  const words = head.match(REPORT_WORDS)?.length ?? 0;
  const titled = TITLED.exec(title)?.[1];
  if (titled && words >= 2) return titled;
  if (words < 4 || words < head.length / 500) return null;
  const subject = titleSubject(title, text);
  const alias = ALIAS.exec(text.slice(0, 1500))?.[1] ?? null;
  if (alias && (title.includes(alias) || occurrences(text, alias) >= 3)) return alias;
  if (subject && subject.length >= 3 && !/[市县区省]$/.test(subject)) return subject;
  const full = FULL_NAME.exec(text.slice(0, 1500));
  if (full?.[2]) return full[2];
  // "华某光伏三季度扭亏" over a text that gives the full name once.
  const name = full?.[1] ?? "";
  for (let size = Math.min(8, title.length); size >= 3; size -= 1) {
    const start = title.slice(0, size);
    if (name.includes(start)) return start;
  }
  return null;
}
