import { crc32, deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { afterAll, describe, expect, test } from "vitest";
import { extractDocument } from "#domains/intelligence/rules/extract-document.ts";
import { readFileBytes } from "#domains/intelligence/server/reading/read-file.ts";
import { readFeed } from "#domains/intelligence/server/sources/fetch-jobs.ts";
import { AppError } from "#kernel/app-error.ts";

/** A parser that is still at it after this long is taken for hung: the runner's limit is the watchdog, and no time is asserted. */
const WATCHDOG = 20_000;
let tried = 0;
afterAll(() => console.log(`敌意文件与文本：${tried} 例`));

/** What came of it: read, or a refusal that has a sentence; anything else is a crash. */
async function outcomeOf(bytes: Uint8Array, name = "某文件"): Promise<string> {
  tried += 1;
  try {
    return (await readFileBytes(bytes, name)).format;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** A ZIP as it ought to be: the sizes tell the truth. */
function zip(entries: readonly (readonly [string, string | Uint8Array])[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, label, packed);
    directory.push(entry, label);
    at += local.length + label.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

const word = (body: string) =>
  zip([
    [
      "[Content_Types].xml",
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ],
    [
      "_rels/.rels",
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ],
    ["word/document.xml", `<?xml version="1.0"?>${body}`],
  ]);
const inWord = (content: string) =>
  word(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`);
const text = (value: string) => new TextEncoder().encode(value);
const random = (length: number, seed: number) => {
  let state = seed >>> 0;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
};

describe("字节", () => {
  test(
    "两百份随机噪声：要么读成文字，要么说明为何不收",
    async () => {
      for (let seed = 1; seed <= 200; seed += 1) expect(await outcomeOf(random(600, seed))).toMatch(/^(text|html|document\.[a-z-]+)$/);
    },
    WATCHDOG,
  );

  test(
    "各种格式的开头接上噪声",
    async () => {
      for (const head of [
        "%PDF-1.7\n",
        "PK\u0003\u0004",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
        "<html>",
        "{\\rtf1",
        "---\n",
        "\u00ff\u00fe",
        "\u00fe\u00ff",
      ])
        for (let seed = 1; seed <= 8; seed += 1)
          expect(await outcomeOf(new Uint8Array([...Buffer.from(head, "latin1"), ...random(400, seed)]))).toMatch(
            /^(text|html|mhtml|document\.[a-z-]+)$/,
          );
    },
    WATCHDOG,
  );

  test(
    "完好的文件在每一处截断、改坏",
    async () => {
      const workbook = new ExcelJS.Workbook();
      workbook.addWorksheet("表").addRow(["出口总额", 132.7]);
      const whole = [inWord("<w:p><w:r><w:t>云岭高新区</w:t></w:r></w:p>"), new Uint8Array(await workbook.xlsx.writeBuffer())];
      for (const bytes of whole) {
        const step = Math.ceil(bytes.length / 40);
        for (let place = 0; place < bytes.length; place += step) {
          expect(await outcomeOf(bytes.subarray(0, place))).toMatch(/^(text|document\.[a-z-]+)$/);
          const damaged = bytes.slice();
          damaged[place] = (damaged[place] ?? 0) ^ 0xff;
          expect(await outcomeOf(damaged)).toMatch(/^(docx|xlsx|text|document\.[a-z-]+)$/);
        }
      }
    },
    WATCHDOG,
  );
});

describe("Word 与 Excel", () => {
  test("完好的能读，证明下面拒绝的不是壳子", async () => {
    expect(await outcomeOf(inWord("<w:p><w:r><w:t>云岭高新区出口总额</w:t></w:r></w:p>"))).toBe("docx");
  });

  test.each([
    [
      "外部实体",
      word(
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;云岭</w:t></w:r></w:p></w:body></w:document>',
      ),
    ],
    [
      "十亿笑",
      word(
        `<!DOCTYPE l [<!ENTITY a0 "哈哈">${Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("")}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a12;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    ],
    ["没有闭合", inWord("<w:p><w:r><w:t>云岭")],
    ["三千层嵌套", inWord(`${"<w:sdt><w:sdtContent>".repeat(3000)}<w:p/>${"</w:sdtContent></w:sdt>".repeat(3000)}`)],
    ["三十万个空段", inWord("<w:p/>".repeat(300_000))],
    [
      "带穿越路径的部件",
      zip([
        ["word/document.xml", "<x/>"],
        ["../../../tmp/穿越.txt", "x"],
      ]),
    ],
    [
      "同名的部件",
      zip([
        ["word/document.xml", "<x/>"],
        ["word/document.xml", "<y/>"],
      ]),
    ],
  ])(
    "%s",
    async (_, bytes) => {
      const outcome = await outcomeOf(bytes, "某.docx");
      expect(outcome).toMatch(/^(docx|document\.[a-z-]+)$/);
      if (outcome === "docx") expect((await readFileBytes(bytes, "某.docx")).text).not.toMatch(/root:/);
    },
    WATCHDOG,
  );

  test(
    "压缩炸弹在解开之前就拒绝",
    async () => {
      expect(await outcomeOf(inWord(" ".repeat(60_000_000)))).toBe("document.zip-bomb");
      expect(await outcomeOf(zip([["xl/workbook.xml", "0".repeat(60_000_000)]]))).toBe("document.zip-bomb");
    },
    WATCHDOG,
  );

  test(
    "压缩包把大小说小了：解到说好的大小为止就拒绝，不把内存撑满",
    async () => {
      const honest = zip([
        ["word/document.xml", "0".repeat(30_000_000)],
        ["_rels/.rels", "<x/>"],
      ]);
      const lying = Buffer.from(honest);
      const sizes = [
        [0x04034b50, 22],
        [0x02014b50, 24],
      ] as const;
      for (const [signature, place] of sizes)
        for (let at = 0; at + 46 < lying.length; at += 1)
          if (lying.readUInt32LE(at) === signature && lying.readUInt32LE(at + place) === 30_000_000) lying.writeUInt32LE(1000, at + place);
      expect(await outcomeOf(honest)).toBe("document.zip-bomb");
      expect(await outcomeOf(lying)).toBe("document.zip-bomb");
    },
    WATCHDOG,
  );

  test(
    "表格里的公式只取结果，超大的行号列号不撑爆",
    async () => {
      const workbook = new ExcelJS.Workbook();
      const sheet = workbook.addWorksheet("表");
      sheet.getCell("A1").value = { formula: 'HYPERLINK("http://x")', result: "出口" };
      sheet.getCell("XFD1048576").value = 1;
      const read = await readFileBytes(new Uint8Array(await workbook.xlsx.writeBuffer()), "表.xlsx");
      expect(read.text).not.toContain("HYPERLINK");
      expect(read.text.length).toBeLessThan(200);
    },
    WATCHDOG,
  );
});

describe("网页", () => {
  test.each([
    ["十万层嵌套", `<html><body>${"<div>".repeat(100_000)}云岭高新区${"</div>".repeat(100_000)}</body></html>`],
    ["没有尽头的属性", `<html><body><a ${'x="1" '.repeat(200_000)}`],
    ["实体", `<html><body>${"&lt;&#x4e91;&#99999999;&nosuch;".repeat(50_000)}`],
    ["五兆一行", `<html><body>${"云岭高新区出口总额132.7亿元，".repeat(120_000)}</body></html>`],
    ["交错的标签", `<html><body>${"<b><i></b></i>".repeat(60_000)}`],
    ["残缺的注释与脚本", `<html><body>${"<!-- <script> --".repeat(80_000)}`],
  ])(
    "%s",
    async (_, page) => {
      expect(await outcomeOf(text(page), "页.html")).toMatch(/^(html|text|document\.[a-z-]+)$/);
      extractDocument(page.slice(0, 400_000), { mime: "text/html", published: null });
    },
    WATCHDOG,
  );

  test.each([
    [
      "嵌套的邮件",
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(5000)}`,
    ],
    ["没有尽头的头部", `MIME-Version: 1.0\r\nContent-Type: text/html\r\n${"X-Long: 一\r\n ".repeat(100_000)}`],
  ])(
    "%s",
    async (_, mail) => {
      expect(await outcomeOf(text(mail), "页.mht")).toMatch(/^(mhtml|text|html|document\.[a-z-]+)$/);
    },
    WATCHDOG,
  );
});

describe("订阅源", () => {
  test.each([
    ["不是订阅源", "<html>"],
    [
      "十亿笑",
      `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "哈">${Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("")}]><rss version="2.0"><channel><title>&a12;</title></channel></rss>`,
    ],
    ["嵌套", `<rss version="2.0"><channel>${"<item>".repeat(5000)}`],
    ["空", ""],
    ["噪声", String.fromCharCode(...random(2000, 5))],
  ])(
    "%s",
    async (_, feed) => {
      tried += 1;
      let outcome = "read";
      try {
        expect((await readFeed(feed, "http://news.example/rss.xml")).length).toBeLessThan(10_000);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        outcome = error.code;
      }
      expect(["read", "feed.not-a-feed"]).toContain(outcome);
    },
    WATCHDOG,
  );

  test("链接到脚本、文件的条目不收", async () => {
    const items = await readFeed(
      '<rss version="2.0"><channel><title>x</title><item><title>a</title><link>javascript:alert(1)</link></item><item><title>b</title><link>file:///etc/passwd</link></item><item><title>c</title><link>http://news.example/1</link></item></channel></rss>',
      "http://news.example/rss.xml",
    );
    expect(items.map((item) => item.address)).toEqual(["http://news.example/1"]);
  });
});

/** Every family of pattern gets long runs of what it looks for, whole and broken off: only work in proportion to length comes back in time. */
const RUNS: readonly (readonly [string, string])[] = [
  ["数字", "1234567890"],
  ["带点的数字", "1.2.3.4."],
  ["带逗号的数字", "1,234,"],
  ["元", "元"],
  ["亿元", "12亿元"],
  ["万亿", "万亿"],
  ["左括号", "（"],
  ["左右括号", "（）"],
  ["引号", "“"],
  ["书名号", "《"],
  ["半角空格", " "],
  ["全角空格", "\u3000"],
  ["换行", "\n"],
  ["一", "一"],
  ["中文数字", "一百二十三万"],
  ["逗号", "，"],
  ["顿号", "云岭、"],
  ["分号", "；"],
  ["句号", "。"],
  ["年", "2025年"],
  ["日期", "2025年1月1日"],
  ["至", "2016年至"],
  ["同比", "同比增长"],
  ["增长", "增长1%"],
  ["百分之", "百分之"],
  ["个百分点", "个百分点"],
  ["其中", "其中"],
  ["分别", "分别为1亿元、"],
  ["公司", "有限公司"],
  ["集团", "云岭集团"],
  ["高新区", "高新区"],
  ["项目", "项目"],
  ["总投资", "总投资"],
  ["的", "的"],
  ["和", "和云岭"],
  ["排名", "第1位"],
  ["网址", "http://a.b/"],
  ["横线", "——"],
  ["竖线", "|"],
  ["表格行", "| 出口 | 1 |\n"],
  ["来源", "来源："],
  ["编辑", "责任编辑：某某 "],
  ["拼音", "区(qū)"],
  ["残缺字符", "\ufffd"],
  ["繁体", "實現總產值"],
];

describe("文字：每一类写法都给长长的一串", () => {
  test.each(RUNS)(
    "%s",
    (_, unit) => {
      for (const text of [
        unit.repeat(Math.ceil(60_000 / unit.length)),
        `2025年上半年，云岭高新区出口总额${unit.repeat(Math.ceil(30_000 / unit.length))}132.7亿元，同比增长9.4%。`,
      ]) {
        tried += 1;
        const extraction = extractDocument(text, { mime: "text/plain", published: null });
        for (const figure of extraction.figures) expect(figure.value).toMatch(/^-?\d+(\.\d+)?$/);
      }
    },
    WATCHDOG,
  );

  test("五兆的混杂文本", () => {
    tried += 1;
    const mixed = RUNS.map(([, unit]) => unit.repeat(40)).join("云岭高新区2025年上半年出口总额132.7亿元，");
    const text = mixed.repeat(Math.ceil(1_700_000 / mixed.length));
    expect(extractDocument(text, { mime: "text/plain", published: null }).articles.length).toBeGreaterThanOrEqual(0);
  }, 60_000);

  test("百万个数一行：不爆栈", () => {
    tried += 1;
    expect(extractDocument("1 ".repeat(1_000_000), { mime: "text/plain", published: null }).figures.length).toBeGreaterThanOrEqual(0);
  }, 60_000);

  test("五十兆一行：说明太长，不崩", async () => {
    const line = Buffer.alloc(50 * 1024 * 1024, "云岭高新区出口总额132.7亿元，");
    expect(await outcomeOf(line)).toBe("document.too-long");
  }, 60_000);
});
