import { isEverydayPair } from "#domains/intelligence/rules/entities/everyday-pairs.ts";
import type { OrganisationKindName } from "#domains/intelligence/rules/entities/known-names.ts";
import {
  afterPlaces,
  type Cover,
  endsInReporting,
  nameStart,
  startAtPlace,
  startsCompany,
  startsSureName,
} from "#domains/intelligence/rules/entities/name-boundaries.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import {
  DEPARTMENT,
  DEPARTMENTS,
  INSTITUTION_ENDING,
  JOINT_DEPARTMENT,
} from "#domains/intelligence/rules/entities/organisations/name-endings.ts";

const GENERIC_HEAD =
  /^(?:国家|省部|省|市|区|县|部|院|校|全国|国内|国际|世界|新型|重点|高水平|高端|一流|联合|共建|企业|工程|技术|研发|产业|制造业|产学研|协同|各类|综合|专业|行业|公共|现代|智能|数字|大型|著名|知名|本科|职业|高等|人民|中心|区域|特色|临床|基础|开放|合作|多家|首个|新建|自主|独立|科技|科学|数据|信息|创新|民营|公立|社会|甲级|三甲|三级|二级|线上|海外|孵化|检验|人才|商业|政府|投资|管理|培训|展示|文化|服务|实训|中试|国家级|省级|市级|高校|院士|博士|专家|教授|院企|校企|校地|院地|“|\(|\d)/;
const KIND_OF = (ending: string): OrganisationKindName =>
  /大学|学院/.test(ending)
    ? "university"
    : /银行/.test(ending)
      ? "bank"
      : /报|电视台/.test(ending)
        ? "media"
        : /研究|实验室|科学|中心|设计院|规划院|车检院/.test(ending)
          ? "institute"
          : "other";
const BUSINESS_CHAIN_INSIDE = /[\u4e00-\u9fff]{2,5}(?:科技|电气|电子|生物|医药|药业|汽车|集团|股份|智能|半导体)/;
const BRANCH = /(?:[\u4e00-\u9fff]{2,4}(?:支行|分行|营业部|分院|校区|学院|研究院|研究所)|(?:分行|支行))/y;

/** "西北工业大学" + "重庆科创中心": the body of a university or academy elsewhere. */
const OFFSHOOT =
  /[\u4e00-\u9fff]{2,10}?(?:产业技术研究院|技术研究院|研究院|研究所|创新中心|科创中心|研究中心|科学中心|技术转移中心|工程中心|附属医院|附属学校|学院|分院|校区|医院|实验室|转化基地)/y;
const NOT_IN_OFFSHOOT = /[的与和及在等为是将了、]|联合|合作|共建|签|落户|教授|团队|院士|毕业|专家|设立|建立|成立|校友/;

function offshootEnd(text: string, end: number): number {
  OFFSHOOT.lastIndex = end;
  const match = OFFSHOOT.exec(text);
  return match && !NOT_IN_OFFSHOOT.test(match[0]) ? end + match[0].length : end;
}

/** Services and stores that are called banks. */
const NO_BANK = /(?:手机|网上|网络|电子|微信|掌上|直销|投资|商业|中央|血液|种子|基因|食物|时间|粮食|人才|数据|土地|合作|各家?)$/;

/** Universities, institutes, laboratories, centres, banks, associations with a name of their own. */
export function findInstitutions(text: string, cover: Cover): Mention[] {
  const mentions: Mention[] = [];
  let floor = 0;
  for (const match of INSTITUTION_ENDING.all(text)) {
    if (match.index < floor) continue;
    const over = cover.starts[match.index] ?? -1;
    const covered = over >= 0 && over < match.index && startsSureName(cover, over);
    const from = covered ? over : nameStart(text, cover, floor, match.index, 26);
    const start = startAtPlace(text, cover, from, match.index, (place) => isEverydayPair(text, place));
    const core = text.slice(start, match.index);
    if (core.length < 2 || (match[0] === "银行" && NO_BANK.test(core))) continue;
    const known = startsSureName(cover, start);
    const trade = afterPlaces(cover, start, match.index);
    const placed = trade > start;
    if (!known && !placed && (GENERIC_HEAD.test(core) || isEverydayPair(text, start))) continue;
    let end = Math.max(match.index + match[0].length, covered ? (cover.ends[over] ?? 0) : 0);
    if (/[区市省县园城内外]内$|各|多家|一[家张个所]/.test(core) || endsInReporting(text, match.index)) continue;
    // A company's own centre or hospital: the company is the organisation.
    if (startsCompany(cover, trade) && !/^(?:联合)?(?:微电子)?$/.test(core) && !/大学|学院|银行/.test(match[0])) continue;
    if (/^(?:研发中心|检测中心|医院)$/.test(match[0]) && !known && BUSINESS_CHAIN_INSIDE.test(core)) continue;
    if (known && (cover.ends[start] ?? 0) === match.index && !/大学|学院|科学院/.test(core)) continue;
    if (/大学|学院|科学院/.test(text.slice(start, end))) end = offshootEnd(text, end);
    if (/银行/.test(match[0])) {
      BRANCH.lastIndex = end;
      if (BRANCH.test(text)) end = BRANCH.lastIndex;
    }
    mentions.push({
      start,
      end,
      name: text.slice(start, end),
      kind: KIND_OF(match[0]),
      confidence: known || placed ? 0.85 : 0.65,
      rule: "institution",
    });
    floor = end;
  }
  return mentions;
}

const ZONE_WORD = /(?:高新区|经开区|开发区|新区|科学城|科技城|示范区|自贸区|保税区|综保区|园区|工业园|科技园|大学城|港区|度假区)/;
const NOT_THE_BODY = /^(?:网|门户|工作报告|办公厅|办公室|采购|投资|债|部门|引导|补贴|补助|长|面|部|域|势|限|地|间|级)/;

/** Departments and governments with their place: "重庆高新区改革发展局", "江苏省政府", "绵阳科技城管委会". */
export function findGovernment(text: string, cover: Cover): Mention[] {
  const mentions: Mention[] = [];
  const taken = new Uint8Array(text.length + 1);
  for (const pattern of DEPARTMENTS) {
    for (const match of pattern.all(text)) {
      const end = match.index + match[0].length;
      if (NOT_THE_BODY.test(text.slice(end, end + 4)) || taken[match.index] === 1 || taken[end - 1] === 1) continue;
      const nameEnd = match.index;
      const word = text.slice(nameEnd - 1, end);
      const from = nameStart(text, cover, 0, nameEnd, 22);
      let start = startAtPlace(text, cover, from, nameEnd, (place) => isEverydayPair(text, place));
      let core = text.slice(start, nameEnd);
      const trade = afterPlaces(cover, start, nameEnd);
      // A heading may stand before: "…统计公报宁川市统计局".
      const late = trade === start && core.length > 9 ? /[\u4e00-\u9fff]{2}[市县州旗](?=[\u4e00-\u9fff]{1,9}$)/.exec(core) : null;
      if (late) start += late.index;
      core = text.slice(start, nameEnd);
      const local = /^(?:[\u4e00-\u9fff]{0,6}[市县区州旗]|[省市区县]|片区|新区|高新区|经开区|开发区)/.exec(core);
      const customs = match[0] === "海关" && core.length <= 3 && core.length >= 2 && !isEverydayPair(text, start);
      if (!customs && trade === start && !(ZONE_WORD.test(core) && core.length >= 4) && !local && !startsSureName(cover, start)) continue;
      if (startsCompany(cover, start)) continue;
      if (/^(?:[工产]业园区|园区|开发区|(?:工业|产业)?集[中聚]区)$/.test(core)) continue;
      // "县财政局", "片区管理局": a department of the place that the article is about.
      if (
        trade === start &&
        local &&
        core.length - local[0].length < 2 &&
        pattern !== DEPARTMENT &&
        pattern !== JOINT_DEPARTMENT &&
        !(/^[省市区县]$/.test(core) && /发改委|经信委|卫健委|国资委|科委|商务委|发展改革委/.test(match[0])) &&
        !/海关|管委会|管理委员会/.test(match[0])
      )
        continue;
      if (trade === start && /政府$/.test(match[0])) continue;
      if (/[党工]委|街道|[镇乡村]$/.test(core) || (core.length < 2 && pattern !== JOINT_DEPARTMENT && !/委$/.test(match[0]))) continue;
      if (/[格布结当大全开时局僵变破收出入终邮]局$|[餐客舞大音]厅$/.test(word)) continue;
      if (/政府$/.test(match[0]) && trade !== nameEnd && !ZONE_WORD.test(core) && !/[省市区县州]$/.test(core)) continue;
      mentions.push({
        start,
        end,
        name: text.slice(start, end),
        kind: /媒|新闻/.test(match[0]) ? "media" : "government",
        confidence: 0.85,
        rule: "government",
      });
      taken.fill(1, start, end);
    }
  }
  return mentions;
}
