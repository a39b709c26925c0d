import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestEconomy, firstHalf, type TestEconomy } from "#domains/economy/server/test-economy.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";

let economy: TestEconomy;
beforeAll(async () => {
  economy = await createTestEconomy();
});
afterAll(() => economy.database.close());

const refused = (code: string) => expect.objectContaining({ code });
const signer = { signer: "周衡", signerDepartment: "改革发展局" };

/** Draft, sign and check: what comes before an approval. */
async function prepare(clerk: Actor, region: string, editor: Actor = clerk) {
  await economy.accept(
    clerk,
    `${region}上半年`,
    "2020-08-01",
    firstHalf.slice(1, 3).map((fact) => ({ ...fact, region })),
  );
  const { card } = await economy.call(clerk, "draftReportCard", { region, period: "2020H1" });
  await economy.call(editor, "editReportCard", { id: card.id, version: 1, ...signer });
  await economy.call(clerk, "checkReportCard", { id: card.id, version: 2, comment: "缺项已知" });
  return card.id;
}

describe("谁经手，谁不审定", () => {
  test("改过草稿的人不能审定，退回再核对也不能；换个人可以", async () => {
    const [clerk, editor, head] = [economy.person("statistics"), economy.person("statistics"), economy.person("department_head")];
    const id = await prepare(clerk, "甲区", editor);
    const seen = await economy.call(editor, "openReportCard", { id });
    expect(seen.card.abilities["approve"]).toEqual({ allowed: false, because: "self-approval" });
    await expect(economy.call(editor, "approveReportCard", { id, version: 3 })).rejects.toEqual(refused("economy.refused.self-approval"));
    await economy.call(head, "returnReportCard", { id, version: 3, reason: "再看一遍" });
    await economy.call(clerk, "checkReportCard", { id, version: 4, comment: "缺项已知" });
    await expect(economy.call(editor, "approveReportCard", { id, version: 5 })).rejects.toEqual(refused("economy.refused.self-approval"));
    expect((await economy.call(head, "approveReportCard", { id, version: 5 })).card.state).toBe("APPROVED");
  });
});

describe("园区停在哪一天，就在哪一天发布", () => {
  test("两版之间看到首版，之后看到修订版，之前什么也没有", async () => {
    const [clerk, head] = [economy.person("statistics"), economy.person("department_head")];
    const id = await prepare(clerk, "乙区");
    const [first, second] = [localDate("2025-08-12"), localDate("2025-10-20")];
    economy.at("2026-11-22T03:00:00.000Z");
    await economy.call(head, "approveReportCard", { id, version: 3 }, { today: first });
    const published = await economy.call(head, "publishReportCard", { id, version: 4 }, { today: first });
    expect(published.card.publishedAt).toBe("2025-08-12T03:00:00.000Z");
    expect(published.card.history.filter((step) => step.move !== "check").map((step) => [step.move, step.at.slice(0, 10)])).toEqual([
      ["draft", "2020-08-02"],
      ["approve", "2025-08-12"],
      ["publish", "2025-08-12"],
    ]);
    await economy.call(clerk, "reviseReportCard", { id, version: 5, reason: "数据更正" }, { today: second });
    await economy.call(clerk, "checkReportCard", { id, version: 1, comment: "缺项已知" }, { today: second });
    await economy.call(head, "approveReportCard", { id, version: 2 }, { today: second });
    await economy.call(head, "publishReportCard", { id, version: 3 }, { today: second });
    const editionOn = async (asOf: string) => {
      const place = { zone: "first", slug: "乙区-2020H1", asOf: localDate(asOf) };
      const [open, brief] = [
        (await economy.call(economy.public, "openPublished", place)).version,
        (await economy.call(clerk, "reportCard", { region: "乙区", period: "2020H1", asOf: place.asOf })).version,
      ];
      expect(open).toBe(brief);
      return open;
    };
    expect([await editionOn("2025-08-12"), await editionOn("2025-10-19"), await editionOn("2025-10-20")]).toEqual([1, 1, 2]);
    await expect(editionOn("2025-08-11")).rejects.toEqual(refused("economy.no-such-publication"));
    const early = { region: "乙区", period: "2020H1", asOf: localDate("2025-08-11") };
    await expect(economy.call(clerk, "reportCard", early)).rejects.toEqual(refused("economy.nothing-published"));
    // A clock that runs behind does not put the withdrawal before the publication.
    economy.at("2026-11-22T01:00:00.000Z");
    await economy.call(head, "withdrawReportCard", { id, version: 4, reason: "口径有误" }, { today: second });
    const gone = await economy.call(economy.public, "openPublished", { zone: "first", slug: "乙区-2020H1" });
    expect([gone.publishedAt, gone.withdrawn?.at]).toEqual(["2025-10-20T03:00:00.000Z", "2025-10-20T03:00:00.000Z"]);
  });
});

describe("起草与入选", () => {
  test("没有问日期，就不提日期", async () => {
    const clerk = economy.person("statistics");
    const asked = { region: "丙区", period: "2020H1", state: "PUBLISHED" } as const;
    await expect(economy.call(clerk, "reportCard", asked)).rejects.toEqual(refused("economy.never-published"));
  });

  test("地址相同的两个地区各有各的地址", async () => {
    const clerk = economy.person("statistics");
    const head = economy.person("department_head");
    const slugs: (string | null)[] = [];
    for (const region of ["甲 乙", "甲-乙", "甲/乙"]) {
      const id = await prepare(clerk, region);
      await economy.call(head, "approveReportCard", { id, version: 3 });
      slugs.push((await economy.call(head, "publishReportCard", { id, version: 4 })).row.slug);
    }
    expect(slugs).toEqual(["甲-乙-2020H1", "甲-乙-2-2020H1", "甲-乙-3-2020H1"]);
  });

  test("剔除一条观测，并在一起的同一个数随之剔除", async () => {
    const clerk = economy.person("statistics");
    const [fact] = firstHalf.slice(1);
    const twice = fact === undefined ? [] : [{ ...fact, region: "丁区" }];
    const [one] = await economy.accept(clerk, "日报", "2020-08-01", twice);
    await economy.accept(clerk, "晚报", "2020-08-01", twice);
    const { card } = await economy.call(clerk, "draftReportCard", { region: "丁区", period: "2020H1" });
    expect(card.figures.map((figure) => figure.observationIds.length)).toEqual([2]);
    const edited = await economy.call(clerk, "editReportCard", { id: card.id, version: 1, excluded: [one ?? ""] });
    expect(edited.card.figures).toEqual([]);
    const back = await economy.call(clerk, "editReportCard", { id: card.id, version: 2, excluded: [] });
    expect(back.card.figures).toHaveLength(1);
  });
});
