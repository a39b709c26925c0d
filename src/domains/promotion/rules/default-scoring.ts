import type { ScoringContent } from "#domains/promotion/contract/screening.ts";

// handbook §3
const handbook = "平台建议值：产业链契合 30、成长性 20、扩张信号 20、关联度 15、创新力 15";
const proposal = "平台建议值，由园区设定";

/** The platform's own until the zone sets another. */
export const DEFAULT_SCORING: ScoringContent = {
  terms: {
    fit: {
      marks: [
        { at: 0, points: 0 },
        { at: 40, points: 15 },
        { at: 100, points: 30 },
      ],
      source: handbook,
    },
    growth: {
      marks: [
        { at: -20, points: 0 },
        { at: 0, points: 6 },
        { at: 20, points: 14 },
        { at: 50, points: 20 },
      ],
      source: handbook,
    },
    signals: {
      marks: [
        { at: 0, points: 0 },
        { at: 100, points: 20 },
      ],
      source: handbook,
    },
    linkage: {
      marks: [
        { at: 0, points: 0 },
        { at: 80, points: 15 },
      ],
      source: handbook,
    },
    innovation: {
      marks: [
        { at: 0, points: 0 },
        { at: 80, points: 15 },
      ],
      source: handbook,
    },
  },
  measures: {
    fit: {
      classExact: 40,
      classGroup: 30,
      classDivision: 10,
      productSame: 60,
      productWithin: 45,
      more: 5,
      moreMost: 3,
      source: `${proposal}；与图谱落位用同一组分值`,
    },
    growth: { yearsOld: 3, source: proposal },
    signals: {
      kinds: {
        "new-plant": 80,
        capacity: 60,
        "site-search": 80,
        financing: 50,
        listing: 40,
        recruitment: 30,
        "document-project": 60,
      },
      fullMonths: 12,
      halfMonths: 24,
      source: proposal,
    },
    linkage: { kinds: { supply: 70, investment: 80, group: 90, officer: 60, address: 20 }, more: 5, moreMost: 4, source: proposal },
    innovation: {
      kinds: [
        { kind: "champion", level: null, points: 80 },
        { kind: "unicorn", level: null, points: 80 },
        { kind: "little-giant", level: null, points: 75 },
        { kind: "technology-centre", level: "national", points: 75 },
        { kind: "technology-centre", level: null, points: 55 },
        { kind: "specialised", level: null, points: 55 },
        { kind: "gazelle", level: null, points: 55 },
        { kind: "high-tech", level: null, points: 50 },
        { kind: "innovative-sme", level: null, points: 30 },
        { kind: "tech-sme", level: null, points: 25 },
      ],
      more: 5,
      moreMost: 4,
      source: proposal,
    },
  },
  vetoes: [
    { kind: "dishonest", source: "失信联合惩戒：失信被执行人一票否决" },
    { kind: "not-active", source: "市场主体登记管理条例（2022）：歇业、吊销、注销" },
    { kind: "resident", source: "锁定标的面向园区外企业" },
  ],
};
