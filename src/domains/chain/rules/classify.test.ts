import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learn } from "#domains/chain/rules/classify.ts";
import { type ClassifyClass, type ClassifyExample, classifyOptions } from "#domains/chain/rules/classify-example.ts";
import { sayReason } from "#domains/chain/rules/classify-reason.ts";

const classOf = (code: string, name: string, ...ancestors: string[]): ClassifyClass => ({ code, name, ancestors });
const classes = [
  classOf("100000", "电子"),
  classOf("100100", "半导体", "100000"),
  classOf("100101", "芯片设计", "100100", "100000"),
  classOf("100102", "封装测试", "100100", "100000"),
  classOf("100201", "光学元件", "100200", "100000"),
  classOf("200101", "乳品", "200100", "200000"),
  classOf("200102", "白酒Ⅲ", "200100", "200000"),
  classOf("200103", "饲料", "200100", "200000"),
];
const example = (id: string, code: string, name: string, ...products: string[]): ClassifyExample => ({
  id,
  code,
  names: [name],
  products: products.map((text, place) => ({ text, share: 1 / (place + 1) })),
});
const examples = [
  example("01", "100101", "晨光微电", "电源管理芯片", "射频芯片", "技术服务"),
  example("02", "100101", "启明芯", "存储芯片", "微控制器芯片"),
  example("03", "100102", "联合封测", "芯片封装", "晶圆测试"),
  example("04", "100102", "华测半导体", "晶圆级封装", "成品测试服务"),
  example("05", "100201", "明镜光学", "光学镜头", "滤光片"),
  example("06", "200101", "高原乳业", "液体乳", "奶粉", "奶酪"),
  example("07", "200101", "牧歌股份", "酸奶", "巴氏杀菌乳"),
  example("08", "200102", "云岭酒业", "高度白酒", "低度白酒"),
  example("09", "200103", "丰登农牧", "猪饲料", "禽饲料"),
];
const model = learn(examples, classes);
const codes = (name: string, ...products: string[]) => model.rank({ name, products }).map(({ code }) => code);

describe("由少数样本归类", () => {
  test.each([
    ["奶类", "200101", "", ["发酵乳", "全脂奶粉"]],
    ["酒类", "200102", "", ["浓香型白酒"]],
    ["封测", "100102", "", ["先进封装", "测试服务"]],
    ["芯片", "100101", "", ["电源芯片"]],
    ["只有名称", "200102", "青峰酒业", []],
    ["没有样本用过的词，但与行业名相同", "200103", "", ["饲料添加"]],
  ])("%s", (_, code, name, products) => {
    expect(codes(name, ...products)[0]).toBe(code);
  });

  test("三个行业，分值在 0 与 1 之间，全部相加为一", () => {
    const ranked = model.rank({ name: "", products: ["奶粉"] }, classes.length);
    expect(model.rank({ name: "", products: ["奶粉"] })).toHaveLength(3);
    expect(ranked.every(({ score }) => score > 0 && score < 1)).toBe(true);
    expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 9);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((one, other) => other - one));
  });

  test("只在最低一级中选", () => {
    const all = model.rank({ name: "", products: ["半导体"] }, 99).map(({ code }) => code);
    expect(all).toHaveLength(6);
    expect(all).not.toContain("100000");
    expect(all).not.toContain("100100");
  });

  test("亲缘相近的行业先于无关的行业", () => {
    expect(codes("", "液体乳").slice(1).toSorted()).toEqual(["200102", "200103"]);
  });

  test("产品的先后有别：先说的为主业", () => {
    const first = (products: string[]) => model.rank({ name: "", products })[0]?.code;
    expect(first(["高度白酒", "猪饲料"])).toBe("200102");
    expect(first(["猪饲料", "高度白酒"])).toBe("200103");
  });
});

describe("没有依据时", () => {
  test.each([
    ["空", "", []],
    ["不认识的字", "", ["ωψ"]],
  ])("%s：按样本数排列，分值低，理由说明", (_, name, products) => {
    const ranked = model.rank({ name, products });
    expect(ranked.map(({ code }) => code)).toEqual(["100101", "100102", "200101"]);
    expect(ranked[0]?.score).toBeLessThan(0.25);
    expect(ranked.map(({ reason }) => sayReason(reason, "zh"))[0]).toContain("没有可用的线索");
  });

  test("没有样本：只由行业的名称和用词决定", () => {
    const node: ClassifyClass = { code: "N2", name: "检测设备", ancestors: [], words: ["探针台", "分选机"] };
    const bare = learn([], [classOf("N1", "光刻设备"), node]);
    expect(bare.rank({ name: "", products: ["高速分选机"] })[0]?.code).toBe("N2");
    expect(bare.rank({ name: "", products: [] }).map(({ score }) => score)).toEqual([0.5, 0.5]);
  });

  test("没有行业：没有结果", () => {
    expect(learn(examples, []).rank({ name: "", products: ["奶粉"] })).toEqual([]);
  });
});

