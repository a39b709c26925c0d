import type { ChainContent, ChainEdge, ChainNode } from "#domains/chain/contract/chain.ts";

/**
 * The chain graph of the sample zone: 4 leading industries, 12 fields and 59 directions, of which 44 have resident producers, so that
 * coverage is 74.6 % as in the handbook. Names, class codes and products are general knowledge of these trades; the enterprises are invented.
 */
type Direction = readonly [
  code: string,
  name: string,
  nameEn: string,
  classes: string,
  products: string,
  /** How many resident producers, and the word in their names; none where the zone has a gap. */
  producers: number,
  word: string,
];
type Field = readonly [code: string, name: string, nameEn: string, directions: readonly Direction[]];
type Industry = readonly [code: string, name: string, nameEn: string, fields: readonly Field[]];

const INDUSTRIES: readonly Industry[] = [
  [
    "IT",
    "新一代信息技术",
    "New-generation information technology",
    [
      [
        "IT-IC",
        "集成电路",
        "Integrated circuits",
        [
          ["IT-IC-1", "芯片设计", "Chip design", "I6520", "芯片设计、电源管理芯片、射频芯片", 3, "微电子"],
          ["IT-IC-2", "特色工艺制造", "Specialty process manufacturing", "C3973", "晶圆代工、功率器件、化合物半导体", 2, "晶芯"],
          ["IT-IC-3", "封装测试", "Packaging and testing", "C3973", "封装测试、先进封装、测试探针卡", 5, "封测"],
          ["IT-IC-4", "半导体设备", "Semiconductor equipment", "C3562", "晶圆减薄机、固晶机、分选机", 1, "半导体设备"],
          ["IT-IC-5", "电子化学品", "Electronic chemicals", "C3985", "光刻胶、湿电子化学品、抛光液", 0, ""],
          ["IT-IC-6", "硅片与外延", "Wafers and epitaxy", "C3985", "硅片、外延片、碳化硅衬底", 0, ""],
        ],
      ],
      [
        "IT-SE",
        "智能终端与传感",
        "Smart devices and sensors",
        [
          ["IT-SE-1", "智能传感器", "Smart sensors", "C3983", "压力传感器、惯性传感器、图像传感器", 4, "传感"],
          ["IT-SE-2", "智能穿戴", "Wearables", "C3961", "智能手表、无线耳机", 1, "智能穿戴"],
          ["IT-SE-3", "新型显示模组", "Display modules", "C3974", "显示模组、背光模组、触控模组", 2, "光电"],
          ["IT-SE-4", "连接器与线束", "Connectors and harnesses", "C3989", "高速连接器、线束", 2, "连接"],
          ["IT-SE-5", "光通信器件", "Optical communication devices", "C3976", "光模块、光纤收发器", 0, ""],
        ],
      ],
      [
        "IT-AI",
        "软件与人工智能",
        "Software and artificial intelligence",
        [
          ["IT-AI-1", "工业软件", "Industrial software", "I6513", "工业软件、制造执行系统、仿真软件", 3, "软件"],
          ["IT-AI-2", "行业大模型", "Industry language models", "I6513", "行业大模型、智能体平台", 1, "智算"],
          ["IT-AI-3", "数据标注与治理", "Data labelling and governance", "I6550", "数据标注、数据治理", 2, "数据"],
          ["IT-AI-4", "云边协同", "Cloud and edge computing", "I6450", "云边协同平台、边缘服务器", 1, "云网"],
          ["IT-AI-5", "网络与数据安全", "Network and data security", "I6440", "数据安全网关、密码机", 0, ""],
        ],
      ],
    ],
  ],
  [
    "BH",
    "生命健康",
    "Life sciences and health",
    [
      [
        "BH-DR",
        "生物药与化学药",
        "Biologics and chemical drugs",
        [
          ["BH-DR-1", "抗体药物", "Antibody drugs", "C2761", "抗体药物、双特异性抗体", 2, "生物"],
          ["BH-DR-2", "细胞与基因治疗", "Cell and gene therapy", "C2762", "细胞制备、病毒载体", 1, "基因"],
          ["BH-DR-3", "小分子创新药", "Small-molecule drugs", "C2710", "原料药、口服固体制剂", 2, "药业"],
          ["BH-DR-4", "合同研发生产", "Contract development and manufacturing", "M7340", "合同研发、中试放大", 1, "医药科技"],
          ["BH-DR-5", "药用辅料与耗材", "Excipients and consumables", "C2780", "层析填料、一次性反应袋", 0, ""],
        ],
      ],
      [
        "BH-MD",
        "医疗器械",
        "Medical devices",
        [
          ["BH-MD-1", "体外诊断", "In-vitro diagnostics", "C2770", "体外诊断试剂、免疫分析仪", 4, "诊断"],
          ["BH-MD-2", "医学影像", "Medical imaging", "C3581", "超声设备、数字X线机", 2, "影像"],
          ["BH-MD-3", "高值耗材", "High-value consumables", "C3584", "血管支架、骨科植入物", 1, "医疗"],
          ["BH-MD-4", "手术机器人", "Surgical robots", "C3581", "手术机器人、导航系统", 0, ""],
          ["BH-MD-5", "康复与监护", "Rehabilitation and monitoring", "C3586", "监护仪、康复外骨骼", 2, "康复"],
        ],
      ],
      [
        "BH-HS",
        "健康服务与数字医疗",
        "Health services and digital medicine",
        [
          ["BH-HS-1", "第三方检测", "Third-party testing", "Q8432", "医学检验、基因测序服务", 2, "检验"],
          ["BH-HS-2", "数字医疗", "Digital medicine", "I6513", "影像辅助诊断软件、互联网医院", 1, "数医"],
          ["BH-HS-3", "实验动物与模型", "Laboratory animals and models", "M7340", "实验动物、类器官模型", 0, ""],
          ["BH-HS-4", "医药冷链", "Pharmaceutical cold chain", "G5930", "医药冷链、温控包装", 1, "冷链"],
        ],
      ],
    ],
  ],
  [
    "EQ",
    "智能装备",
    "Intelligent equipment",
    [
      [
        "EQ-RB",
        "机器人",
        "Robots",
        [
          ["EQ-RB-1", "协作机器人整机", "Collaborative robots", "C3491", "协作机器人、移动机器人", 3, "机器人"],
          ["EQ-RB-2", "减速器", "Reducers", "C3453", "谐波减速器、行星减速器", 2, "传动"],
          ["EQ-RB-3", "伺服与控制", "Servo drives and control", "C3812", "伺服电机、伺服驱动器、运动控制器", 2, "伺服"],
          ["EQ-RB-4", "机器视觉", "Machine vision", "C4090", "工业相机、三维扫描仪", 1, "视觉"],
          ["EQ-RB-5", "灵巧手与末端", "Hands and end effectors", "C3491", "灵巧手、电动夹爪", 0, ""],
        ],
      ],
      [
        "EQ-MT",
        "精密机床与工具",
        "Precision machine tools",
        [
          ["EQ-MT-1", "数控机床", "Numerically controlled machine tools", "C3421", "加工中心、数控车床", 2, "机床"],
          ["EQ-MT-2", "数控刀具", "Cutting tools", "C3321", "硬质合金刀具、数控刀片", 3, "工具"],
          ["EQ-MT-3", "主轴与导轨", "Spindles and guideways", "C3425", "电主轴、直线导轨", 0, ""],
          ["EQ-MT-4", "数控系统", "Numerical control systems", "C4011", "数控系统、光栅尺", 0, ""],
          ["EQ-MT-5", "检测仪器", "Measuring instruments", "C4014", "三坐标测量机、粗糙度仪", 2, "仪器"],
        ],
      ],
      [
        "EQ-AV",
        "智能网联汽车部件",
        "Parts of intelligent vehicles",
        [
          ["EQ-AV-1", "车载计算", "On-board computing", "C3670", "域控制器、智能座舱", 2, "汽车电子"],
          ["EQ-AV-2", "车载感知", "On-board sensing", "C3670", "毫米波雷达、车载摄像头", 1, "雷达"],
          ["EQ-AV-3", "线控底盘", "Chassis by wire", "C3670", "线控制动、线控转向", 1, "底盘"],
          ["EQ-AV-4", "电驱系统", "Electric drives", "C3812", "驱动电机、电机控制器", 2, "电驱"],
          ["EQ-AV-5", "激光雷达", "Lidar", "C3983", "激光雷达、扫描振镜", 0, ""],
        ],
      ],
    ],
  ],
  [
    "GE",
    "绿色能源与新材料",
    "Green energy and new materials",
    [
      [
        "GE-ES",
        "新型储能",
        "Energy storage",
        [
          ["GE-ES-1", "储能电池", "Storage batteries", "C3841", "储能电池、钠离子电池", 3, "储能"],
          ["GE-ES-2", "电池管理与变流", "Battery management and conversion", "C3824", "储能变流器、电池管理系统", 2, "电气"],
          ["GE-ES-3", "储能系统集成", "System integration", "C3849", "储能集装箱、能量管理系统", 2, "能源"],
          ["GE-ES-4", "正负极材料", "Electrode materials", "C3985", "磷酸铁锂、硬碳负极", 0, ""],
          ["GE-ES-5", "电池回收利用", "Battery recycling", "C4210", "动力电池回收、黑粉", 0, ""],
        ],
      ],
      [
        "GE-HP",
        "氢能与光伏",
        "Hydrogen and photovoltaics",
        [
          ["GE-HP-1", "燃料电池部件", "Fuel-cell parts", "C3849", "膜电极、双极板", 1, "氢能"],
          ["GE-HP-2", "氢能阀门与储运", "Hydrogen valves and storage", "C3443", "氢能阀门、储氢瓶", 2, "阀门"],
          ["GE-HP-3", "光伏支架与组件", "Photovoltaic mounts and modules", "C3825", "光伏支架、光伏组件", 2, "光伏"],
          ["GE-HP-4", "电解水制氢", "Electrolysers", "C3463", "电解槽、制氢电源", 0, ""],
        ],
      ],
      [
        "GE-MA",
        "先进材料",
        "Advanced materials",
        [
          ["GE-MA-1", "碳纤维复合材料", "Carbon-fibre composites", "C3062", "碳纤维预浸料、复材结构件", 2, "复材"],
          ["GE-MA-2", "电子级树脂", "Electronic-grade resins", "C2651", "电子级树脂、封装胶", 1, "新材料"],
          ["GE-MA-3", "特种陶瓷", "Special ceramics", "C3073", "特种陶瓷、陶瓷基板", 2, "陶瓷"],
          ["GE-MA-4", "高纯靶材", "High-purity targets", "C3259", "高纯靶材、溅射靶", 1, "靶材"],
          ["GE-MA-5", "稀土功能材料", "Rare-earth materials", "C3985", "钕铁硼磁体、稀土抛光粉", 0, ""],
        ],
      ],
    ],
  ],
];

