import { describe, expect, test } from "vitest";
import { GuessLimit, networkOf } from "#kernel/server/guess-limit.ts";

const allowed = { wrong: 3, minutes: 15 };
const at = (minute: number) => new Date(Date.UTC(2026, 5, 30, 1, minute));
const locked = expect.objectContaining({ code: "access.too-many-guesses", params: { minutes: 15 } });

describe("猜码的上限", () => {
  test("错满次数要等；等满时间又可以；别的地址、别的操作不受牵连", () => {
    const limit = new GuessLimit();
    for (let guess = 0; guess < 3; guess += 1) limit.begin("status", "10.1.1.1", allowed, at(guess));
    expect(() => limit.begin("status", "10.1.1.1", allowed, at(14))).toThrow(locked);
    expect(() => limit.begin("status", "10.1.1.2", allowed, at(14))).not.toThrow();
    expect(() => limit.begin("feed", "10.1.1.1", allowed, at(14))).not.toThrow();
    expect(() => limit.begin("status", "10.1.1.1", allowed, at(15))).not.toThrow();
  });

  test("同时发来的一样算；对的不算", () => {
    const limit = new GuessLimit();
    const pending = [0, 1, 2].map(() => limit.begin("status", "10.1.1.1", allowed, at(0)));
    expect(() => limit.begin("status", "10.1.1.1", allowed, at(0))).toThrow(locked);
    for (const takeBack of pending) takeBack();
    for (let right = 0; right < 50; right += 1) limit.begin("status", "10.1.1.1", allowed, at(0))();
  });

  test("记住的地址有上限：满了先忘最早的", () => {
    const limit = new GuessLimit();
    for (let guess = 0; guess < 3; guess += 1) limit.begin("status", "first", allowed, at(0));
    for (let other = 0; other < 20_000; other += 1) limit.begin("status", `other-${other}`, allowed, at(1));
    expect(() => limit.begin("status", "first", allowed, at(2))).not.toThrow();
    for (let guess = 0; guess < 2; guess += 1) limit.begin("status", "other-19999", allowed, at(2));
    expect(() => limit.begin("status", "other-19999", allowed, at(2))).toThrow(locked);
  });

  test.each([
    ["10.1.1.1", "10.1.1.1"],
    ["::ffff:10.1.1.1", "10.1.1.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["local", "local"],
  ])("%s 记作 %s", (address, network) => expect(networkOf(address)).toBe(network));
});
