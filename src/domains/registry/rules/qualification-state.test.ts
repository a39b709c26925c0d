import { describe, expect, test } from "vitest";
import { qualificationState } from "#domains/registry/rules/qualification-state.ts";
import { readQualification } from "#domains/registry/rules/read-qualifications.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const day = (text: string | null) => text as LocalDate | null;

describe("资质", () => {
  test.each([
    ["2024-10-01", "2027-09-30", "2024-09-30", "not-yet"],
    ["2024-10-01", "2027-09-30", "2024-10-01", "valid"],
    ["2024-10-01", "2027-09-30", "2027-09-30", "valid"],
    ["2024-10-01", "2027-09-30", "2027-10-01", "expired"],
    [null, null, "2027-10-01", "valid"],
    ["2024-10-01", null, "2099-01-01", "valid"],
  ] as const)("%s 至 %s，在 %s：%s", (from, to, asOf, state) =>
    expect(qualificationState({ from: day(from), to: day(to) }, day(asOf) as LocalDate)).toBe(state),
  );

  test.each([
    ["高新技术企业(2024-10-01至2027-09-30)", { kind: "high-tech", level: null, from: "2024-10-01", to: "2027-09-30" }],
    ["国家级专精特新“小巨人”企业", { kind: "little-giant", level: "national", from: null, to: null }],
    ["省级企业技术中心（2023年1月1日~）", { kind: "technology-centre", level: "provincial", from: "2023-01-01", to: null }],
    ["specialised", { kind: "specialised", level: null, from: null, to: null }],
  ])("%s", (written, read) => expect(readQualification(written)).toEqual(read));

  test.each(["没有的荣誉", "高新技术企业(2027-01-01至2024-01-01)", "高新技术企业(某日)"])("“%s”不认", (written) =>
    expect(readQualification(written)).toBeUndefined(),
  );
});
