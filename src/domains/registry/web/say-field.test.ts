import { describe, expect, test } from "vitest";
import type { ProfileField } from "#domains/registry/contract/enterprise.ts";
import { type ProfileView, rawField, sayField, shownField } from "#domains/registry/web/say-field.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const profile: ProfileView = {
  id: "0198c0de-0000-7000-8000-000000000001",
  identifierKind: "uscc",
  identifier: "91500000MA5U7XYZ0K",
  name: "云岭微电子有限公司",
  status: "suspended",
  regionCode: "500112",
  region: "重庆市渝北区",
  classCode: "C3973",
  className: "集成电路制造",
  foundedOn: "2015-03-02" as LocalDate,
  capitalYuan: "60000000" as Decimal,
  employees: 0,
  revenueYuan: "-120000000" as Decimal,
  revenueYear: 2025,
  revenueGrowthPct: "-3.5" as Decimal,
  controller: "local-state",
  products: ["功率器件", "传感器"],
  stockCode: null,
  prominence: 10,
  book: [],
  otherClasses: [{ code: "C3972", name: null }],
  address: "",
  scope: "",
  website: "",
};

describe("企业字段的写法", () => {
  test.each<[ProfileField, string, string]>([
    ["name", "云岭微电子有限公司", "云岭微电子有限公司"],
    ["status", "suspended", "歇业"],
    ["regionCode", "500112", "重庆市渝北区 500112"],
    ["classCode", "C3973", "集成电路制造 C3973"],
    ["otherClasses", "C3972", "C3972"],
    ["capitalYuan", "60000000", "6000\u2009万元"],
    ["revenueYuan", "-120000000", "-1.2\u2009亿元"],
    ["revenueGrowthPct", "-3.5", "-3.5%"],
    ["employees", "0", "0"],
    ["controller", "local-state", "地方国企"],
    ["products", "功率器件；传感器", "功率器件、传感器"],
    ["stockCode", "", ""],
    ["address", "", ""],
  ])("%s", (field, raw, shown) => {
    expect(rawField(profile, field)).toBe(raw);
    expect(shownField(profile, field, "zh")).toBe(shown);
  });

  test("不是已知的状态或金额就照原样", () => {
    expect(sayField("status", "不详", "zh")).toBe("不详");
    expect(sayField("capitalYuan", "六千万", "zh")).toBe("六千万");
    expect(sayField("status", "存续", "en")).toBe("存续");
  });
});
