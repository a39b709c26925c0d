import { describe, expect, test } from "vitest";
import { readDocument } from "#domains/intelligence/rules/read-document.ts";
import { localDate } from "#kernel/local-date.ts";

const read = (original: string) => readDocument(original, { mime: "text/plain", published: null });
const textOf = (original: string) =>
  read(original)
    .articles.map((article) => article.text.text)
    .join("\n");
const BODY = "云岭高新区管委会近日通报,今年上半年全区完成固定资产投资36.5亿元,同比增长9.2%,增速比一季度加快1.3个百分点。";
const MORE = "通报说,园区将继续为企业办实事,把各项惠企政策落到每一家企业,让项目早开工、早投产、早见效。";

describe("noise goes, text stays", () => {
  test.each([
    ["a breadcrumb", "您现在的位置:首页 > 园区动态 > 正文"],
    ["a menu with bars", "首页 | 园区概况 | 新闻中心 | 政务公开 | 联系我们"],
    ["a foot", "版权所有:云岭高新区管委会 技术支持:某某科技 某ICP备12345678号"],
    ["a hot line", "新闻热线:0999-1234567"],
    ["tags", "标签: 高新区 固定资产投资 上半年"],
    ["a player's clock", "0:00 / 2:37"],
    ["a disclaimer", "免责声明:本文仅供参考,不构成投资建议,据此操作风险自担。"],
    ["a picture's caption", "图为云岭高新区一家企业的生产车间。"],
    ["a caption with its photographer", "忙碌的云岭港码头(某某某 摄)"],
    ["an editor", "责任编辑:某某某"],
    ["planted spam", "国产精品在线观看,时时彩开奖,娱乐城注册送彩金"],
    ["planted addresses", "http://www.spam.example http://www.more-spam.example"],
    ["a script that lost its tags", "function ShowTab(n){for(var i=1;i<=3;i++){document.getElementById('t'+i).style.display='none';}}"],
    ["an attachment", "附件：云岭高新区政府工作报告.docx"],
    ["a teaser", "【图】全球最美的十座桥"],
  ])("%s", (_, noise) => {
    const text = textOf(`云岭高新区上半年投资增长9.2%\n\n${noise}\n\n${BODY}\n\n${noise}\n\n${MORE}\n\n${noise}`);
    expect(text).not.toContain(noise.slice(0, 12));
    expect(text).toContain(BODY);
    expect(text).toContain(MORE);
  });

  test("a list of other pages after its marker, until running text comes back", () => {
    const farm = ["某地两车相撞无人受伤", "今起部分公交线路恢复", "某公司三季度净亏损收窄35.8%", "全球快讯:某品牌开店破百家"].join("\n\n");
    const text = textOf(`云岭高新区上半年投资增长\n\n${BODY}\n\n相关阅读\n\n${farm}\n\n精彩推荐\n\n${farm}`);
    expect(text).toContain(BODY);
    expect(text).not.toContain("35.8%");
    expect(text).not.toContain("相撞");
  });

  test.each([
    ["a subheading that menus use too", "招商引资"],
    ["a chapter behind a bullet", "■工业经济"],
    ["honest words that spam uses", "福利彩票、体育彩票销售额3.2亿元,成人教育在校生1.2万人"],
    ["a row of a table", "工业增加值 | 681.29 | 18.6"],
  ])("%s stays", (_, line) => {
    const document = read(`云岭高新区上半年投资增长9.2%\n\n${BODY}\n\n${line}\n\n${MORE}`);
    expect(document.articles).toHaveLength(1);
    expect(document.articles[0]?.text.text).toContain(line);
  });

  test("a paragraph about minors is no spam", () => {
    const paragraph = "全区开展未成年人保护行动,建成未成年人活动站12个,未成年人福利服务覆盖全部镇街,为成年残疾人发放福利补贴360万元。";
    expect(textOf(`云岭高新区民生实事加快落地\n\n${BODY}\n\n${paragraph}`)).toContain(paragraph);
  });

  test("a box that repeats figures is kept", () => {
    const box = "数读\n\n固定资产投资36.5亿元,增长9.2%\n\n出口总额35.2亿元,增长6.1%\n\n进口总额18.4亿元,下降2.3%";
    expect(textOf(`云岭高新区交出成绩单\n\n${BODY}\n\n${MORE}\n\n${box}`)).toContain("进口总额18.4亿元,下降2.3%");
  });
});

