import type { ImportSubject } from "#domains/registry/contract/import-operations.ts";
import type { Text } from "#kernel/texts.ts";

/** A column of a file as it may be called; `yearly` ones are told year by year (`revenue:2024`), `amount` ones take a unit from their heading. */
export type ImportColumn = {
  readonly key: string;
  readonly head: Text;
  readonly alias: readonly string[];
  readonly required: boolean;
  readonly width: number;
  readonly expected: Text;
  readonly amount?: true;
  readonly yearly?: true;
};

const text = (zh: string, en: string): Text => ({ zh, en });
const AMOUNT = text(
  "不小于 0 的数字，单位万元（表头或单元格可另写元、亿元）",
  "a number of 10,000 yuan, not below 0; heading or cell may say 元 or 亿元",
);
const DAY = text("日期，如 2015-03-02 或 2015年3月2日", "a day such as 2015-03-02");
const SHORT = text("不超过 120 字", "at most 120 characters");

const column = (
  key: string,
  head: Text,
  alias: readonly string[],
  width: number,
  expected: Text,
  more: { readonly required?: true; readonly amount?: true; readonly yearly?: true } = {},
): ImportColumn => ({ required: false, ...more, key, head, alias, width, expected });

/** The columns of a list of enterprises, in the order of the template. */
export const enterpriseColumns: readonly ImportColumn[] = [
  column(
    "name",
    text("企业名称", "Name"),
    ["名称", "公司名称", "企业全称", "全称", "单位名称", "full_name", "company"],
    36,
    text("2 至 120 字", "2 to 120 characters"),
    {
      required: true,
    },
  ),
  column(
    "identifier",
    text("统一社会信用代码", "Credit code"),
    ["信用代码", "社会信用代码", "统一信用代码", "uscc", "credit_code", "登记号", "注册号"],
    22,
    text("18 位并通过校验（GB 32100-2015）", "18 characters that pass the check of GB 32100-2015"),
  ),
  column(
    "identifierKind",
    text("代码种类", "Kind of code"),
    ["identifier_kind"],
    14,
    text("统一社会信用代码、境外登记号、临时编号之一", "credit code, foreign or provisional"),
  ),
  column(
    "status",
    text("登记状态", "Status"),
    ["状态", "经营状态", "企业状态"],
    10,
    text("存续、歇业、吊销、注销、迁出之一", "active, suspended, revoked, deregistered or moved-out"),
  ),
  column(
    "classCode",
    text("行业代码", "Class"),
    ["国民经济行业代码", "行业分类代码", "class_code", "industry_code", "gb_division_code"],
    12,
    text("GB/T 4754-2017 的代码，如 C3973", "a class of GB/T 4754-2017 such as C3973"),
  ),
  column(
    "otherClasses",
    text("其他行业代码", "Other classes"),
    ["other_classes"],
    16,
    text("代码之间用分号", "codes with semicolons between them"),
  ),
  column(
    "regionCode",
    text("行政区划代码", "Region"),
    ["区划代码", "region_code", "所在地代码", "所属地区", "所在地区", "省份", "province", "region"],
    12,
    text("2、4 或 6 位区划代码，或区划名称如 重庆市渝北区", "a code of 2, 4 or 6 digits, or the name of the division"),
  ),
  column(
    "address",
    text("住所", "Address"),
    ["地址", "注册地址", "企业地址", "经营场所"],
    36,
    text("不超过 300 字", "at most 300 characters"),
  ),
  column("founded", text("成立日期", "Founded on"), ["成立时间", "注册日期", "founded_date", "founded_on"], 14, DAY),
  column(
    "capital",
    text("注册资本（万元）", "Registered capital (10,000 yuan)"),
    ["注册资本", "注册资金", "registered_capital", "capital"],
    18,
    AMOUNT,
    { amount: true },
  ),
  column(
    "employees",
    text("从业人数", "Employees"),
    ["员工人数", "职工人数", "参保人数"],
    10,
    text("不小于 0 的整数", "a whole number, not below 0"),
    { yearly: true },
  ),
  column(
    "controller",
    text("控制类型", "Controller"),
    ["控股类型", "企业性质", "actual_controller_type"],
    12,
    text("央企、地方国企、民营、外资、院所高校、其他之一", "central-state, local-state, private, foreign, institute or other"),
  ),
  column(
    "scope",
    text("经营范围", "Scope of business"),
    ["主营业务", "main_business"],
    50,
    text("不超过 4000 字", "at most 4,000 characters"),
  ),
  column(
    "products",
    text("主要产品", "Products"),
    ["产品", "主营产品", "产品名称"],
    30,
    text("产品之间用分号或顿号", "products with semicolons between them"),
  ),
  column("website", text("网址", "Website"), ["官网", "企业网址"], 24, SHORT),
  column("stockCode", text("证券代码", "Stock code"), ["股票代码", "stock_code"], 12, text("6 位证券代码", "a stock code")),
  column(
    "revenue",
    text("营业收入（万元）", "Revenue (10,000 yuan)"),
    ["营业收入", "营收", "主营业务收入"],
    18,
    text("数字，单位万元", "a number of 10,000 yuan"),
    { amount: true, yearly: true },
  ),
  column(
    "revenueYear",
    text("收入年度", "Year of revenue"),
    ["营业收入年度", "财务年度", "revenue_year", "年份", "年度", "year"],
    10,
    text("年份，如 2024", "a year such as 2024"),
  ),
  column(
    "revenueGrowth",
    text("收入增长（%）", "Growth of revenue (%)"),
    ["收入增长", "营收增长率", "收入增速", "revenue_growth_pct"],
    12,
    text("百分数，如 12.5", "per cent such as 12.5"),
  ),
  column(
    "profit",
    text("净利润（万元）", "Net profit (10,000 yuan)"),
    ["净利润", "利润"],
    18,
    text("数字，单位万元", "a number of 10,000 yuan"),
    { amount: true, yearly: true },
  ),
  column("assets", text("资产总计（万元）", "Total assets (10,000 yuan)"), ["资产总计", "总资产", "资产总额"], 18, AMOUNT, {
    amount: true,
    yearly: true,
  }),
  column("liabilities", text("负债合计（万元）", "Total liabilities (10,000 yuan)"), ["负债合计", "总负债", "负债总额"], 18, AMOUNT, {
    amount: true,
    yearly: true,
  }),
  column(
    "tax",
    text("纳税额（万元）", "Tax paid (10,000 yuan)"),
    ["纳税额", "纳税总额", "税收"],
    18,
    text("数字，单位万元", "a number of 10,000 yuan"),
    { amount: true, yearly: true },
  ),
  column("research", text("研发投入（万元）", "Research (10,000 yuan)"), ["研发投入", "研发费用"], 18, AMOUNT, {
    amount: true,
    yearly: true,
  }),
  column(
    "qualifications",
    text("资质", "Qualifications"),
    ["企业资质", "资质荣誉"],
    30,
    text("如 高新技术企业(2024-10-01至2027-09-30)；专精特新中小企业", "such as high-tech(2024-10-01至2027-09-30)；specialised"),
  ),
  column("formerNames", text("曾用名", "Former names"), ["former_names"], 24, text("名称之间用分号", "names with semicolons between them")),
  column("shortName", text("简称", "Short name"), ["企业简称", "short_name"], 14, SHORT),
  column("englishName", text("英文名", "English name"), ["英文名称", "english_name"], 24, SHORT),
  column(
    "book",
    text("园区名册", "Book of the zone"),
    ["名册", "名册种类", "book"],
    14,
    text("在园企业、招商目标、合作伙伴、基金之一", "resident, target, partner or fund"),
  ),
  column("bookFrom", text("列入日期", "In the book from"), ["入园日期", "book_from"], 14, DAY),
];

