import { type IntroducerRole, introducerWords } from "#domains/promotion/contract/path.ts";
import {
  type Finding,
  type Measure,
  type ScoringContent,
  signalWords,
  type TargetScore,
  type TargetTerm,
  type TargetVeto,
  type VetoKind,
  vetoWords,
} from "#domains/promotion/contract/screening.ts";
import { classPoints, OTHER_CLASS_SHARE, type PreparedPlace, plainWord, wordPoints } from "#domains/promotion/rules/chain-fit.ts";
import { type Adverse, standsOn, type ZoneKnown } from "#domains/promotion/rules/measure-target.ts";
import { type Measured, scoreTarget, TENTHS } from "#domains/promotion/rules/score-target.ts";
import type { PoolRow } from "#domains/promotion/rules/screening-pool.ts";
import {
  type DatedSignal,
  type HeldQualification,
  isValidOn,
  qualificationPoints,
  type ResidentTie,
  signalPoints,
  tiePoints,
} from "#domains/promotion/rules/target-measures.ts";
import { levelWords, qualificationWords, tieWords } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

export type Origin = { readonly source: string; readonly asOf: LocalDate | null };

/** A row of the register with where its fields are known from. */
export type SourcedRow = PoolRow & { readonly origin: Origin; readonly growthOrigin: Origin };

export type NotedSignal = DatedSignal & { readonly note: string; readonly source: string; readonly document?: string };
export type NotedAdverse = Adverse & { readonly note: string; readonly source: string };
export type NotedTie = ResidentTie & {
  readonly with: string;
  readonly role: IntroducerRole;
  /** `out`: the target supplies, or holds the share. */
  readonly direction: "in" | "out";
  readonly evidence: string;
  readonly asOf: LocalDate | null;
  readonly source: string;
};
export type ZoneNoted = Pick<ZoneKnown, "resident"> & {
  readonly signals: readonly NotedSignal[];
  readonly adverse: readonly NotedAdverse[];
  readonly ties: readonly NotedTie[];
};
export const NOTHING_NOTED: ZoneNoted = { signals: [], adverse: [], ties: [], resident: false };

export type Explaining = {
  readonly place: PreparedPlace;
  readonly placed: boolean;
  readonly content: ScoringContent;
  readonly asOf: LocalDate;
};

/** Each term with what it rests on; a term that cannot be said says what is missing. */
export function explainTarget(row: SourcedRow, known: ZoneNoted, values: Measured, asked: Explaining): TargetScore {
  const scored = scoreTarget(values, asked.content);
  const findings = findingsOf(row, known, asked);
  const terms = scored.terms.map(
    ({ measure, value, least, most }): TargetTerm => ({
      measure,
      value,
      points: value === null ? null : least / TENTHS,
      least: least / TENTHS,
      most: most / TENTHS,
      findings: [...findings[measure]],
      missing: value === null ? MISSING_WORDS[measure] : null,
    }),
  );
  return {
    known: scored.known / TENTHS,
    possible: scored.possible / TENTHS,
    terms,
    missing: terms.flatMap(({ measure, value }) => (value === null ? [measure] : [])),
  };
}

const MISSING_WORDS: Readonly<Record<Measure, Text>> = {
  fit: { zh: "行业代码和产品都没有登记", en: "Neither class nor products are registered" },
  growth: { zh: "近年营业收入增长没有登记", en: "No recent growth of revenue is registered" },
  signals: { zh: "还没有人登记过它的动态", en: "Nobody has noted anything of it yet" },
  linkage: { zh: "企业库没有它的任何关联", en: "The register knows no tie of it" },
  innovation: { zh: "没有登记过任何资质", en: "No qualification was ever registered" },
};

function findingsOf(row: SourcedRow, known: ZoneNoted, asked: Explaining): Readonly<Record<Measure, readonly Finding[]>> {
  return {
    fit: fitFindings(row, asked),
    growth: growthFindings(row),
    signals: signalFindings(known, asked),
    linkage: tieFindings(known, asked),
    innovation: qualificationFindings(row, asked),
  };
}

function fitFindings(row: SourcedRow, { place, placed, content }: Explaining): readonly Finding[] {
  const rules = content.measures.fit;
  const from = { on: row.origin.asOf, source: row.origin.source };
  const found: Finding[] = [];
  if (placed) found.push({ text: { zh: "已由人工确认落位于此", en: "A person has placed it here" }, gave: 100, on: null, source: "" });
  if (row.classCode !== null) {
    const gave = classPoints(place, row.classCode, rules);
    found.push({
      text: { zh: `主行业 ${row.classCode}${near(gave, rules).zh}`, en: `Main class ${row.classCode}${near(gave, rules).en}` },
      gave,
      ...from,
    });
  }
  for (const code of row.otherClasses) {
    const gave = Math.floor(classPoints(place, code, rules) / OTHER_CLASS_SHARE);
    if (gave > 0) found.push({ text: { zh: `兼营行业 ${code}`, en: `Further class ${code}` }, gave, ...from });
  }
  for (const product of row.products) {
    const gave = wordPoints(place, plainWord(product), rules);
    if (gave > 0) found.push({ text: { zh: `产品“${product}”`, en: `Product “${product}”` }, gave, ...from });
  }
  return found;
}