describe("characters", () => {
  test("inserted readings go, (GDP) and lost glyphs stay", () => {
    expect(textOf("雲嶺高新區(qū)實現(xiàn)地區(qū)生產總值(GDP)120億元，?(sī)克公司、\ue5d2松公司參與(yù)其中，同比增長６．５％。")).toBe(
      "云岭高新区实现地区生产总值(GDP)120亿元，?克公司、\ue5d2松公司参与其中，同比增长6.5%。",
    );
  });

  test("readings without tones, several times, in any brackets, where the text is full of them", () => {
    expect(
      textOf("雲嶺(ling)新(xin)(xin)(xin)區(qu)(qu)經(jing)濟(ji)總(zong)量(liang)超(chao)7千億(yi)元,實現【shí】增(zeng)長8%。"),
    ).toBe("云岭新区经济总量超7千亿元,实现增长8%。");
    expect(textOf("平台(app)注册用户12万户,其中企业(a)类3万户,个人(b)类9万户,同比增长8.6%,活跃度提高。")).toContain("平台(app)注册用户");
  });

  test("a stop where only a decimal point can stand", () => {
    expect(textOf("全区实现地区生产总值312。6亿元,增长8。9%。2019年继续保持增长。")).toBe(
      "全区实现地区生产总值312.6亿元,增长8.9%。2019年继续保持增长。",
    );
  });

  test("digits that were spaced out, and typographic spaces in running text", () => {
    expect(textOf("初步核算,2012 年全区实现地区生产总值 4 2 8 . 6 5 亿元,比上年增长 1 2 . 4 %,其中工业增加值 317.92 亿元。")).toBe(
      "初步核算,2012年全区实现地区生产总值428.65亿元,比上年增长12.4%,其中工业增加值317.92亿元。",
    );
  });
});

describe("broken lines", () => {
  test("a caption between two halves of a sentence", () => {
    const text = textOf(
      `云岭高新区交出成绩单\n\n高技术制造业企业产值1024.2亿元、增长12.4%;战略性新兴\n\n云岭电子的生产线。(资料图片) 云岭日报记者 某某某 摄\n\n企业产值991.6亿元,增长11.7%。\n\n${MORE}`,
    );
    expect(text).toContain("战略性新兴企业产值991.6亿元");
    expect(text).not.toContain("资料图片");
  });

  test("a word broken across a blank line is joined, a subheading is not", () => {
    const text = textOf(`云岭高新区新闻\n\n${BODY}\n\n面对严峻形势,云岭高新\n\n区主动出击,对接客商180余批。\n\n当好企业店小二\n\n${MORE}`);
    expect(text).toContain("云岭高新区主动出击");
    expect(text).toContain("\n当好企业店小二\n");
  });

  test("where paragraphs begin with spaces, a line without them goes on", () => {
    const text = textOf(
      `云港集团一季度营收破百亿\n　　${BODY}\n　　据介绍,云港物流公司一季度完成集装箱\n吞吐量56万标箱,\n增长18.3%。\n　　${MORE}`,
    );
    expect(text).toContain("完成集装箱吞吐量56万标箱,增长18.3%。");
  });

  test("lines wrapped at one width by a machine", () => {
    const sentence =
      "今年以来云岭高新区成立八个产业链专班由管委会领导挂帅梳理出重点外资在谈项目六十五个其中投资总额超一亿美元的项目十二个均已落实专人跟进服务全程代办";
    const wrapped = `${sentence.match(/.{1,24}/g)?.join("\n")}。`;
    const text = textOf(`云岭高新区外资项目加快落地\n\n${wrapped}\n\n${BODY}\n\n${wrapped}\n\n${wrapped}`);
    expect(text).toContain(`${sentence}。`);
  });
});