/** Nodes below some directions: code, name, English name, product words. */
const NODES: readonly (readonly [parent: string, code: string, name: string, nameEn: string, products: string])[] = [
  ["IT-IC-1", "IT-IC-1A", "电源管理芯片", "Power management chips", "电源管理芯片"],
  ["IT-IC-1", "IT-IC-1B", "射频前端", "Radio-frequency front ends", "射频芯片、滤波器"],
  ["IT-IC-3", "IT-IC-3A", "晶圆级封装", "Wafer-level packaging", "晶圆级封装"],
  ["IT-IC-3", "IT-IC-3B", "成品测试", "Final test", "成品测试、老化测试"],
  ["IT-IC-3", "IT-IC-3C", "测试探针卡", "Probe cards", "测试探针卡"],
  ["IT-IC-4", "IT-IC-4A", "减薄与划片", "Thinning and dicing", "晶圆减薄机、划片机"],
  ["IT-IC-4", "IT-IC-4B", "固晶与键合", "Die attach and bonding", "固晶机、引线键合机"],
  ["BH-MD-1", "BH-MD-1A", "化学发光", "Chemiluminescence", "化学发光试剂"],
  ["BH-MD-1", "BH-MD-1B", "分子诊断", "Molecular diagnostics", "核酸检测试剂"],
  ["EQ-RB-2", "EQ-RB-2A", "谐波减速器", "Harmonic reducers", "谐波减速器"],
  ["EQ-RB-2", "EQ-RB-2B", "行星减速器", "Planetary reducers", "行星减速器"],
  ["GE-ES-1", "GE-ES-1A", "磷酸铁锂电芯", "Lithium iron phosphate cells", "磷酸铁锂电芯"],
  ["GE-ES-1", "GE-ES-1B", "钠离子电芯", "Sodium-ion cells", "钠离子电芯"],
];

