import { colourWords } from "#domains/projects/contract/colour.ts";
import { letterWords } from "#domains/projects/contract/letter-words.ts";
import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { type LocalDate, sayDate } from "#kernel/local-date.ts";
import { type Language, say, type Text } from "#kernel/texts.ts";

/** A letter as it is set, on paper or in a Word file: all words are there, nothing is left to compute. */
export type PresentedLetter = {
  readonly language: Language;
  readonly title: string;
  readonly number: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly parts: readonly { readonly title: string; readonly paragraphs: readonly string[]; readonly signed: string }[];
  readonly committee: string;
  readonly signer: string;
  readonly date: string;
  readonly page: string;
};

/** @returns undefined for one that was not issued: it has no number and binds nobody. */
export function presentLetter(letter: SupervisionView, zone: Text, language: Language): PresentedLetter | undefined {
  const { number, issuedOn } = letter;
  if (number === null || issuedOn === null) return undefined;
  const words = (text: Text, params: Readonly<Record<string, string>> = {}) => say(text, language, params);
  const day = (date: LocalDate) => sayDate(date, language);
  const by = (name: string | null, date: LocalDate | null) =>
    date === null ? "" : words(letterWords.by, { name: name ?? "–", date: day(date) });
  const reasons = letter.reasons.map((reason) => reason[language]);
  const due = letter.dueOn === null ? "–" : `${day(letter.dueOn)}${letter.dueProvisional ? words(letterWords.provisional) : ""}`;
  return {
    language,
    title: words(letter.kind === "escalation" ? letterWords.escalation : letterWords.letter),
    number,
    rows: [
      { label: words(letterWords.project), value: letter.project.name },
      { label: words(letterWords.code), value: letter.project.code },
      { label: words(letterWords.addressee), value: letter.addressee?.name ?? words(letterWords.taskForce) },
      ...(letter.colour === null ? [] : [{ label: words(letterWords.colour), value: words(colourWords[letter.colour]) }]),
      { label: words(letterWords.reasons), value: reasons.length === 0 ? "–" : reasons.join(language === "zh" ? "；" : "; ") },
      { label: words(letterWords.issued), value: day(issuedOn) },
      { label: words(letterWords.due), value: due },
    ],
    parts: [
      { title: words(letterWords.demand), paragraphs: paragraphsOf(letter.text), signed: "" },
      {
        title: words(letterWords.reply),
        paragraphs: letter.reply === null ? [words(letterWords.awaited)] : paragraphsOf(letter.reply),
        signed: by(letter.repliedBy, letter.repliedOn),
      },
      ...(letter.closingNote === null
        ? []
        : [
            {
              title: words(letterWords.closing),
              paragraphs: paragraphsOf(letter.closingNote),
              signed: by(letter.closedBy, letter.closedOn),
            },
          ]),
    ],
    committee: words(letterWords.committee, { zone: zone[language] || zone.zh }),
    signer: words(letterWords.signer, { name: letter.issuedBy ?? "–" }),
    date: day(issuedOn),
    page: words(letterWords.page),
  };
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