describe("several articles on a page", () => {
  const page = [
    "云岭高新区项目纷纷落地\n\n► 某某某",
    BODY,
    "青河经开区以项目推动发展\n\n本报讯(记者 某某) 青河经开区今年上半年新开工项目33个,完成技改投资28.9亿元,增长22.3%。",
    "简 讯",
    "●南屏高新区 7月30日,南屏高新区与某集团签订合作协议,项目计划投资15亿元。",
    "●北岭新区 记者获悉,北岭新区二季度末市场主体达5.27万户,较年初增长9.8%,其中企业1.64万户。",
  ].join("\n\n");

  test("each has its headline and its zone", () => {
    const { articles } = read(page);
    expect(articles.map((article) => article.region)).toEqual(["云岭高新区", "青河经开区", "南屏高新区", "北岭新区"]);
    expect(articles[1]?.title).toBe("青河经开区以项目推动发展");
    expect(articles[1]?.text.text).not.toContain("本报讯");
  });

  test("no figure of one stands in another", () => {
    const { articles } = read(page);
    expect(articles.filter((article) => article.text.text.includes("28.9亿元"))).toHaveLength(1);
    expect(articles[0]?.text.text).not.toContain("青河");
  });
});

describe("what the page says of itself", () => {
  test.each([
    ["a page line", `云岭高新区上半年投资增长\n\n2022-08-05 12:32:05    来源:云岭日报\n\n${BODY}`, "2022-08-05", "云岭日报"],
    [
      "front matter",
      `---\ntitle: "云岭高新区上半年投资增长"\ndate: 2022-08-05T08:00:00+08:00\nsource: 云岭日报\n---\n\n${BODY}`,
      "2022-08-05",
      "云岭日报",
    ],
    [
      "meta tags",
      `<html><head><title>云岭高新区上半年投资增长_云岭网</title><meta name="PubDate" content="2022-08-05 09:00"><meta name="ContentSource" content="云岭日报"></head><body><p>${BODY}</p></body></html>`,
      "2022-08-05",
      "云岭日报",
    ],
    [
      "data in a script",
      `window.__DATA__={"article":{"title":"云岭高新区上半年投资增长","publishTime":"2022-08-05 20:06:11","source":"云岭日报","content":"<p>${BODY}</p>"}}`,
      "2022-08-05",
      "云岭日报",
    ],
    [
      "its own address",
      `<html><head><title>云岭高新区上半年投资增长</title><meta property="og:site_name" content="云岭日报"><link rel="canonical" href="https://example.cn/2022/0805/t20220805_123.html"></head><body><p>${BODY}</p></body></html>`,
      "2022-08-05",
      "云岭日报",
    ],
  ])("%s", (_, original, published, medium) => {
    expect(read(original).articles[0]).toMatchObject({ title: "云岭高新区上半年投资增长", published, medium, region: "云岭高新区" });
  });

  test("the date of the day on which the page was shown is not the article's", () => {
    expect(read(`今天是 2020年1月5日 星期日\n\n云岭高新区上半年投资增长\n\n${BODY}`).articles[0]?.published).toBeNull();
  });

  test("the hint is used when the page is silent, never against it", () => {
    const hints = { mime: "text/plain", published: localDate("2021-01-02") } as const;
    expect(readDocument(BODY, hints).articles[0]?.published).toBe("2021-01-02");
    expect(readDocument(`云岭高新区新闻一则\n\n发布日期:2020-07-31\n\n${BODY}`, hints).articles[0]?.published).toBe("2020-07-31");
  });

  test("a company's report is about the company", () => {
    const original = `某岳重工2021年净利润增长36.8%\n\n某岳重工集团股份有限公司(以下简称“某岳重工”)发布年度报告。公司全年实现营业收入128.64亿元,归母净利润9.37亿元,毛利率21.6%。\n\n公司年报显示,某岳重工位于云岭高新区的工厂营收增长。`;
    expect(read(original).articles[0]?.region).toBe("某岳重工");
  });
});

