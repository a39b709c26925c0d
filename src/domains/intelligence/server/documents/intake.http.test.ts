import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import {
  figureOf,
  figures,
  firstHalf,
  pdfFile,
  sheetFile,
  takeIn,
  textFile,
  utf8,
  wordFile,
} from "#domains/intelligence/server/test-documents.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";

const { ingest, ingestText, ingestAddress, listDocuments, openReview, downloadOriginal, withdrawDocument, figureSource, listStories } =
  intelligenceOperations;
const { addFeed, listFeeds, pollFeed, removeFeed } = intelligenceOperations;
let at: TestServer;
let statistics: Account;

beforeAll(async () => {
  at = await createTestServer();
  statistics = at.account("statistics");
});
afterAll(() => at.close());

const said = (title: string) => firstHalf.replace("云岭高新区上半年经济运行稳中有进", title).replaceAll("云岭", title.slice(0, 2));

/** 青川高新区一季度完成工业投资12.6亿元，增长8.1%。 with a few more sentences, as GB18030 bytes. */
const GB18030 = Buffer.from("c7e0b4a8b8dfd0c2c7f8d2bbbcbeb6c8cdeab3c9b9a4d2b5cdb6d7ca31322e36d2dad4aaa3acd4f6b3a4382e3125a1a3", "hex");

