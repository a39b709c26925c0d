import {
  type EarlyWarning,
  type EarlyWarningRule,
  type RelocationSign,
  relocationSignWords,
  WarningLevel,
} from "#domains/promotion/contract/distress-warning.ts";
import { type Decimal, sum, whole, ZERO } from "#kernel/decimal.ts";
import { type Ladder, readLadder } from "#kernel/ladder.ts";
import { addDays, daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

export type ResidentWatch = {
  readonly permits: readonly { readonly name: string; readonly expiresOn: LocalDate; readonly renewalAskedOn: LocalDate | null }[];
  /** Null while no statement was read: then nothing is said, and nothing is passed as sound. */
  readonly distress: { readonly percentile: Decimal; readonly year: number; readonly drivers: readonly Text[] } | null;
  readonly signs: readonly { readonly kind: RelocationSign; readonly on: LocalDate; readonly subject: string }[];
};

/** What a liaison should know of a resident on a day, most pressing first, each with its reasons and what helps. */
export function readEarlyWarnings(rule: EarlyWarningRule, watch: ResidentWatch, asOf: LocalDate): readonly EarlyWarning[] {
  return [...permitWarnings(rule, watch, asOf), ...distressWarning(rule, watch), ...relocationWarning(rule, watch, asOf)].sort(
    (one, other) => WarningLevel.options.indexOf(other.level) - WarningLevel.options.indexOf(one.level),
  );
}

function levelOf(ladder: Ladder, value: Decimal): WarningLevel | undefined {
  const { band } = readLadder(ladder, value);
  return WarningLevel.options.find((level) => level === band);
}

const BUSINESS_HELP: Readonly<Record<"renew" | "lapsed" | "asked", Text>> = {
  renew: {
    zh: "帮办代办：核对延续材料，在届满三十日前递交申请",
    en: "Assisted service: check the papers and apply for renewal 30 days before expiry",
  },
  lapsed: {
    zh: "立即与审批部门核实能否延续或须重新申请，期间不得从事该项活动",
    en: "Ask the authority at once whether it can be renewed or must be applied for anew; the activity must rest meanwhile",
  },
  asked: {
    zh: "延续已申请：跟进审批进度，届满前未决定的视为准予延续",
    en: "Renewal is applied for: follow it up; undecided at expiry, it counts as granted",
  },
};

function permitWarnings({ permitDaysLeft }: EarlyWarningRule, { permits }: ResidentWatch, asOf: LocalDate): EarlyWarning[] {
  return permits.flatMap(({ name, expiresOn, renewalAskedOn }) => {
    const left = daysBetween(asOf, expiresOn);
    const level = levelOf(permitDaysLeft, whole(left));
    if (level === undefined) return [];
    const asked = renewalAskedOn !== null && renewalAskedOn <= asOf && renewalAskedOn <= expiresOn;
    return [
      {
        kind: "permit" as const,
        // Somebody is already at it.
        level: asked ? ("attention" as const) : level,
        subject: name,
        due: expiresOn,
        value: whole(left),
        source: permitDaysLeft.source,
        reasons: [
          left < 0
            ? { zh: `“${name}”已于${expiresOn}到期，超过${-left}天`, en: `“${name}” expired on ${expiresOn}, ${-left} days ago` }
            : { zh: `“${name}”${expiresOn}到期，还有${left}天`, en: `“${name}” expires on ${expiresOn}, in ${left} days` },
        ],
        helps: [BUSINESS_HELP[asked ? "asked" : left < 0 ? "lapsed" : "renew"]],
      },
    ];
  });
}

const DISTRESS_HELP: readonly Text[] = [
  { zh: "店小二走访，摸清订单、回款和用工", en: "The liaison visits: orders, payments due, staff" },
  { zh: "对接银行与融资担保、应急转贷", en: "Introduce banks, guarantees, bridge loans" },
  { zh: "核对惠企政策是否应享尽享", en: "Check that every clause it is entitled to is used" },
];

function distressWarning({ distressPercentile }: EarlyWarningRule, { distress }: ResidentWatch): EarlyWarning[] {
  const level = distress === null ? undefined : levelOf(distressPercentile, distress.percentile);
  if (distress === null || level === undefined) return [];
  const first: Text = {
    zh: `按${distress.year}年报，财务困境分高于${distress.percentile}%的可比企业`,
    en: `by the statement of ${distress.year} its distress score is above that of ${distress.percentile}% of comparable enterprises`,
  };
  return [
    {
      kind: "distress",
      level,
      subject: null,
      due: null,
      value: distress.percentile,
      source: distressPercentile.source,
      reasons: [first, ...distress.drivers],
      helps: [...DISTRESS_HELP],
    },
  ];
}

const SIGN_HELP: Readonly<Record<RelocationSign, Text>> = {
  "registered-elsewhere": { zh: "分管领导约谈，问明去留条件", en: "The leader in charge asks what would make it stay" },
  "land-elsewhere": { zh: "摸清扩产用地需求，提供区内空间", en: "Learn what space the expansion needs and offer it here" },
  "subsidiary-elsewhere": { zh: "了解布局是扩张还是转移", en: "Learn whether it grows there or moves there" },
  "lease-ending": { zh: "协调业主续租或另选厂房", en: "Help with the landlord, or with another plant" },
  "capacity-moved": { zh: "走访核实产线去向", en: "Visit and verify where the lines went" },
  "jobs-falling": { zh: "核对用工缺口，对接招聘", en: "Check for a shortage of staff and help to recruit" },
  "power-falling": { zh: "核实停产还是节能", en: "Verify whether it stands still or saves" },
  "tax-falling": { zh: "与税务核实原因", en: "Ask the tax office for the cause" },
  "said-so": { zh: "店小二当面问明原因，一企一策", en: "The liaison asks for the reasons in person; a plan of its own" },
};

/** One kind of sign counts once, however often it was recorded: the newest of its kind. */
function relocationWarning(rule: EarlyWarningRule, { signs }: ResidentWatch, asOf: LocalDate): EarlyWarning[] {
  const { relocationWeight, relocationDays, relocationWeights } = rule;
  const since = addDays(asOf, -relocationDays);
  const recent = signs.filter(({ on }) => since < on && on <= asOf).sort((one, other) => (one.on < other.on ? 1 : -1));
  const newest = [...Map.groupBy(recent, ({ kind }) => kind).values()].flatMap((same) => same.slice(0, 1));
  const weight = sum(newest.map(({ kind }) => relocationWeights[kind] ?? ZERO));
  const level = levelOf(relocationWeight, weight);
  if (level === undefined) return [];
  return [
    {
      kind: "relocation",
      level,
      subject: null,
      due: null,
      value: weight,
      source: relocationWeight.source,
      reasons: newest.map(({ kind, on, subject }) => ({
        zh: `${on} ${relocationSignWords[kind].zh}：${subject}`,
        en: `${on} ${relocationSignWords[kind].en}: ${subject}`,
      })),
      helps: newest.map(({ kind }) => SIGN_HELP[kind]),
    },
  ];
}
