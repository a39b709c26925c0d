import { describe, expect, it } from "vitest";
import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import { findFigures } from "#domains/intelligence/rules/figures/find-figures.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";
import type { ReadArticle } from "#domains/intelligence/rules/reading.ts";
import { localDate } from "#kernel/local-date.ts";

function figuresOf(original: string, changes: Partial<ReadArticle> = {}): Figure[] {
  const article: ReadArticle = {
    index: 0,
    title: "",
    region: "绵阳高新区",
    published: localDate("2023-07-20"),
    medium: null,
    text: MappedText.of(original),
    bodyStart: 0,
    ...changes,
  };
  return findFigures(article, { original, articles: [article], cuts: [] });
}
const lines = (text: string, changes?: Partial<ReadArticle>) =>
  figuresOf(text, changes).map(
    (figure) => `${figure.indicator} ${figure.value}${figure.unit}${figure.yoyPct === null ? "" : ` (${figure.yoyPct})`}`,
  );

describe("what a sentence states", () => {
  it.each([
    ["a level with its growth is one figure", "上半年完成规上工业总产值318.4亿元,同比增长9.6%。", ["规上工业总产值 318.4亿元 (9.6)"]],
    ["growth alone", "固定资产投资同比下降3.1%。", ["固定资产投资增速 -3.1% (-3.1)"]],
    ["growth in multiples", "跨境电商交易额12亿元,增长1.5倍。", ["跨境电商交易额 12亿元 (150)"]],
    ["doubling", "出口额2.4亿美元,同比翻了一番。", ["出口额 2.4亿美元 (100)"]],
    [
      "growth on the end of last year stands apart",
      "各项贷款余额86亿元,比年初增长4.2%。",
      ["各项贷款余额 86亿元", "各项贷款余额较年初增速 4.2%"],
    ],
    ["growth before its level", "规上工业总产值同比下滑2.7%,为418亿元。", ["规上工业总产值 418亿元 (-2.7)"]],
    [
      "a share in words with its number in brackets",
      "平板产业产值149亿元,占全区工业总产值的一半以上(55.6%)。",
      ["平板产业产值 149亿元", "平板产业产值占全区工业总产值比重 55.6%"],
    ],
    ["the label of a line", "电源芯片:收入19.8亿元,同比微增3.1%\n", ["电源芯片收入 19.8亿元 (3.1)"]],
    [
      "a table of zones",
      "开发区 | 实际使用外资(亿美元) | 同比(%) | 进出口总额(亿元) | 同比(%)\n梁山经开区 | 9.15 | -3.2 | 1203 | 15.8\n",
      ["实际使用外资 9.15亿美元 (-3.2)", "进出口总额 1203亿元 (15.8)"],
    ],
    [
      "the capacity of a named facility",
      "美国得州3GW组件厂于去年投产,配套30万立方米智能冷库。",
      ["组件厂产能 3GW", "智能冷库库容 30万立方米"],
    ],
    ["a multiple of last year", "货值达到87.4亿元,是去年同期的2.3倍。", ["货值 87.4亿元", "货值与去年同期之比 2.3倍"]],
    ["a loss is a negative profit", "净利润1.4亿元,另一家企业归母净利润亏损3.2亿元。", ["净利润 1.4亿元", "另一家企业归母净利润 -3.2亿元"]],
    ["words that only point back", "员工总数从高峰时的3.4万人减至2.27万人。", ["员工总数 3.4万人", "员工总数 2.27万人"]],
    [
      "growth dealt out with 依次",
      "汽车、医药、纺织产业分别实现产值96亿元、51亿元和28亿元,增幅依次为14.8%、9.2%、-3.6%。",
      ["汽车产值 96亿元 (14.8)", "医药产值 51亿元 (9.2)", "纺织产业产值 28亿元 (-3.6)"],
    ],
    [
      "incomes of town and country",
      "城乡居民人均可支配收入分别增长8.5%和9.5%。",
      ["城镇居民人均可支配收入增速 8.5% (8.5)", "农村居民人均可支配收入增速 9.5% (9.5)"],
    ],
    [
      "a rank among several",
      "规上工业增加值增速9.7%,在全市8个开发区中排名第二。",
      ["规上工业增加值增速 9.7% (9.7)", "开发区 8个", "规上工业增加值增速排名 2位"],
    ],
    ["a box whose number stands first", "10.6%  1-6月园区规上工业增加值同比增幅\n", ["规上工业增加值增速 10.6% (10.6)"]],
    ["a threshold is no figure", "新签约项目14个,其中5亿元以上的有4个。", ["新签约项目 14个", "5亿元以上项目 4个"]],
    ["what a policy grants in steps", "对首次突破5亿元、10亿元的企业,分别奖励50万元、100万元。", []],
    ["the difference from last year", "新签项目36个,较去年同期增加8个。", ["新签项目 36个", "新签项目较去年同期增加 8个"]],
    ["a noun behind its number", "12家企业新设立研发机构。", ["新设立研发机构企业 12家"]],
    ["a verb before, a noun behind", "累计推出47项改革举措。", ["推出改革举措 47项"]],
    [
      "stages of what was counted before",
      "全区86个计划建设项目中,在建41个、完工9个。",
      ["计划建设项目 86个", "在建项目 41个", "完工项目 9个"],
    ],
    [
      "classes of what was counted before",
      "创新平台总数达62家,其中国家级5家、省级23家。",
      ["创新平台总数 62家", "国家级创新平台 5家", "省级创新平台 23家"],
    ],
    ["a verb holds for the whole list", "签约生物医药等项目21个、合同投资额96亿元。", ["签约项目 21个", "合同投资额 96亿元"]],
    ["a share of the wider region", "进出口总额43亿元,占全市的18.5%。", ["进出口总额 43亿元", "进出口总额占全市比重 18.5%"]],
    ["a share whose thing stands behind", "以全市2.1%的土地贡献了全市16%的税收。", ["土地占全市比重 2.1%", "税收占全市比重 16%"]],
    [
      "a plan partly fulfilled",
      "实际利用外资0.8亿美元,完成年度任务的61%。",
      ["实际利用外资 0.8亿美元", "实际利用外资完成年度任务比例 61%"],
    ],
    [
      "growth dealt out",
      "第一、第二、第三产业增加值分别增长3%、8.1%和6.5%。",
      ["第一产业增加值增速 3% (3)", "第二产业增加值增速 8.1% (8.1)", "第三产业增加值增速 6.5% (6.5)"],
    ],
    [
      "levels dealt out over industries",
      "电子信息、装备制造、生物医药三大主导产业产值分别达到90亿元、60亿元和30亿元。",
      ["电子信息产业产值 90亿元", "装备制造产业产值 60亿元", "生物医药产业产值 30亿元"],
    ],
    [
      "shares dealt out",
      "高技术制造业、战略性新兴产业分别增长13%、12%,占工业总产值比重分别达52%、57%。",
      [
        "高技术制造业增速 13% (13)",
        "战略性新兴产业增速 12% (12)",
        "高技术制造业占工业总产值比重 52%",
        "战略性新兴产业占工业总产值比重 57%",
      ],
    ],
    ["capacity of a plant", "年产能将由12万件提升到30万件。", ["年产能 12万件", "年产能 30万件"]],
    [
      "quarter on quarter beside year on year",
      "营业收入8亿元,环比增长4%,同比增长20%。",
      ["营业收入 8亿元 (20)", "营业收入环比增速 4% (4)"],
    ],
    ["a rate against another time", "接待游客恢复到2019年同期的92%。", ["接待游客为2019年同期比例 92%"]],
    ["growth dealt out to levels", "专利申请800件,授权420件,分别增长12%和7%。", ["专利申请 800件 (12)", "授权 420件 (7)"]],
    ["before and after", "审批时限由60个工作日压缩至22个工作日。", ["审批时限(压缩前) 60个工作日", "审批时限 22个工作日"]],
    ["improvement of a process is no growth", "改造后生产效率提升31%,不良率下降42%。", ["生产效率提升 31%", "不良率下降 42%"]],
    ["a rank", "规上工业增加值增长11%,增速居全市第二。", ["规上工业增加值增速 11% (11)", "规上工业增加值增速全市排名 2位"]],
    ["the level counts, not the threshold that it passed", "高新技术企业突破300家、达到312家。", ["高新技术企业 312家"]],
    ["the sum over counted projects", "集中签约项目15个,总投资88亿元。", ["集中签约项目 15个", "总投资 88亿元"]],
  ])("%s", (_title, text, expected) => expect(lines(text)).toEqual(expected));

  it.each([
    ["the investment of one project", "总投资26亿元的光伏组件项目开工建设。"],
    ["what a policy grants and asks for", "对年营收首次达到1亿元的企业,给予最高50万元奖励。"],
    ["durations of construction", "项目从签约到投产仅用时8个月。"],
    ["dates and ages", "7月12日,32岁的工程师来到车间。"],
    ["difference in percentage points alone", "增速高于全省1.2个百分点。"],
  ])("%s: no figure", (_title, text) => expect(lines(text)).toEqual([]));
});

