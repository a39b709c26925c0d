import { describe, expect, test } from "vitest";
import { createSecretBox } from "#kernel/server/secret-box.ts";

describe("封存的密钥", () => {
  const box = createSecretBox("installation", "webhook");
  test("打得开自己封的；每次封的不一样，里面看不出原文", () => {
    const [one, other] = [box.seal("暗号 secret"), box.seal("暗号 secret")];
    expect([box.open(one), box.open(other)]).toEqual(["暗号 secret", "暗号 secret"]);
    expect(one).not.toBe(other);
    expect(Buffer.from(one.slice(3), "base64url").includes("secret")).toBe(false);
  });
  test("换了用途、换了安装、改了一个字、不是封存的：打不开", () => {
    const sealed = box.seal("暗号");
    expect(createSecretBox("installation", "totp").open(sealed)).toBeUndefined();
    expect(createSecretBox("elsewhere", "webhook").open(sealed)).toBeUndefined();
    expect(box.open(`${sealed.slice(0, 10)}${sealed[10] === "A" ? "B" : "A"}${sealed.slice(11)}`)).toBeUndefined();
    for (const wrong of ["", "v1.", "v2.AAAA", "plain"]) expect(box.open(wrong)).toBeUndefined();
  });
});
