import { completeUscc, organisationCheck } from "#kernel/uscc.ts";
import regions from "../db/reference/regions.json" with { type: "json" };
import { type SeededNumbers, seededNumbers } from "./seeded-numbers.ts";

/** An enterprise that was made up: its name is put together from places, brands and trades, its code from letters that no office has issued. */
export type MadeEnterprise = {
  readonly name: string;
  readonly code: string;
  readonly classCode: string;
  readonly regionCode: string;
  readonly founded: string;
  /** 万元 */
  readonly capital: number;
  readonly employees: number;
  readonly controller: string;
  readonly products: readonly string[];
  /** 万元, of the year before the last and of the last. */
  readonly revenue: readonly [number, number];
  readonly qualifications: readonly string[];
  readonly stock: string;
};

/** A trade as a name says it, the classes it stands for (GB/T 4754-2017), and what it makes. */
const TRADES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["微电子", ["C3972", "C3973"], ["功率半导体模块", "碳化硅器件", "传感器芯片", "模拟芯片", "晶圆代工"]],
  ["半导体", ["C3973", "C3562"], ["集成电路封装测试", "光刻胶", "刻蚀设备", "高纯靶材", "探针卡"]],
  ["电子", ["C3981", "C3982", "C3989"], ["印制电路板", "连接器", "片式电容", "显示模组", "滤波器"]],
  ["光电", ["C3974", "C4040"], ["光模块", "激光器", "光学镜头", "显示面板", "红外探测器"]],
  ["智能装备", ["C3491", "C3599"], ["工业机器人", "减速器", "伺服电机", "自动化产线", "机器视觉"]],
  ["机械", ["C3489", "C3484", "C3421"], ["数控机床", "精密轴承", "液压件", "模具", "齿轮箱"]],
  ["汽车零部件", ["C3670"], ["底盘件", "线束", "热管理系统", "车用座椅", "制动器"]],
  ["新能源汽车", ["C3612"], ["驱动电机", "电控系统", "充电桩", "换电设备", "动力电池包"]],
  ["新能源", ["C3841", "C3825"], ["储能电池", "光伏组件", "逆变器", "氢燃料电池", "风电叶片"]],
  ["电气", ["C3821", "C3823", "C3829"], ["变压器", "配电柜", "继电器", "电力电缆", "断路器"]],
  ["新材料", ["C2651", "C3091", "C3240"], ["碳纤维", "特种陶瓷", "电子级树脂", "高温合金", "隔膜材料"]],
  ["化工", ["C2614", "C2669", "C2631"], ["精细化学品", "农药中间体", "涂料", "催化剂", "电子化学品"]],
  ["生物医药", ["C2720", "C2761", "C2762"], ["抗体药物", "疫苗", "诊断试剂", "原料药", "细胞治疗"]],
  ["医疗器械", ["C3581", "C3589", "C3586"], ["医用耗材", "影像设备", "手术机器人", "监护仪", "骨科植入物"]],
  ["食品", ["C1439", "C1461", "C1495"], ["调味品", "预制菜", "乳制品", "休闲食品", "饮料"]],
  ["纺织", ["C1711", "C1781"], ["纱线", "针织面料", "无纺布", "功能面料", "家纺"]],
  ["包装", ["C2231", "C2926"], ["纸箱", "塑料薄膜", "标签", "金属包装", "环保餐盒"]],
  ["金属制品", ["C3311", "C3351"], ["钢结构", "紧固件", "铝型材", "铸件", "五金工具"]],
  ["仪器仪表", ["C4011", "C4016"], ["流量计", "气体分析仪", "传感器", "示波器", "计量仪表"]],
  ["科技", ["M7320", "M7519", "I6513"], ["技术开发", "检测服务", "数据分析", "物联网终端", "算法模型"]],
  ["软件", ["I6511", "I6513"], ["工业软件", "企业管理软件", "操作系统", "数据库", "仿真软件"]],
  ["信息技术", ["I6531", "I6540"], ["系统集成", "云计算", "网络安全", "运维服务", "智慧城市平台"]],
  ["网络科技", ["I6429", "I6450"], ["电子商务平台", "短视频", "在线教育", "游戏", "即时配送"]],
  ["环保", ["N7721", "N7722", "C3591"], ["污水处理", "废气治理", "固废处置", "环境监测", "除尘设备"]],
  ["建设", ["E4710", "E4813"], ["房屋建筑", "市政工程", "装饰装修", "地基基础", "园林绿化"]],
  ["物流", ["G5430", "G5960"], ["公路运输", "冷链", "仓储服务", "供应链管理", "保税物流"]],
  ["商贸", ["F5137", "F5164", "F5299"], ["批发零售", "日用百货", "钢材贸易", "进出口", "粮油销售"]],
  ["咨询", ["L7243", "L7249"], ["管理咨询", "工程咨询", "财税服务", "市场调查", "知识产权服务"]],
  ["检测技术", ["M7452", "M7455"], ["材料检测", "可靠性测试", "计量校准", "食品检测", "环境检测"]],
  ["投资", ["J6732", "L7212"], ["股权投资", "产业基金", "资产管理", "创业投资", "融资租赁"]],
];
const FIRST = "华恒瑞鼎泰宏盛嘉锐智云海天博远启明中正安和金源德力凯达奥科联合新创东方卓越信诚立九亿众晟旭昊睿";
const SECOND = "芯铭达源信泽宇翔康辉拓维岳川润丰腾睿思创峰凌捷诺尔森洋禾苑轩航卫特隆晨";
const THIRD = "科能通利安电仪华尔特美";
const FORMS = ["有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司"] as const;
const CONTROLLERS = ["民营", "民营", "民营", "民营", "民营", "民营", "地方国企", "外资", "央企", "其他"] as const;
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LAST_YEAR = 2025;
/** A third of everything lies in one municipality, as in a real zone's own register: a frequent name is what a search has to stand. */
const FREQUENT_PROVINCE = "50";

