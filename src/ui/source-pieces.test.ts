import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksOf, type Mark } from "#ui/source-pieces.ts";

const kept = (text: string, blocks: ReturnType<typeof blocksOf>) => blocks.map((block) => text.slice(block.start, block.end)).join("");

describe("the original beside its findings", () => {
  test("a quote is marked, a short cut stays in place, a long cut folds", () => {
    const text = `进口${"导航".repeat(60)}出口总额881.7亿元(图)、增长5.5%`;
    const long = { start: 2, end: 122, reason: "navigation" };
    const short = { start: 133, end: 136, reason: "caption" };
    const quote: Mark = { start: 122, end: 133, id: "figure" };
    const blocks = blocksOf(text, [short, long], [quote]);
    expect(blocks.map((block) => block.kind)).toEqual(["kept", "cut", "kept"]);
    const pieces = blocks.flatMap((block) => (block.kind === "kept" ? block.pieces : []));
    expect(pieces.filter((piece) => piece.marks.includes("figure")).map((piece) => text.slice(piece.start, piece.end))).toEqual([
      "出口总额881.7亿元",
    ]);
    expect(pieces.filter((piece) => piece.cut).map((piece) => text.slice(piece.start, piece.end))).toEqual(["(图)"]);
  });

  test("nothing is lost, doubled or reordered, and each marked character stands under its mark", () => {
    const places = fc.record({ start: fc.nat(400), length: fc.nat(200) });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("园", "区", "\n", "7", "😀"), { maxLength: 400 }),
        fc.array(places, { maxLength: 6 }),
        fc.array(places, { maxLength: 6 }),
        (characters, cutPlaces, markPlaces) => {
          const text = characters.join("");
          const cuts = cutPlaces.map(({ start, length }) => ({ start, end: start + length, reason: "spam" }));
          const marks = markPlaces.map(({ start, length }, index) => ({ start, end: start + length, id: String(index) }));
          const blocks = blocksOf(text, cuts, marks);
          expect(kept(text, blocks)).toBe(text);
          const pieces = blocks.flatMap((block) => (block.kind === "kept" ? block.pieces : []));
          for (const mark of marks) {
            const under = pieces.filter((piece) => piece.marks.includes(mark.id)).reduce((sum, piece) => sum + piece.end - piece.start, 0);
            expect(under).toBe(Math.max(0, Math.min(mark.end, text.length) - Math.min(mark.start, text.length)));
          }
        },
      ),
    );
  });

  test("a line without an end is still cut into blocks", () => {
    const text = "数".repeat(50_000);
    const blocks = blocksOf(text, [], []);
    expect(blocks.length).toBeGreaterThan(5);
    expect(kept(text, blocks)).toBe(text);
  });
});
