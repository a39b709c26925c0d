import { add, compare, type Decimal, isNegative, subtract, sum, ZERO } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** A holding as somebody has recorded it. `evidence` says what shows the control: a licence, an annual report, an agreement. */
export type Holding = {
  readonly holder: string;
  readonly held: string;
  /** Per cent; null where only the fact of a holding is known. */
  readonly share: Decimal | null;
  readonly evidence: string | null;
  readonly from: LocalDate | null;
  /** The first day on which it no longer stands. */
  readonly to: LocalDate | null;
};

/** A public statement of the alleged parent that the enterprise does not belong to it (假冒国企名单). */
export type Denial = { readonly by: string; readonly enterprise: string; readonly on: LocalDate; readonly evidence: string };

export type ParentageClaim = {
  readonly enterprise: string;
  readonly parent: string;
  readonly holdings: readonly Holding[];
  readonly denials: readonly Denial[];
  readonly asOf: LocalDate;
  readonly nameOf: (id: string) => string;
};

export type ControlStep = {
  readonly holder: string;
  readonly held: string;
  /** What the holder has itself, and what all holders of the same control have together. */
  readonly share: Decimal | null;
  readonly together: Decimal;
  readonly by: "majority" | "together" | "largest";
  /** Half and half: another holder has exactly as much. */
  readonly joint: boolean;
  readonly evidence: string | null;
};

export type BreakReason =
  | "no-holders"
  | "share-unknown"
  | "no-single-largest"
  | "no-evidence-of-control"
  | "other-controller"
  | "cycle"
  | "same-enterprise";

export type Parentage = {
  readonly zh: string;
  readonly en: string;
  readonly warnings: readonly { readonly zh: string; readonly en: string }[];
} & (
  | { readonly verdict: "shown"; readonly chain: readonly ControlStep[] }
  | { readonly verdict: "not-shown"; readonly because: BreakReason; readonly at: string; readonly walked: readonly string[] }
  | { readonly verdict: "denied"; readonly denial: Denial }
);

const HALF = "50" as Decimal;
const HUNDRED = "100" as Decimal;

/**
 * Is the claim “belongs to X” supported by holdings? Control is half the shares or more, held directly or through enterprises that X
 * controls; below that the largest holding, if something shows that it controls. Whatever cannot be followed up to X is not shown.
 */
export function checkParentage(claim: ParentageClaim): Parentage {
  const { enterprise, parent, nameOf, asOf } = claim;
  const holdings = claim.holdings.filter(({ from, to }) => (from === null || from <= asOf) && (to === null || asOf < to));
  const warnings = overfull(holdings, nameOf);
  const denial = claim.denials.find((one) => one.enterprise === enterprise && one.by === parent && one.on <= asOf);
  if (denial !== undefined)
    return {
      verdict: "denied",
      denial,
      warnings,
      zh: `${nameOf(parent)}已于${denial.on}公开否认与${nameOf(enterprise)}有隶属或股权关系（${denial.evidence}）。`,
      en: `On ${denial.on} ${nameOf(parent)} publicly denied that ${nameOf(enterprise)} belongs to it (${denial.evidence}).`,
    };
  if (enterprise === parent)
    return notShown(
      "same-enterprise",
      enterprise,
      [enterprise],
      warnings,
      `${nameOf(parent)}就是被查企业本身。`,
      `${nameOf(parent)} is the enterprise itself.`,
    );
  const byHeld = Map.groupBy(holdings, ({ held }) => held);
  const controlled = controlledBy(parent, byHeld);
  if (controlled.has(enterprise)) {
    const chain = chainTo(enterprise, controlled);
    return { verdict: "shown", chain, warnings, ...sayChain(chain, claim) };
  }
  return { ...breakOf(claim, byHeld), warnings };
}

type ByHeld = ReadonlyMap<string, readonly Holding[]>;

/** Everything that X controls, from the top down: what merely holds itself in a circle is never reached. */
function controlledBy(parent: string, byHeld: ByHeld): ReadonlyMap<string, ControlStep | null> {
  const controlled = new Map<string, ControlStep | null>([[parent, null]]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [held, holders] of byHeld) {
      if (controlled.has(held)) continue;
      const step = controlOf(held, holders, (holder) => controlled.has(holder));
      if (step === undefined) continue;
      controlled.set(held, step);
      grown = true;
    }
  }
  return controlled;
}

/** How a group of holders controls an enterprise; undefined when it does not. */
function controlOf(held: string, holders: readonly Holding[], isInGroup: (holder: string) => boolean): ControlStep | undefined {
  const own = holders.filter(({ holder }) => holder !== held);
  const group = own.filter(({ holder }) => isInGroup(holder)).sort(largestFirst);
  const [first] = group;
  if (first === undefined) return undefined;
  const others = own.filter(({ holder }) => !isInGroup(holder));
  const together = sum(group.map(({ share }) => share ?? ZERO));
  const step = {
    holder: first.holder,
    held,
    share: first.share,
    together,
    evidence: group.find(({ evidence }) => evidence !== null)?.evidence ?? null,
  };
  const most = others.reduce((found, { share }) => (share !== null && compare(share, found) > 0 ? share : found), ZERO);
  if (compare(together, HALF) >= 0)
    return { ...step, by: compare(first.share ?? ZERO, HALF) >= 0 ? "majority" : "together", joint: compare(most, together) === 0 };
  if (step.evidence === null || compare(together, mostPossible(own, others, most)) <= 0) return undefined;
  return { ...step, by: "largest", joint: false };
}

/** A holder whose share nobody recorded may have all that is left. */
function mostPossible(all: readonly Holding[], others: readonly Holding[], most: Decimal): Decimal {
  if (!others.some(({ share }) => share === null)) return most;
  const left = subtract(HUNDRED, sum(all.map(({ share }) => share ?? ZERO)));
  return !isNegative(left) && compare(left, most) > 0 ? left : most;
}