describe("收录", () => {
  test("文本：题名、日期、媒体、数据都在，每条引文就是原文的那一段", async () => {
    const { result, desks } = await takeIn(at, [textFile(firstHalf)]);
    expect(result.documents).toMatchObject([{ name: "上半年.txt", state: "received", duplicateOf: null }]);
    const desk = desks[0];
    if (!desk) throw new Error("nothing read");
    expect(desk.document).toMatchObject({
      title: "云岭高新区上半年经济运行稳中有进",
      state: "review",
      origin: "upload",
      published: "2025-07-24",
    });
    expect(figureOf(desk, "286.4").finding).toMatchObject({
      code: "gdp",
      unit: "亿元",
      period: "2025H1",
      region: "云岭高新区",
      yoyPct: "6.2",
    });
    expect(figureOf(desk, "132.7").finding).toMatchObject({ code: "exports", yoyPct: "9.4" });
    for (const proposal of desk.proposals) {
      const slice = proposal.finding.spans.map((span) => desk.original.slice(span.start, span.end)).join("");
      expect(slice).toContain(proposal.finding.quote.slice(0, 6));
    }
  });

  test("一次调用得到出处：引文等于原文中的那一段", async () => {
    const { desks } = await takeIn(at, [textFile(said("翠屏高新区半年报"), "翠屏.txt")]);
    const proposal = figureOf(desks[0] as never, "132.7");
    const source = await at.done(statistics, figureSource, { observationId: proposal.id });
    const slice = source.spans.map((span) => desks[0]?.original.slice(span.start, span.end)).join("");
    expect(slice).toBe(source.quote);
    expect(source.quote).toContain("132.7亿元");
    expect(source).toMatchObject({ documentId: desks[0]?.document.id, documentTitle: "翠屏高新区半年报", decidedBy: null });
    expect(source.before.length + source.after.length).toBeGreaterThan(20);
    expect(await at.refused(statistics, figureSource, { observationId: randomUUID() })).toMatchObject({
      status: 404,
      code: "fact.unknown",
    });
    expect(await at.refused(at.account("statistics", "second"), figureSource, { observationId: proposal.id })).toMatchObject({
      status: 404,
    });
    expect(await at.refused(at.account("bank"), figureSource, { observationId: proposal.id })).toMatchObject({ status: 403 });
  });

  test("网页、GB18030、Word、Excel、PDF 都读得出", async () => {
    const body = said("松台高新区半年报")
      .split("\n")
      .map((line) => `<p>${line}</p>`)
      .join("");
    const files = [
      {
        name: "松台.html",
        bytes: utf8(
          `<!doctype html><html><head><title>松台高新区半年报</title></head><body><nav><a href="/">首页</a></nav>${body}</body></html>`,
        ),
      },
      { name: "青川.txt", bytes: new Uint8Array(GB18030) },
      await wordFile(said("梅岭高新区半年报")),
      await sheetFile([
        ["指标", "累计", "增长%"],
        ["出口总额（亿元）", 88.25, 2.5],
      ]),
      pdfFile("GDP of the zone grew by 6.2 percent in the first half of 2025"),
    ];
    const { result, desks } = await takeIn(at, files);
    expect(result.documents.map((row) => row.message?.zh ?? row.state)).toEqual([
      "received",
      "received",
      "received",
      "received",
      "received",
    ]);
    const [html, gb, word, sheet, pdf] = desks;
    expect(figureOf(html as never, "286.4").finding.region).toBe("松台高新区");
    expect(html?.cuts.length).toBeGreaterThan(0);
    expect(gb?.original).toBe("青川高新区一季度完成工业投资12.6亿元，增长8.1%。");
    expect(figureOf(gb as never, "12.6").finding).toMatchObject({ unit: "亿元", yoyPct: "8.1" });
    expect(figureOf(word as never, "512.8").finding.region).toBe("梅岭高新区");
    expect(sheet?.original).toContain("出口总额");
    expect(pdf?.original).toContain("6.2 percent");
    expect(desks.map((desk) => desk.document.state === "review" || desk.document.state === "reviewed")).toEqual(desks.map(() => true));
  });

  test("读不了的文件单独说明，别的照收", async () => {
    const { result } = await takeIn(at, [
      { name: "旧.doc", bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]) },
      textFile(said("云台高新区半年报"), "好.txt"),
      { name: "空.txt", bytes: new Uint8Array() },
    ]);
    expect(result.documents.map((row) => row.state)).toEqual(["refused", "received", "refused"]);
    expect(result.documents[0]?.message).toEqual({
      zh: "“旧.doc”是旧版 Office 文件（.doc、.xls、.ppt、.wps），请在 Word、Excel 或 WPS 中另存为 .docx 或 .xlsx 再收录。",
      en: expect.stringContaining("old Office file"),
    });
  });

  test("同一份文件、同样的文字只收一次，并指出先收的那份", async () => {
    const text = said("重复高新区半年报");
    const { desks } = await takeIn(at, [textFile(text, "一.txt")]);
    const again = await takeIn(at, [textFile(text, "二.txt")]);
    expect(again.result).toMatchObject({ jobId: null, documents: [{ state: "received", duplicateOf: desks[0]?.document.id }] });
    expect(again.result.documents[0]?.message?.zh).toContain("重复高新区半年报");
    const encoded = await takeIn(at, [{ name: "三.txt", bytes: utf8(`\ufeff${text}`) }]);
    expect(encoded.desks[0]?.document).toMatchObject({ state: "failed", message: { zh: expect.stringContaining("完全相同") } });
  });

  test("粘贴的文字、题名与日期", async () => {
    const result = await at.done(statistics, ingestText, {
      text: said("粘贴高新区半年报"),
      title: "粘贴高新区半年报",
      published: "2025-07-25" as never,
    });
    await at.worker.drain();
    const desk = await at.done(statistics, openReview, { id: result.documents[0]?.id ?? "" });
    expect(desk.document).toMatchObject({ origin: "paste", title: "粘贴高新区半年报" });
    expect(figures(desk).length).toBeGreaterThan(4);
    expect(await at.refused(statistics, ingestText, { text: "短" })).toMatchObject({ status: 400 });
    expect(await at.refused(statistics, ingestText, { text: firstHalf, published: "2026-02-30" })).toMatchObject({ status: 400 });
  });

  test("没有文件、不是表单、没有权限、没有登录", async () => {
    expect(await at.refused(statistics, ingest, {}, { files: [] })).toMatchObject({ status: 400, code: "upload.none" });
    expect(await at.refused(statistics, ingest, { acceptAll: false })).toMatchObject({ status: 400, code: "upload.none" });
    expect(await at.refused(at.account("bank"), ingest, {}, { files: [textFile(firstHalf)] })).toMatchObject({ status: 403 });
    expect(await at.refused(nobody, ingest, {}, { files: [textFile(firstHalf)] })).toMatchObject({ status: 401 });
  });

  test("同一个幂等键：重发得同一结果，不收第二次；换了文件 409", async () => {
    const files = [textFile(said("幂等高新区半年报"))];
    const first = await at.done(statistics, ingest, {}, { files, key: "once" });
    expect(await at.done(statistics, ingest, {}, { files, key: "once" })).toEqual(first);
    expect(await at.refused(statistics, ingest, {}, { files: [textFile("另一份文件的文字在这里")], key: "once" })).toMatchObject({
      status: 409,
      code: "idempotency.other-body",
    });
    await at.worker.drain();
  });

  test("一次采纳全部：由统计岗说了算，事实即刻生效", async () => {
    const { desks } = await takeIn(at, [textFile(said("速采高新区半年报"))], { acceptAll: true });
    expect(desks[0]?.document.state).toBe("reviewed");
    expect(new Set(figures(desks[0] as never).map((one) => one.status))).toEqual(new Set(["accepted"]));
  });
});