describe("for when, of whom, how sure", () => {
  it("takes the period from the sentence, then the paragraph, then the heading", () => {
    const text = "上半年,全区税收收入21亿元。完成工业投资34亿元。\n二、2024年安排\n工业投资增长12%。";
    expect(figuresOf(text).map((figure) => figure.period)).toEqual(["2023H1", "2023H1", "2024"]);
  });

  it("takes a level on a day for the month and a flow since January", () => {
    const [stock, flow] = figuresOf("截至6月底,市场主体保有量达2.3万户,签约项目31个。");
    expect([stock?.period, stock?.basis, flow?.period, flow?.basis]).toEqual(["2023-06", "point", "2023H1", "cumulative"]);
  });

  it("gives the years of a change to its two values", () =>
    expect(
      figuresOf("地区生产总值由2018年的210亿元增加到2022年的306亿元;高新技术企业由88家增加到201家。").map((figure) => figure.period),
    ).toEqual(["2018", "2022", "2018", "2022"]));

  it("speaks of the zone, of the company that is the subject, of the city when it says 全市", () => {
    const text = "绵阳高新区规上工业企业达133户。四川华联光电科技有限责任公司年产值3.2亿元。全市园区12个。";
    expect(figuresOf(text).map((figure) => [figure.region, figure.scope])).toEqual([
      ["绵阳高新区", "region"],
      ["四川华联光电科技有限责任公司", "company"],
      ["绵阳市", "region"],
    ]);
  });

  it("gives what stands in quotation marks to the speaker's company", () => {
    const [figure] = figuresOf("绵阳高新区忙着招商。“今年产值能突破3亿元。”绵阳海天精工股份有限公司副总经理说。");
    expect([figure?.region, figure?.indicator, figure?.period, figure?.kind]).toEqual([
      "绵阳海天精工股份有限公司",
      "产值",
      "2023",
      "actual",
    ]);
  });

  it("goes back to the zone when the text says 全区, after companies were spoken of", () => {
    const figures = figuresOf("绵阳海天精工股份有限公司年产值2.1亿元。今年1-5月,全区外贸出口9.5亿元。");
    expect(figures.map((figure) => figure.region)).toEqual(["绵阳海天精工股份有限公司", "绵阳高新区"]);
  });

  it("dates what a ceremony announces to its day", () => {
    const title = "绵阳高新区举行集中签约仪式\n";
    const [figure] = figuresOf(`${title}7月18日上午,活动在会展中心举行。\n新材料类项目7个。`, { bodyStart: title.length });
    expect(figure?.period).toBe("2023-07");
  });

  it("leaves averages over years without a period", () => {
    const figures = figuresOf("2022年税收收入31亿元,年均增长8%。");
    expect(figures.map((figure) => [figure.indicator, figure.period])).toEqual([
      ["税收收入", "2022"],
      ["税收收入年均增速", null],
    ]);
  });

  it("takes every item behind a goal and its colon for a plan", () => {
    const figures = figuresOf("2024年,园区把全年目标定为:地区生产总值增长7%以上,工业投资增长12%。");
    expect(figures.map((figure) => [figure.indicator, figure.kind])).toEqual([
      ["地区生产总值增速", "target"],
      ["工业投资增速", "target"],
    ]);
  });

  it("takes a plan without a time for the coming year that was named last", () => {
    const [figure] = figuresOf("面向2024年,园区将再出发。\n力争引进高层次人才500名。");
    expect([figure?.period, figure?.kind]).toEqual(["2024", "target"]);
  });

  it("keeps the difference from the wider region with its sign", () => {
    const [figure] = figuresOf("一季度固定资产投资增长5%,低于全省1.6个百分点。");
    expect(figure?.comparison).toEqual({ with: "province", points: "-1.6" });
  });

  it("tells plans from results and approximations from exact values", () => {
    const [done, planned] = figuresOf("新增市场主体900余户。力争全年引进人才500名以上。");
    expect([done?.kind, done?.approximation, planned?.kind, planned?.approximation]).toEqual(["actual", "over", "target", "over"]);
  });

  it("knows the indicator of the catalogue, and only when the name is certain", () => {
    const codes = figuresOf("实现地区生产总值(GDP)96亿元,社零增长6%,智能卡收入3亿元。").map((figure) => figure.code);
    expect(codes).toEqual(["gdp", "retail-sales", null]);
  });
});

