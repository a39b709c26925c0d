import { expect, test } from "vitest";
import { ownerKey } from "#domains/promotion/rules/owner-key.ts";

test.each([
  ["华夏矿冶集团有限公司", "华夏矿冶集团"],
  ["华夏矿冶集团有限公司", " 华夏矿冶集团有限责任公司 "],
  ["华夏矿冶（集团）有限公司", "华夏矿冶(集团)公司"],
  ["Nordlicht GmbH", "NORDLICHT"],
])("%s 与 %s 是一家", (one, other) => expect(ownerKey(one)).toBe(ownerKey(other)));

test.each([
  ["华夏矿冶集团有限公司", "华夏矿冶有限公司"],
  ["华夏矿冶股份有限公司", "华夏矿冶有限公司"],
  ["华夏矿冶股份有限公司", "华夏矿冶集团股份有限公司"],
])("%s 与 %s 不是一家", (one, other) => expect(ownerKey(one)).not.toBe(ownerKey(other)));
