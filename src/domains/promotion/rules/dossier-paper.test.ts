import { describe, expect, test } from "vitest";
import { DossierEdition, DossierFacts } from "#domains/promotion/contract/dossier.ts";
import { printDossier } from "#domains/promotion/rules/dossier-paper.ts";

const facts = DossierFacts.parse({
  asOf: "2026-06-30",
  lead: {
    code: "XS-2026-0001",
    projectName: "碳化硅外延项目",
    party: "岚州芯曜有限公司",
    identifier: "91500000MAXX000157",
    industry: "半导体分立器件制造",
    stage: "PROPOSAL",
    amountYuan: "600000000",
  },
  chain: {
    code: "SIC-1",
    path: ["集成电路", "功率器件", "碳化硅外延"],
    strength: "missing",
    producers: 0,
    action: "gap_fill",
    residents: [],
  },
  introductions: null,
  space: null,
  policy: null,
  risks: { band: "caution", lines: [{ zh: "2025年资产负债率72%", en: "debt ratio of 2025: 72%" }], distress: null, memo: null },
  promises: [],
});
const edition = DossierEdition.parse({
  id: "0198a3c4-0000-7000-8000-000000000001",
  edition: 2,
  state: "APPROVED",
  said: {
    who: "功率器件企业。",
    fit: "",
    introduction: "",
    space: "",
    conditions: "按办法执行。",
    clauses: [{ document: "先进制造业促进办法", article: "第十二条", says: "符合条件的均可申报" }],
    risks: "",
    asked: "投资6亿元。\n\n税收8000万元。",
  },
  facts: null,
  writtenOn: "2026-06-20",
  writtenBy: "林舟",
  submittedOn: "2026-06-21",
  reviewed: { on: "2026-06-22", by: "顾言", review: "均为普遍适用条款" },
  missing: [],
  version: 3,
  abilities: {},
});
const print = (language: "zh" | "en") => printDossier({ edition, facts, contact: { name: "周**", phone: "138****1234" } }, language);

describe("专案成文", () => {
  test("九个部分依次编号；没有写的写明未填写，以后才有的写明", () => {
    const { title, sections, status, file } = print("zh");
    expect(title).toBe("岚州芯曜有限公司一企一策专案");
    expect(status).toBe("第2稿　已通过公平竞争审查");
    expect(file).toBe("一企一策-XS-2026-0001-第2稿");
    expect(sections.map(({ heading }) => heading)).toEqual([
      "一、企业情况",
      "二、产业链契合",
      "三、引荐路径",
      "四、空间载体",
      "五、支持条件",
      "六、风险与防控",
      "七、拟要求承诺",
      "八、联系方式",
      "九、公平竞争审查",
    ]);
    expect(sections[0]?.facts.at(-1)?.text).toBe("6 亿元");
    expect(sections[1]?.facts.map(({ text }) => text)).toEqual(["集成电路 → 功率器件 → 碳化硅外延", "缺（在产企业 0 家）", "补链"]);
    expect(sections[2]).toMatchObject({ paragraphs: ["（未填写）"], note: "投资主体还没有对应到企业库，无法给出引荐路径。" });
    expect(sections[4]?.paragraphs).toEqual(["按办法执行。", "《先进制造业促进办法》第十二条：符合条件的均可申报"]);
    expect(sections[5]?.facts[0]?.text).toBe("警示：2025年资产负债率72%");
    expect(sections[6]?.paragraphs).toEqual(["投资6亿元。", "税收8000万元。"]);
    expect(sections[8]?.facts.map(({ text }) => text)).toEqual(["顾言，2026年6月22日（周一）", "均为普遍适用条款"]);
  });

  test("英文同样完整，联系人照给的遮盖", () => {
    const { sections } = print("en");
    expect(sections.map(({ heading }) => heading.replace(/^\d\. /, "")).every((heading) => !/\p{Script=Han}/u.test(heading))).toBe(true);
    expect(sections[7]?.facts.map(({ text }) => text)).toEqual(["周**", "138****1234"]);
  });
});
