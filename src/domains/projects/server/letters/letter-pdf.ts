import type { PresentedLetter } from "#domains/projects/rules/present-letter.ts";
import { setPdf } from "#kernel/server/documents/set-pdf.ts";

const TEMPLATE = `
#let letter = json(bytes(sys.inputs.data))
#let red = rgb("#b3261e")
#let ink = rgb("#1c2127")
#let grey = rgb("#5f6670")
#let rule = rgb("#8c959f")
#let zh = letter.language == "zh"
#set document(title: letter.title + " " + letter.number)
#set text(font: letter.family, size: 11.5pt, lang: if zh { "zh" } else { "en" }, region: if zh { "cn" } else { none }, fill: ink)
#set page(
  paper: "a4",
  margin: (top: 28mm, bottom: 26mm, left: 27mm, right: 25mm),
  footer: context align(center, text(size: 8.5pt, fill: grey,
    letter.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))),
)
#set par(leading: 0.8em, justify: true)

#align(center, text(size: 24pt, weight: "bold", fill: red, letter.title))
#v(4pt)
#align(center, text(size: 11pt, letter.number))
#v(2pt)
#line(length: 100%, stroke: 1.2pt + red)
#v(6pt)

#table(
  columns: (if zh { 6.5em } else { 8em }, 1fr),
  inset: (x: 8pt, y: 7pt),
  stroke: 0.5pt + rule,
  align: (left + horizon, left + horizon),
  ..letter.rows.map(row => (text(weight: "bold", row.label), row.value)).flatten(),
)

#for part in letter.parts {
  v(6pt)
  block(below: 8pt, sticky: true, text(size: 12.5pt, weight: "bold", part.title))
  for words in part.paragraphs { block(below: 8pt, par(first-line-indent: if zh { (amount: 2em, all: true) } else { 0pt }, words)) }
  if part.signed != "" { align(right, text(size: 10.5pt, fill: grey, part.signed)) }
}

#v(22pt)
#block(breakable: false, width: 100%, align(right)[
  #letter.signer \\
  #letter.committee \\
  #letter.date
])
`;

export const letterPdf = (letter: PresentedLetter): Uint8Array => setPdf(TEMPLATE, letter);
