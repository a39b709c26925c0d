import type { DossierPaper } from "#domains/promotion/rules/dossier-paper.ts";
import { setPdf } from "#kernel/server/documents/set-pdf.ts";

/** Data comes in as one JSON input; every string of it is shown as text. */
const TEMPLATE = `
#let paper = json(bytes(sys.inputs.data))
#let chinese = paper.language == "zh"
#let grey = rgb("#5f6670")
#set document(title: paper.title)
#set text(font: paper.family, size: 11.5pt, lang: if chinese { "zh" } else { "en" }, region: if chinese { "cn" } else { none }, fill: rgb("#1a1a1a"), number-width: "tabular", number-type: "lining")
#set page(
  paper: "a4",
  margin: (top: 28mm, bottom: 25mm, left: 26mm, right: 24mm),
  footer: context {
    set text(size: 9pt, fill: grey)
    align(center, paper.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
  },
)
#set par(leading: 0.85em, spacing: 0.85em, justify: chinese)
#show heading: it => block(above: 15pt, below: 8pt, text(size: 13pt, weight: "bold", it.body))
#align(center, block(below: 10pt, par(justify: false, text(size: 19pt, weight: "bold", paper.title))))
#align(center, par(justify: false, paper.subtitle))
#align(center, text(size: 9.5pt, fill: grey, paper.status))
#v(3pt)
#line(length: 100%, stroke: 0.8pt + rgb("#1a1a1a"))
#for section in paper.sections {
  heading(level: 1, section.heading)
  for fact in section.facts { par[#text(weight: "bold", fact.label)#fact.text] }
  for words in section.paragraphs { par(first-line-indent: (amount: 2em, all: true), words) }
  if section.note != none { par(text(size: 10pt, fill: grey, section.note)) }
}
#v(12pt)
#for line in paper.signed { align(right, line) }
`;

export const dossierPdf = async (paper: DossierPaper): Promise<Uint8Array> => setPdf(TEMPLATE, paper);
