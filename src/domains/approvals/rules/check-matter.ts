import type { Matter, MatterField, MatterMaterial } from "#domains/approvals/contract/matter.ts";
import { keyPlaceWords, limitWords, type MatterProblemCode, matterProblemTexts } from "#domains/approvals/contract/matter-texts.ts";
import { EXPIRY_FIELD } from "#domains/approvals/rules/case-gates.ts";
import { inputFieldsOf } from "#domains/approvals/rules/case-materials.ts";
import { findCycle } from "#domains/approvals/rules/review-graph.ts";
import { checkCondition } from "#kernel/compile-condition.ts";
import { say, type Text } from "#kernel/texts.ts";

/** What the zone knows beside the matter itself. */
export type MatterSurroundings = {
  /** Matters that are registered, with whether they have a result document. */
  readonly matters: ReadonlyMap<string, { readonly hasResult: boolean }>;
  readonly departments: ReadonlySet<string>;
};

export type MatterFinding = { readonly code: MatterProblemCode; readonly text: Text };
export type MatterCheck = {
  /** Any of these and the matter cannot stand. */
  readonly problems: readonly MatterFinding[];
  /** To be looked at; the matter stands all the same, since its neighbours may come later. */
  readonly warnings: readonly MatterFinding[];
};

/** Looks at a matter before it becomes a version. One finding a sentence (handbook §5, bad input). */
export function checkMatter(matter: Matter, around: MatterSurroundings): MatterCheck {
  return {
    problems: [
      ...doubledKeys(matter),
      ...graphProblems(matter),
      ...limitProblems(matter),
      ...matter.materials.flatMap((material) => materialProblems(matter, material)),
      ...allDeferred(matter),
      ...matter.form.filter(isEmptyChoice).map(({ label }) => finding("matter.choices-missing", { field: label })),
      ...doubled(matter.pauses.map(({ reason }) => reason)).map((reason) => finding("matter.pause-twice", { reason })),
      ...renewalProblems(matter),
    ],
    warnings: [
      ...matter.materials.flatMap((material) => reuseWarnings(matter, material, around)),
      ...[...new Set([matter.department, ...matter.reviews.map(({ department }) => department)])]
        .filter((department) => !around.departments.has(department))
        .map((department) => finding("matter.unknown-department", { department })),
    ],
  };
}

/** Keys that stand more than once. */
export const doubled = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, place) => keys.indexOf(key) !== place)),
];

type Params = Readonly<Record<string, string | number | Text>>;

export function finding(code: MatterProblemCode, params: Params): MatterFinding {
  const inLanguage = (language: "zh" | "en"): string =>
    say(
      matterProblemTexts[code],
      language,
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === "object" ? value[language] : value])),
    );
  return { code, text: { zh: inLanguage("zh"), en: inLanguage("en") } };
}

const doubledKeys = (matter: Matter): readonly MatterFinding[] =>
  (["form", "materials", "reviews"] as const).flatMap((where) =>
    doubled(matter[where].map(({ key }) => key)).map((key) => finding("matter.key-twice", { where: keyPlaceWords[where], key })),
  );

function graphProblems({ reviews, department }: Matter): readonly MatterFinding[] {
  const known = new Set(reviews.map(({ key }) => key));
  const nameOf = (key: string): Text => reviews.find((node) => node.key === key)?.name ?? { zh: key, en: key };
  const cycle = findCycle(reviews);
  return [
    ...reviews.flatMap((node) =>
      node.after.filter((after) => !known.has(after)).map((after) => finding("matter.unknown-after", { node: node.name, after })),
    ),
    ...(cycle === undefined ? [] : [finding("matter.cycle", { path: pathOf(cycle.map(nameOf)) })]),
    ...reviews
      .filter((node) => node.silence === "no-objection" && node.department === department)
      .map((node) => finding("matter.silence-same-department", { node: node.name })),
  ];
}

export const pathOf = (names: readonly Text[]): Text => ({
  zh: names.map(({ zh }) => zh).join(" → "),
  en: names.map(({ en }) => en).join(" → "),
});

type Limit = Matter["legal"];
const limitText = ({ length, unit }: Limit): Text => ({
  zh: say(limitWords[unit], "zh", { length }),
  en: say(limitWords[unit], "en", { length }),
});

const WORKDAYS_OF_A_WEEK = 5;
const DAYS_OF_A_WEEK = 7;

/** Exact within one unit; between them five workdays stand for seven days. */
const isLonger = (one: Limit, other: Limit): boolean => {
  if (one.unit === other.unit) return one.length > other.length;
  return one.unit === "workday"
    ? one.length * DAYS_OF_A_WEEK > other.length * WORKDAYS_OF_A_WEEK
    : one.length * WORKDAYS_OF_A_WEEK > other.length * DAYS_OF_A_WEEK;
};

const limitProblems = ({ legal, promised, reviews }: Matter): readonly MatterFinding[] => [
  ...(promised !== null && isLonger(promised, legal)
    ? [finding("matter.promise-too-long", { promised: limitText(promised), legal: limitText(legal) })]
    : []),
  ...reviews
    .filter(({ limit }) => isLonger(limit, legal))
    .map(({ name, limit }) => finding("matter.node-too-long", { node: name, limit: limitText(limit), legal: limitText(legal) })),
];

function materialProblems(matter: Matter, material: MatterMaterial): readonly MatterFinding[] {
  const about = { material: material.name };
  return [
    ...(material.byCommitment && matter.highRisk ? [finding("matter.commitment-at-risk", about)] : []),
    ...(material.need === "conditional" && material.when === undefined ? [finding("matter.condition-missing", about)] : []),
    ...(material.need === "mandatory" && material.when !== undefined ? [finding("matter.condition-idle", about)] : []),
    ...(material.when === undefined
      ? []
      : checkCondition(material.when, inputFieldsOf(matter.form)).map(({ input }) => finding("matter.condition-bad", { ...about, input }))),
    ...(material.resultOf === matter.code ? [finding("matter.reuses-itself", about)] : []),
  ];
}

/** 容缺 leaves out what is secondary: something main has to be there when the case is accepted. */
function allDeferred({ materials }: Matter): readonly MatterFinding[] {
  const mandatory = materials.filter(({ need }) => need === "mandatory");
  const [first] = mandatory;
  return first !== undefined && mandatory.every(({ deferrable }) => deferrable)
    ? [finding("matter.deferred-and-main", { material: first.name })]
    : [];
}

/** A renewal says when the licence expires: what silence means is reckoned from it (行政许可法第五十条). */
function renewalProblems({ kind, result, form }: Matter): readonly MatterFinding[] {
  if (kind !== "renewal") return [];
  const asked = form.some((field) => field.key === EXPIRY_FIELD && field.kind === "day" && field.required);
  return [
    ...((result?.validMonths ?? null) === null ? [finding("matter.renewal-without-term", {})] : []),
    ...(asked ? [] : [finding("matter.renewal-without-expiry", {})]),
  ];
}

const isEmptyChoice = ({ kind, choices }: MatterField): boolean => kind === "choice" && choices.length === 0;

function reuseWarnings(matter: Matter, { name, resultOf }: MatterMaterial, { matters }: MatterSurroundings): readonly MatterFinding[] {
  if (resultOf === undefined || resultOf === matter.code) return [];
  const other = matters.get(resultOf);
  if (other === undefined) return [finding("matter.unknown-result", { material: name, matter: resultOf })];
  return other.hasResult ? [] : [finding("matter.no-result-there", { material: name, matter: resultOf })];
}
