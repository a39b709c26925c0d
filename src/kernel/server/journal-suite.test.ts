import { sm2, sm3 } from "sm-crypto-v2";
import { describe, expect, test } from "vitest";
import { SUITE_NAMES, SUITES } from "#kernel/server/journal-suite.ts";

describe.each(SUITE_NAMES)("%s", (name) => {
  const suite = SUITES[name];
  test("a signature holds for its text and its key only", () => {
    const [one, other] = [suite.newKeys(), suite.newKeys()];
    const signature = suite.sign(one.privateKey, "园区 7\n第 9 条");
    expect(suite.verify(one.publicKey, "园区 7\n第 9 条", signature)).toBe(true);
    expect(suite.verify(one.publicKey, "园区 7\n第 8 条", signature)).toBe(false);
    expect(suite.verify(other.publicKey, "园区 7\n第 9 条", signature)).toBe(false);
    expect(suite.verify(one.publicKey, "园区 7\n第 9 条", "")).toBe(false);
    expect(suite.verify("no key", "园区 7\n第 9 条", signature)).toBe(false);
    expect(suite.isPair(one.publicKey, one.privateKey)).toBe(true);
    expect(suite.isPair(one.publicKey, other.privateKey)).toBe(false);
  });
});

test("SHA-256 and SM3 as their standards print them", () => {
  expect(SUITES["sha256-ed25519"].digest("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // GB/T 32905-2016, A.1
  expect(SUITES["sm3-sm2"].digest("abc")).toBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  expect(SUITES["sm3-sm2"].digest("云岭高新区")).toBe(sm3("云岭高新区"));
});

test("SM2 as GB/T 32918.5 prints it: the curve is the recommended one and the identity is hashed in", () => {
  // GB/T 32918.5-2017, A.2: d, P and (r, s) over “message digest” under the usual identity.
  const d = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
  const p =
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
  expect(sm2.getPublicKeyFromPrivateKey(d)).toBe(p);
  const [r, s] = [
    "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3",
    "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa",
  ];
  const der = `3046022100${r}022100${s}`;
  expect(SUITES["sm3-sm2"].verify(p, "message digest", der)).toBe(true);
  expect(SUITES["sm3-sm2"].verify(p, "message digesT", der)).toBe(false);
});
