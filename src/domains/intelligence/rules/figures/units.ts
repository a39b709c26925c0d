/** What a unit measures, as far as the grammar around it cares. */
export type UnitKind = "money" | "percent" | "points" | "count" | "measure" | "duration" | "multiple" | "bare";

export type UnitMatch = { readonly unit: string; readonly kind: UnitKind; readonly end: number };

const MONEY = "元人民币|美元|欧元|港元|港币|日元|英镑|韩元|元/人|元/亩|元/平方公里|元/平方米|元/吨|元/公顷|元";
const POINTS = "个百分点|百分点|个千分点|千分点";
const DURATION = "个工作日|工作日|个自然日|个多月|个月|个小时|小时|分钟|秒钟|秒|个季度|个星期|周年|周|天|个年头|年|载";
const MEASURE =
  "度(?!假|电|夏|过|角|数|日|量|洋|身|假)|平方公里|平方千米|平方米|平米|公顷|亩|立方米|公里|千米|厘米|毫米|毫克/升|毫克(?!/)|毫升|米|吨标准煤|吨标煤|千升|万大卡|吨/日|吨/年|吨/天|立方米/日|立方米/天|吨公里|人公里|载重吨|吨|公斤|千克|克|升|" +
  "千瓦时|千瓦|兆瓦时|兆瓦|吉瓦时|吉瓦|GWh|GW|MWh|MW|kWh|kW|KW|标准箱|标箱|TEU|Wh/kg|微克/立方米|斤|毫克/立方米|分贝|P(?![A-Za-z0-9])|PFlops|EFlops|方(?!面|向|案|式|法|便|可|能|圆)";
const COUNT =
  "剂次|人次|家次|户次|件次|台次|架次|辆次|场次|车次|班次|列次|台\\(套\\)|台套|家\\(次\\)|批次|个标段|余个|人(?!均|民|大|工|才|口|社|力|事|生|员|类|气|士|文|居|脸|机)|" +
  "家(?!庭|长(?!期)|门口)|户(?!籍|外|均|型)|个|项(?!目|链)|件(?!套)|件套|名(?!义|列|单|称)|位(?!于|居|列|次)|台(?!湾|州|账)|辆|套|条|座|栋|幢|所(?!有|以|在|属)|处(?!于|置|理|在)|宗|批(?!发|准|复)|场(?!景|地|所)|次(?!日|年)|起|" +
  "只|款|种(?!植|子|业)|张|份(?!额)|幅|艘|架|头(?!部)|株|片(?!区)|颗|支(?!持|撑|付|出|行)|枝|瓶|箱|门(?!口|类)|盏|块|间|列(?!入|全|第|车)|趟|篇|部(?!门|分|委|署|级)|册|例(?!如)|桩|桶|袋|羽|尾|孔|对(?!外|接|口|标)|组(?!织|建|成|团)|层级|路(?!口|线)|筆|单(?!位|元|项|一)|盒|类(?!别)|本(?!地|市|区|省|届|年|月|报|科|期|级)|棵|匹|口(?!岸|径|碑)|员(?!工)|顶|双(?!创|招|一流)|期(?!间|末|内|望|权|工程|项目|建设)|票|车(?!间|辆|型|企|位|载)|卷|集(?!群|团|中|成|聚)|包(?!括|含|裹)|床|学时|课时|剂|股|手(?!续|机)|单(?!位|元|项|一)";
const MAGNITUDE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦克米升])|百";

const pattern = new RegExp(
  `\\s?(?:余|多|几)?(${MAGNITUDE})?(?:余|多|几|来)?(?:(%|‰)|(${POINTS})|(${MONEY})|(${DURATION})|(${MEASURE})|(倍)|(${COUNT}))?`,
  "y",
);

/**
 * The unit that stands at `at`, behind a number. 余 and 多 are dropped from it (20余个 → 个, 2000多万元 → 万元); the magnitude stays as written.
 * Undefined when no unit and no magnitude stands there.
 */
export function readUnit(text: string, at: number): UnitMatch | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, magnitude = "", percent, points, money, duration, measure, multiple, count] = match;
  const end = at + whole.length;
  if (percent) return { unit: `${magnitude}${percent}`, kind: "percent", end };
  if (points) return { unit: points, kind: "points", end };
  if (money) return { unit: magnitude + money, kind: "money", end };
  if (duration) return { unit: magnitude + duration, kind: "duration", end };
  if (measure) return { unit: magnitude + measure, kind: "measure", end };
  if (multiple) return { unit: multiple, kind: "multiple", end };
  if (count) return { unit: magnitude + count.replace("余", ""), kind: "count", end };
  return magnitude === "" ? undefined : { unit: magnitude, kind: "bare", end };
}
