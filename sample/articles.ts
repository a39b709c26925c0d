import type { LocalDate } from "#kernel/local-date.ts";

/** What is dirty or particular about a document: every kind of damage that real sources have shown. */
export const DIRT = [
  "navigation",
  "link-farm",
  "traditional",
  "pinyin",
  "lost-characters",
  "spam-tail",
  "several-articles",
  "hard-breaks",
  "second-zone",
  "caption-in-sentence",
  "box-repeats",
  "raw-page",
  "script-and-style",
  "html-fragment",
  "word-html",
  "front-matter",
  "mhtml",
  "docx",
  "gb18030",
  "big5",
  "reprint",
  "contradiction",
  "same-figure-again",
  "targets",
  "single-month",
  "relative-dates",
  "unknown-year",
  "company-news",
  "signing-list",
  "policy-amounts",
  "department-notice",
  "bulletin-table",
] as const;
export type Dirt = (typeof DIRT)[number];

/** A figure that must be found: region, code, period, value in the unit of the text, growth. */
export type PromisedFigure = readonly [region: string, code: string, period: string, value: string, yoyPct: string | null];

export type SampleArticle = {
  readonly file: string;
  /** Day of publication; null where the page does not say and nobody knows. */
  readonly published: LocalDate | null;
  readonly medium: string;
  /** Who brings it in. */
  readonly broughtBy: "statistics" | "promotion";
  readonly encoding: "utf-8" | "gb18030" | "big5" | null;
  readonly format: "text" | "html" | "mhtml" | "docx";
  readonly dirt: readonly Dirt[];
  /** How many articles stand in it. */
  readonly articles: number;
  readonly figures: readonly PromisedFigure[];
  /** Documents of one name tell one story. */
  readonly story?: string;
};

const ZONE = "云岭高新区";
const CITY = "岚州市";

type Rest = Partial<Omit<SampleArticle, "file" | "published" | "medium" | "dirt" | "figures">>;
const article = (
  file: string,
  medium: string,
  dirt: readonly Dirt[],
  figures: readonly PromisedFigure[],
  rest: Rest = {},
): SampleArticle => ({
  file,
  published: /^\d{4}-\d{2}-\d{2}/.test(file) ? (file.slice(0, 10) as LocalDate) : null,
  medium,
  broughtBy: "statistics",
  encoding: "utf-8",
  format: "text",
  articles: 1,
  dirt,
  figures,
  ...rest,
});