const M = "material";
const Q = "equipment";
const C = "component";
const S = "service";
/** Upstream, downstream, what flows, and how well it is proven (1 inferred, 2 published, 3 seen in contracts). */
const EDGES: readonly (readonly [from: string, to: string, kind: ChainEdge["kind"], proven: 1 | 2 | 3, evidence: string])[] = [
  ["IT-IC-6", "IT-IC-2", M, 2, "行业资料：晶圆制造以硅片和外延片为主材"],
  ["IT-IC-5", "IT-IC-2", M, 2, "行业资料：光刻、清洗、抛光用化学品"],
  ["GE-MA-4", "IT-IC-2", M, 3, "区内企业供货合同"],
  ["IT-IC-4", "IT-IC-3", Q, 3, "区内企业设备采购合同"],
  ["IT-IC-4", "IT-IC-2", Q, 2, "行业资料"],
  ["IT-IC-1", "IT-IC-2", S, 2, "设计企业流片"],
  ["IT-IC-2", "IT-IC-3", C, 3, "区内企业委托封测合同"],
  ["GE-MA-2", "IT-IC-3", M, 2, "封装用树脂"],
  ["GE-MA-3", "IT-IC-3", M, 2, "陶瓷基板"],
  ["IT-IC-3", "IT-SE-1", C, 3, "区内企业供货合同"],
  ["IT-IC-3", "EQ-AV-1", C, 2, "行业资料"],
  ["IT-IC-3", "GE-ES-2", C, 2, "功率模块用于变流器"],
  ["IT-IC-3", "EQ-AV-4", C, 2, "功率模块用于电机控制器"],
  ["IT-SE-1", "IT-SE-2", C, 2, "行业资料"],
  ["IT-SE-3", "IT-SE-2", C, 2, "行业资料"],
  ["IT-SE-4", "IT-SE-2", C, 1, "推断"],
  ["IT-SE-1", "EQ-RB-1", C, 3, "区内企业供货合同"],
  ["IT-SE-1", "BH-MD-5", C, 2, "监护仪传感器"],
  ["IT-SE-4", "EQ-AV-1", C, 2, "行业资料"],
  ["IT-SE-5", "IT-AI-4", C, 1, "推断"],
  ["IT-AI-1", "EQ-MT-1", S, 1, "推断"],
  ["IT-AI-3", "IT-AI-2", S, 2, "数据标注服务"],
  ["IT-AI-4", "IT-AI-2", S, 2, "算力服务"],
  ["IT-AI-5", "IT-AI-4", S, 1, "推断"],
  ["IT-AI-2", "BH-HS-2", S, 2, "影像辅助诊断"],
  ["BH-DR-5", "BH-DR-1", M, 2, "层析填料"],
  ["BH-DR-5", "BH-DR-2", M, 2, "一次性反应袋"],
  ["BH-DR-4", "BH-DR-1", S, 3, "区内企业委托研发合同"],
  ["BH-DR-4", "BH-DR-3", S, 2, "行业资料"],
  ["BH-HS-3", "BH-DR-4", S, 2, "临床前研究"],
  ["BH-DR-1", "BH-HS-4", S, 1, "推断"],
  ["BH-MD-1", "BH-HS-1", M, 3, "区内企业试剂采购合同"],
  ["BH-MD-2", "BH-HS-2", C, 1, "推断"],
  ["GE-MA-1", "BH-MD-5", M, 1, "推断"],
  ["EQ-RB-2", "EQ-RB-1", C, 3, "区内企业供货合同"],
  ["EQ-RB-3", "EQ-RB-1", C, 3, "区内企业供货合同"],
  ["EQ-RB-4", "EQ-RB-1", C, 2, "行业资料"],
  ["EQ-RB-5", "EQ-RB-1", C, 2, "行业资料"],
  ["GE-MA-5", "EQ-RB-3", M, 2, "伺服电机磁体"],
  ["GE-MA-5", "EQ-AV-4", M, 2, "驱动电机磁体"],
  ["EQ-RB-1", "BH-MD-4", C, 1, "推断"],
  ["EQ-MT-3", "EQ-MT-1", C, 2, "行业资料"],
  ["EQ-MT-4", "EQ-MT-1", C, 2, "行业资料"],
  ["EQ-MT-2", "EQ-MT-1", C, 3, "区内企业供货合同"],
  ["EQ-MT-1", "EQ-RB-2", Q, 2, "减速器加工"],
  ["EQ-MT-1", "EQ-AV-3", Q, 1, "推断"],
  ["EQ-MT-5", "EQ-RB-2", Q, 2, "精度检测"],
  ["GE-MA-3", "EQ-MT-2", M, 1, "推断"],
  ["EQ-AV-5", "EQ-AV-2", C, 2, "行业资料"],
  ["EQ-AV-2", "EQ-AV-1", C, 2, "行业资料"],
  ["GE-ES-4", "GE-ES-1", M, 2, "行业资料"],
  ["GE-ES-5", "GE-ES-4", M, 2, "回收的黑粉制成正极材料"],
  ["GE-ES-1", "GE-ES-5", M, 2, "退役电池回收"],
  ["GE-ES-1", "GE-ES-3", C, 3, "区内企业供货合同"],
  ["GE-ES-2", "GE-ES-3", C, 3, "区内企业供货合同"],
  ["GE-HP-2", "GE-HP-1", C, 1, "推断"],
  ["GE-HP-4", "GE-HP-2", M, 1, "推断"],
  ["GE-HP-3", "GE-ES-3", C, 1, "推断"],
];

