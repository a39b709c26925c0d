import { hashPassword as hashOfTheLibrary } from "better-auth/crypto";
import { expect, test } from "vitest";
import { hashPassword, isWeakHash, verifyPassword } from "#kernel/server/sign-in/hash-password.ts";

const password = "岚州的桥有十七座石拱";

test("参数写在散列里；同一口令两次散列不同；不对的口令不认", async () => {
  const hash = await hashPassword(password);
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[0-9a-f]{32}\$[0-9a-f]{128}$/);
  expect(await hashPassword(password)).not.toBe(hash);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: `${password}。` })).toBe(false);
  expect(isWeakHash(hash)).toBe(false);
});

test("从前的散列仍认得，并标为该换", async () => {
  const hash = await hashOfTheLibrary(password);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: "别的口令别的口令别的" })).toBe(false);
  expect(isWeakHash(hash)).toBe(true);
});

test("残缺的散列谁也不认", async () => {
  for (const hash of ["", "x", "scrypt$1$2", ":", "$$$$$"]) expect(await verifyPassword({ hash, password })).toBe(false);
});