/** The columns of a list of ties. Each end is told by its code or, where that is the only one of its name, by its name. */
export const tieColumns: readonly ImportColumn[] = [
  column(
    "from",
    text("一方（代码或名称）", "From (code or name)"),
    ["一方", "供方", "供应商", "投资方", "股东", "from"],
    30,
    text("已登记企业的代码或名称", "code or name of a registered enterprise"),
    { required: true },
  ),
  column(
    "to",
    text("另一方（代码或名称）", "To (code or name)"),
    ["另一方", "需方", "客户", "被投资方", "to"],
    30,
    text("已登记企业的代码或名称", "code or name of a registered enterprise"),
    { required: true },
  ),
  column(
    "kind",
    text("关联种类", "Kind"),
    ["种类", "关系", "kind"],
    12,
    text("供货、投资、同一集团、同一地址、共同高管之一", "supply, investment, group, address or officer"),
    { required: true },
  ),
  column("share", text("持股比例（%）", "Share (%)"), ["持股比例", "占比", "share"], 12, text("0 至 100 的数字", "a number from 0 to 100")),
  column("strength", text("强度", "Strength"), ["strength"], 8, text("1 至 100 的整数", "a whole number from 1 to 100")),
  column("evidence", text("依据", "Evidence"), ["来源说明", "evidence"], 36, text("不超过 500 字", "at most 500 characters")),
  column("asOf", text("截至日期", "As of"), ["日期", "as_of"], 14, DAY),
];