describe("文档", () => {
  test("列表分页、按状态和题名查；别的园区看不见", async () => {
    const first = await at.done(statistics, listDocuments, { limit: 3 });
    const second = await at.done(statistics, listDocuments, { limit: 3, cursor: first.next ?? "" });
    expect(new Set([...first.items, ...second.items].map((row) => row.id)).size).toBe(6);
    expect((await at.done(statistics, listDocuments, { q: "翠屏" })).items.map((row) => row.title)).toEqual(["翠屏高新区半年报"]);
    expect((await at.done(statistics, listDocuments, { q: "%" })).items).toEqual([]);
    expect((await at.done(statistics, listDocuments, { state: "failed" })).items.every((row) => row.state === "failed")).toBe(true);
    expect((await at.done(at.account("statistics", "second"), listDocuments, {})).items).toEqual([]);
    expect(await at.refused(at.account("enterprise"), listDocuments, {})).toMatchObject({ status: 403 });
    expect(await at.refused(statistics, listDocuments, { cursor: "不是编号" })).toMatchObject({ status: 400 });
  });

  test("原件一字不差；有权的岗位才下载", async () => {
    const file = textFile(said("原件高新区半年报"), "原件 上半年.txt");
    const { desks } = await takeIn(at, [file]);
    const id = desks[0]?.document.id ?? "";
    const reply = await at.call(statistics, downloadOriginal, { id });
    expect(Buffer.compare(reply.bytes, Buffer.from(file.bytes))).toBe(0);
    expect(reply.headers["content-type"]).toBe("application/octet-stream");
    expect(reply.headers["content-disposition"]).toBe(`attachment; filename*=UTF-8''${encodeURIComponent("原件 上半年.txt")}`);
    expect(await at.refused(at.account("liaison"), downloadOriginal, { id })).toMatchObject({ status: 403 });
    expect(await at.refused(at.account("statistics", "second"), downloadOriginal, { id })).toMatchObject({ status: 404 });
    expect((await at.call(at.account("liaison"), openReview, { id })).status).toBe(200);
    expect(await at.refused(statistics, openReview, { id: randomUUID() })).toMatchObject({ status: 404 });
  });

  test("撤回：由它而来的一切都撤回；版本旧了 409，再撤 409；之后同一文件可以重收", async () => {
    const file = textFile(said("撤回高新区半年报"));
    const { desks } = await takeIn(at, [file], { acceptAll: true });
    const { id, version } = desks[0]?.document ?? { id: "", version: 0 };
    const withdraw = { id, version, reason: "发错了文件" };
    expect(await at.refused(statistics, withdrawDocument, { ...withdraw, version: version - 1 })).toMatchObject({
      status: 409,
      code: "record.changed",
    });
    expect((await at.done(statistics, openReview, { id })).proposals.every((one) => one.status === "accepted")).toBe(true);
    expect(await at.refused(at.account("promotion"), withdrawDocument, withdraw)).toMatchObject({ status: 403 });
    const withdrawn = await at.done(statistics, withdrawDocument, withdraw);
    expect(withdrawn).toMatchObject({ state: "withdrawn", message: { zh: "发错了文件" } });
    const after = await at.done(statistics, openReview, { id });
    expect(new Set(after.proposals.map((one) => one.status))).toEqual(new Set(["withdrawn"]));
    expect(await at.database.tamper("select 1 from fact_current where origin_id = $1 and status <> 'withdrawn'", [id])).toEqual([]);
    expect(await at.refused(statistics, withdrawDocument, { ...withdraw, version: withdrawn.version })).toMatchObject({
      status: 409,
      code: "intelligence.withdrawn",
    });
    expect((await takeIn(at, [file])).desks[0]?.document.state).toBe("review");
  });

  test("同题报道归到一处", async () => {
    const text = said("同题高新区半年报");
    const { desks } = await takeIn(at, [textFile(text, "甲.txt"), textFile(`转载：${text}\n\n（责任编辑）`, "乙.txt")]);
    const [one, other] = desks.map((desk) => desk.document);
    const stories = await at.done(statistics, listStories, {});
    const story = stories.items.find((candidate) => candidate.documents.some((document) => document.id === one?.id));
    expect(story?.documents.map((document) => document.id)).toContain(other?.id);
    expect((await at.done(statistics, openReview, { id: other?.id ?? "" })).document.storySize).toBeGreaterThanOrEqual(2);
    expect((await at.done(at.account("statistics", "second"), listStories, {})).items).toEqual([]);
  });
});

