import everyday from "#domains/intelligence/rules/entities/lexicon/everyday-pairs.json" with { type: "json" };

/**
 * Pairs of characters that are frequent in Chinese statutes and in the industry classification GB/T 4754 (counted from 905 published
 * statutes, which carry no copyright, and the code table). A trade name ("拓维", "泛普") is chosen so as not to be one of them.
 */
let pairs: ReadonlySet<number> | undefined;

/** Words of today's industry that the statutes do not know. */
const MODERN =
  "芯片 晶圆 锂电 光伏 储能 石墨 穿戴 算力 宇宙 区块 块链 物联 车联 网红 直播 电商 跨境 氢能 量子 激光 传感 模组 面板 屏幕 手机 笔记 笔电 整车 零部 基因 疫苗 抗体 细胞 诊断 " +
  "车规 封测 封装 算法 大数 云上 云端 云计 数智 智慧 智造 智能 智联 智算 智改 数转 数字 数据 双创 孵化 众创 独角 瞪羚 链主 链长 延链 补链 强链 建链 芯屏 新型 新兴 新质 新材 新能 前沿 高端 高精 尖端 一流 全球 海外 国际 " +
  "人工 机器 工业 消费 汽车 医美 康养 文旅 文创 动漫 电竞 影视 冷链 仓储 快递 外卖 餐饮 酒店 民宿 农旅 乡村 绿色 低碳 零碳 碳中 节能 环保 固废 危废 污水 垃圾 充电 换电 电池 电芯 电机 电控 轻量 轴承 齿轮 模具 钛合 铝合 镁合 钢铁 " +
  "稀土 磁性 永磁 陶瓷 玻璃 光学 光电 光刻 硅基 碳化 碳纤 纤维 纳米 超导 膜材 显示 触控 柔性 液晶 通用 航空 航天 卫星 北斗 遥感 低空 无人 船舶 海工 轨道 高铁 装配 预制 智算 超算 信创 软件 硬件 网络 安全 信息 通信 通讯 互联 平台 " +
  "中医 中药 生物 医药 医疗 器械 制药 健康 生命 大健 食品 饮料 白酒 粮油 预制 纺织 服装 家居 家电 家具 包装 印刷 造纸 化工 建材 水泥 机械 装备 重型 精密 高新 经开 本土 外来 外资 民营 国有 央企 国企 链条 集群 双碳 赋能 " +
  "上下 龙头 头部 骨干 规上 专精 特新 小巨 单项 冠军 上市 拟上 总部 区域 二期 三期 一期 首批 首个 首家 新增 新建 在建 拟建 续建 扩建 园区 片区 街区 社区 商圈 商贸 商业 金融 基金 创投 风投 保险 银行 证券 投资 融资 科创 科学 科研 科技 技术 创新 研发 检验 检测 " +
  "我们 他们 你们 咱们 自己 更多 许多 不少 众多 诸多 多种 多项 这些 那些 一家 两家 几家 一些 一座 一所 一批 还是 也是 就是 都是 正是 不是 而是 仅是 随着 合力 人流 物流 新一 下一 产学 政产 校企 银企 政企 校地 引育 水电 省级 " +
  "年产 年末 年初 首期 首单 原材 固态 混凝 受原 目前 去年 今年 明年 备受 关注 前三 第三 第一 第二 一张 一个 每年 每天 凭借 其中 因此 不仅 而且 以前 现在 进口 出口 月末 季末 期末 期内 " +
  "领军 连锁 口径 数控 铜基 铝基 镁基 锂离 离子 超快 快激 光器 了解 上述 " +
  "优秀 顶尖 优质 知名 著名 大型 中小 小微 初创 成熟 传统 现代 未来 当代 时尚 快消 日化 美妆 珠宝 玩具 户外 运动 体育 赛事 会展 演艺 数创 创意 设计 规划 建筑 装饰 农机 种养 养殖 种植 畜牧 水产 林下 果蔬 茶叶 药材";

const key = (left: number, right: number): number => left * 65_536 + right;

function buildPairs(): ReadonlySet<number> {
  const built = new Set<number>();
  for (const group of everyday.pairs.split(" ")) {
    const first = group.charCodeAt(0);
    for (let place = 1; place < group.length; place += 1) built.add(key(first, group.charCodeAt(place)));
  }
  for (const word of MODERN.split(" ")) built.add(key(word.charCodeAt(0), word.charCodeAt(1)));
  return built;
}

/** Whether the two characters at `place` are an everyday pair. */
export function isEverydayPair(text: string, place: number): boolean {
  pairs ??= buildPairs();
  return pairs.has(key(text.charCodeAt(place), text.charCodeAt(place + 1)));
}
