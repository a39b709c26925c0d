import { QualificationKind, type QualificationLevel, qualificationWords } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { readDay } from "#kernel/sheet-cells.ts";

export type QualificationDraft = {
  readonly kind: QualificationKind;
  readonly level: QualificationLevel | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

const SPELLINGS: readonly (readonly [RegExp, QualificationKind])[] = [
  [/小巨人/, "little-giant"],
  [/专精特新/, "specialised"],
  [/高新技术企业|高企/, "high-tech"],
  [/科技型中小/, "tech-sme"],
  [/创新型中小/, "innovative-sme"],
  [/单项冠军/, "champion"],
  [/独角兽/, "unicorn"],
  [/瞪羚/, "gazelle"],
  [/规模以上|规上|四上/, "above-scale"],
  [/500\s*强/, "top-500"],
  [/技术中心/, "technology-centre"],
];
const LEVELS: readonly (readonly [RegExp, QualificationLevel])[] = [
  [/世界/, "world"],
  [/国家级|全国|中国/, "national"],
  [/省级|自治区级|直辖市级/, "provincial"],
  [/市级/, "municipal"],
  [/区级|园区/, "zone"],
];

/** `国家级高新技术企业(2024-10-01至2027-09-30)`, or our own key; days are left out where they are not told. Undefined when it is none. */
export function readQualification(written: string): QualificationDraft | undefined {
  const [, words = "", span] = /^([^（(]+)(?:[（(]([^）)]*)[）)])?$/.exec(written.trim()) ?? [];
  const kind = kindOf(words.trim());
  if (kind === undefined) return undefined;
  const level = LEVELS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  if (span === undefined || span.trim() === "") return { kind, level, from: null, to: null };
  const [start = "", end] = span.split(/至|~|—|--|到/);
  const from = start.trim() === "" ? null : readDay(start);
  const to = end === undefined || end.trim() === "" ? null : readDay(end);
  if (from === undefined || to === undefined || (from !== null && to !== null && to < from)) return undefined;
  return { kind, level, from, to };
}

function kindOf(words: string): QualificationKind | undefined {
  const key = QualificationKind.safeParse(words.toLowerCase()).data;
  if (key !== undefined) return key;
  const spelled = SPELLINGS.find(([pattern]) => pattern.test(words))?.[1];
  return (
    spelled ?? QualificationKind.options.find((kind) => qualificationWords[kind].zh === words || qualificationWords[kind].en === words)
  );
}