describe("网址与订阅源", () => {
  test.each([
    "http://127.0.0.1/",
    "http://10.0.0.8/x",
    "http://[::1]/",
    "http://169.254.169.254/latest",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://127.1/",
    "http://0/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://[::ffff:7f00:1]/",
    "http://[fd00::1]/",
    "http://localhost:5432/",
  ])("内部地址 %s 当场拒绝，不排任务", async (address) => {
    const before = await at.countRows();
    expect(await at.refused(statistics, ingestAddress, { address })).toMatchObject({ status: 400, code: "address.private" });
    expect(await at.refused(statistics, addFeed, { address, title: "内部" }, { language: "en" })).toMatchObject({
      status: 400,
      title: expect.stringContaining("points inside the network"),
    });
    expect(await at.countRows()).toEqual(before);
  });

  test.each(["file:///etc/passwd", "javascript:alert(1)", "gopher://x.example/", "不是网址", "http://user:pass@news.example/"])(
    "%s 不是可收入的网址",
    async (address) => {
      expect((await at.refused(statistics, ingestAddress, { address })).status).toBe(400);
    },
  );

  test("公开地址排入任务；同一订阅源 409；停用后可再启用", async () => {
    const taken = await at.done(statistics, ingestAddress, { address: "http://1.1.1.1/news/1.html" });
    expect(taken).toMatchObject({ documents: [], jobId: expect.any(String) });
    expect(await at.done(statistics, systemOperations.getJob, { id: taken.jobId ?? "" })).toMatchObject({ state: "queued" });
    const feed = await at.done(statistics, addFeed, { address: "http://1.1.1.1/rss.xml", title: "岚州要闻" });
    expect(feed).toMatchObject({ active: true, everyMinutes: 60 });
    expect(await at.refused(statistics, addFeed, { address: "http://1.1.1.1/rss.xml", title: "再来" })).toMatchObject({
      status: 409,
      code: "record.duplicate",
    });
    expect((await at.done(statistics, listFeeds, {})).items.map((one) => one.id)).toEqual([feed.id]);
    expect((await at.done(at.account("statistics", "second"), listFeeds, {})).items).toEqual([]);
    expect(await at.refused(at.account("statistics", "second"), pollFeed, { id: feed.id })).toMatchObject({ status: 404 });
    expect((await at.done(statistics, removeFeed, { id: feed.id })).removed).toBe(true);
    expect((await at.done(statistics, listFeeds, {})).items[0]?.active).toBe(false);
    expect((await at.done(statistics, addFeed, { address: "http://1.1.1.1/rss.xml", title: "又启用" })).active).toBe(true);
    expect(await at.refused(statistics, addFeed, { address: "http://1.1.1.1/2.xml", title: "太勤", everyMinutes: 1 })).toMatchObject({
      status: 400,
    });
  });
});