const listOf = (words: string): string[] => words.split("、").filter((word) => word !== "");
const PROVEN = { 1: "weak", 2: "medium", 3: "strong" } as const;

const nodeOf = (
  code: string,
  level: ChainNode["level"],
  parent: string | null,
  name: string,
  nameEn: string,
  classes = "",
  products = "",
): ChainNode => ({
  code,
  level,
  parent,
  name,
  nameEn,
  classCodes: listOf(classes),
  products: listOf(products),
  note: "",
});

/** The version in force: 4 / 12 / 59. */
export function sampleChain(): ChainContent {
  return {
    nodes: INDUSTRIES.flatMap(([code, name, nameEn, fields]) => [
      nodeOf(code, "industry", null, name, nameEn),
      ...fields.flatMap(([fieldCode, fieldName, fieldEn, directions]) => [
        nodeOf(fieldCode, "field", code, fieldName, fieldEn),
        ...directions.flatMap(([directionCode, directionName, directionEn, classes, products]) => [
          nodeOf(directionCode, "direction", fieldCode, directionName, directionEn, classes, products),
          ...NODES.filter(([parent]) => parent === directionCode).map(([parent, nodeCode, nodeName, nodeEn, words]) =>
            nodeOf(nodeCode, "node", parent, nodeName, nodeEn, "", words),
          ),
        ]),
      ]),
    ]),
    edges: EDGES.map(([from, to, kind, proven, evidence]) => ({ from, to, kind, strength: PROVEN[proven], evidence })),
  };
}

