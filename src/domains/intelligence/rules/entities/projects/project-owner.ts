import type { Passages } from "#domains/intelligence/rules/entities/entities.ts";
import { isEverydayPair } from "#domains/intelligence/rules/entities/everyday-pairs.ts";
import { AMBIGUOUS, afterPlaces, startsCompany, startsMark } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { CORPORATE } from "#domains/intelligence/rules/entities/organisations/name-endings.ts";

/** Works of industry, which a company owns; roads, parks and squares begin with the name of a place instead. */
const INDUSTRIAL =
  /生产|制造|研发|总部|工厂|厂|产线|技改|扩建|电子|电路|电池|芯片|模组|材料|汽车|半导体|触控|显示|照明|医药|药|疫苗|设备|装备|零部件|精密|机械|机器人|光学|光伏|储能|锂|膜|钢|铝|铜|纤维|食品|纺织|测试|封装|终端|软件|数据|预制菜|饮料|酿|粮油|饲料|乳品|肉制品|陶瓷|建材|水泥|玻璃|家具|服装|包装|塑料|橡胶|轮胎|化工|氢|风电|电机|线缆|电缆|阀门|轴承|齿轮|模具|铸造|锻造|边框|构件|支架|逆变器|胶膜|硅|激光|无人机|机床|仪表|深加工/;
const PUBLIC =
  /智慧公园|公园|大道|高速|公路|大桥|隧道|会展|景观|治理|污水|水厂|水库|综合体|小镇|医院|学校|校区|广场|商圈|片区|社区|街区|安置|管廊|轨道|铁路|机场|港|湖|湿地|老旧小区|实验室|科学/;
const FEWEST = 2;
const MOST = 3;

/** "红板电路板技改" → "红板", "日本堀场汽车测试项目" → "日本堀场": unusual characters up to the first everyday word. */
export function findOwner({ text, cover }: Passages, start: number, end: number): Mention | undefined {
  const trade = afterPlaces(cover, start, end);
  if (
    (startsCompany(cover, trade) || startsMark(cover, trade, AMBIGUOUS)) &&
    (cover.ends[trade] ?? end) < end &&
    /期|扩建|技改|项目|基地|园|工厂|线/.test(text.slice(trade, end))
  ) {
    const known = cover.ends[trade] ?? trade;
    return { start, end: known, name: text.slice(start, known), kind: "company", confidence: 0.7, rule: "owner-of-a-project" };
  }
  const rest = text.slice(trade, end);
  // "SK海氏存储芯片项目": letters and an unusual pair.
  const latin = /^[A-Z]{2,4}(?=[\u4e00-\u9fff]{4})/.exec(rest)?.[0].length ?? 0;
  if (
    latin > 0 &&
    !isEverydayPair(text, trade + latin) &&
    isEverydayPair(text, trade + latin + 2) &&
    INDUSTRIAL.test(rest) &&
    !PUBLIC.test(rest)
  ) {
    const stop = trade + latin + 2;
    return { start, end: stop, name: text.slice(start, stop), kind: "company", confidence: 0.55, rule: "owner-of-a-project" };
  }
  if (!INDUSTRIAL.test(rest.slice(FEWEST)) || PUBLIC.test(rest) || !/^[\u4e00-\u9fff]/.test(rest)) return undefined;
  for (let length = FEWEST; length <= MOST && trade + length < end - 1; length += 1) {
    if (isEverydayPair(text, trade + length - 2)) return undefined;
    const boundary = trade + length;
    if (/[()（）]/.test(text[boundary - 1] ?? "")) return undefined;
    if (!isEverydayPair(text, boundary) && cover.starts[boundary] !== boundary && !/[A-Za-z0-9(（]/.test(text[boundary] ?? "")) continue;
    const corporate = CORPORATE.exec(text.slice(boundary, boundary + 6));
    const stop = corporate ? boundary + corporate[0].length : boundary;
    const name = text.slice(start, stop);
    if (/[省市区县镇乡村州园城年]$/.test(name) || /^[第前后新老大小多各全年]/.test(name.slice(trade - start))) return undefined;
    return { start, end: stop, name, kind: "company", confidence: 0.55, rule: "owner-of-a-project" };
  }
  return undefined;
}
