import { describe, expect, test } from "vitest";
import { dailyGroups, groupAt, menuFor, placeOf } from "#apps/web/menu.ts";
import { pageList } from "#apps/web/page-list.ts";
import { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { noticesOperations } from "#domains/notices/contract/notice-operations.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import { registryOperations } from "#domains/registry/contract/registry-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";

const operations = [
  systemOperations,
  registryOperations,
  intelligenceOperations,
  promotionOperations,
  chainOperations,
  projectsOperations,
  approvalsOperations,
  economyOperations,
  exchangeOperations,
  workbenchOperations,
  noticesOperations,
].flatMap((table) => Object.values(table));
const permissions = new Set<string>(operations.map((operation) => operation.permission));

describe("pages", () => {
  test("no two pages have one address", () => {
    const paths = pageList.map((page) => page.path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test.each(pageList.map((page) => [page.path, page] as const))("%s asks for a permission that some operation needs", (_, page) => {
    if (page.permission) expect(permissions).toContain(page.permission);
  });

  test("a page of the menu needs nothing from the address, a public page stands in no menu", () => {
    for (const page of pageList) {
      if (page.menu) expect(page.path).not.toContain("$");
      if (page.public) expect(page.menu).toBeUndefined();
    }
  });
});

describe("what a role finds in the navigation", () => {
  const titles = (held: readonly string[]) => menuFor(new Set(held)).flatMap((group) => group.pages.map((page) => page.title.zh));

  test("a statistician begins in the cockpit and sees review and report cards", () => {
    const seen = titles(["workbench.read", "intelligence.read", "intelligence.review", "economy.read"]);
    expect(seen[0]).toBe("驾驶舱");
    expect(seen).toContain("审核");
    expect(seen).toContain("成绩单");
    expect(seen).not.toContain("人员与岗位");
  });

  test("who may not review does not see the review queue", () => {
    expect(titles(["intelligence.read"])).not.toContain("审核");
  });

  test("a role without permissions still finds its own account", () => {
    expect(titles([])).toContain("我的账号");
  });
});

describe("which groups stand open at first", () => {
  const everything = menuFor(permissions);
  test.each([
    ["leadership", ["projects"]],
    ["promotion", ["targets", "promotion"]],
    ["statistics", ["economy"]],
    ["approval_window", ["approvals"]],
    ["system_administrator", ["system"]],
  ] as const)("%s: the group of its daily work", (role, names) => {
    expect([...dailyGroups(role, everything)]).toEqual(names);
  });

  test("a role without daily work of its own, and a menu of one or two groups, has nothing folded", () => {
    const all = everything.map(({ name }) => name);
    expect([...dailyGroups("bank", everything)]).toEqual(all);
    const short = everything.filter(({ name }) => name === "portal" || name === "system");
    expect([...dailyGroups("enterprise", short)]).toEqual(["portal", "system"]);
  });

  test("a page within a page stands where its nearest entry stands", () => {
    expect([placeOf("/projects/supervision", everything), placeOf("/projects/0198-x", everything)]).toEqual([
      "/projects/supervision",
      "/projects",
    ]);
    expect(groupAt(placeOf("/report-cards/x", everything), everything)).toBe("economy");
    expect(groupAt(placeOf("/nowhere", everything), everything)).toBeUndefined();
  });
});
