import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "../sample/zone.ts";
import { ask, visit } from "./visit.ts";

/** Journeys run beside each other, and again when one fails: every one has a project of its own. */
const ownName = (words: string) => `${words}${randomBytes(3).toString("hex")}`;

/** The browser says so on its console when no answer comes; there is no status to it. */
const NO_ANSWER = [0];

type Official = { id: string; roles: string[] };
async function taskForceOfficial(page: Page): Promise<string> {
  const { items } = await ask<{ items: Official[] }>(page, "/api/projects/people");
  return items.find(({ roles }) => roles.includes("task_force"))?.id ?? "";
}

/** A project that should have started in January: red from the moment its plan is known. */
async function redProject(name: string, ownerId: string): Promise<string> {
  const promotion = await visit("promotion", "/system/sessions");
  const { id } = await ask<{ id: string }>(promotion, "/api/projects", {
    name,
    enterprise: "云岭芯曜微电子有限公司",
    category: "industry",
    plannedTotalYuan: "600000000",
    contractNumber: "HT-2026-E2E",
    signedOn: "2025-03-10",
    ownerId,
    longitude: 106.53,
    latitude: 29.55,
    plan: [{ kind: "start", plannedOn: "2026-01-10" }],
  });
  const force = await visit("taskforce", "/system/sessions");
  await ask(force, `/api/projects/${id}/investment-plan`, { year: 2026, monthsYuan: Array.from({ length: 12 }, () => "5000000") });
  return id;
}

/** As a phone writes it: when and where stand in the picture. */
const sitePhoto = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: "#9cc3e6" } })
    .withExif({
      IFD0: { Make: "Yuanshu" },
      IFD2: { DateTimeOriginal: "2026:06:28 09:15:30", OffsetTimeOriginal: "+08:00" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "29/1 33/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "106/1 31/1 12/1" },
    })
    .jpeg()
    .toBuffer();

type Photo = { id: string; caption: string; takenAt: string | null; longitude: number | null; latitude: number | null };
type Paper = { id: string; name: string };
type Report = { month: string; investedYuan: string; revisionReason: string | null; photos: Photo[]; papers: Paper[] };
type Investment = { reports: Report[] };

describe("手机上报", () => {
  test("照片里的时间和地点先给人看，去掉地点再报；存下的图片不带标记；更正须写理由", async () => {
    const leader = await visit("leader", "/system/sessions");
    const name = ownName("手机上报项目");
    const id = await redProject(name, await taskForceOfficial(leader));
    const page = await visit("taskforce", `/projects/report?q=${name}`, { screen: "phone" });
    await page.getByRole("button", { name: new RegExp(`${name}.*未报`) }).click();

    await page.getByLabel("当月完成投资（万元）").fill("1280.5");
    await page.getByLabel("形象进度").fill("三层主体封顶");
    // What is typed outlives the page.
    await page.reload();
    await expect.poll(() => page.getByLabel("形象进度").inputValue()).toBe("三层主体封顶");

    await page.getByLabel("从相册选").setInputFiles([
      { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await sitePhoto() },
      { name: "合同.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") },
    ]);
    await page.getByText("“合同.pdf”不是照片：应为 JPEG、PNG、WebP 或 HEIC。").waitFor();
    await page.getByText("上报拍摄时间 2026-06-28 09:15").waitFor();
    const place = page.getByRole("checkbox", { name: /上报拍摄地点 106\.5200, 29\.5583.*距登记位置 1\.3 公里/ });
    expect(await place.isChecked()).toBe(true);
    await place.uncheck();
    await page.getByLabel("第 1 张的说明").fill("塔吊");
    await page
      .getByRole("group", { name: "投资完成凭证" })
      .locator("input[type=file]")
      .setInputFiles({ name: "进度款发票.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") });
    await page.getByRole("button", { name: "上报", exact: true }).dblclick();
    await page.getByText(`“${name}”2026年6月月报已上报`).waitFor();

    const { reports } = await ask<Investment>(page, `/api/projects/${id}/investment`);
    expect(reports).toMatchObject([{ month: "2026-06", investedYuan: "12805000", revisionReason: null }]);
    const [photo] = reports[0]?.photos ?? [];
    expect(photo).toMatchObject({ caption: "塔吊", takenAt: "2026-06-28T01:15:30.000Z", longitude: null, latitude: null });
    expect(reports[0]?.papers.map((paper) => paper.name)).toEqual(["进度款发票.pdf"]);
    const kept = await (await page.request.get(`/api/projects/photos/${photo?.id}`)).body();
    const { format, exif } = await sharp(kept).metadata();
    expect([format, exif]).toEqual(["jpeg", undefined]);

    await page.goto(`/projects/report?project=${id}`);
    await page.getByText(/已由 .* 报过（1280\.5\s万元）/).waitFor();
    expect(await page.getByLabel("形象进度").inputValue()).toBe("");
    await page.getByLabel("当月完成投资（万元）").fill("1300");
    await page.getByLabel("更正理由").fill("漏计设备款");
    await page.getByRole("button", { name: "更正上报" }).click();
    await page.getByText(`“${name}”2026年6月月报已上报`).waitFor();
    const after = await ask<Investment>(page, `/api/projects/${id}/investment`);
    expect(after.reports.map(({ investedYuan, revisionReason }) => [investedYuan, revisionReason])).toEqual([
      ["13000000", "漏计设备款"],
      ["12805000", null],
    ]);
  });

  test("没有网络：说一句，草稿还在；连上之后再点，只报一次", async () => {
    const leader = await visit("leader", "/system/sessions");
    const name = ownName("断网上报项目");
    const id = await redProject(name, await taskForceOfficial(leader));
    const page = await visit("taskforce", `/projects/report?project=${id}`, { screen: "phone", refusals: NO_ANSWER });
    await page.getByLabel("形象进度").fill("桩基完成");
    // The report arrives, but its answer does not.
    await page.route("**/report", async (route) => {
      await route.fetch();
      await route.abort("internetdisconnected");
    });
    await page.getByRole("button", { name: "上报", exact: true }).click();
    await page.getByText("现在没有网络，连上之后再点上报；不会重复上报。").waitFor();
    await page.unroute("**/report");
    await page.getByRole("button", { name: "上报", exact: true }).click();
    await page.getByText(`“${name}”2026年6月月报已上报`).waitFor();
    expect((await ask<Investment>(page, `/api/projects/${id}/investment`)).reports).toHaveLength(1);
  });
});

