/** The page of the PDF. Data comes in as one JSON input; every string of it is shown as text. */
export const CARD_TEMPLATE = `
#let card = json(bytes(sys.inputs.data))
#let words = card.words
#let ink = rgb("#1f4e8c")
#let grey = rgb("#5f6670")
#let rule = rgb("#c8cdd4")
#set document(title: card.title)
#set text(font: card.family, size: 10.5pt, lang: if card.language == "zh" { "zh" } else { "en" }, region: if card.language == "zh" { "cn" } else { none }, fill: rgb("#1c2127"), number-width: "tabular", number-type: "lining")
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 22mm, left: 22mm, right: 20mm),
  footer: context {
    set text(size: 8.5pt, fill: grey)
    line(length: 100%, stroke: 0.5pt + rule)
    v(-4pt)
    grid(columns: (1fr, auto),
      words.everyFigureOpens,
      words.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
  },
)
#set par(leading: 0.72em, justify: false)
#show heading: it => block(above: 18pt, below: 9pt, text(size: 13pt, weight: "bold", fill: ink, it.body))

#block(below: 13pt, par(leading: 0.85em, text(size: 21pt, weight: "bold", fill: ink, card.title)))
#text(size: 9.5pt, fill: grey, (card.state, card.published, card.signed).filter(part => part != "").join("　"))
#v(2pt)
#line(length: 100%, stroke: 1pt + ink)

#let amount(figure) = {
  let lead = (figure.approximation.before, figure.amount.before).filter(part => part != "").join(" ")
  if figure.growthOnly { text(fill: grey)[—] } else {
    if lead != none { text(size: 8.5pt, fill: grey, lead + " ") }
    text(weight: "bold", fill: ink, figure.amount.number)
    text(size: 8.5pt, fill: grey, sym.space.thin + figure.amount.unit + figure.approximation.behind)
  }
}

#heading(level: 1, words.figures)
#table(
  columns: (1.3fr, auto, auto, 1fr, auto),
  align: (left + horizon, right + horizon, right + horizon, left + horizon, center + horizon),
  inset: (x: 5pt, y: 6pt),
  stroke: none,
  table.hline(stroke: 1pt + ink),
  table.header(..(words.indicator, words.value, words.growth, words.comparison, words.source).map(word => text(size: 9pt, weight: "bold", word))),
  table.hline(stroke: 0.5pt + ink),
  ..card.figures.map(figure => (
    {
      figure.label
      if figure.remark != "" { text(size: 8.5pt, fill: grey, "  " + figure.remark) }
    },
    amount(figure),
    if figure.growthOnly { text(weight: "bold", fill: ink, figure.growth) } else { figure.growth },
    text(size: 9pt, (figure.comparisons + (figure.lastYear,)).filter(part => part != "").join(linebreak())),
    text(size: 8.5pt, fill: ink, figure.sources.map(number => "[" + str(number) + "]").join("")),
    table.hline(stroke: 0.5pt + rule),
  )).flatten(),
)

#if card.checks.len() > 0 {
  heading(level: 1, words.checks)
  for check in card.checks {
    let colour = if check.outcome == "failed" { rgb("#a61d24") } else if check.outcome == "passed" { rgb("#1f6b3a") } else { grey }
    block(below: 7pt, breakable: false, grid(columns: (if card.language == "zh" { 5.2em } else { 8em }, 1fr), column-gutter: 6pt,
      text(size: 9pt, weight: "bold", fill: colour, check.word), text(size: 9.5pt, check.detail)))
  }
  for remark in card.remarks { block(below: 7pt, text(size: 9.5pt, fill: grey, words.remarks + if card.language == "zh" { "：" } else { ": " } + remark)) }
}

#let comma = if card.language == "zh" { "、" } else { ", " }
#for (title, items) in ((words.missing, card.missing), (words.conflicts, card.conflicts)) {
  if items.len() > 0 { heading(level: 1, title); items.join(comma) }
}

#heading(level: 1, words.sources)
#for source in card.sources {
  block(below: 7pt, breakable: false, sticky: true)[
    #text(weight: "bold", size: 10pt, source.title)#if source.date != "" { text(size: 8.5pt, fill: grey, "　" + source.date) }
  ]
  for quote in source.quotes {
    block(below: 6pt, breakable: false, grid(columns: (2.4em, 1fr),
      text(size: 9pt, weight: "bold", fill: ink, "[" + str(quote.number) + "]"),
      text(size: 9.5pt, fill: rgb("#3a414a"), quote.words)))
  }
  v(4pt)
}
`;
