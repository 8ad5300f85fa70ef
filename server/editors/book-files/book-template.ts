/** How the volume of tables is laid out (Typst): A4, one edition a language; the notes of a chapter stand once, at its beginning. */
import { COMMENTARY_TEMPLATE } from './commentary-template.ts'
import { TABLE_TEMPLATE } from './table-template.ts'
import { TEMPLATE_HEAD } from './template-head.ts'

export const BOOK_TEMPLATE = `${TEMPLATE_HEAD}${COMMENTARY_TEMPLATE}#let chapter-here() = {
  let found = query(heading.where(level: 1)).filter(one => one.location().page() <= here().page())
  if found.len() > 0 { found.last().body }
}
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 16mm, x: 17mm),
  header: context if counter(page).get().first() > 1 {
    text(7pt, fill: soft)[#d.title　#d.edition #h(1fr) #chapter-here()]
    v(-2.2mm)
    line(length: 100%, stroke: 0.4pt + rule-colour)
  },
  footer: context text(7pt, fill: soft)[#d.footer #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set text(font: "BIZ UDPGothic", size: 9pt, fill: ink, lang: d.language, region: if ja { "JP" } else { "GB" }, cjk-latin-spacing: none)
#set par(leading: 0.62em, spacing: 0.75em, justify: false)
#show heading.where(level: 1): it => block(above: 10mm, below: 3mm, width: 100%, sticky: true, stroke: (top: 1.2pt + ink), inset: (top: 2.5mm), text(16pt, it.body))
#show heading.where(level: 2): it => block(above: 0mm, below: 1.8mm, sticky: true, text(11pt, it.body))
#show link: set text(fill: ink)
#show figure: set align(left)
#show figure: set block(above: 0mm, below: 0mm, breakable: true)
#set figure(numbering: none, gap: 1.6mm)
#show figure.caption: it => align(left, it.body)
#show table: set text(7.4pt)
#show table: set par(leading: 0.4em)
#set table.cell(breakable: false)
${TABLE_TEMPLATE}
#let unit(body, fits: true) = block(above: 4.5mm, below: 0mm, width: 100%, breakable: not fits, body)
#let laid(i) = if i.kind == "drawing" { unit(drawn(i.f, scale: i.scale)) } else {
  unit(fits: i.kind == "beside" or i.fits, {
    if i.kind == "beside" { grid(columns: (84mm, 1fr), column-gutter: 6mm, drawn(i.f), printed(i.b, i.p)) } else if i.kind == "halves" {
      captioned(i.b, i.halves.first())
      v(1.4mm, weak: true)
      grid(columns: (1fr, 1fr), column-gutter: 6mm, ..i.halves.map(p => lines-of(i.b, p)))
    } else { printed(i.b, i.p) }
    if i.under.len() > 0 { under(i.under) }
  })
}

#v(58mm)
#title(text(28pt, weight: "bold", d.title))

#text(14pt, fill: soft, lang: d.otherLanguage, d.otherTitle)

#v(10mm)
#if d.fictional != "" [#block(stroke: 1pt + ink, inset: 3mm, text(11pt, weight: "bold", d.fictional))]
#grid(columns: (auto, 1fr), column-gutter: 6mm, row-gutter: 3mm, ..d.imprint.map(((name, value)) => (small(name), text(9pt, value))).flatten())
#v(1fr)
#text(8.5pt, d.policyLine)

#small[#d.words.checksum #d.checksum]
#pagebreak()
#if d.commentary != none { commented(d.commentary, 9pt); pagebreak() }
#heading(level: 1, outlined: false, bookmarked: true, d.words.contents)
#show outline.entry.where(level: 1): set block(above: 2.6mm)
#show outline.entry.where(level: 1): set text(8pt, weight: "bold")
#show outline.entry.where(level: 2): set text(7.4pt)
#show outline.entry: set par(leading: 0.45em)
#columns(2, gutter: 8mm, outline(title: none, depth: 2, indent: 3mm))
#pagebreak()

#for c in d.chapters {
  if c.newPage { pagebreak(weak: true) }
  heading(level: 1, c.title)
  commented(c.commentary, 9pt)
  block(above: 0mm, below: 0mm, width: 100%, breakable: false, sticky: true, fill: tint, inset: 2.6mm, {
    set par(leading: 0.5em, spacing: 0.55em)
    text(7.4pt, weight: "bold", d.words.chapterNotes)
    v(1.2mm, weak: true)
    for line in c.all { par(small(line)) }
    if c.numbered.len() > 0 { set text(6.8pt, fill: soft); set enum(spacing: 0.5em, body-indent: 1.5mm); enum(..c.numbered) }
  })
  for t in c.tables {
    block(above: 7mm, below: 0mm, width: 100%, sticky: t.items.len() > 0, breakable: false, {
      [#heading(level: 2, t.title) #label(t.label)]
      block(above: 0mm, below: 2mm, text(7.4pt, fill: soft, lang: d.otherLanguage, t.otherTitle))
      par(t.learns)
      for s in t.sentences { par(s) }
      if t.silent != "" { block(fill: tint, inset: 2.6mm, width: 100%, t.silent) }
      if t.under.len() > 0 { under(t.under) }
    })
    for i in t.items { laid(i) }
  }
}
`