type County = { readonly code: string; readonly place: string };

const rows = regions.rows as unknown as readonly (readonly [
  string,
  string,
  string,
  readonly string[],
  readonly string[],
  readonly string[],
])[];
const nameOf = new Map(rows.map(([code, name]) => [code, name]));
const short = (name: string): string => name.replace(/(市|地区|自治州|盟|省|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, "");
const counties: readonly County[] = rows
  .filter(([code, , kind]) => kind === "county" && code.length === 6)
  .map(([code]) => ({ code, place: short(nameOf.get(code.slice(0, 4)) ?? nameOf.get(code.slice(0, 2)) ?? "") }));
const frequent = counties.filter(({ code }) => code.startsWith(FREQUENT_PROVINCE));

const pick = <One>(numbers: SeededNumbers, list: readonly One[]): One => list[numbers.between(0, list.length - 1)] as One;
const letter = (numbers: SeededNumbers, letters: string): string => letters.charAt(numbers.between(0, letters.length - 1));

/** Many small ones and few large ones: each step up is taken by one in three. */
function magnitude(numbers: SeededNumbers, most: number): number {
  let step = 0;
  while (step < most && numbers.between(0, 2) === 0) step += 1;
  return step;
}

/** The enterprise of a number, the same on every machine; without a place of its own somewhere in the country. */
export function enterpriseAt(place: number, seed: number, at?: { readonly place: string; readonly regionCode: string }): MadeEnterprise {
  const numbers = seededNumbers(seed, `enterprise-${place}`);
  const county = numbers.between(0, 2) === 0 ? pick(numbers, frequent) : pick(numbers, counties);
  const regionCode = at?.regionCode ?? county.code;
  const [trade, classes, products] = pick(numbers, TRADES);
  const brand = `${letter(numbers, FIRST)}${letter(numbers, SECOND)}${numbers.between(0, 2) === 0 ? letter(numbers, THIRD) : ""}`;
  const size = magnitude(numbers, 7);
  const listed = size >= 6 && numbers.between(0, 1) === 0;
  const form = listed ? "股份有限公司" : pick(numbers, FORMS);
  const capital = numbers.between(2, 9) * 10 ** Math.min(6, 1 + Math.ceil(size / 1.4));
  const before = Math.round(capital * (numbers.between(5, 30) / 10));
  const after = Math.max(0, Math.round(before * (numbers.between(70, 160) / 100)));
  return {
    name: `${at?.place ?? county.place}${brand}${trade}${form}`,
    code: codeOf(place, county.code),
    classCode: pick(numbers, classes),
    regionCode,
    founded: `${numbers.between(1995, LAST_YEAR - 1)}-${String(numbers.between(1, 12)).padStart(2, "0")}-${String(numbers.between(1, 28)).padStart(2, "0")}`,
    capital,
    employees: numbers.between(2, 9) * 10 ** Math.min(4, Math.floor(size / 1.6)) + numbers.between(0, 9),
    controller: pick(numbers, CONTROLLERS),
    products: [...new Set([pick(numbers, products), pick(numbers, products), pick(numbers, products)])],
    revenue: [before, after],
    qualifications: qualificationsOf(numbers, size),
    stock: listed ? `YL${String(place % 1_000_000).padStart(6, "0")}` : "",
  };
}

/** 91 and the division, an organisation code that begins with letters that are not issued, and both checks as the standards ask for. */
function codeOf(place: number, division: string): string {
  let digits = "";
  for (let rest = place, count = 0; count < 6; count += 1) {
    digits = `${ALPHABET.charAt(rest % ALPHABET.length)}${digits}`;
    rest = Math.floor(rest / ALPHABET.length);
  }
  const eight = `YY${digits}`;
  return completeUscc(`91${division}${eight}${organisationCheck(eight)}`);
}

function qualificationsOf(numbers: SeededNumbers, size: number): readonly string[] {
  const held: string[] = [];
  const year = numbers.between(2021, 2025);
  if (numbers.between(0, 99) < 4 + size * 5) held.push(`高新技术企业(${year}-11-01至${year + 3}-10-31)`);
  if (numbers.between(0, 99) < size * 4) held.push(`专精特新中小企业(${year}-07-01至${year + 3}-06-30)`);
  if (numbers.between(0, 99) < size * 2 - 2) held.push(`专精特新“小巨人”企业(${year}-07-01至${year + 3}-06-30)`);
  if (size >= 3) held.push("规模以上企业");
  return held;
}

export const ENTERPRISE_HEAD =
  "企业名称,统一社会信用代码,行业代码,行政区划代码,成立日期,注册资本（万元）,从业人数,控制类型,主要产品,营业收入（万元）,收入年度,收入增长（%）,资质,证券代码";

/** A row of CSV under `ENTERPRISE_HEAD`. No cell has a separator or a quotation mark in it. */
export function enterpriseLine(one: MadeEnterprise): string {
  const [before, after] = one.revenue;
  const growth = before === 0 ? "" : String(Math.trunc(((after - before) * 1000) / before) / 10);
  const products = one.products.join("；");
  return [
    one.name,
    one.code,
    one.classCode,
    one.regionCode,
    one.founded,
    one.capital,
    one.employees,
    one.controller,
    products,
    after,
    LAST_YEAR,
    growth,
    one.qualifications.join("；"),
    one.stock,
  ].join(",");
}

export const TIE_HEAD = "一方,另一方,关联种类,持股比例,强度,依据,截至日期";

/** A tie of a number between enterprises of a register of so many: neighbours in number stand for neighbours in trade, a few are far. */
export function tieLine(place: number, seed: number, codes: (place: number) => string, count: number): string {
  const numbers = seededNumbers(seed, `tie-${place}`);
  const from = numbers.between(0, count - 1);
  const far = numbers.between(0, 3) === 0;
  const to = far ? numbers.between(0, count - 1) : (from + numbers.between(1, 60)) % count;
  const kind = pick(numbers, ["供货", "供货", "供货", "投资", "投资", "同一集团", "共同高管", "同一地址"] as const);
  const share = kind === "投资" ? String(numbers.between(1, 100)) : "";
  return [
    codes(from),
    codes(to === from ? (to + 1) % count : to),
    kind,
    share,
    kind === "投资" ? "" : numbers.between(20, 95),
    EVIDENCE[kind],
    `${numbers.between(2021, 2025)}-12-31`,
  ].join(",");
}

const EVIDENCE = {
  供货: "年度报告前五名供应商",
  投资: "企业信用信息公示系统股东信息",
  同一集团: "集团合并范围",
  共同高管: "企业信用信息公示系统主要人员",
  同一地址: "登记住所相同",
} as const;
