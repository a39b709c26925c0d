import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

/** Endings of registered names, longest first. Source of the forms: 企业名称登记管理规定 (2020), art. 6 and 11. */
export const REGISTERED_ENDING =
  /(?:集团有限责任公司|集团股份有限公司|控股集团有限公司|控股有限公司|股份有限公司|有限责任公司|集团有限公司|有限公司|集团股份公司|集团总公司|集团公司|总公司|股份公司|\(有限合伙\)|专业合作社|合作社)/g;

/** What a company does, as the last words of its trade name. Strong ones make a name of any unusual pair before them. */
export const STRONG_BUSINESS =
  "科技集团|科技|新材料|新材|新能源|能源|重工|药业|制药|医药|生物医药|生物科技|生物|微电子|半导体|电子|光电|光学|软件|通信|通讯|智能制造|智能装备|智能科技|智能|智造|股份|汽车|机器人|自动化|大数据|" +
  "模塑|注塑|压铸|竹业|木业|门业|米业|面业|硅业|钛业|镁业|锰业|钨业|锌业|重汽|生科|光能|数科|芯科|智控|微电|" +
  "物流|快递|速运|医疗器械|医疗|电气|电器|机械|机电|精密|精工|重型|食品|农牧|牧业|农科|乳业|酒业|纺织|服饰|家居|建材|化工|石化|钢铁|铝业|铜业|锂业|锂电|锂能|矿业|合金|电源|电池|光伏|储能|激光|传感|" +
  "资本|创投|控股|实业|置业|地产|传媒|文旅|基因|诊断|水务|陶瓷|玻璃|橡胶|轮胎|塑胶|塑业|纸业|种业|粮油|饲料|供应链|金服|互联|互娱|航空|航天|泵业|阀门|轴承|线缆|电缆|电机|电梯|照明|卫浴|仪器|仪表|量子|无人机|船舶|股权|信息|网络|环保|装备|材料|金属";
const WEAK_BUSINESS =
  "建设|工业|投资|检测|设计|安全|工程|显示|动力|交通|教育|旅游|农业|贸易|商业|金融|保险|电力|环境|文化|配件|零部件|数据|健康|国际|技术|制造|服务|实验|商贸|百货|酒店|餐饮|影视|动漫|装饰|包装|服装|家具|模具|门窗|空调|涂料|树脂|碳素|林业|资源|开发|发展|管理|咨询|置地|高科|机床|茶业|果业|纤维|钢构|管业|制造|冶金|磁材|轴研|化学|化纤|炭材|沥青|铜箔|玻纤|电工|工贸|包材|皮革|鞋业|灯饰|珠宝|印务|渔业|园艺|花卉|菌业|粮食|盐业|糖业|热力|燃气|供水|市政|路桥|港务|海运|航运|通航|轨交|演艺|体育|养老|护理|口腔|眼科|骨科";
export const BUSINESS_CHAIN = new FindPattern(new RegExp(`(?:${STRONG_BUSINESS})(?:${STRONG_BUSINESS}|${WEAK_BUSINESS}){0,3}`));
export const BUSINESS_WORD = new RegExp(`(?:${STRONG_BUSINESS}|${WEAK_BUSINESS}|产业)`, "g");
/** The words that companies put behind their trade name, as against what they make. */
export const CORPORATE =
  /^(?:智能(?!装备|制造|终端|网联|工厂|家居|机器|传感|仪|产|化|电|穿|设备|物|检|医|交)|生物科技|智能科技|科技集团|科技|微电子|半导体|电子|药业|制药|医药|生物|股份|集团|重工|智造|新材料|新材|新能源|能源|电气|电器|通信|信息|软件|光电|医疗|机电|实业|控股|食品|乳业|石化|炭材|沥青|机床|钢铁|铜业|铝业|锂业|锂能|化工|环保|物流|快递|水务|资本|航空|汽车(?!电子|零|配|测|轻|内|座|玻))/;
/** What follows a branch of industry and not a company. */
export const INDUSTRY_FOLLOWS =
  /^(?:产业|行业|领域|企业|制造业|服务业|业|类|型|方向|赛道|集群|基础|器件|元件|元器件|化|园(?!林|艺|科|丰)|城|人才|创新|应用)/;

/** "邯郸钢铁", "福建水泥": a line of business alone, which behind a place names a company where companies stand. */
export const ONLY_BUSINESS = new RegExp(`^(?:${STRONG_BUSINESS}|${WEAK_BUSINESS}|水泥|路桥|港湾|园林|集团|股份|证券|银行){1,3}$`);

export const COMPANY_TITLES =
  "党委书记|董事长|副董事长|总经理|副总经理|总裁|副总裁|首席执行官|首席技术官|创始人|联合创始人|技术总监|运营总监|生产总监|财务总监|行政主管|经理|厂长|总监|总工程师|相关负责人|有关负责人|负责人";

/** Departments of local government; those with 和 inside come first because 和 elsewhere ends a name. */
const JOINED =
  "发展和改革|经济和信息化|工业和信息化|住房和城乡建设|住房城乡建设|文化和旅游|文化旅游|人力资源和社会保障|规划和自然资源|自然资源和规划|科技和工业信息化|科学技术和工业信息化|卫生和计划生育|交通和建设|农业和农村|商务和投资促进|审批服务和政务信息管理|社会事务和公共服务|水利和湖泊|城市管理和综合执法|国土资源和房屋管理|质量和技术监督|统计和调查|产业发展和科技创新|招商和企业服务|经济发展和财政金融|经济发展和统计|经济发展和科技|经济和科技|财政和金融|财政金融和国有资产|投资促进和商务|规划和建设|建设和交通|科技和人才|行政审批和政务服务|应急管理和生态环境|社会事业和民生|党群工作和人力资源|改革和统计";
export const DEPARTMENT = new FindPattern(new RegExp(`(?:${JOINED})(?:局|委员会|委|厅|办公室|中心)`));
const DUTIES =
  "工业|经济|工信|科技|商务|经信|发改|发展|改革|财政|统计|招商|投资|文旅|文化|旅游|住建|建设|规划|交通|农业|农村|水利|民政|教育|卫健|卫生|人社|应急|环保|生态环境|市场监管|审批|服务|政务|数据|大数据|产业|金融|国土|人才|经贸|安监|信息化|贸易|外经贸|粮食";
/** "工信和科技局": two duties in one department. */
export const JOINT_DEPARTMENT = new FindPattern(new RegExp(`(?:${DUTIES}){1,2}(?:和|与)(?:${DUTIES}){1,2}(?:局|委员会|委|办公室)`));
const BODIES =
  "局|管理委员会|管委会|发展改革委|发改委|经信委|经济信息委|卫健委|国资委|科委|商务委|厅|人民政府|政府|融媒体中心|传媒中心|新闻中心|海关";
export const DEPARTMENTS = [
  new FindPattern(/调查总?队/),
  DEPARTMENT,
  JOINT_DEPARTMENT,
  new FindPattern(new RegExp(`(?:${BODIES})`)),
] as const;

const INSTITUTIONS =
  "产业技术研究院|技术研究院|研究总院|研究院|研究所|科学院|设计院|规划院|大学|学院|重点实验室|实验室|科学中心|创新中心|科创中心|研究中心|促进中心|研发中心|医学中心|检测中心|车检院|医院|协会|学会|商会|基金会|产业联盟|联盟|交易所|交易中心|银行|投资基金|产业基金|引导基金|日报社|日报|晚报|晨报|电视台";
export const INSTITUTION_ENDING = new FindPattern(new RegExp(`(?:${INSTITUTIONS})`));