describe("HTML", () => {
  test("scripts, styles, comments and hidden spam go; entities are read; table rows stay together", () => {
    const original = `<html><head><style>p{color:red}</style><script>var a="<p>x</p>";</script></head><body><!-- <p>旧闻</p> -->
<div class="nav"><a href="/">首页</a><a href="/a">要闻</a></div><h1>云岭高新区上半年投资增长</h1><div style="display:none"><a href="x">时时彩</a></div>
<p>&nbsp;&nbsp;${BODY}</p><p>&ldquo;${MORE}&rdquo;</p><table><tr><td>指标</td><td>累计</td></tr><tr><td><p>出口总额</p></td><td><p>35.2</p></td></tr></table>
<div class="related"><a href="1">某地今起降温</a><a href="2">某公司开店</a></div></body></html>`;
    const [article] = read(original).articles;
    expect(article?.text.text.split("\n")).toEqual(["云岭高新区上半年投资增长", BODY, `“${MORE}”`, "指标 累计", "出口总额 35.2"]);
  });

  test("a frame that calls itself a menu but holds the article is kept", () => {
    const original = `<html><body><div class="pages side"><h1>云岭高新区上半年投资增长</h1><p>${BODY}</p><p>${MORE}</p></div><div class="footer">版权所有</div></body></html>`;
    expect(textOf(original)).toBe(`云岭高新区上半年投资增长\n${BODY}\n${MORE}`);
  });

  test("a column of links before the text does not swallow a short text", () => {
    const original = `<html><body><table><tr><td>热点新闻</td></tr><tr><td><a href="1">· 某县召开防汛会议</a></td></tr></table><h1>青河县上半年经济运行情况</h1><div>发布时间:2016-07-28 来源:县统计局</div><p>上半年,全县实现地区生产总值68.24亿元,增长7.8%。</p></body></html>`;
    expect(textOf(original)).toBe("青河县上半年经济运行情况\n上半年,全县实现地区生产总值68.24亿元,增长7.8%。");
  });

  test("Word's HTML: conditional comments, o:p, wrapped source lines", () => {
    const original = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body>
<p class=MsoNormal><b><span style='font-size:16.0pt'>云岭高新区上半年</span></b><b><span lang=EN-US>GDP</span>增长</b><o:p></o:p></p>
<p class=MsoNormal><span>云岭高新区完成投资</span><span lang=EN-US>36.5</span><span>亿元,其中工业
投资占六成,增长较快,后劲充足。</span></p><![if !supportLists]><p>${MORE}</p><![endif]></body></html>`;
    expect(textOf(original)).toBe(`云岭高新区上半年GDP增长\n云岭高新区完成投资36.5亿元,其中工业投资占六成,增长较快,后劲充足。\n${MORE}`);
  });

  test("pieces of HTML in a plain text", () => {
    const original = `云岭高新区上半年投资增长\n\n<p>${BODY}<br/>\n${MORE}</p>\n<!-- 分页 -->\n增速 < 10% 的指标有两项,PM2.5<35的天数增加。&lt;p&gt;下一步,园区将继续努力推进各项工作。&lt;/p&gt;`;
    const text = textOf(original);
    expect(text).toContain(BODY);
    expect(text).toContain("增速 < 10%");
    expect(text).toContain("PM2.5<35的天数");
    expect(text).not.toMatch(/&lt;|<p>|分页/);
  });
});

test("codes of bulletin boards, marks of footnotes, dates in Chinese numerals", () => {
  const document = read(
    `[table=98%][tr][td]云岭市2012年国民经济和社会发展统计公报[/td][/tr][/table]\n云岭市统计局\n二〇一三年三月十二日\n\n2012年,全市经济保持平稳较快发展,各项事业取得新进步。[1]\n\n全年地区生产总值[2]864.5亿元,比上年增长12.3%,增速居全省第三位。`,
  );
  expect(document.articles[0]).toMatchObject({
    title: "云岭市2012年国民经济和社会发展统计公报",
    published: "2013-03-12",
    region: "云岭市",
  });
  expect(document.articles[0]?.text.text).toContain("\n全年地区生产总值864.5亿元,");
});

test("Markdown without its signs, tables with their bars", () => {
  const original = `# 云岭高新区上半年投资增长\n\n![园区](/a.jpg)\n\n> 核心提示:投资增长**9.2%**。\n\n${BODY}详见[通报](https://example.cn/1)。\n\n| 指标 | 累计 |\n|---|---|\n| 出口总额 | 35.2 |\n`;
  const text = textOf(original);
  expect(text).toContain("出口总额 | 35.2");
  expect(text).toContain("投资增长9.2%。");
  expect(text).toContain("详见通报。");
  expect(text).not.toMatch(/[#*![]|---/);
});
