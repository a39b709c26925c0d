import { isEverydayPair } from "#domains/intelligence/rules/entities/everyday-pairs.ts";

/** The hundred or so commonest surnames (公安部 yearly reports on names), single and double. */
const SURNAME =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔汤]|欧阳|上官|司马|诸葛|尉迟|夏侯";
const HEADED = new RegExp(
  `^(${SURNAME})[\\u4e00-\\u9fff]{1,2}(?:院士|教授|博士|研究员|先生|女士|同志|书记|主任|局长|总经理|董事长)?(?:团队|工作室|课题组|科研组|实验组|院士|教授|博士|先生|女士)`,
);

/**
 * Whether a name begins with a person's ("李明团队研发投入"): facts hold no personal names, so such a figure is nobody's.
 * A word of everyday language that happens to begin with a surname (高新、管理、金融) is no person.
 */
export const isPersonHeaded = (name: string): boolean => HEADED.test(name) && !isEverydayPair(name, 0);
