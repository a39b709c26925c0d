/**
 * What the sample's figures are grown from: levels of 2023 and the growth meant for each year. Invented, in the proportions of a middling zone
 * and its city. `growth`: basis points for 2024, 2025 and 2026.
 */
type Growth = readonly [y2024: number, y2025: number, y2026: number];

/** A value that accumulates over the year. `real`: published growth is at constant prices and runs ahead of the levels. */
export type Flow = {
  readonly code: string;
  readonly unit: string;
  /** Digits behind the point as published. */
  readonly places: 0 | 1 | 2;
  /** Level of 2023 in hundredths of the unit. */
  readonly base: number;
  readonly growth: Growth;
  readonly season: Season;
  readonly real?: true;
};

/** Published as growth only: mean growth of each year in tenths of a per cent. */
export type Rate = { readonly code: string; readonly mean: readonly [y2024: number, y2025: number, y2026: number] };

/** A level on a day: level at the end of 2022, and what a month adds, lowest and highest. */
export type Stock = {
  readonly code: string;
  readonly unit: string;
  readonly base: number;
  readonly adds: readonly [low: number, high: number];
  readonly scale: 1 | 100;
};

export type Season = "even" | "quarter-ends" | "summer" | "spring-low" | "front";

/** Shares of the twelve months, in thousandths. */
export const SEASONS: Readonly<Record<Season, readonly number[]>> = {
  even: [80, 76, 83, 82, 83, 84, 84, 84, 85, 85, 86, 88],
  "quarter-ends": [68, 62, 88, 80, 82, 94, 80, 82, 92, 83, 87, 102],
  "spring-low": [76, 60, 84, 83, 85, 88, 86, 86, 89, 86, 88, 89],
  summer: [82, 70, 78, 76, 82, 90, 98, 97, 86, 78, 79, 84],
  front: [102, 70, 82, 90, 86, 88, 86, 74, 78, 86, 76, 82],
};

/** Whole = sum of its parts, in published digits. */
export const SUMS = [
  { code: "gdp", parts: ["primary-va", "secondary-va", "tertiary-va"], real: true },
  { code: "trade", parts: ["exports", "imports"], real: false },
] as const;

const flow = (code: string, unit: string, places: Flow["places"], base: number, growth: Growth, season: Season, real?: true): Flow => ({
  code,
  unit,
  places,
  base,
  growth,
  season,
  ...(real ? { real } : {}),
});

export type RegionSeries = {
  readonly region: string;
  readonly flows: readonly Flow[];
  readonly rates: readonly Rate[];
  readonly stocks: readonly Stock[];
};

export const ZONE_SERIES: RegionSeries = {
  region: "云岭高新区",
  flows: [
    flow("primary-va", "亿元", 2, 230, [210, 230, 220], "summer", true),
    flow("secondary-va", "亿元", 2, 22_340, [760, 740, 720], "quarter-ends", true),
    flow("tertiary-va", "亿元", 2, 19_120, [640, 690, 680], "even", true),
    flow("finance-va", "亿元", 2, 2_060, [620, 810, 760], "even", true),
    flow("industrial-output", "亿元", 1, 101_350, [860, 830, 790], "quarter-ends"),
    flow("hightech-output", "亿元", 1, 56_240, [1180, 1240, 1210], "quarter-ends"),
    flow("emerging-output", "亿元", 1, 49_870, [1060, 1130, 1150], "quarter-ends"),
    flow("construction-output", "亿元", 1, 8_460, [620, 580, 510], "quarter-ends"),
    flow("retail-sales", "亿元", 1, 12_180, [560, 620, 590], "even"),
    flow("above-limit-retail", "亿元", 1, 5_340, [480, 710, 650], "even"),
    flow("exports", "亿元", 1, 23_150, [740, 860, 910], "spring-low"),
    flow("imports", "亿元", 1, 11_860, [420, 530, 560], "spring-low"),
    flow("service-revenue", "亿元", 1, 7_420, [910, 980, 940], "even"),
    flow("software-revenue", "亿元", 1, 3_280, [1240, 1320, 1280], "even"),
    flow("budget-revenue", "亿元", 2, 2_865, [430, 480, 450], "front"),
    flow("tax", "亿元", 1, 5_210, [510, 540, 530], "front"),
    flow("foreign-capital", "亿元", 2, 864, [320, 460, 410], "quarter-ends"),
    flow("electricity", "亿千瓦时", 2, 3_346, [620, 650, 610], "summer"),
    flow("industrial-electricity", "亿千瓦时", 2, 2_580, [580, 640, 590], "summer"),
    flow("technology-contracts", "亿元", 1, 4_120, [1460, 1520, 1410], "quarter-ends"),
    flow("contract-investment", "亿元", 1, 39_600, [820, 760, 690], "quarter-ends"),
    flow("capital-arrived", "亿元", 1, 15_240, [930, 880, 850], "quarter-ends"),
    flow("signed-projects", "个", 0, 8_600, [470, 560, 520], "quarter-ends"),
    flow("new-market-entities", "户", 0, 486_000, [380, 420, 360], "even"),
  ],
  rates: [
    { code: "industrial-va", mean: [88, 86, 84] },
    { code: "fixed-investment", mean: [72, 68, 75] },
    { code: "industrial-investment", mean: [146, 158, 162] },
    { code: "technical-investment", mean: [118, 132, 127] },
  ],
  stocks: [
    { code: "market-entities", unit: "户", base: 26_840, adds: [160, 260], scale: 1 },
    { code: "enterprises", unit: "户", base: 9_420, adds: [58, 92], scale: 1 },
    { code: "industrial-firms", unit: "家", base: 188, adds: [0, 3], scale: 1 },
    { code: "hightech-firms", unit: "家", base: 226, adds: [1, 5], scale: 1 },
    { code: "tech-smes", unit: "家", base: 318, adds: [3, 8], scale: 1 },
    { code: "platforms", unit: "个", base: 92, adds: [0, 3], scale: 1 },
    { code: "deposits", unit: "亿元", base: 41_860, adds: [180, 420], scale: 100 },
    { code: "loans", unit: "亿元", base: 46_230, adds: [260, 540], scale: 100 },
  ],
};

export const CITY_SERIES: RegionSeries = {
  region: "岚州市",
  flows: [
    flow("primary-va", "亿元", 1, 24_680, [330, 320, 310], "summer", true),
    flow("secondary-va", "亿元", 1, 116_420, [540, 520, 510], "quarter-ends", true),
    flow("tertiary-va", "亿元", 1, 146_350, [510, 540, 520], "even", true),
    flow("finance-va", "亿元", 1, 18_240, [480, 560, 540], "even", true),
    flow("industrial-output", "亿元", 1, 412_600, [590, 560, 540], "quarter-ends"),
    flow("construction-output", "亿元", 1, 68_300, [410, 360, 330], "quarter-ends"),
    flow("retail-sales", "亿元", 1, 118_640, [450, 480, 460], "even"),
    flow("exports", "亿元", 1, 58_420, [510, 620, 640], "spring-low"),
    flow("imports", "亿元", 1, 31_260, [260, 340, 360], "spring-low"),
    flow("budget-revenue", "亿元", 1, 19_860, [280, 310, 300], "front"),
    flow("tax", "亿元", 1, 31_450, [320, 350, 340], "front"),
  ],
  rates: [
    { code: "industrial-va", mean: [64, 62, 61] },
    { code: "fixed-investment", mean: [42, 38, 41] },
    { code: "industrial-investment", mean: [98, 104, 101] },
  ],
  stocks: [],
};
