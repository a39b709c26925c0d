import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "#kernel/canonical-json.ts";

test("equal values give equal texts, whatever the order of their keys, and the text reads back as the value", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("what is not there: a field is left out, an item or the whole is null", () => {
  expect(canonicalJson({ b: undefined, a: [1, undefined] })).toBe('{"a":[1,null]}');
  expect(canonicalJson(undefined)).toBe("null");
});

test("what says itself how it is written is written so", () => {
  expect(canonicalJson({ toJSON: () => ({ b: 1, a: 2 }) })).toBe('{"a":2,"b":1}');
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1]])("%s has no JSON", (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
