import { describe, expect, test } from "vitest";
import { menuFor } from "#apps/web/menu.ts";
import { pageList } from "#apps/web/page-list.ts";
import { caseImportOperations } from "#domains/approvals/contract/case-import.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { packageOperations } from "#domains/approvals/contract/package-operations.ts";
import { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";

const operations = [
  systemOperations,
  intelligenceOperations,
  registerOperations,
  investmentOperations,
  colourOperations,
  taskForceOperations,
  conflictOperations,
  caseOperations,
  caseImportOperations,
  matterOperations,
  promiseOperations,
  packageOperations,
  economyOperations,
  workbenchOperations,
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

  test("a role without permissions still finds its own sessions", () => {
    expect(titles([])).toContain("我的登录");
  });
});
