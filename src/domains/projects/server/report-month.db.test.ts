import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestProjects;
let promotion: Actor;
let force: Actor;
let head: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  force = await at.person("task_force");
  head = await at.person("department_head");
});
afterAll(() => at.database.close());

/** A drawn site with what a phone writes into it: when, where, and that it was held sideways. */
const jpeg = async (edge = 60): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: edge * 2, height: edge, channels: 3, background: "#9cc3e6" } })
      .withExif({
        IFD0: { Make: "Yuanshu" },
        IFD2: { DateTimeOriginal: "2026:06:28 09:15:30", OffsetTimeOriginal: "+08:00" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "29/1 33/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "106/1 31/1 12/1" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  );
/** 128×96, HEVC, with the same time and place; drawn, then packed by libheif. */
const heic = (): Uint8Array => new Uint8Array(readFileSync(new URL("./photos/site-with-place.heic", import.meta.url)));

type View = {
  readonly reports: readonly {
    readonly revisionReason: string | null;
    readonly photos: readonly {
      readonly id: string;
      readonly caption: string;
      readonly takenAt: string | null;
      readonly longitude: number | null;
      readonly latitude: number | null;
    }[];
  }[];
};
const report = (id: string, more: Record<string, unknown>, files: readonly { name: string; bytes: Uint8Array }[], month = "2026-06") =>
  at.call<View>(force, "reportMonth", { id, month, progress: "主体封顶", ...more }, { files });
const fetched = async (name: string, photoId: string) =>
  (await at.call<{ mime: string; bytes: Uint8Array }>(force, name, { photoId })) ?? {};

describe("随月报上报照片", () => {
  test("每张照片有自己的说明、时间和地点，只留下发送人留下的；存下的图片里什么标记也没有，方向摆正", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    const view = await report(
      id,
      {
        photos: [{ caption: "塔吊", takenAt: "2026-06-28T01:15:30.000Z", longitude: 106.52, latitude: 29.558333 }, { caption: "基坑" }],
      },
      [
        { name: "IMG_1.jpg", bytes: await jpeg() },
        { name: "IMG_2.HEIC", bytes: heic() },
      ],
    );
    expect(view.reports[0]?.photos).toMatchObject([
      { caption: "塔吊", takenAt: "2026-06-28T01:15:30.000Z", longitude: 106.52, latitude: 29.558333 },
      { caption: "基坑", takenAt: null, longitude: null, latitude: null },
    ]);
    const [first, second] = view.reports[0]?.photos ?? [];
    for (const [photo, shape] of [
      [first, [60, 120]],
      [second, [128, 96]],
    ] as const) {
      const { mime, bytes } = await fetched("downloadPhoto", photo?.id ?? "");
      const { width, height, exif, xmp, orientation } = await sharp(bytes).metadata();
      expect([mime, width, height, exif, xmp, orientation]).toEqual(["image/jpeg", ...shape, undefined, undefined, undefined]);
      expect(Buffer.from(bytes).includes("Exif")).toBe(false);
    }
    // The drawn HEIC shows what was drawn: sky above, ground below.
    const { data } = await sharp((await fetched("downloadPhoto", second?.id ?? "")).bytes)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[2] ?? 0).toBeGreaterThan(data[0] ?? 255);
    expect(data.at(-1) ?? 255).toBeLessThan(data.at(-3) ?? 0);
  });

  test("列表用缩略图：不超过320像素，比原图小", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    const view = await report(id, {}, [{ name: "大图.jpg", bytes: await jpeg(1000) }]);
    const photoId = view.reports[0]?.photos[0]?.id ?? "";
    const [small, whole] = [await fetched("downloadThumbnail", photoId), await fetched("downloadPhoto", photoId)];
    const { width, height } = await sharp(small.bytes).metadata();
    expect(Math.max(width, height)).toBe(320);
    expect(small.bytes.byteLength).toBeLessThan(whole.bytes.byteLength);
  });

  test("超大的照片缩到最长边3200像素", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    const view = await report(id, {}, [{ name: "超大.jpg", bytes: await jpeg(2500) }]);
    const { width, height } = await sharp((await fetched("downloadPhoto", view.reports[0]?.photos[0]?.id ?? "")).bytes).metadata();
    expect([width, height]).toEqual([1600, 3200]);
  });

  const bomb = async () =>
    // 15,000 × 15,000 white pixels in some hundred kilobytes.
    new Uint8Array(
      await sharp({ create: { width: 15_000, height: 15_000, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
    );
  test.each([
    ["不是图片", async () => new TextEncoder().encode("%PDF-1.7 现场"), "projects.photo-type"],
    ["断了一半的JPEG", async () => (await jpeg(800)).slice(0, 900), "projects.photo-damaged"],
    ["断了一半的HEIC", async () => heic().slice(0, 700), "projects.photo-damaged"],
    ["像素炸弹", bomb, "projects.photo-pixels"],
  ] as const)("坏文件：%s，指名那一张，什么也不留", async (name, make, code) => {
    const id = await at.project(promotion, {}, "2025-03-10");
    const files = [
      { name: "好的.jpg", bytes: await jpeg() },
      { name: `${name}.jpg`, bytes: await make() },
    ];
    await expect(report(id, {}, files)).rejects.toMatchObject({ code, params: { name: `${name}.jpg` } });
    expect((await at.call<View>(force, "projectInvestment", { id })).reports).toEqual([]);
  });

  test("照片与说明对不上、经纬度只有一半：不收", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    const files = [{ name: "a.jpg", bytes: await jpeg() }];
    await expect(report(id, { photos: [{ caption: "一" }, { caption: "二" }] }, files)).rejects.toMatchObject({
      code: "projects.photo-notes",
    });
    await expect(report(id, { photos: [{ longitude: 106.5 }] }, files)).rejects.toMatchObject({ code: "projects.place-incomplete" });
  });
});

describe("随月报附上凭证", () => {
  const invoice = { name: "进度款发票.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF") };
  type Papers = { readonly reports: readonly { readonly photos: readonly unknown[]; readonly papers: readonly Paper[] }[] };
  type Paper = { readonly id: string; readonly name: string; readonly number: string; readonly note: string };

  test("照片在前、凭证在后；凭证知道是哪个月的，也列在项目的凭证里，取回的就是送来的", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    const view = (await report(id, { investedYuan: "1000000", papers: [{ number: "发票12345678", note: "6月进度款" }] }, [
      { name: "现场.jpg", bytes: await jpeg() },
      invoice,
    ])) as unknown as Papers;
    expect(view.reports[0]?.photos).toHaveLength(1);
    expect(view.reports[0]?.papers).toMatchObject([{ name: invoice.name, number: "发票12345678", note: "6月进度款" }]);
    const evidenceId = view.reports[0]?.papers[0]?.id ?? "";
    const project = await at.call<{ evidence: readonly { id: string; kind: string; fileName: string | null }[] }>(force, "openProject", {
      id,
    });
    expect(project.evidence).toMatchObject([{ id: evidenceId, kind: "investment-proof", fileName: invoice.name }]);
    const fetched = await at.call<{ name: string; mime: string; bytes: Uint8Array }>(force, "downloadEvidence", { evidenceId });
    expect([fetched.name, fetched.mime, Buffer.from(fetched.bytes).equals(invoice.bytes)]).toEqual([invoice.name, "application/pdf", true]);
  });

  test("只有凭证也算上报；下一个月的月报里没有它", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    await report(id, { progress: "", papers: [{}] }, [invoice], "2026-05");
    const { reports } = (await report(id, {}, [], "2026-06")) as unknown as Papers;
    expect(reports.map(({ papers }) => papers.length)).toEqual([0, 1]);
  });

  test("凭证说明多于文件、照片超过六张：不收，什么也不留", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    await expect(report(id, { papers: [{}, {}] }, [invoice])).rejects.toMatchObject({ code: "projects.papers-missing" });
    const photo = { name: "现场.jpg", bytes: await jpeg() };
    await expect(
      report(
        id,
        {},
        Array.from({ length: 7 }, () => photo),
      ),
    ).rejects.toMatchObject({ code: "projects.photos-many" });
    expect((await at.call<View>(force, "projectInvestment", { id })).reports).toEqual([]);
  });
});

