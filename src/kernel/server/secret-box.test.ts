import { expect, test } from "vitest";
import { createSecretBox } from "#kernel/server/secret-box.ts";

test("封好的打得开；换了钥匙、换了用途、改了一个字都打不开", () => {
  const box = createSecretBox("installation", "seeds");
  const sealed = box.seal("种子 JBSWY3DPEHPK3PXP");
  expect(box.open(sealed)).toBe("种子 JBSWY3DPEHPK3PXP");
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(box.seal("同样的字")).not.toBe(box.seal("同样的字"));
  expect(createSecretBox("another", "seeds").open(sealed)).toBeUndefined();
  expect(createSecretBox("installation", "webhooks").open(sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed, "base64url");
  for (let place = 0; place < bytes.byteLength; place += 1) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(box.open(changed.toString("base64url"))).toBeUndefined();
  }
  for (const broken of ["", "x", sealed.slice(0, 20)]) expect(box.open(broken)).toBeUndefined();
});