function near(gave: number, { classExact, classGroup, classDivision }: ScoringContent["measures"]["fit"]): Text {
  if (gave === 0) return { zh: "，与此环节无关", en: ", not of this place" };
  if (gave >= classExact) return { zh: "，同一小类", en: ", the same class" };
  if (gave >= classGroup) return { zh: "，同一中类", en: ", the same group" };
  return gave >= classDivision ? { zh: "，同一大类", en: ", the same division" } : { zh: "", en: "" };
}

function growthFindings({ growthPct, growthYear, growthOrigin }: SourcedRow): readonly Finding[] {
  if (growthPct === null || growthYear === null) return [];
  const text = { zh: `${growthYear} 年营业收入增长 ${growthPct}%`, en: `Revenue of ${growthYear} grew by ${growthPct}%` };
  return [{ text, gave: null, on: growthOrigin.asOf, source: growthOrigin.source }];
}

function signalFindings({ signals }: ZoneNoted, { content, asOf }: Explaining): readonly Finding[] {
  return signals
    .filter(({ on }) => on <= asOf)
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))
    .map((one) => ({
      text: { zh: `${signalWords[one.kind].zh}：${one.note}`, en: `${signalWords[one.kind].en}: ${one.note}` },
      gave: signalPoints(one, content.measures.signals, asOf),
      on: one.on,
      source: one.source,
      ...(one.document === undefined ? {} : { document: one.document }),
    }));
}

function tieFindings({ ties }: ZoneNoted, { content }: Explaining): readonly Finding[] {
  return ties
    .map((tie): Finding => {
      const gave = tiePoints(tie, content.measures.linkage);
      return { text: sayResidentTie(tie), gave, on: tie.asOf, source: tie.source === "" ? tie.evidence : tie.source };
    })
    .toSorted((one, other) => (other.gave ?? 0) - (one.gave ?? 0))
    .slice(0, MOST_TIES_SHOWN);
}
const MOST_TIES_SHOWN = 6;

function sayResidentTie({ kind, direction, role, with: name }: NotedTie): Text {
  const who: Text = { zh: `${introducerWords[role].zh}${name}`, en: `${name} (${introducerWords[role].en.toLowerCase()})` };
  if (kind === "supply")
    return direction === "out"
      ? { zh: `向${who.zh}供货`, en: `Supplies ${who.en}` }
      : { zh: `由${who.zh}供货`, en: `Supplied by ${who.en}` };
  if (kind === "investment")
    return direction === "out"
      ? { zh: `是${who.zh}的股东`, en: `Holds a share of ${who.en}` }
      : { zh: `${who.zh}是其股东`, en: `${who.en} holds a share of it` };
  return { zh: `与${who.zh}${tieWords[kind].zh}`, en: `${tieWords[kind].en}: ${who.en}` };
}

export function sayQualification({ kind, level }: Pick<HeldQualification, "kind" | "level">): Text {
  const name = qualificationWords[kind];
  return level === null ? name : { zh: `${levelWords[level].zh}${name.zh}`, en: `${name.en}, ${levelWords[level].en.toLowerCase()}` };
}

function qualificationFindings(row: SourcedRow, { content, asOf }: Explaining): readonly Finding[] {
  return row.qualifications.map((held) => {
    const valid = isValidOn(held, asOf);
    const name = sayQualification(held);
    return {
      text: valid ? name : { zh: `${name.zh}（当日无效）`, en: `${name.en} (not valid on the day)` },
      gave: valid ? qualificationPoints(held, content.measures.innovation) : 0,
      on: held.from,
      source: row.origin.source,
    };
  });
}

/** Why it is not ranked, each veto with where it is known from. */
export function explainVetoes(kinds: readonly VetoKind[], row: SourcedRow, known: ZoneNoted, { content, asOf }: Explaining): TargetVeto[] {
  return kinds.map((kind) => {
    const noted =
      kind === "dishonest" || kind === "penalty" ? known.adverse.find((one) => one.kind === kind && standsOn(one, asOf)) : undefined;
    if (noted !== undefined)
      return {
        kind,
        text: { zh: `${vetoWords[kind].zh}：${noted.note}`, en: `${vetoWords[kind].en}: ${noted.note}` },
        on: noted.on,
        source: noted.source,
      };
    const source = kind === "not-active" ? row.origin.source : (content.vetoes.find((veto) => veto.kind === kind)?.source ?? "");
    return { kind, text: vetoWords[kind], on: null, source };
  });
}

/** One line of what a term rests on, kept with a locked score so that it can be read years later. */
export function sayFindings({ findings, missing }: Pick<TargetTerm, "findings" | "missing">): Text {
  if (missing !== null) return missing;
  const told = findings.filter(({ gave }) => gave === null || gave > 0).slice(0, MOST_FINDINGS_KEPT);
  if (told.length === 0) return { zh: "没有加分的依据", en: "Nothing that gives points" };
  return { zh: told.map(({ text }) => text.zh).join("；"), en: told.map(({ text }) => text.en).join("; ") };
}
const MOST_FINDINGS_KEPT = 4;