describe("当月谁还没有报", () => {
  type Due = {
    readonly month: string;
    readonly due: number;
    readonly reported: number;
    readonly items: readonly { readonly id: string; readonly mine: boolean; readonly reported: boolean; readonly owner: string | null }[];
  };
  const due = (input: Record<string, unknown>, today = "2026-06-30") => at.call<Due>(force, "reportsDue", input, { today });

  test("我的项目：登记的负责人、专班负责人、专班成员；没报的在前；月份随截止日走", async () => {
    const owned = await at.project(promotion, { ownerId: force.id }, "2025-03-10");
    const worked = await at.project(promotion, {}, "2025-03-10");
    const others = await at.project(promotion, { ownerId: head.id }, "2025-03-10");
    const members = [{ personId: force.id, duty: "手续" }];
    await at.call(head, "formTaskForce", { id: worked, leadId: head.id, members });
    await report(owned, {}, []);
    const mine = await due({ mine: true });
    expect(mine).toMatchObject({ month: "2026-06", due: 2, reported: 1 });
    expect(mine.items.map(({ id, reported }) => [id, reported])).toEqual([
      [worked, false],
      [owned, true],
    ]);
    expect(await due({ mine: true }, "2026-06-29")).toMatchObject({ month: "2026-05", due: 2, reported: 0 });
    expect((await due({ missing: true })).items.map(({ id }) => id)).toEqual(expect.arrayContaining([worked, others]));
    expect((await due({ missing: true })).items.map(({ id }) => id)).not.toContain(owned);
    // Who left the task force has nothing to report for it any more.
    await at.call(head, "formTaskForce", { id: worked, leadId: head.id, members: [] });
    expect((await due({ mine: true })).items.map(({ id }) => id)).toEqual([owned]);
  });
});