const largestFirst = (one: Holding, other: Holding): number =>
  compare(other.share ?? ZERO, one.share ?? ZERO) || (one.holder < other.holder ? -1 : 1);

function chainTo(enterprise: string, controlled: ReadonlyMap<string, ControlStep | null>): readonly ControlStep[] {
  const chain: ControlStep[] = [];
  for (let step = controlled.get(enterprise) ?? null; step !== null; step = controlled.get(step.holder) ?? null) chain.push(step);
  return chain;
}

function sayChain(
  chain: readonly ControlStep[],
  { enterprise, parent, nameOf }: ParentageClaim,
): { readonly zh: string; readonly en: string } {
  const zh = chain.map((step) => {
    const share = step.share === null ? "" : `${step.share}%`;
    const how = {
      majority: `持股${share}`,
      together: `持股${share}，与同一控制下的股东合计${step.together}%`,
      largest: `为第一大股东（${share}），有控制证据`,
    };
    return `${nameOf(step.holder)}对${nameOf(step.held)}${how[step.by]}${step.joint ? "，与另一股东各占一半，属共同控制" : ""}`;
  });
  const en = chain.map((step) => {
    const share = step.share === null ? "" : `${step.share}%`;
    const how = {
      majority: `holds ${share}`,
      together: `holds ${share}, ${step.together}% together with holders under the same control,`,
      largest: `is the largest holder (${share}) with evidence of control`,
    };
    return `${nameOf(step.holder)} ${how[step.by]} of ${nameOf(step.held)}${step.joint ? ", half and half with another holder: joint control" : ""}`;
  });
  return {
    zh: `${nameOf(enterprise)}可上溯至${nameOf(parent)}：${zh.join("；")}。`,
    en: `${nameOf(enterprise)} can be followed up to ${nameOf(parent)}: ${en.join("; ")}.`,
  };
}

/** Walks up from the enterprise by whoever controls it, to say where the chain to X breaks. */
function breakOf(
  { enterprise, parent, nameOf }: ParentageClaim,
  byHeld: ByHeld,
): Omit<Extract<Parentage, { verdict: "not-shown" }>, "warnings"> {
  const [x, walked] = [nameOf(parent), [enterprise]];
  const start = { zh: `未显示${nameOf(enterprise)}隶属于${x}：`, en: `It is not shown that ${nameOf(enterprise)} belongs to ${x}: ` };
  const answer = (because: BreakReason, at: string, zh: string, en: string) => {
    const { warnings: _, ...found } = notShown(because, at, walked, [], start.zh + zh, start.en + en);
    return found;
  };
  for (let at = enterprise; ; ) {
    const holders = (byHeld.get(at) ?? []).filter(({ holder }) => holder !== at).sort(largestFirst);
    const [first, second] = holders;
    const name = nameOf(at);
    if (first === undefined)
      return at === enterprise
        ? answer("no-holders", at, `没有登记${name}的股东。`, `no holder of ${name} is on record.`)
        : answer("other-controller", at, `控制链到${name}为止，不是${x}。`, `the chain of control ends with ${name}, which is not ${x}.`);
    if (first.share === null)
      return answer(
        "share-unknown",
        at,
        `${name}的股东${nameOf(first.holder)}没有登记持股比例。`,
        `the share of ${nameOf(first.holder)} in ${name} is not on record.`,
      );
    const step = controlOf(at, holders, (holder) => holder === first.holder);
    if (step === undefined) {
      if (second !== undefined && second.share !== null && compare(second.share, first.share) === 0)
        return answer(
          "no-single-largest",
          at,
          `${name}没有单一的第一大股东（${nameOf(first.holder)}与${nameOf(second.holder)}同为${first.share}%）。`,
          `${name} has no single largest holder (${nameOf(first.holder)} and ${nameOf(second.holder)} have ${first.share}% each).`,
        );
      return answer(
        "no-evidence-of-control",
        at,
        `${name}的第一大股东${nameOf(first.holder)}持股${first.share}%，不足50%，也没有控制证据。`,
        `the largest holder of ${name}, ${nameOf(first.holder)}, has ${first.share}%, less than 50%, and nothing shows that it controls.`,
      );
    }
    if (walked.includes(first.holder)) {
      const circle = [...walked.slice(walked.indexOf(first.holder)), first.holder].map(nameOf).join("←");
      return answer("cycle", at, `股权循环（${circle}），绕不到${x}。`, `the holdings run in a circle (${circle}) and never reach ${x}.`);
    }
    walked.push(first.holder);
    at = first.holder;
  }
}

const notShown = (
  because: BreakReason,
  at: string,
  walked: readonly string[],
  warnings: Parentage["warnings"],
  zh: string,
  en: string,
): Extract<Parentage, { verdict: "not-shown" }> => ({ verdict: "not-shown", because, at, walked, warnings, zh, en });

/** Shares that add up to more than the whole: somebody's record is wrong, and the reader is told. */
function overfull(holdings: readonly Holding[], nameOf: (id: string) => string): Parentage["warnings"] {
  return [...Map.groupBy(holdings, ({ held }) => held)].flatMap(([held, holders]) => {
    const total = holders.reduce((found, { share }) => add(found, share ?? ZERO), ZERO);
    if (compare(total, HUNDRED) <= 0) return [];
    return [
      {
        zh: `${nameOf(held)}登记的持股比例合计${total}%，超过100%，请核对。`,
        en: `The shares on record in ${nameOf(held)} add up to ${total}%, more than 100%: please check.`,
      },
    ];
  });
}