/** What the zone had in 2024: 4 / 13. One field that has since been given up, others under older names and in other places. */
const OLDER = {
  gone: ["IT-AI-2", "IT-SE-5", "GE-ES-5", "EQ-AV-5", "BH-HS-3"],
  names: new Map([
    ["IT-AI", "软件与信息服务"],
    ["GE-ES-3", "储能电站集成"],
    ["IT-IC-2", "晶圆制造"],
  ]),
  parents: new Map([["IT-SE-3", "IT-VR"]]),
} as const;

export function olderSampleChain(): ChainContent {
  const { nodes, edges } = sampleChain();
  const gone = new Set<string>(OLDER.gone);
  const extra = [
    nodeOf("IT-VR", "field", "IT", "虚拟现实与超高清", "Virtual reality and ultra-high definition"),
    nodeOf("IT-VR-1", "direction", "IT-VR", "虚拟现实整机", "Virtual reality headsets", "C3969", "虚拟现实头显"),
    nodeOf("IT-VR-2", "direction", "IT-VR", "超高清内容制作", "Ultra-high-definition content", "R8730", "超高清视频制作"),
  ];
  return {
    nodes: [
      ...nodes
        .filter(({ code, parent }) => !gone.has(code) && !gone.has(parent ?? ""))
        .map((node) => ({ ...node, name: OLDER.names.get(node.code) ?? node.name, parent: OLDER.parents.get(node.code) ?? node.parent })),
      ...extra,
    ],
    edges: edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
}

const FIRMS = [
  "芯曜",
  "澜测",
  "恒启",
  "云帆",
  "峻达",
  "启明",
  "安岭",
  "瑞川",
  "泽远",
  "青拓",
  "凌云",
  "鼎和",
  "汇科",
  "中岭",
  "宏图",
  "欣源",
  "博川",
  "天枢",
  "星辰",
  "海川",
] as const;

export type SamplePlacement = {
  readonly node: string;
  readonly enterprise: string;
  readonly leading: boolean;
  readonly from: string;
  readonly products: readonly string[];
};

/** The resident producers, deterministic: one or more on each of 44 directions, of some on a node below it. */
export function samplePlacements(): readonly SamplePlacement[] {
  const directions = INDUSTRIES.flatMap(([, , , fields]) => fields.flatMap(([, , , list]) => list));
  return directions.flatMap(([code, , , , words, producers, word], place) => {
    const below = NODES.filter(([parent]) => parent === code);
    return Array.from(
      { length: producers },
      (_, one): SamplePlacement => ({
        node: below[one]?.[1] ?? code,
        products: listOf(below[one]?.[4] ?? words),
        enterprise: `岚州${FIRMS[(place * 3 + one * 7) % FIRMS.length]}${word}有限公司`,
        leading: one === 0 && producers >= 4,
        from: `20${String(14 + ((place + one * 3) % 10)).padStart(2, "0")}-0${1 + ((place + one) % 9)}-15`,
      }),
    );
  });
}
