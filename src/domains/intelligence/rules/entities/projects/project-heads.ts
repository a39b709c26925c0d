import { isMadeOf } from "#domains/intelligence/rules/entities/made-of.ts";
import { EndPattern, FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

/** What a project can be: the last word of its name. Longer words first where one begins another. */
const HEADS =
  "产业新城|产业城|科技新城|产业园区|产业园|科技园区|科技园|物流园区|物流园|孵化园|创业园|软件园|互联网园|工业园|文化园|示范园|配件园|生态园|智慧园|农业园|云谷|智造谷|创新谷|智谷|" +
  "示范基地|生产基地|制造基地|产业基地|研发基地|总部基地|创新基地|基地|数据中心|研发中心|创新中心|结算中心|运营中心|会展中心|检测中心|科学中心|算力中心|智算中心|中心|公共服务平台|中试平台|平台|西部总部|区域总部|运营总部|全球总部|总部|" +
  "生产线|产线|中试线|专线|超级工厂|灯塔工厂|智能工厂|工厂|污水处理厂|水厂|电厂|厂房|厂|数字化车间|生产车间|车间|研究院|实验室|学院|校区|学校|新院区|院区|医院|养老院|综合体|特色小镇|小镇|公园|乐园|体育场|广场|酒店|大厦|写字楼|大道|快速路|高速公路|高速|公路|大桥|特大桥|隧道|" +
  "铁路|地铁|轨道|机场|港区|码头|港口|水电站|光伏电站|加氢站|换电站|充电站|母站|储能电站|电站|变电站|风电场|水库|管廊|枢纽|物流港|陆港|[东南西北中]段|复线|环线|快线|号线|主干道|会堂|展馆|体育馆|图书馆|博物馆|科技馆|大剧院|仓库|暂存库|冷库|示范区|路网|步行街|展示馆|文化馆|安置房|人才公寓|公寓|社区|街区|装置|大科学装置|工程|扩建|技改|项目";
const NOT_BEFORE =
  "(?!经济|交通|城区|城市|小学|化|师|商|家|区(?!项目)|长|房|机械技术|技术研究|村|街道|质量|建设局|监理|款|管理局|工作|医院院|园区内|线上|开发|公司|有限|集团)";
/** A head with the part of the project that it may name: 一期, 二期工程, (三期), A区, 扩建项目. */
const PROJECT_HEAD = new FindPattern(
  new RegExp(
    `(?:(?:${HEADS})${NOT_BEFORE}(?:\\(?第?[一二三四五六]期\\)?|[A-H]区)?(?:(?:建设|改造|提升|扩建|技改|配套)(?:项目|工程)|扩建|改造|技改|项目|工程)?(?:\\(?第?[一二三四五六]期\\)?)?|(?<=[\\u4e00-\\u9fffA-Za-z0-9),，、。;；“”])[一二三四五六]期(?:工程|项目)?(?!叠加|间))`,
  ),
);

/** Every head in the text, in order. */
export const findHeads = (text: string): RegExpExecArray[] => PROJECT_HEAD.all(text);

/** Words that say nothing about which project: "重点项目", "20个百亿级产业项目", "在建工程". */
const GENERIC: ReadonlySet<string> = new Set(
  (
    "云计算 物联网 互联网 工业互联网 机器人 新型显示 锂电 光伏 储能 氢能 汽配 汽车零部件 零部件 农产品 农产品加工 加工 食品 医药 医疗器械 化工 纺织 服装 电子 " +
    "机械 材料 建材 家居 家电 康养 装备 生物 数字产业 智造 低空经济 软件 检验检测 现代农业 跨境电商 电商 主体 PPP EPC 施工 月份 份 过 过亿元 亿元以上 建 " +
    "0 1 2 3 4 5 6 7 8 9 . , 一 二 三 四 五 六 七 八 九 十 百 千 两 几 多 余 个 家 项 大 条 座 处 期 批 类 " +
    "亿 万 元 级 其中 以上 以下 亿元 万元 超 近 约 第 一批 首批 各 此次 本次 当天 今年 去年 全年 全市 全省 全区 全县 我市 我区 " +
    "市 省 区 县 国家 全国 市级 省级 区级 县级 国家级 世界级 部级 重大 重点 重要 大型 中小型 小型 标志性 引领性 龙头 优质 高质量 " +
    "高水平 高端 高能级 一流 现代 现代化 先进 新型 新 老 旧 小 好 强 特色 主导 支柱 战略性 新兴 产业 产业链 产业化 工业 农业 服务业 " +
    "制造 制造业 基础设施 基建 民生 社会事业 公共 公益 交通 能源 水利 环保 生态 文旅 文化 旅游 商贸 物流 科技 科研 科创 创新 研发 " +
    "技改 技术改造 智能化改造 数字化 智能化 绿色化 改造 改建 新建 扩建 续建 在建 拟建 建设 计划 开工 新开工 竣工 投产 建成 完工 签约 " +
    "落户 落地 入驻 引进 招商引资 招商 外资 内资 合同 协议 意向 在谈 储备 前期 投资 固定资产投资 政府 社会 民间 专班 专班制 配套 支撑 " +
    "服务 平台 载体 园区 专业 专 特色园 企业 公司 单位 相关 有关 主要 关键 核心 示范 试点 样板 标杆 补短板 强链 补链 延链 高新技术 " +
    "高科技 高新 总部 总部经济 研究 应用 开发 生产 经营 运营 管理 综合 单体 单个 标准 标准化 通用 共享 联合 合作 协同 国际 国内 境外 " +
    "海外 本土 实体 线上 线下 网络 数字 智慧 智能 信息 数据 健康 生活 城市 城乡 乡村 农村 区域 中央 西部 东部 中国 亚洲 全球 世界 " +
    "最大 最强 首个 首家 唯一 独立 专属 专用 等 的 与 和 及 、 · 型 化 性 式  孵化 众创 加速 检验 检测 实验 " +
    "试验 测试 教学 培训 教育 医疗 卫生 体育 养老 人才 金融 商业 住宅 房地产 地产 市场 交易 结算 调度 指挥 展示 体验 会议 会展 物资 " +
    "仓储 冷链 厂 高 低 上 下 内 外 本 该 这 此 每 某 另 其他 其它 所有 全部 部分 若干 多个 众多 系列 有效 国家级孵化 中试 " +
    "研发生产 企业技术 工程技术 技术 产学研 校企 经济 发展 增长 动力 创业 双创 科学 前沿 基础 合同制 工程 项目 基地 中心 园 区块 片区 " +
    "标的 企业服务 政务服务 便民 便民服务 群众 党群 文明 实践 社区 街道 乡镇 村 企业总部 公共服务 公共技术 技术服务 信息化 规模化 集约化 " +
    "一体化 一站式 全链条 航空 航天 航空产业 百日攻坚 新增 大数据 云 高成长 领军 骨干 上市 规上 中小企业 民营 国有 新能源 新材料 电子信息 装备制造 生物医药 先进制造 " +
    "高端装备 汽车 新一代 信息技术 人工智能 数字经济 半导体 集成电路 航空航天 节能环保 新能源汽车 大健康 生命健康"
  ).split(" "),
);
const HEAD_AT_END = new EndPattern(new RegExp(`(?:${HEADS}|[一二三四五六]期)$`));

/** What stands before the words that make a project its own: a place with 市 or 区, a year, a quarter, a count. */
const FRAME =
  /^(?:[\u4e00-\u9fff]{1,10}?(?:高新区|经开区|开发区|新区|科学城|科技城|园区|[省市县]))?(?:\d{4}年)?(?:第?[一二三四]季度|上半年|下半年|\d+月份?)?/;

const MARKS = new FindPattern(/[“”"‘’《》()\s]/);
const PHASE_AT_END = new EndPattern(/(?:第?[一二三四五六]期|[A-H]区)$/);
const WORK_AT_END = new EndPattern(/(?:项目|工程)$/);
const STRUCTURE = new EndPattern(/(?:大道|大桥|会堂|水库|隧道)$/);

/** Whether a name says which project it is. */
export function isSpecific(name: string): boolean {
  if (/\d+[余多]?[个项家]|[一二三四五六七八九十百]{1,4}[余多]?[个项家](?!人)|[\u4e00-\u9fff]*(?:百日攻坚|双招双引|智改数转)/.test(name))
    return false;
  const framed = /(?:项目|工程)$/.test(name) ? name.replace(FRAME, "") : name;
  if (framed !== name && isMadeOf(framed.replace(/[“”"()]/g, ""), GENERIC)) return false;
  const bare = PHASE_AT_END.cut(MARKS.replaceAll(name, ""));
  const stem = HEAD_AT_END.cut(WORK_AT_END.cut(bare));
  if (STRUCTURE.test(bare)) return stem.length >= 2;
  return stem.length >= 2 && bare.length >= 4 && !isMadeOf(stem, GENERIC);
}