/** In the order of publication; the page of which nobody knows the year stands where it was handed in. */
export const SAMPLE_ARTICLES: readonly SampleArticle[] = [
  article(
    "2024-07-30-half-year-daily.txt",
    "岚州日报",
    ["navigation", "link-farm", "relative-dates", "targets"],
    [
      [ZONE, "gdp", "2024H1", "214.61", "7.7"],
      [ZONE, "exports", "2024H1", "118.5", "7.3"],
      [ZONE, "fixed-investment", "2024H1", "6.5", "6.5"],
    ],
  ),
  article("2024-08-06-signing-list.txt", "云岭发布", ["navigation", "signing-list", "targets"], [], { broughtBy: "promotion" }),
  article(
    "2024-10-28-three-quarters.html",
    "岚州新闻网",
    ["raw-page", "script-and-style", "navigation", "single-month"],
    [
      [ZONE, "industrial-output", "2024Q1-Q3", "800.7", "8.6"],
      [ZONE, "tax", "2024Q1-Q3", "41.5", "5.3"],
    ],
    { format: "html" },
  ),
  article(
    "2025-01-24-year-2024-traditional.txt",
    "岚州日报",
    ["traditional", "pinyin", "lost-characters", "spam-tail", "navigation"],
    [
      [ZONE, "gdp", "2024", "446.41", "7.7"],
      [ZONE, "trade", "2024", "372.7", "6.5"],
      [ZONE, "industrial-investment", "2024", "13.6", "13.6"],
    ],
  ),
  article(
    "2025-02-18-work-conference.txt",
    "岚州日报",
    ["targets", "navigation", "link-farm", "same-figure-again"],
    [
      [ZONE, "gdp", "2024", "446.41", "7.7"],
      [ZONE, "retail-sales", "2024", "128.8", "5.7"],
    ],
  ),
  article(
    "2025-04-22-first-quarter.md",
    "云岭发布",
    ["front-matter", "link-farm", "single-month"],
    [
      [ZONE, "gdp", "2025Q1", "108.74", "7.4"],
      [ZONE, "industrial-electricity", "2025-03", "2.27", "7.1"],
      [ZONE, "capital-arrived", "2025Q1", "39.7", "9.7"],
    ],
  ),
  article("2025-05-12-policy-ten-measures.txt", "云岭发布", ["policy-amounts", "navigation"], []),
  article("2025-06-16-microelectronics.txt", "高新视界", ["company-news", "relative-dates"], [], { broughtBy: "promotion" }),
  article(
    "2025-07-24-half-year-two-zones.txt",
    "岚州日报",
    ["second-zone", "caption-in-sentence", "box-repeats", "relative-dates"],
    [
      [ZONE, "gdp", "2025H1", "229.74", "7.6"],
      [ZONE, "emerging-output", "2025H1", "289.9", "10.7"],
      [ZONE, "retail-sales", "2025H1", "66.8", "6.2"],
      ["青溪经开区", "industrial-output", "2025H1", "287.5", "6.9"],
    ],
    { articles: 2, story: "2025H1" },
  ),
  article(
    "2025-07-25-half-year-reprint.html",
    "江潮财经",
    ["html-fragment", "reprint", "link-farm", "same-figure-again"],
    [[ZONE, "gdp", "2025H1", "229.74", "7.6"]],
    { story: "2025H1" },
  ),
  article(
    "2025-07-26-half-year-weekly.txt",
    "岚州晚报",
    ["contradiction", "reprint", "relative-dates"],
    [[ZONE, "retail-sales", "2025H1", "68.6", "6.2"]],
  ),
  article(
    "2025-07-31-zones-page.txt",
    "园区周报",
    ["several-articles", "hard-breaks", "second-zone"],
    [
      ["白鹭湖高新区", "technical-investment", "2025H1", "19.3", "19.3"],
      ["岚东新区", "new-market-entities", "2025H1", "5230", "12.4"],
      ["石桥综合保税区", "trade", "2025H1", "96.3", "13.8"],
    ],
    { articles: 4 },
  ),
  article(
    "2025-08-20-recognition-notice.html",
    "云岭高新区科技创新局",
    ["word-html", "department-notice", "policy-amounts", "targets"],
    [[ZONE, "technology-contracts", "2025H1", "25.7", "14.7"]],
    { format: "html" },
  ),
  article("2025-09-09-energy-storage.txt", "江潮财经", ["gb18030", "company-news", "link-farm"], [], {
    encoding: "gb18030",
    broughtBy: "promotion",
  }),
  article(
    "2025-10-23-three-quarters.txt",
    "岚州日报",
    ["navigation", "single-month"],
    [
      [ZONE, "gdp", "2025Q1-Q3", "351.06", "7.7"],
      [ZONE, "industrial-electricity", "2025-09", "2.49", "6.4"],
      [ZONE, "finance-va", "2025Q1-Q3", "17.58", "8.5"],
    ],
  ),
  article(
    "2025-11-05-expo-signing.html",
    "云岭发布",
    ["raw-page", "signing-list", "navigation"],
    [[ZONE, "signed-projects", "2025-01..2025-10", "83", null]],
    { format: "html", broughtBy: "promotion" },
  ),
  article(
    "2025-12-02-trade-big5.txt",
    "江潮财经",
    ["big5", "traditional", "second-zone"],
    [
      [ZONE, "trade", "2025-01..2025-10", "329.5", "7.4"],
      ["石桥综合保税区", "trade", "2025-01..2025-10", "158.7", "12.6"],
    ],
    { encoding: "big5" },
  ),
  article(
    "2026-01-20-year-2025.txt",
    "岚州日报",
    ["navigation", "link-farm", "relative-dates"],
    [
      [ZONE, "gdp", "2025", "478.08", "7.7"],
      [ZONE, "trade", "2025", "400.5", "7.5"],
      [ZONE, "industrial-output", "2025", "1192.2", "8.4"],
    ],
  ),
  article(
    "2026-01-22-year-2025-column.txt",
    "云岭发布",
    ["same-figure-again", "targets"],
    [[ZONE, "industrial-electricity", "2025", "29.06", "6.5"]],
  ),
  article(
    "2026-02-25-statistical-bulletin.html",
    "云岭高新区经济运行局",
    ["bulletin-table", "raw-page", "same-figure-again"],
    [
      [ZONE, "secondary-va", "2025", "257.99", "7.9"],
      [ZONE, "technical-investment", "2025", "13.5", "13.5"],
    ],
    { format: "html" },
  ),
  article("2026-03-03-targets.txt", "岚州日报", ["targets", "same-figure-again"], [[ZONE, "gdp", "2025", "478.08", "7.7"]]),
  article(
    "2026-03-18-january-february.txt",
    "岚州日报",
    ["single-month", "navigation", "relative-dates"],
    [
      [ZONE, "exports", "2026-01..2026-02", "40.1", "8.7"],
      [ZONE, "industrial-electricity", "2026-02", "2.17", "6.9"],
    ],
  ),
  article(
    "2026-04-21-first-quarter.mhtml",
    "云岭高新区经济运行局",
    ["mhtml", "navigation", "single-month"],
    [
      [ZONE, "gdp", "2026Q1", "116.37", "7.6"],
      [ZONE, "trade", "2026Q1", "94.8", "7.5"],
    ],
    { encoding: null, format: "mhtml" },
  ),
  article(
    "2026-04-24-city-first-quarter.txt",
    "岚州日报",
    ["second-zone", "link-farm"],
    [
      [CITY, "gdp", "2026Q1", "764.5", "5"],
      [CITY, "exports", "2026Q1", "153.2", "6.9"],
    ],
  ),
  article(
    "undated-half-year-summary.txt",
    "园区观察",
    ["unknown-year", "relative-dates"],
    [[ZONE, "technology-contracts", "?H1", "14.9", "14.9"]],
  ),
  article(
    "2026-05-19-trade-april.txt",
    "云岭发布",
    ["single-month", "navigation"],
    [
      [ZONE, "exports", "2026-01..2026-04", "89.1", "8.7"],
      [ZONE, "exports", "2026-04", "24.4", null],
    ],
  ),
  article("2026-05-27-biopharma.txt", "岚州晚报", ["company-news", "relative-dates"], [], { broughtBy: "promotion" }),
  article("2026-06-05-collective-start.html", "云岭发布", ["html-fragment", "signing-list"], [], { broughtBy: "promotion" }),
  article(
    "2026-06-16-january-may.txt",
    "云岭高新区经济运行局",
    ["navigation", "single-month"],
    [
      [ZONE, "exports", "2026-01..2026-05", "114.1", "8.7"],
      [ZONE, "fixed-investment", "2026-01..2026-05", "8.1", "8.1"],
      [ZONE, "industrial-electricity", "2026-05", "2.53", "5.9"],
    ],
  ),
  article(
    "2026-06-18-may-exports-rival.txt",
    "江潮财经",
    ["contradiction", "relative-dates"],
    [[ZONE, "exports", "2026-01..2026-05", "111.4", "8.7"]],
  ),
  article("2026-06-22-digital-renovation-policy.txt", "云岭高新区管理委员会", ["policy-amounts", "department-notice", "targets"], []),
  article(
    "2026-06-24-innovation-report.docx",
    "云岭高新区科技创新局",
    ["docx", "department-notice", "targets"],
    [[ZONE, "technology-contracts", "2026-01..2026-05", "23.7", "14.2"]],
    { encoding: null, format: "docx" },
  ),
  article(
    "2026-06-26-neighbours.txt",
    "园区周报",
    ["several-articles", "hard-breaks", "second-zone"],
    [
      ["岚东新区", "tourism-revenue", "2026-01..2026-05", "31.6", "14.5"],
      ["青溪经开区", "industrial-va", "2026-01..2026-05", "8.2", "8.2"],
    ],
    { articles: 3 },
  ),
  article(
    "2026-06-29-half-year-flash.txt",
    "岚州日报",
    ["navigation", "link-farm", "targets", "relative-dates"],
    [
      [ZONE, "gdp", "2026H1", "245.6", "7.5"],
      [ZONE, "exports", "2026H1", "139.9", "8.6"],
      [ZONE, "imports", "2026H1", "65.3", "5.5"],
    ],
    { story: "2026H1" },
  ),
  article(
    "2026-06-30-half-year-flash-reprint.html",
    "江潮财经",
    ["reprint", "box-repeats", "raw-page", "script-and-style"],
    [
      [ZONE, "gdp", "2026H1", "245.6", "7.5"],
      [ZONE, "tax", "2026H1", "31.5", "5.4"],
    ],
    { format: "html", story: "2026H1" },
  ),
  article("2026-06-30-robot-laboratory.txt", "高新视界", ["company-news", "relative-dates"], [], { broughtBy: "promotion" }),
];

/** From this day on documents wait in the review queue; what came before has been decided. */
export const WAITING_FROM = "2026-05-27" as LocalDate;
export const isWaiting = ({ published }: SampleArticle): boolean => published !== null && published >= WAITING_FROM;
