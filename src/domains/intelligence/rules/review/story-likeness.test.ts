import { expect, test } from "vitest";
import { isSameStory, likeness, outlineOf } from "#domains/intelligence/rules/review/story-likeness.ts";

const paragraph = (zone: string, growth: number) =>
  `${zone}今年上半年工业生产保持平稳，规模以上工业增加值同比增长${growth}%，其中装备制造和电子材料两个行业拉动最为明显，新投产的三条产线满负荷运行，带动配套企业订单回升，园区专班每周调度，水电气保障到位，企业反映问题当周办结，为全年目标打下基础。下一步将聚焦项目开工、企业服务和要素保障，推动重点项目按节点投产。`;
const story = paragraph("云岭高新区", 9);

test("a reprint with another head and tail is the same story", () => {
  const reprint = `来源：某网 ${story} 责任编辑：某某 更多内容请关注本网。`;
  expect(likeness(outlineOf(story), outlineOf(reprint))).toBe(1);
  expect(isSameStory(outlineOf(story), outlineOf(reprint))).toBe(true);
});

test("another story about the same quarter is not", () => {
  const other =
    "青溪经开区一至六月外贸进出口总值稳步回升，跨境电商综试区新增备案主体，综合保税区保税维修业务落地，口岸通关时间压缩，外资企业增资扩产，海关推出随到随验，铁海联运班列加密，带动汽车零部件和农产品出口，全区将继续办好境外展会，帮助企业抢抓订单，稳住外贸基本盘，优化口岸营商环境。";
  expect(isSameStory(outlineOf(story), outlineOf(other))).toBe(false);
});

test("likeness lies between 0 and 1, is symmetric, and 1 for the text itself", () => {
  const a = outlineOf(story);
  const b = outlineOf(paragraph("青溪经开区", 7));
  expect(likeness(a, a)).toBe(1);
  expect(likeness(a, b)).toBe(likeness(b, a));
  expect(likeness(outlineOf(""), a)).toBe(0);
});
