import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import type { Proposal, ReviewDecision } from "#domains/intelligence/contract/intelligence-operations.ts";
import { findDecimal } from "#kernel/decimal.ts";
import { type SampleFact, sampleFacts, sampleFactsToCome } from "./indicators.ts";

type Told = Pick<SampleFact, "region" | "code" | "period" | "basis">;
const keyOf = ({ region, code, period, basis }: Told): string => `${region} ${code} ${period} ${basis}`;

/** What the statistics office knows: its own spreadsheets, and the months that it will report. */
const known = new Map([...sampleFacts(), ...sampleFactsToCome()].map((fact) => [keyOf(fact), fact]));

const same = (left: string, right: string): boolean => findDecimal(left) === findDecimal(right);

/** Does the figure say otherwise than the statistics office? Undefined when the office says nothing of it. */
function contradicts(figure: Figure): boolean | undefined {
  const { region, code, period, basis } = figure;
  if (region === null || code === null || period === null || basis === "unknown" || figure.scope !== "region") return undefined;
  const said = known.get(keyOf({ region, code, period, basis }));
  if (said === undefined) return undefined;
  if (figure.yoyPct !== null && said.yoyPct !== null && !same(figure.yoyPct, said.yoyPct)) return true;
  // The office publishes no level of it: a level that was read is something else.
  if (said.unit === "%") return figure.unit !== "%";
  return figure.unit === said.unit && !same(figure.value, said.value);
}

type Rule = {
  readonly when: (figure: Figure, title: string) => boolean;
  readonly correction: (figure: Figure, title: string) => Partial<Figure>;
  readonly reason: string;
};

/** Firms of the zone by the word for them in a headline. */
const firms: readonly (readonly [word: string, name: string])[] = [
  ["芯曜", "云岭芯曜微电子有限公司"],
  ["恒屹", "岚州恒屹储能科技有限公司"],
];
const firmIn = (title: string): string | undefined => firms.find(([word]) => title.includes(word))?.[1];

/** What the reviewer puts right by hand. Where the reading has become better, a rule finds nothing to do. */
const corrections: readonly Rule[] = [
  {
    when: ({ period }) => period?.startsWith("?") === true,
    correction: ({ period }) => ({ period: (period ?? "").replace("?", "2024") }),
    reason: "原文无年份，与技术合同登记数据比对，确认为2024年上半年",
  },
  {
    when: ({ region, code, period }, title) => region === null && code !== null && period !== null && firmIn(title) !== undefined,
    correction: (_, title) => ({ region: firmIn(title) ?? null, scope: "company" }),
    reason: "系该企业自身数据",
  },
  {
    when: ({ code, indicator, unit }) => code === null && /实有经营主体/.test(indicator) && unit === "户",
    correction: () => ({ code: "market-entities", basis: "point" }),
    reason: "“实有经营主体”即经营主体数",
  },
  {
    when: ({ quote, region }) => /青[溪谿][經经][開开][區区]/.test(quote) && region !== "青溪经开区",
    correction: () => ({ region: "青溪经开区" }),
    reason: "该数据属青溪经开区",
  },
];

/** What a reviewer says of one open finding of a document of that title, with the reason in words. */
export function decisionOn(proposal: Proposal, title: string): ReviewDecision {
  const proposalId = proposal.id;
  if (proposal.type !== "figure") return { proposalId, decision: "accept" };
  const figure = proposal.finding;
  const rule = corrections.find((one) => one.when(figure, title) && contradicts({ ...figure, ...one.correction(figure, title) }) !== true);
  if (rule !== undefined) return { proposalId, decision: "correct", correction: rule.correction(figure, title), reason: rule.reason };
  const reject = (reason: string): ReviewDecision => ({ proposalId, decision: "reject", reason });
  if (figure.kind === "actual") {
    const contradicted = contradicts(figure);
    if (contradicted === true) return reject("与统计部门定报不一致：地区、期间或性质有误");
    if (contradicted === undefined && proposal.conflictId !== null) return reject("与其他来源不一致，待核实后再采纳");
  }
  if (figure.scope === "region" && (figure.region === null || figure.period === null || figure.period.startsWith("?")))
    return reject("原文没有明确的地区或期间");
  return { proposalId, decision: "accept" };
}

export const isOpen = ({ status }: Proposal): boolean => status === "proposed";
