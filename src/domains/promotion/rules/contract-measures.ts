import type { AmountClass, ContractKind } from "#domains/promotion/contract/contract.ts";
import type { ContractMeasures } from "#domains/promotion/contract/contract-operations.ts";
import { InvestorClass } from "#domains/promotion/contract/lead.ts";
import { compare, type Decimal, divide, multiply, sum, whole, ZERO } from "#kernel/decimal.ts";
import { type Ladder, readLadder } from "#kernel/ladder.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type CountedFunds = { readonly id: string; readonly on: LocalDate; readonly yuan: Decimal };

/** What is counted of a contract. Funds are those that a second person confirmed. */
export type CountedContract = {
  readonly id: string;
  /** The lead that it was signed for; of a joined lead the one that it was joined to. */
  readonly project: string;
  readonly number: string;
  readonly title: string;
  readonly party: string;
  readonly kind: ContractKind;
  readonly signedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly amountYuan: Decimal | null;
  readonly investorClasses: readonly InvestorClass[];
  readonly leadingIndustry: boolean;
  readonly arrived: readonly CountedFunds[];
  readonly waiting: readonly CountedFunds[];
};

/** Handbook §3: 百亿级 ≥100亿; 50亿级 [50,100); 10亿级 [10,50). The lower end belongs to its class. */
export const AMOUNT_LADDER: Ladder = {
  steps: [
    { band: "below", upTo: "1000000000" as Decimal, including: false },
    { band: "1-billion", upTo: "5000000000" as Decimal, including: false },
    { band: "5-billion", upTo: "10000000000" as Decimal, including: false },
    { band: "10-billion", upTo: null, including: false },
  ],
  source: "handbook §3",
};

export const amountClassOf = (yuan: Decimal): AmountClass => readLadder(AMOUNT_LADDER, yuan).band as AmountClass;

const LOWEST: Readonly<Record<AmountClass, Decimal>> = {
  "10-billion": "10000000000" as Decimal,
  "5-billion": "5000000000" as Decimal,
  "1-billion": "1000000000" as Decimal,
  below: ZERO,
};
export const AMOUNT_CLASSES: readonly AmountClass[] = ["10-billion", "5-billion", "1-billion", "below"];

const TOP_500: readonly InvestorClass[] = ["global-500", "china-500"];
const INSTITUTES: readonly InvestorClass[] = ["double-first-class", "national-institute"];

export type Period = { readonly from: LocalDate; readonly to: LocalDate };
const within = ({ from, to }: Period, day: LocalDate): boolean => from <= day && day <= to;

/** Signed within the period and not ended by its last day. */
export const signedWithin = (contracts: readonly CountedContract[], period: Period): readonly CountedContract[] =>
  contracts.filter(({ signedOn, endedOn }) => within(period, signedOn) && (endedOn === null || endedOn > period.to));

/**
 * Projects of the formal contracts of a period, each once however many contracts, teams or fairs it has: its contracts of the period together,
 * and none where an earlier period has counted it already; what a supplement adds then is money and no further project.
 */
export function projectsSigned(contracts: readonly CountedContract[], period: Period): readonly CountedContract[] {
  const formal = contracts.filter(({ kind }) => kind === "formal");
  const counted = new Set(
    formal
      .filter(({ signedOn, endedOn }) => signedOn < period.from && (endedOn === null || endedOn > period.to))
      .map(({ project }) => project),
  );
  const groups = Map.groupBy(signedWithin(formal, period), ({ project }) => project);
  return [...groups].flatMap(([project, own]) => (counted.has(project) ? [] : own.slice(0, 1).map((first) => together(first, own))));
}

const together = (first: CountedContract, own: readonly CountedContract[]): CountedContract =>
  own.length === 1
    ? first
    : {
        ...first,
        number: own.map(({ number }) => number).join("、"),
        amountYuan: amountOf(own),
        investorClasses: [...new Set(own.flatMap(({ investorClasses }) => investorClasses))],
        leadingIndustry: own.some(({ leadingIndustry }) => leadingIndustry),
        arrived: own.flatMap(({ arrived }) => arrived),
        waiting: own.flatMap(({ waiting }) => waiting),
      };

export const isTop500 = ({ investorClasses }: CountedContract): boolean => investorClasses.some((one) => TOP_500.includes(one));
export const isListed = ({ investorClasses }: CountedContract): boolean => investorClasses.includes("listed");
/** By the class of the investor, or because an institute moves in. */
export const isInstitute = ({ investorClasses, kind }: CountedContract): boolean =>
  kind === "entry-institute" || investorClasses.some((one) => INSTITUTES.includes(one));

const amountOf = (contracts: readonly CountedContract[]): Decimal => sum(contracts.map(({ amountYuan }) => amountYuan ?? ZERO));
const percent = (part: Decimal, of: Decimal): Decimal | null => (of === ZERO ? null : divide(multiply(part, "100" as Decimal), of, 2));

export function contractMeasures(contracts: readonly CountedContract[], period: Period): ContractMeasures {
  const signed = signedWithin(contracts, period);
  const of = (kind: ContractKind) => signed.filter((contract) => contract.kind === kind);
  const formal = of("formal");
  const projects = projectsSigned(contracts, period);
  const counted = (some: readonly CountedContract[]) => ({ count: some.length, amountYuan: amountOf(some) });
  const classes = AMOUNT_CLASSES.map((name) => ({
    class: name,
    ...counted(projects.filter(({ amountYuan }) => amountYuan !== null && amountClassOf(amountYuan) === name)),
  }));
  const floor = sum(classes.map((one) => multiply(LOWEST[one.class], whole(one.count))));
  const arrived = fundsWithin(contracts, period, "arrived");
  const formalYuan = amountOf(formal);
  const cohort = sum(formal.flatMap((contract) => contract.arrived.map(({ yuan }) => yuan)));
  const leading = projects.filter(({ leadingIndustry }) => leadingIndustry);
  return {
    from: period.from,
    to: period.to,
    formal: { count: projects.length, amountYuan: formalYuan },
    framework: counted(of("framework")),
    intent: counted(of("intent")),
    entry: { operator: of("entry-operator").length, institute: of("entry-institute").length, foreign: of("entry-foreign").length },
    classes,
    atLeastOneBillion: counted(projects.filter(({ amountYuan }) => amountYuan !== null && amountClassOf(amountYuan) !== "below")),
    floorYuan: floor,
    floorHolds: compare(formalYuan, floor) >= 0,
    investors: InvestorClass.options.map((name) => ({
      class: name,
      count: projects.filter(({ investorClasses }) => investorClasses.includes(name)).length,
    })),
    top500: projects.filter(isTop500).length,
    listed: projects.filter(isListed).length,
    institutes: [...projects, ...of("entry-institute")].filter(isInstitute).length,
    leading: { count: leading.length, of: projects.length, pct: percent(whole(leading.length), whole(projects.length)) },
    arrivedYuan: arrived,
    waitingYuan: fundsWithin(contracts, period, "waiting"),
    arrivalRatePct: percent(arrived, formalYuan),
    cohort: { contractYuan: formalYuan, arrivedYuan: cohort, pct: percent(cohort, formalYuan) },
  };
}

/** Of contracts of any year: what arrived within the period. */
export const fundsWithin = (contracts: readonly CountedContract[], period: Period, which: "arrived" | "waiting"): Decimal =>
  sum(contracts.flatMap((contract) => contract[which].filter(({ on }) => within(period, on)).map(({ yuan }) => yuan)));