const WHOSE = column(
  "enterprise",
  text("企业（代码、证券代码或名称）", "Enterprise (code, stock code or name)"),
  ["企业", "统一社会信用代码", "信用代码", "证券代码", "股票代码", "stock_code", "uscc", "企业名称", "公司名称", "名称", "company", "name"],
  30,
  text("已登记企业的代码、证券代码或名称", "code, stock code or name of a registered enterprise"),
  { required: true },
);
const SIGNED = text("数字，单位万元（表头或单元格可另写元、亿元）", "a number of 10,000 yuan; heading or cell may say 元 or 亿元");

/** Figures of a list with one row a year, whatever the enterprise. */
export const financeColumns: readonly ImportColumn[] = [
  WHOSE,
  column(
    "year",
    text("年度", "Year"),
    ["年份", "会计年度", "财务年度", "报告期", "report_date", "fiscal_year"],
    12,
    text("年份如 2024，或该年的 12 月 31 日", "a year such as 2024, or its 31 December"),
    { required: true },
  ),
  column("revenue", text("营业收入（万元）", "Revenue (10,000 yuan)"), ["营业收入", "营业总收入", "营收", "主营业务收入"], 18, SIGNED, {
    amount: true,
  }),
  column("profit", text("净利润（万元）", "Net profit (10,000 yuan)"), ["净利润", "利润"], 18, SIGNED, { amount: true }),
  column("assets", text("资产总计（万元）", "Total assets (10,000 yuan)"), ["资产总计", "总资产", "资产总额"], 18, AMOUNT, {
    amount: true,
  }),
  column("liabilities", text("负债合计（万元）", "Total liabilities (10,000 yuan)"), ["负债合计", "总负债", "负债总额"], 18, AMOUNT, {
    amount: true,
  }),
  column("tax", text("纳税额（万元）", "Tax paid (10,000 yuan)"), ["纳税额", "纳税总额", "税收"], 18, SIGNED, { amount: true }),
  column("research", text("研发投入（万元）", "Research (10,000 yuan)"), ["研发投入", "研发费用"], 18, AMOUNT, { amount: true }),
  column(
    "employees",
    text("从业人数", "Employees"),
    ["员工人数", "职工人数", "参保人数"],
    10,
    text("不小于 0 的整数", "a whole number, not below 0"),
  ),
];

/** Products and segments with one row each. */
export const productColumns: readonly ImportColumn[] = [
  WHOSE,
  column(
    "product",
    text("产品或业务", "Product or business"),
    ["产品", "产品名称", "主营产品", "业务"],
    30,
    text("不超过 120 字", "at most 120 characters"),
    {
      required: true,
    },
  ),
  column(
    "segment",
    text("所属分部", "Segment"),
    ["分部", "业务分部", "分产品", "分行业"],
    20,
    text("不超过 60 字", "at most 60 characters"),
  ),
  column(
    "share",
    text("占营业收入（%）", "Share of revenue (%)"),
    ["收入占比", "占营业收入", "占比", "share_pct"],
    14,
    text("0 至 100 的百分数", "per cent from 0 to 100"),
  ),
  column(
    "ratio",
    text("营业收入占比小数", "Share of revenue from 0 to 1"),
    ["收入比重", "weight", "ratio"],
    14,
    text("0 至 1 的数字", "a number from 0 to 1"),
  ),
  column("revenue", text("营业收入（万元）", "Revenue (10,000 yuan)"), ["营业收入", "收入", "主营业务收入"], 18, SIGNED, { amount: true }),
  column(
    "year",
    text("年度", "Year"),
    ["年份", "会计年度", "报告期", "report_date"],
    12,
    text("年份如 2024，或该年的一天", "a year such as 2024, or a day of it"),
  ),
];

const COLUMNS: Readonly<Record<ImportSubject, readonly ImportColumn[]>> = {
  enterprises: enterpriseColumns,
  ties: tieColumns,
  finances: financeColumns,
  products: productColumns,
};
export const columnsOf = (subject: ImportSubject): readonly ImportColumn[] => COLUMNS[subject];

export const importTemplateNames = {
  enterprises: { sheet: { zh: "企业", en: "Enterprises" }, file: { zh: "企业导入模板.xlsx", en: "enterprises-template.xlsx" } },
  ties: { sheet: { zh: "关联", en: "Ties" }, file: { zh: "关联导入模板.xlsx", en: "ties-template.xlsx" } },
  finances: { sheet: { zh: "财务", en: "Finances" }, file: { zh: "财务导入模板.xlsx", en: "finances-template.xlsx" } },
  products: { sheet: { zh: "产品", en: "Products" }, file: { zh: "产品导入模板.xlsx", en: "products-template.xlsx" } },
} as const satisfies Record<string, { readonly sheet: Text; readonly file: Text }>;