type Letter = { id: string; kind: string };

describe("督办单", () => {
  test("领导签发，专班回复，领导办结；不该办的人按钮说明为什么；文书下得来", async () => {
    const leader = await visit("leader", "/system/sessions");
    const name = ownName("督办项目");
    const id = await redProject(name, await taskForceOfficial(leader));
    const { supervision } = await ask<{ supervision: Letter[] }>(leader, `/api/projects/${id}/colour`);
    const letter = supervision.find(({ kind }) => kind === "letter")?.id ?? "";
    const address = `/projects/supervision?kind=letter&item=${letter}`;

    await leader.goto(address);
    await leader.getByRole("dialog").getByText("超过计划开工月5个月未开工").waitFor();
    await leader.getByRole("button", { name: "签发督办单" }).click();
    await leader.getByLabel("督办要求").fill("请三日内开工，并书面说明原因。");
    await leader.getByRole("button", { name: "签发督办单" }).click();
    await leader
      .getByRole("dialog")
      .getByText(/督办〔2026〕\d+号/)
      .first()
      .waitFor();
    await leader.getByRole("dialog").getByText("2026-07-07 前回复").waitFor();
    expect(await leader.getByRole("button", { name: "回复" }).getAttribute("aria-disabled")).toBe("true");
    const pdf = await leader.request.get(`/api/projects/supervision/${letter}/letter?format=pdf`);
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);

    const force = await visit("taskforce", address);
    await force.getByRole("button", { name: "回复" }).click();
    await force.getByLabel("回复内容").fill("七月三日开工，图纸已会审。");
    await force.getByRole("button", { name: "回复" }).click();
    await force.getByRole("dialog").getByText("七月三日开工，图纸已会审。").waitFor();
    const close = force.getByRole("button", { name: "办结" });
    expect(await close.getAttribute("aria-disabled")).toBe("true");
    await close.hover();
    await force.getByText("当前岗位无权督办").waitFor();

    await leader.goto(address);
    await leader.getByRole("button", { name: "办结" }).click();
    await leader.getByLabel("办结意见").fill("已开工，转入月度跟踪。");
    await leader.getByRole("button", { name: "办结" }).click();
    await leader.getByRole("dialog").getByText("已办结").waitFor();
  });
});

/** Two new officials of a task force, so that nobody's work of the sample moves. */
async function newOfficial(security: Page, name: string): Promise<string> {
  const username = `e2e-${randomBytes(4).toString("hex")}`;
  const { id } = await ask<{ id: string }>(security, "/api/system/people", { username, name, password: DEMO_PASSWORD });
  await ask(security, `/api/system/people/${id}/roles`, { role: "task_force" });
  return id;
}

describe("离岗交接", () => {
  test("先看将要移交什么，再一步移交；移交之后手上没有了，承接人都有了", async () => {
    const security = await visit("security", "/system/sessions");
    const [from, to] = [ownName("交接甲"), ownName("交接乙")];
    const [fromId, toId] = [await newOfficial(security, from), await newOfficial(security, to)];
    const name = ownName("交接项目");
    const id = await redProject(name, fromId);
    const head = await visit("head", "/system/sessions");
    await ask(head, `/api/projects/${id}/tasks`, { kind: "duty", title: "完成临电报装", ownerId: fromId, dueOn: "2026-07-10" });

    await head.goto(`/projects/handover?from=${fromId}`);
    await head.getByRole("heading", { name: "将要移交的 3 项" }).waitFor();
    for (const words of ["项目负责人", "完成临电报装", "未办结督办"]) await head.getByRole("cell", { name: words }).first().waitFor();
    await head.getByRole("combobox", { name: "承接人" }).click();
    await head.getByRole("combobox", { name: "承接人" }).fill(to);
    await head.keyboard.press("Enter");
    await head.getByLabel("理由").fill("调任");
    await head.getByRole("button", { name: "全部移交" }).click();
    await head.getByText(`把 3 项从 ${from} 移交给 ${to}？`).waitFor();
    await head.getByRole("button", { name: "全部移交" }).last().click();
    await head.getByText(`已把 3 项从 ${from} 移交给 ${to}：项目负责人 1、未办结事项 1、未办结督办 1。`).waitFor();
    await head.getByText(`${from} 手上没有项目工作`).waitFor();
    const { items } = await ask<{ items: unknown[] }>(head, `/api/projects/handover/${toId}`);
    expect(items).toHaveLength(3);
    const force = await ask<{ log: { kind: string; text: string }[] }>(head, `/api/projects/${id}/task-force`);
    expect(force.log[0]).toMatchObject({ kind: "handover", text: expect.stringContaining(`${from} → ${to}`) });
  });
});
