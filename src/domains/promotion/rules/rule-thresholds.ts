import type { DiligenceRules } from "#domains/promotion/contract/diligence-rules.ts";
import { RelocationSign, relocationSignWords, WarningLevel, warningLevelWords } from "#domains/promotion/contract/distress-warning.ts";
import { contractClauseWords, RedLineBand, redLineBandWords, redLineWords } from "#domains/promotion/contract/statement-red-lines.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { Ladder } from "#kernel/ladder.ts";
import type { Text } from "#kernel/texts.ts";

export type RedLadder = "debtRatio" | "currentRatio" | "negativeCash" | "commitment";
export type WarningLadder = "permitDaysLeft" | "distressPercentile" | "relocationWeight";
export type LadderName = RedLadder | WarningLadder;

/** How a ladder is read by people: from the mildest band to the worst, each beginning where a value is above it, or below it. */
export type LadderShape = {
  readonly name: Text;
  readonly unit: Text;
  /** More is worse; otherwise less is. */
  readonly rising: boolean;
  readonly plain: string;
  readonly bands: readonly string[];
};

const red = { plain: "clear", bands: RedLineBand.options.filter((band) => band !== "clear") } as const;
const warned = { plain: "none", bands: WarningLevel.options } as const;
const text = (zh: string, en: string): Text => ({ zh, en });

export const ladderShapes: Readonly<Record<LadderName, LadderShape>> = {
  debtRatio: { ...red, name: redLineWords.debtRatio, unit: text("%", "%"), rising: true },
  currentRatio: { ...red, name: redLineWords.currentRatio, unit: text("倍", "times"), rising: false },
  negativeCash: { ...red, name: redLineWords.negativeCash, unit: text("年", "years"), rising: true },
  commitment: { ...red, name: redLineWords.commitment, unit: text("倍", "times"), rising: true },
  permitDaysLeft: { ...warned, name: text("许可证剩余天数", "Days left of a permit"), unit: text("天", "days"), rising: false },
  distressPercentile: { ...warned, name: text("财务困境分位", "Percentile of distress"), unit: text("%", "%"), rising: true },
  relocationWeight: { ...warned, name: text("外迁迹象合计", "Signs of relocation, weighted"), unit: text("分", "points"), rising: true },
};
export const RED_LADDERS: readonly RedLadder[] = ["debtRatio", "currentRatio", "negativeCash", "commitment"];
export const WARNING_LADDERS: readonly WarningLadder[] = ["permitDaysLeft", "distressPercentile", "relocationWeight"];

export const bandWords: Readonly<Record<string, Text>> = { ...redLineBandWords, ...warningLevelWords };

/** Where a band begins; `including`: the value itself belongs to it. */
export type Threshold = { readonly at: Decimal; readonly including: boolean };

/** The beginning of each band that a ladder gives, by its name. */
export function thresholdsOf({ steps }: Ladder, { rising, bands }: LadderShape): ReadonlyMap<string, Threshold> {
  return new Map(
    bands.flatMap((band): [string, Threshold][] => {
      const place = steps.findIndex((step) => step.band === band);
      if (place < 0) return [];
      // A band of a rising ladder begins where the one below it ends, one of a falling ladder at its own end.
      const end = rising ? steps[place - 1] : steps[place];
      if (end === undefined || end.upTo === null) return [];
      return [[band, { at: end.upTo, including: rising ? !end.including : end.including }]];
    }),
  );
}

/** The ladder that has these beginnings; a band without one is not given. Whether it rises, the schema of the ladder says. */
export function ladderFrom(thresholds: ReadonlyMap<string, Threshold>, { rising, plain, bands }: LadderShape, source: string) {
  const given = bands.flatMap((band) => {
    const threshold = thresholds.get(band);
    return threshold === undefined ? [] : [{ band, ...threshold }];
  });
  const steps = rising
    ? [plain, ...given.map(({ band }) => band)].map((band, place) => {
        const next = given[place];
        return next === undefined ? { band, upTo: null, including: false } : { band, upTo: next.at, including: !next.including };
      })
    : [
        ...given.toReversed().map(({ band, at, including }) => ({ band, upTo: at, including })),
        { band: plain, upTo: null, including: false },
      ];
  return { steps, source };
}

