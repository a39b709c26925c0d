import { test } from "vitest";
import { ask, settled, visit } from "./visit.ts";

test("look", async () => {
  const system = await visit("system", "/system/webhooks");
  await ask(system, "/api/exchange/webhooks", {
    name: "督查平台",
    address: "http://1.1.1.1/events",
    kinds: ["projects.moved", "approvals.moved"],
  }).catch(() => {});
  await ask(system, "/api/notices/robots", { name: "项目专班群", kind: "dingtalk", address: "http://1.1.1.1/robot", secret: "SEC" }).catch(
    () => {},
  );
  const places = [
    ["taskforce", "/notices"],
    ["leader", "/notices/settings"],
    ["system", "/system/webhooks"],
    ["liaison", "/system/tokens"],
    ["system", "/system/robots"],
    ["leader", "/open-data"],
    [null, "/public/yunling/data"],
    ["leader", "/cockpit"],
  ] as const;
  for (const screen of ["office", "phone"] as const)
    for (const [who, path] of places) {
      const page = await visit(who, path, { screen });
      await settled(page);
      await page.screenshot({ path: `/tmp/faces-shots/${screen}${path.replaceAll("/", "_")}.png` });
    }
  const edit = await visit("system", "/system/webhooks");
  await edit.getByRole("button", { name: "新增推送" }).click();
  await edit.screenshot({ path: "/tmp/faces-shots/office_edit.png" });
}, 300_000);