describe("evidence", () => {
  it("quotes the source's own words with their places", () => {
    const original = "上半年,规上工业总产值318.4亿元,增长9.6%。";
    const [figure] = figuresOf(original);
    expect(figure?.quote).toBe("规上工业总产值318.4亿元,增长9.6%");
    expect(figure?.spans.map((span) => original.slice(span.start, span.end)).join("")).toBe(figure?.quote);
  });

  it("quotes the part around the number where a caption was cut out of the sentence", () => {
    const original = "战略性新兴[图:车间]企业产值99亿元。";
    const kept = MappedText.join([MappedText.of(original).slice(0, 5), MappedText.of(original).slice(11)]);
    const [figure] = figuresOf(original, { text: kept });
    expect([figure?.indicator, figure?.quote]).toEqual(["战略性新兴企业产值", "企业产值99亿元"]);
  });

  it("joins what the headline repeats to the statement in the body", () => {
    const title = "签约项目28个\n";
    const figures = figuresOf(`${title}上半年,绵阳高新区签约项目28个。`, { bodyStart: title.length });
    expect(figures.map((figure) => [figure.repeated, figure.period])).toEqual([
      [true, "2023H1"],
      [false, "2023H1"],
    ]);
  });

  it("reads rows under a header that says the units", () =>
    expect(lines("指标 | 绝对数(亿元) | 比上年增长(%)\n工业增加值 | 68.2 | 8.6\n住宿和餐饮业 | 3.5 | -1.2")).toEqual([
      "工业增加值 68.2亿元 (8.6)",
      "住宿和餐饮业 3.5亿元 (-1.2)",
    ]));

  it.each(["(((", "1亿元", "分别1%、", "由上年同期的5%", "全市1%的", "绵阳高新区1个项目", "等等等", "9"])(
    "ends on hostile text: %s repeated",
    (piece) => expect(Array.isArray(figuresOf(piece.repeat(Math.ceil(60_000 / piece.length))))).toBe(true),
  );
});
