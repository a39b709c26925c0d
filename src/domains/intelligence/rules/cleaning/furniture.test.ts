import { describe, expect, test } from "vitest";
import { furnitureTailStart, isFurniture } from "#domains/intelligence/rules/cleaning/furniture.ts";

describe("furniture told by its form", () => {
  test.each([
    "点赞 58  在看 12  收藏",
    "我要评论(0)",
    "已有36人参与评论",
    "[1] [2] [3] [下一页]",
    "[大] [中] [小]",
    "顶(9) 踩(1)",
    "广告热线:0999-1234567  本报地址:云岭市学府路  邮编:123456  零售价每份1.50元",
    "本版责编 张某 美编 李某 校对 王某",
    "国内统一连续出版物号:CN 99-0001",
    "今日8版  总第1234期",
    "更多精彩内容请关注公众号:云岭观察",
    "下载“云岭发布”APP,看更多新闻",
    "扫描上方二维码,关注“云岭之声”微信公众号",
    "(文件下载:统计公报全文.pdf)",
    "© 2016 云岭高新区管委会",
    "【免责声明】本站转载内容仅为传递信息",
    "平台声明:该文观点仅代表作者本人,本平台仅提供信息存储服务。",
    "【广告】云岭广场盛大开盘 均价8800元/平方米起",
    "• 园区召开安全生产会议 2013-05-06",
    "多云转晴 12-22℃ 东风3级",
    "保护视力色:杏仁黄 秋叶褐 胭脂红",
    "—— END ——",
  ])("%s", (line) => expect(isFurniture(line)).toBe(true));

  test.each([
    "支持企业上市",
    "关注",
    "分享发展成果",
    "“扫码”进企 减负显实效",
    "主办城市发展论坛的园区企业达30家",
    "企业下载“云办”客户端3.2万次,好评率98%。",
    "收藏品市场交易额达2.1亿元",
    "12 | 18 | 36",
    "第二季度",
    "技术支持中心投用",
  ])("%s stays", (line) => expect(isFurniture(line)).toBe(false));

  test("what is glued to the last sentence goes, the sentence stays", () => {
    const sentence = "全区完成工业投资3.2亿元,同比增长8%。";
    expect(furnitureTailStart(`${sentence} [打印] [关闭]`)).toBe(sentence.length);
    expect(furnitureTailStart(sentence)).toBe(sentence.length);
  });
});
