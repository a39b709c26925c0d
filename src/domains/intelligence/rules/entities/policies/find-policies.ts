import type { PolicyFinding } from "#domains/intelligence/contract/extraction.ts";
import { evidenceOf } from "#domains/intelligence/rules/entities/evidence-of.ts";
import { firstEndingAfter } from "#domains/intelligence/rules/entities/passages.ts";
import { AID_BEFORE_AMOUNT, AMOUNT_BEFORE_AID, MEASURE, MEASURE_ENDING } from "#domains/intelligence/rules/entities/policies/aid-words.ts";
import { yuanOf } from "#domains/intelligence/rules/entities/projects/investments.ts";
import { readEntities } from "#domains/intelligence/rules/entities/read-entities.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** A measure named this far before an amount is the measure of the amount. */
const REACH = 160;
const LONGEST_LEAD = 28;

type Measure = { readonly start: number; readonly end: number; readonly name: string };
type Aid = { readonly start: number; readonly end: number; readonly what: string; readonly yuan: string };

function findMeasures(text: string): Measure[] {
  return [...text.matchAll(MEASURE)].flatMap((match) => {
    const name = match[1] ?? "";
    return MEASURE_ENDING.test(name) ? [{ start: match.index, end: match.index + match[0].length, name }] : [];
  });
}

function findAid(text: string): Aid[] {
  const found: Aid[] = [];
  const taken = new Uint8Array(text.length + 1);
  const put = (aid: Aid) => {
    if (aid.yuan === "0" || taken[aid.start] === 1 || taken[aid.end - 1] === 1) return;
    taken.fill(1, aid.start, aid.end);
    found.push(aid);
  };
  for (const match of text.matchAll(AID_BEFORE_AMOUNT)) {
    put({ start: match.index, end: match.index + match[0].length, what: match[1] ?? "", yuan: yuanOf(match[2] ?? "0", match[3] ?? "") });
  }
  for (const match of text.matchAll(AMOUNT_BEFORE_AID)) {
    put({
      start: match.index,
      end: match.index + match[0].length,
      what: (match[3] ?? "").replace(/[“”]/g, ""),
      yuan: yuanOf(match[1] ?? "0", match[2] ?? ""),
    });
  }
  return found.sort((left, right) => left.start - right.start);
}

/** The words of the clause that say for what the money is: "固定资产投资超过1亿元的项目,给予最高…" keeps the nearest ones. */
function leadOf(text: string, start: number): { text: string; start: number } {
  const from = Math.max(0, start - LONGEST_LEAD);
  const before = text.slice(from, start);
  const cut = Math.max(...[",", "，", "。", ";", "；", ":", "：", "\n", "、"].map((sign) => before.lastIndexOf(sign)));
  const clause = before.slice(cut + 1);
  const verb = /.*(?:获得|(?<!新)获(?![评批奖])|拿出|兑现|拨付|发放|享受|落实|出台|设立|成立|用于|收到|争取到?)/.exec(clause)?.[0] ?? "";
  const lead = clause.slice(verb.length).replace(/^(?:其中|目前|今年|并|先后|截至目前|共|已|了|将|还|按|为)+/, "");
  // "对…企业,给予200万元奖励": whom it is for stands before the comma.
  const whom =
    cut >= 0 && /^(?:给予|最高|一次性|可)*$/.test(lead) ? /(对[^,。;、:\n]{2,24}),$/.exec(before.slice(0, cut + 1))?.[1] : undefined;
  if (whom) return { text: whom, start: start - lead.length };
  return { text: lead, start: start - lead.length };
}

/** Measures and public money that an article names, with the exact amount in 元. */
export function findPolicies(article: ReadArticle, document: ReadDocument): PolicyFinding[] {
  const { text } = readEntities(article);
  const measures = findMeasures(text);
  const findings: PolicyFinding[] = [];
  const told = new Set<string>();
  for (const aid of findAid(text)) {
    const lead = leadOf(text, aid.start);
    const last = measures[firstEndingAfter(measures, aid.start) - 1];
    const measure = last && aid.start - last.end <= REACH && !text.slice(last.end, aid.start).includes("\n") ? last : undefined;
    const words = (lead.text + (text.slice(aid.start, aid.end).startsWith(aid.what) ? "" : "最高给予"))
      .replace(/(?:最高给予)$/, "")
      .replace(/(?:给予|按|最高|一次性|可|达|总额度?|总规模|规模|约|不超过)+$/g, "");
    const name = `${measure?.name ?? ""}${words}${aid.what}`;
    if (measure) told.add(measure.name);
    findings.push({
      name,
      amountYuan: aid.yuan,
      ...evidenceOf(article, document, aid.start, aid.end, measure ? 0.85 : 0.7, "public-money-with-amount"),
    });
  }
  for (const measure of measures) {
    if (told.has(measure.name)) continue;
    told.add(measure.name);
    findings.push({
      name: measure.name,
      amountYuan: null,
      ...evidenceOf(article, document, measure.start, measure.end, 0.8, "named-measure"),
    });
  }
  return findings;
}
