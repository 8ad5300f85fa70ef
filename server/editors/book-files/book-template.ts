/**
 * How the book is laid out (Typst): A4, one edition a language. Caption, base, policy and legend belong to the head of a table, so they
 * are repeated with it on every page that the table reaches.
 */
import { TEMPLATE_HEAD } from './template-head.ts'

export const BOOK_TEMPLATE = `${TEMPLATE_HEAD}#let running = state("running", "")
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 20mm, x: 20mm),
  header: context if counter(page).get().first() > 1 {
    text(7.5pt, fill: soft)[#d.title　#d.edition #h(1fr) #running.get()]
    v(-2mm)
    line(length: 100%, stroke: 0.4pt + rule-colour)
  },
  footer: context text(7.5pt, fill: soft)[#d.fictional #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set text(font: "BIZ UDPGothic", size: 9.5pt, fill: ink, lang: d.language, region: if ja { "JP" } else { "GB" }, cjk-latin-spacing: none)
#set par(leading: 0.7em, spacing: 0.9em, justify: false)
#show heading.where(level: 1): it => { pagebreak(weak: true); block(below: 6mm, text(17pt, it.body)) }
#show heading.where(level: 2): it => block(above: 8mm, below: 3mm, sticky: true, text(12pt, it.body))
#show link: set text(fill: ink)
#set table.cell(breakable: false)
#let small(body) = text(7.5pt, fill: soft, body)
#let cell-of(c) = {
  if c.share == "" { c.text } else if c.beside { c.text } else { stack(spacing: 1mm, c.text, text(7pt, fill: soft, c.share)) }
}
// A table of so many lines stands on one page, its notes with it; a longer one is broken between lines and repeats its head.
#let whole = 18
#let printed(b, part, notes) = block(above: 5mm, below: 2mm, breakable: part.rows.len() > whole, {
  let columns = part.heads.len() + 1
  let wide = if columns <= 3 { 1fr } else { calc.clamp(170 - 22 * (columns - 1), 36, 70) * 1mm }
  let top = (
    table.cell(colspan: columns, inset: (x: 0pt, y: 1.2mm), stroke: none, fill: none, align: left)[#text(9.5pt, weight: "bold", b.caption)#if part.number != "" [ #small(part.number)]],
    ..b.above.map(line => table.cell(colspan: columns, inset: (x: 0pt, top: 0.5mm, bottom: 1.2mm), stroke: none, fill: none, align: left, { set par(leading: 0.5em); small(line) })),
    ..if b.across != "" { (table.cell(stroke: none, fill: tint)[], table.cell(colspan: columns - 1, stroke: none, fill: tint, align: center, text(8pt, b.across))) },
  )
  block(above: 0mm, below: 2mm, breakable: true, table(
    columns: (wide,) + (if columns <= 3 { 32mm } else { 1fr },) * (columns - 1),
    align: (x, y) => if x == 0 { left + horizon } else { right + horizon },
    inset: (x: 1.2mm, y: 1.1mm),
    stroke: (x, y) => (bottom: 0.4pt + rule-colour),
    table.header(repeat: true, ..top,
      table.cell(fill: tint, stroke: (top: 0.8pt + ink, bottom: 0.8pt + ink), text(8pt, weight: "bold", b.corner)),
      ..part.heads.map(h => table.cell(fill: tint, stroke: (top: 0.8pt + ink, bottom: 0.8pt + ink), { set par(leading: 0.4em); text(if columns > 5 { 7pt } else { 8pt }, weight: "bold", h) })),
    ),
    ..part.rows.map(r => (
      table.cell(inset: (left: 1.2mm + r.depth * 5mm, right: 1.2mm, y: 1.1mm), { set par(leading: 0.45em); text(8.5pt, fill: if r.frame { soft } else { ink }, r.label) }),
      ..r.cells.map(c => { set par(leading: 0.45em); text(if c.words { if columns > 6 { 6.4pt } else { 7.5pt } } else { 8.5pt }, cell-of(c)) }),
    )).flatten(),
  ))
  if part.last {
    block(breakable: false, {
      set par(leading: 0.5em, spacing: 0.55em)
      for line in b.under [#small(line)\\ ]
      for line in notes [#small(line)\\ ]
    })
  }
})
// Drawn a little smaller than on a page of the web. A drawing stays with its table where both leave room on the page for what comes before.
#let scale = 146mm / 760
#let drawn(f, lines) = block(above: 5mm, below: 4mm, breakable: false, sticky: f.height * scale + calc.min(lines, whole) * 6mm < 150mm)[
  #image(bytes(f.svg), format: "svg", width: calc.min(760, f.width) * scale, alt: f.alt)
  #small[#d.words.figure　#f.caption]
]

#v(58mm)
#text(28pt, weight: "bold", d.title)

#text(14pt, fill: soft, lang: d.otherLanguage, d.otherTitle)

#v(10mm)
#if d.fictional != "" [#block(stroke: 1pt + ink, inset: 3mm, text(11pt, weight: "bold", d.fictional))]
#grid(columns: (auto, 1fr), column-gutter: 6mm, row-gutter: 3mm, ..d.imprint.map(((name, value)) => (small(name), text(9pt, value))).flatten())
#v(1fr)
#text(8.5pt, d.policyLine)

#small[#d.words.checksum #d.checksum]
#pagebreak()
#running.update(d.words.contents)
#text(17pt, weight: "bold", d.words.contents)
#v(4mm)
#show outline.entry.where(level: 1): set block(above: 3.5mm)
#show outline.entry.where(level: 1): set text(weight: "bold")
#show outline.entry.where(level: 2): set text(8.5pt)
#outline(title: none, depth: 2, indent: 5mm)

#for c in d.chapters {
  pagebreak(weak: true)
  running.update(c.title)
  heading(level: 1, c.title)
  for t in c.tables [
    #heading(level: 2, t.title) #label(t.label)
    #block(above: 0mm, below: 3mm, sticky: true, text(8pt, fill: soft, lang: d.otherLanguage, t.otherTitle))
    #block(above: 0mm, below: 3mm, sticky: true, t.learns)
    #for s in t.sentences [#s

    ]
    #if t.silent != "" [#block(fill: tint, inset: 3mm, width: 100%, t.silent)]
    #for (at, b) in t.blocks.enumerate() {
      for f in b.figures { drawn(f, b.parts.first().rows.len()) }
      for part in b.parts { printed(b, part, if at == t.blocks.len() - 1 { t.notes } else { () }) }
    }
    #if t.blocks.len() == 0 { for n in t.notes [#small(n)\\ ] }
  ]
}
`
