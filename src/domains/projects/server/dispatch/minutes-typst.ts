/** The page of the minutes. Data comes in as one JSON input; every string of it is shown as text. */
export const MINUTES_TEMPLATE = `
#let paper = json(bytes(sys.inputs.data))
#let chinese = paper.language == "zh"
#let colon = if chinese { "：" } else { ": " }
#let grey = rgb("#5f6670")
#set document(title: paper.title)
#set text(font: paper.family, size: 12pt, lang: if chinese { "zh" } else { "en" }, region: if chinese { "cn" } else { none }, fill: rgb("#1a1a1a"), number-width: "tabular", number-type: "lining")
#set page(
  paper: "a4",
  margin: (top: 30mm, bottom: 26mm, left: 27mm, right: 25mm),
  footer: context {
    set text(size: 9pt, fill: grey)
    align(center, paper.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
  },
)
#set par(leading: 0.9em, spacing: 0.9em, justify: chinese)
#show heading: it => block(above: 16pt, below: 9pt, text(size: 13pt, weight: "bold", it.body))
#let body(words) = par(first-line-indent: (amount: 2em, all: true), words)

#align(center, block(below: 12pt, par(justify: false, text(size: 21pt, weight: "bold", paper.title))))
#align(center, paper.number)
#align(center, text(size: 9.5pt, fill: grey, paper.status))
#v(4pt)
#line(length: 100%, stroke: 0.8pt + rgb("#1a1a1a"))
#v(2pt)
#for line in paper.head { par[#text(weight: "bold", line.label + colon)#line.text] }
#v(4pt)
#body(paper.opening)

#for item in paper.items {
  heading(level: 1, item.heading)
  body(item.cause.label + colon + item.cause.text)
  if item.discussion != none { body(item.discussion.label + colon + item.discussion.text) }
  if item.resolutions.len() > 0 {
    body(text(weight: "bold", item.resolved))
    for resolution in item.resolutions { body(resolution) }
  }
}

#for list in (paper.notTaken, paper.leftOut) {
  if list != none {
    heading(level: 1, list.heading)
    for (place, line) in list.lines.enumerate() { body(str(place + 1) + ". " + line) }
  }
}

#if paper.list != none {
  heading(level: 1, paper.list.heading)
  set text(size: 10pt)
  set par(justify: false, leading: 0.7em)
  table(
    columns: (auto, 1fr, auto, auto, auto),
    align: (center + horizon, left + horizon, center + horizon, center + horizon, center + horizon),
    inset: (x: 6pt, y: 6pt),
    stroke: 0.5pt + rgb("#555555"),
    table.header(..paper.list.columns.map(word => text(weight: "bold", word))),
    ..paper.list.rows.flatten(),
  )
}

#if paper.remarks != none {
  heading(level: 1, paper.remarks.label)
  body(paper.remarks.text)
}
#v(14pt)
#for line in paper.signed { align(right, line) }
`;
