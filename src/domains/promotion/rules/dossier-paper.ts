import { actionWords, strengthWords } from "#domains/chain/contract/chain.ts";
import { recommendationWords } from "#domains/promotion/contract/diligence.ts";
import {
  type DossierEdition,
  type DossierFacts,
  type DossierPart,
  type DossierSaid,
  dossierPartWords,
} from "#domains/promotion/contract/dossier.ts";
import { dossierWords as words } from "#domains/promotion/contract/dossier-words.ts";
import { promiseMetricWords } from "#domains/promotion/contract/promise.ts";
import { contractClauseWords, redLineBandWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { enterpriseLines, type FactLine, fitLines, needLines, offerLines, sayYuan } from "#domains/promotion/rules/dossier-lines.ts";
import { type LocalDate, sayDate } from "#kernel/local-date.ts";
import { type Language, say } from "#kernel/texts.ts";

/** Who they are and how they fit is what makes it a plan; the rest may be short. */
export const missingForDossier = ({ who, fit }: DossierSaid): readonly string[] => (who === "" || fit === "" ? ["dossier-plan"] : []);

export type PrintedEdition = {
  readonly edition: DossierEdition;
  readonly facts: DossierFacts;
  /** Masked already where the reader may not see it. */
  readonly contact: { readonly name: string; readonly phone: string };
};

type Line = { readonly label: string; readonly text: string };
type Section = {
  readonly heading: string;
  readonly facts: readonly Line[];
  readonly paragraphs: readonly string[];
  readonly note: string | null;
};

/** The tailored plan as it is printed, in one language; Word and PDF set the same. */
export type DossierPaper = {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly status: string;
  readonly sections: readonly Section[];
  readonly signed: readonly string[];
  readonly page: string;
  readonly file: string;
};

const ORDINALS = "一二三四五六七八九十";

export function printDossier(printed: PrintedEdition, language: Language): DossierPaper {
  const { edition, facts } = printed;
  const params = { party: facts.lead.party, project: facts.lead.projectName, code: facts.lead.code, edition: edition.edition };
  const bodies: readonly (Omit<Section, "heading"> & { readonly words: string })[] = [
    { words: dossierPartWords.who[language], ...partOf(printed, "who", language, whoLines(facts, language), null) },
    { words: dossierPartWords.fit[language], ...partOf(printed, "fit", language, chainLines(facts, language), chainNote(facts, language)) },
    {
      words: dossierPartWords.introduction[language],
      ...partOf(
        printed,
        "introduction",
        language,
        [],
        pathNote(facts, language),
        (facts.introductions ?? []).map((path) => path[language]),
      ),
    },
    {
      words: dossierPartWords.space[language],
      ...partOf(
        printed,
        "space",
        language,
        [...withColon(needLines(facts, language), language), ...withColon(offerLines(facts.space, language), language)],
        facts.space === null ? words.spaceLater[language] : null,
      ),
    },
    {
      words: dossierPartWords.conditions[language],
      ...partOf(
        printed,
        "conditions",
        language,
        withColon(offerLines(facts.policy, language), language),
        facts.policy === null ? words.policyLater[language] : null,
        clauseLines(edition.said, language),
      ),
    },
    { words: dossierPartWords.risks[language], ...partOf(printed, "risks", language, riskLines(facts, language), null) },
    { words: dossierPartWords.asked[language], ...partOf(printed, "asked", language, promiseFacts(facts, language), null) },
    { words: words.contact[language], facts: contactLines(printed, language), paragraphs: [], note: null },
    {
      words: words.review[language],
      facts: reviewLines(edition, language),
      paragraphs: [],
      note: edition.reviewed === null ? words.notReviewed[language] : null,
    },
  ];
  return {
    language,
    title: say(words.title, language, params),
    subtitle: say(words.subtitle, language, params),
    status: [say(words.edition, language, params), words[edition.state][language]].join(language === "zh" ? "　" : " · "),
    sections: bodies.map(({ words: named, ...section }, place) => ({
      heading: say(words.heading, language, { ordinal: ORDINALS[place] ?? "", number: place + 1, words: named }),
      ...section,
    })),
    signed: [say(words.writer, language, { name: edition.writtenBy }), sayDate(edition.submittedOn ?? edition.writtenOn, language)],
    page: words.page[language],
    file: say(words.file, language, params),
  };
}

/** Every line of what was typed is a paragraph of its own. */
function partOf(
  { edition }: PrintedEdition,
  part: Exclude<DossierPart, "clauses">,
  language: Language,
  facts: readonly Line[],
  note: string | null,
  more: readonly string[] = [],
): Omit<Section, "heading"> {
  const typed = edition.said[part].split(/\n+/).filter((line) => line.trim() !== "");
  const paragraphs = [...typed, ...more];
  return { facts, note, paragraphs: paragraphs.length === 0 && facts.length === 0 ? [words.nothing[language]] : paragraphs };
}

const lineIn =
  (language: Language) =>
  (label: keyof typeof words, text: string): Line => ({ label: `${words[label][language]}${words.colon[language]}`, text });

const withColon = (lines: readonly FactLine[], language: Language): readonly Line[] =>
  lines.map(({ label, text }) => ({ label: `${label}${words.colon[language]}`, text }));

function whoLines(facts: DossierFacts, language: Language): readonly Line[] {
  const { lead } = facts;
  const line = lineIn(language);
  return [
    line("party", lead.party),
    ...(lead.identifier === null ? [] : [line("identifier", lead.identifier)]),
    ...(lead.industry === "" ? [] : [line("industry", lead.industry)]),
    ...(lead.amountYuan === null ? [] : [line("amount", sayYuan(lead.amountYuan, language))]),
    ...withColon(enterpriseLines(facts, language), language),
  ];
}

const pathNote = ({ introductions }: DossierFacts, language: Language): string | null => {
  if (introductions === null) return words.partyUnknown[language];
  return introductions.length === 0 ? words.noPaths[language] : null;
};

const chainNote = ({ chain }: DossierFacts, language: Language): string | null => (chain === null ? words.noChain[language] : null);

function chainLines(facts: DossierFacts, language: Language): readonly Line[] {
  const { chain } = facts;
  if (chain === null) return [];
  const line = lineIn(language);
  return [
    line("place", chain.path.join(" → ")),
    line("strength", say(words.strengthSaid, language, { strength: strengthWords[chain.strength][language], producers: chain.producers })),
    ...(chain.action === null ? [] : [line("action", actionWords[chain.action][language])]),
    ...(chain.residents.length === 0 ? [] : [line("residents", chain.residents.join(words.comma[language]))]),
    ...withColon(fitLines(facts, language), language),
  ];
}

const clauseLines = ({ clauses }: DossierSaid, language: Language): readonly string[] =>
  clauses.map((clause) => say(clause.says === "" ? words.clauseShort : words.clause, language, clause));

function riskLines({ risks }: DossierFacts, language: Language): readonly Line[] {
  const line = lineIn(language);
  const { memo, distress } = risks;
  const touched = risks.lines.map((one) => one[language]).join(language === "zh" ? "；" : "; ");
  return [
    line("band", [redLineBandWords[risks.band][language], touched].filter((text) => text !== "").join(words.colon[language])),
    ...(distress === null ? [] : [line("distress", say(words.distressSaid, language, distress))]),
    line(
      "memo",
      memo === null
        ? words.noMemo[language]
        : say(words.memoSaid, language, {
            edition: memo.edition,
            recommendation: recommendationWords[memo.recommendation][language],
          }),
    ),
    ...(memo?.conditions ?? []).map((condition) =>
      line("condition", `${contractClauseWords[condition.clause][language]}${words.colon[language]}${condition.words}`),
    ),
  ];
}

const YUAN: readonly string[] = ["investment", "output", "tax", "tax-per-mu"];

function promiseFacts({ promises }: DossierFacts, language: Language): readonly Line[] {
  return promises.map(({ metric, year, promised, promisedOn }) => {
    const named = promiseMetricWords[metric][language];
    const label = year === null ? named : say(words.promiseYear, language, { year, metric: named });
    const amount = promised === null ? sayDay(promisedOn, language) : YUAN.includes(metric) ? sayYuan(promised, language) : promised;
    return { label: `${label}${words.colon[language]}`, text: amount };
  });
}

const sayDay = (day: LocalDate | null, language: Language): string => (day === null ? "–" : sayDate(day, language));

function contactLines({ contact }: PrintedEdition, language: Language): readonly Line[] {
  const line = lineIn(language);
  return [line("contactName", contact.name || "–"), line("contactPhone", contact.phone || "–")];
}

function reviewLines({ reviewed }: DossierEdition, language: Language): readonly Line[] {
  if (reviewed === null) return [];
  const line = lineIn(language);
  return [
    line("reviewer", say(words.reviewSaid, language, { by: reviewed.by, on: sayDate(reviewed.on, language) })),
    line("opinion", reviewed.review),
  ];
}
