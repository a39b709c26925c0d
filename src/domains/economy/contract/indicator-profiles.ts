import type { Text } from "#kernel/texts.ts";

/** What indicators of one statistical field have in common: who collects them, from what, when they come out, and how far they go. */
export type IndicatorProfile = {
  readonly source: Text;
  readonly collector: Text;
  readonly releaseCalendar: Text;
  readonly basis: Text;
  readonly calibre: Text;
};

const text = (zh: string, en: string): Text => ({ zh, en });
const CUMULATIVE = text("年初至本期末累计", "Cumulative from the start of the year");
const STOCK = text("期末时点数", "Level at the end of the period");
const MONTHLY = text("月后20日前后，1—2月合并发布", "About the 20th of the next month; January and February together");
const BUREAU = text("经济发展（统计）部门", "Economic development (statistics) department");

/** Fields of statistics and their habits; general practice of the national statistical report system. */
export const indicatorProfiles = {
  "national-accounts": {
    source: text("地区生产总值统一核算", "Unified accounts of regional product"),
    collector: text("统计部门（上级统一核算后反馈）", "Statistics department, fed back after unified accounting above"),
    releaseCalendar: text(
      "季后约20日；年度先初步核算，次年最终核实",
      "About 20 days after the quarter; the year first preliminary, verified the year after",
    ),
    basis: text("季度为年初累计", "Quarters are cumulative"),
    calibre: text("总量按现价，增速按不变价", "Level at current prices, growth at constant prices"),
  },
  industry: {
    source: text("规模以上工业统计报表（联网直报）", "Reports of industry above designated size, filed online"),
    collector: BUREAU,
    releaseCalendar: MONTHLY,
    basis: CUMULATIVE,
    calibre: text(
      "年主营业务收入2000万元及以上工业法人；产值按现价",
      "Industrial legal persons with main revenue of 20 million yuan and above; output at current prices",
    ),
  },
  investment: {
    source: text("固定资产投资统计报表（按项目入库）", "Fixed-asset investment reports, by registered project"),
    collector: BUREAU,
    releaseCalendar: MONTHLY,
    basis: CUMULATIVE,
    calibre: text(
      "计划总投资500万元及以上项目与房地产开发；增速按可比口径",
      "Projects of 5 million yuan and above and real-estate development; growth on a comparable scope",
    ),
  },
  construction: {
    source: text("建筑业统计报表", "Construction reports"),
    collector: text("统计、住房建设部门", "Statistics and housing departments"),
    releaseCalendar: text("季后20日前后", "About 20 days after the quarter"),
    basis: CUMULATIVE,
    calibre: text("按企业注册地，有资质的建筑业企业", "Qualified construction firms, by place of registration"),
  },
  consumption: {
    source: text("批发零售、住宿餐饮业统计报表", "Reports of wholesale, retail, lodging and catering"),
    collector: text("统计、商务部门", "Statistics and commerce departments"),
    releaseCalendar: MONTHLY,
    basis: CUMULATIVE,
    calibre: text("按名义（现价）计算", "In nominal terms, at current prices"),
  },
  services: {
    source: text("规模以上服务业统计报表", "Reports of services above designated size"),
    collector: BUREAU,
    releaseCalendar: text("月后月底，较其他行业晚一个月", "At the end of the next month, one month later than other industries"),
    basis: CUMULATIVE,
    calibre: text("达到规模标准的服务业法人单位，按现价", "Service legal persons above the designated size, current prices"),
  },
  transport: {
    source: text("交通运输统计", "Transport statistics"),
    collector: text("交通、口岸部门", "Transport and port departments"),
    releaseCalendar: text("月后15日前后", "About the 15th of the next month"),
    basis: CUMULATIVE,
    calibre: text("按作业发生地", "By place of handling"),
  },
  tourism: {
    source: text("文化旅游统计与抽样调查", "Culture and tourism statistics and sample surveys"),
    collector: text("文化和旅游部门", "Culture and tourism department"),
    releaseCalendar: text("季度、节假日后", "Quarterly and after holidays"),
    basis: CUMULATIVE,
    calibre: text("抽样推算，各地方法不尽相同", "Estimated from samples; methods differ between places"),
  },
  customs: {
    source: text("海关进出口统计", "Customs statistics"),
    collector: text("海关、商务部门", "Customs and commerce department"),
    releaseCalendar: text("月后约20日（海关先行发布全国数）", "About the 20th of the next month, after the national release"),
    basis: CUMULATIVE,
    calibre: text(
      "按经营单位所在地，人民币计价；进出口 = 出口 + 进口",
      "By location of the trading firm, in yuan; trade is exports plus imports",
    ),
  },
  capital: {
    source: text("利用外资、内资统计", "Statistics of foreign and domestic capital"),
    collector: text("商务、招商部门", "Commerce and promotion departments"),
    releaseCalendar: text("月后15日前后", "About the 15th of the next month"),
    basis: CUMULATIVE,
    calibre: text("以实际到账为准，合同数另列", "By funds received; contracts are listed apart"),
  },
  fiscal: {
    source: text("财政收支与税收会计报表", "Budget and tax accounts"),
    collector: text("财政、税务部门", "Finance and tax departments"),
    releaseCalendar: text("月后10日前后", "About the 10th of the next month"),
    basis: CUMULATIVE,
    calibre: text("按预算级次；区级与全口径不可混用", "By budget level; local and all-level revenue must not be mixed"),
  },
  banking: {
    source: text("金融机构信贷收支统计", "Credit statistics of financial institutions"),
    collector: text("人民银行分支机构、金融工作部门", "Branch of the central bank, finance office"),
    releaseCalendar: text("月后15日前后", "About the 15th of the next month"),
    basis: STOCK,
    calibre: text("本外币或人民币口径须注明", "State whether all currencies or yuan only"),
  },
  prices: {
    source: text("价格抽样调查", "Price sample surveys"),
    collector: text("国家统计局调查队", "Survey team of the national bureau"),
    releaseCalendar: text("月后约10日", "About the 10th of the next month"),
    basis: text("当月同比、累计同比分列", "Month on year and cumulative apart"),
    calibre: text("以上年同期为100的指数，常以涨跌幅公布", "Index with the same period of last year as 100, usually published as a change"),
  },
  households: {
    source: text("住户收支与劳动力调查、人口变动抽样", "Household, labour-force and population surveys"),
    collector: text("国家统计局调查队、人社部门", "Survey team, human-resources department"),
    releaseCalendar: text("季度；人口为年度", "Quarterly; population yearly"),
    basis: CUMULATIVE,
    calibre: text("抽样推算，收入增速名义与实际分列", "Sample estimates; nominal and real growth of income apart"),
  },
  registration: {
    source: text("市场主体登记", "Registration of business entities"),
    collector: text("市场监管部门", "Market regulation department"),
    releaseCalendar: text("月后10日前后", "About the 10th of the next month"),
    basis: STOCK,
    calibre: text("期末实有数；增长常较上年末，不是同比", "Entities at the end of the period; growth is usually on the end of last year"),
  },
  qualification: {
    source: text("认定、备案、评价入库名单", "Lists of recognition, filing and evaluation"),
    collector: text("科技、工业和信息化、金融工作部门", "Science, industry and finance departments"),
    releaseCalendar: text("随批次公布", "With each batch"),
    basis: STOCK,
    calibre: text("有效期内的企业；级别（国家、省、市）须注明", "Firms whose title is valid; state the level of the title"),
  },
  innovation: {
    source: text("研发活动统计、知识产权与技术市场登记", "R&D statistics, registers of intellectual property and technology contracts"),
    collector: text("科技、统计、知识产权部门", "Science, statistics and intellectual-property departments"),
    releaseCalendar: text("年度；技术合同按季", "Yearly; technology contracts by quarter"),
    basis: text("年度数，平台与专利为期末时点数", "Yearly; platforms and patents at the end of the period"),
    calibre: text("级别与是否有效须注明", "State the level, and whether still valid"),
  },
  promotion: {
    source: text("招商项目台账", "Ledger of promotion projects"),
    collector: text("招商部门", "Promotion department"),
    releaseCalendar: text("按周、按月调度", "Weekly and monthly dispatch"),
    basis: CUMULATIVE,
    calibre: text("同一项目只计一次；合同额与到位额不可混用", "Each project once; contracted and arrived amounts must not be mixed"),
  },
  projects: {
    source: text("建设项目台账与调度会", "Ledger of construction projects and dispatch meetings"),
    collector: text("项目专班、建设部门", "Task forces and construction department"),
    releaseCalendar: text("按周调度，月末汇总", "Weekly dispatch, summed at the end of the month"),
    basis: STOCK,
    calibre: text("在建、开工、竣工有重叠，不相加", "Under construction, started and completed overlap and are never added"),
  },
  environment: {
    source: text("能源与环境监测统计", "Energy and environment monitoring"),
    collector: text("发展改革、生态环境部门", "Development and ecology departments"),
    releaseCalendar: text("月度、年度", "Monthly and yearly"),
    basis: CUMULATIVE,
    calibre: text("按可比价计算的单位值或监测天数", "Per unit at comparable prices, or days observed"),
  },
  land: {
    source: text("用地与载体台账", "Ledgers of land and premises"),
    collector: text("规划自然资源、园区运营部门", "Planning department and park operators"),
    releaseCalendar: text("季度、年度", "Quarterly and yearly"),
    basis: STOCK,
    calibre: text("用地面积口径须注明：供地、建成或规划", "State which land: supplied, built or planned"),
  },
  company: {
    source: text("企业公告、财务报表或企业自述", "Company announcements, statements or the firm's own words"),
    collector: text("企业", "The company"),
    releaseCalendar: text("随企业披露", "As the company discloses"),
    basis: text("以原文所述为准", "As the source says"),
    calibre: text("单个企业或项目的数，不计入地区成绩单", "One company or project; never part of a region's card"),
  },
} as const satisfies Readonly<Record<string, IndicatorProfile>>;

export type ProfileName = keyof typeof indicatorProfiles;
