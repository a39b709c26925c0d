/** What public money for enterprises is called. Source of the forms: 预算法实施条例 (转移支付、专项资金), 政府投资基金暂行管理办法, usual clauses of local measures. */
const AID_WORDS =
  "一次性奖励|奖励资金|扶持资金|专项资金资助|专项资金|补助资金|补贴资金|财政补助|政府补助|财政补贴|财政奖励|奖补资金|奖补|引导基金|产业基金|发展基金|扶持基金|投资基金|创投基金|母基金|纾困基金|风险补偿金|风险补偿|贷款贴息|贴息|消费券|购房补贴|人才补贴|租金补贴|补贴|补助|奖励|资助|扶持|奖金|配套支持|资金支持|资金合作计划|创新券|服务券|科技券|房租减免|退税|减免";
export const AID_BEFORE_AMOUNT = new RegExp(
  `((?:${AID_WORDS}))(?:资金|金额|总额|标准|额度|规模)?(?:最高|单项|每[家个户项]|各|合计|累计|共计|可达|达到|达|约为|约|近|超过|超|不超过|不低于|为|共|人民币|总计){0,4}(\\d{1,9}(?:\\.\\d{1,6})?)(?:多|余)?(亿|万)?元`,
  "g",
);
export const AMOUNT_BEFORE_AID = new RegExp(
  `(\\d{1,9}(?:\\.\\d{1,6})?)(?:多|余)?(亿|万)?元(?:\\/[家人次个台套项户])?(?:以内|以上|左右|人民币)?的?([\\u4e00-\\u9fff“”]{0,12}?(?:${AID_WORDS}))`,
  "g",
);
/** Announced measures and plans with their name in book-title marks. */
export const MEASURE = /《([^《》\n]{2,60})》/g;
export const MEASURE_ENDING =
  /(?:办法|措施|意见|方案|计划|政策|规定|细则|条例|通知|决定|规划|纲要|目录|指南|指引|清单|条|若干|\d+条|行动|举措|公告|规则|规范|标准)(?:\(.{1,12}\))?$/;
