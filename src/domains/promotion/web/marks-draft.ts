import type { ScoreTerm } from "#domains/promotion/contract/screening.ts";

type Marks = ScoreTerm["marks"];

/** 0:0; 40:15; 100:30 */
export const writeMarks = (marks: Marks): string => marks.map(({ at, points }) => `${at}:${points}`).join("; ");

/** Undefined for what is not written so. Whether the marks make sense is the server's to say. */
export function readMarks(text: string): Marks | undefined {
  const parts = text
    .normalize("NFKC")
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const marks = parts.map((part) => /^(-?\d{1,4})\s*:\s*(\d{1,3}(?:\.\d)?)$/.exec(part));
  return marks.length === 0 || marks.includes(null)
    ? undefined
    : marks.map((match) => ({ at: Number(match?.[1]), points: Number(match?.[2]) }));
}