/** `> 70`, `≥ 80`, `< 1`, `≤ 30`: in signs that both languages read. */
export const sayThreshold = ({ at, including }: Threshold, { rising }: LadderShape): string =>
  `${rising ? (including ? "≥" : ">") : including ? "≤" : "<"} ${at}`;

export type RuleChange = { readonly what: Text; readonly from: Text; readonly to: Text };

const plainly = (value: string | number): Text => ({ zh: String(value), en: String(value) });
const NONE: Text = { zh: "不判", en: "none" };
const joined = (words: readonly Text[]): Text =>
  words.length === 0 ? { zh: "无", en: "none" } : { zh: words.map(({ zh }) => zh).join("、"), en: words.map(({ en }) => en).join(", ") };
const of = (name: Text, part: Text): Text => ({ zh: `${name.zh}·${part.zh}`, en: `${name.en}, ${part.en}` });

/** What one version set otherwise than the one before it, threshold by threshold. */
export function changesBetween(before: DiligenceRules, after: DiligenceRules): readonly RuleChange[] {
  const all = [...linesOf(before)].map(([key, { what, value }]): RuleChange => {
    const now = linesOf(after).get(key);
    return { what, from: value, to: now?.value ?? NONE };
  });
  const known = linesOf(before);
  const added = [...linesOf(after)].flatMap(([key, { what, value }]) => (known.has(key) ? [] : [{ what, from: NONE, to: value }]));
  return [...all, ...added].filter(({ from, to }) => from.zh !== to.zh);
}

type Line = { readonly what: Text; readonly value: Text };

/** Every value of a rule by a key of its own. */
function linesOf({ redLines, warnings }: DiligenceRules): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  const ladder = (name: LadderName, given: Ladder) => {
    const shape = ladderShapes[name];
    for (const [band, threshold] of thresholdsOf(given, shape))
      lines.set(`${name} ${band}`, {
        what: of(shape.name, bandWords[band] ?? plainly(band)),
        value: plainly(sayThreshold(threshold, shape)),
      });
    lines.set(`${name} source`, { what: of(shape.name, text("依据", "source")), value: plainly(given.source) });
  };
  for (const name of RED_LADDERS) {
    ladder(name, redLines[name].ladder);
    lines.set(`${name} clauses`, {
      what: of(ladderShapes[name].name, text("合同条件", "conditions")),
      value: joined(redLines[name].clauses.map((clause) => contractClauseWords[clause])),
    });
  }
  for (const { kind, band, days, clauses, source } of redLines.events) {
    const name = redLineWords[kind];
    lines.set(`${kind} band`, { what: of(name, text("结论", "standing")), value: redLineBandWords[band] });
    lines.set(`${kind} days`, {
      what: of(name, text("计入天数", "days")),
      value: days === null ? text("解除前", "until lifted") : plainly(days),
    });
    lines.set(`${kind} clauses`, {
      what: of(name, text("合同条件", "conditions")),
      value: joined(clauses.map((clause) => contractClauseWords[clause])),
    });
    lines.set(`${kind} source`, { what: of(name, text("依据", "source")), value: plainly(source) });
  }
  for (const name of WARNING_LADDERS) ladder(name, warnings[name]);
  for (const sign of RelocationSign.options)
    lines.set(`sign ${sign}`, { what: relocationSignWords[sign], value: plainly(warnings.relocationWeights[sign]) });
  lines.set("cashYears", { what: text("看经营现金流的年数", "Years of cash flow"), value: plainly(redLines.cashYears) });
  lines.set("withoutNetAssets", {
    what: text("净资产不为正", "Net assets not positive"),
    value: redLineBandWords[redLines.withoutNetAssets],
  });
  lines.set("relocationDays", { what: text("外迁迹象计入天数", "Days that a sign counts"), value: plainly(warnings.relocationDays) });
  return lines;
}