describe("理由", () => {
  test("说出哪些产品、哪个名称、与谁相近", () => {
    const [best] = model.rank({ name: "天河奶酪", products: ["奶粉", "物业管理"] });
    expect(best?.reason).toMatchObject({ products: ["奶粉"], name: "天河奶酪" });
    expect(best?.reason.like[0]).toBe("高原乳业");
    expect(best && sayReason(best.reason, "zh")).toBe("产品“奶粉”说明最多；名称“天河奶酪”也指向它；与已归入的高原乳业、牧歌股份相近");
    expect(best && sayReason(best.reason, "en")).toContain("the products “奶粉”");
  });

  test("只由名称推断时不提产品", () => {
    const [best] = model.rank({ name: "青峰酒业", products: [] });
    expect(best && sayReason(best.reason, "zh")).toMatch(/^由名称“青峰酒业”推断/);
  });
});

test("样本少时不那么相信", () => {
  const belief = (given: readonly ClassifyExample[]) => learn(given, classes).rank({ name: "", products: ["液体乳"] })[0]?.score ?? 0;
  const others = Array.from({ length: 200 }, (_, place) => example(`9${place}`, "100201", "别处", `镜片${place}`));
  expect(belief(examples)).toBeGreaterThan(belief(examples.slice(5, 6)));
  expect(belief([...examples, ...others])).toBeGreaterThan(belief(examples));
});

test("没有线索指向的行业说明没有", () => {
  const last = model.rank({ name: "", products: ["奶酪"] }, 6).at(-1);
  expect(last && sayReason(last.reason, "zh")).toBe("产品和名称都没有指向它");
});

describe("学习的性质", () => {
  const ask = (given: readonly ClassifyExample[], options = classifyOptions) =>
    learn(given, classes, options).rank({ name: "晨曦", products: ["射频芯片", "封装", "奶粉"] }, 6);

  test("与样本的先后无关", () => {
    const expected = ask(examples);
    fc.assert(
      fc.property(fc.shuffledSubarray(examples, { minLength: examples.length }), (mixed) => {
        expect(ask(mixed)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test("收入占比只看大小次序；小于零和大于一的先收进范围", () => {
    const withShares = (change: (share: number) => number) =>
      examples.map((one) => ({ ...one, products: one.products.map(({ text, share }) => ({ text, share: change(share ?? 0) })) }));
    expect(ask(withShares((share) => share / 7))).toEqual(ask(examples));
    const wild = [
      {
        ...(examples[0] as ClassifyExample),
        products: [
          { text: "芯片", share: 59 },
          { text: "奶粉", share: -59 },
        ],
      },
    ];
    const tame = [
      {
        ...(examples[0] as ClassifyExample),
        products: [
          { text: "芯片", share: 1 },
          { text: "奶粉", share: 0 },
        ],
      },
    ];
    expect(ask(wild)).toEqual(ask(tame));
  });

  test("不认识的行业代码的样本不用，没有产品的样本在别的有产品时不用", () => {
    expect(ask([...examples, example("90", "999999", "别处", "奶粉")])).toEqual(ask(examples));
    expect(ask([...examples, example("91", "200102", "晨曦")])).toEqual(ask(examples));
  });

  test("同名两版的行业：没有样本的一版让位", () => {
    const both = [...classes, classOf("200901", "乳品Ⅲ", "200900", "200000")];
    expect(
      learn(examples, both)
        .rank({ name: "", products: ["乳品"] }, 99)
        .map(({ code }) => code),
    ).not.toContain("200901");
  });

  test("再学一个样本，同类产品归得更准", () => {
    const before = model.rank({ name: "", products: ["量子点薄膜"] }).find(({ code }) => code === "100201")?.score ?? 0;
    const taught = learn([...examples, example("92", "100201", "新光", "量子点膜")], classes);
    expect(taught.rank({ name: "", products: ["量子点薄膜"] })[0]).toMatchObject({ code: "100201" });
    expect(taught.rank({ name: "", products: ["量子点薄膜"] })[0]?.score).toBeGreaterThan(before);
  });
});
