/**
 * How a pack is laid out (Typst): two A4 pages. Points come first, then drawings under the sentence that they show, then chapters or questions; what
 * the network asks for stands in frames of its own, apart from the figures.
 */
import { TEMPLATE_HEAD } from './template-head.ts'

export const PACK_TEMPLATE = `${TEMPLATE_HEAD}#set page(paper: "a4", margin: (top: 15mm, bottom: 16mm, x: 18mm), footer: context align(right, text(7.5pt, fill: soft)[#d.book · #counter(page).display() / #counter(page).final().first()]))
#set text(font: "BIZ UDPGothic", size: 10pt, fill: ink, lang: d.language, region: if ja { "JP" } else { "GB" }, cjk-latin-spacing: none)
#set par(leading: 0.62em, spacing: 0.8em, justify: false)
#let small(body) = text(7.5pt, fill: soft, body)
#let to(address, body) = link(address, underline(stroke: 0.4pt + soft, offset: 1.6pt, body))
#show heading.where(level: 1): it => block(above: 4mm, below: 3.5mm, text(19pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 5mm, below: 2.4mm, sticky: true, text(11.5pt, weight: "bold", it.body))
#let said(s) = {
  for p in s.pieces { if p.number and s.address != none { to(s.address, p.text) } else { p.text } }
  if s.address != none { h(0.4em); box(text(0.75em, fill: soft)[#if ja [（] else [(]#to(s.address, s.table)#if ja [）] else [)]]) }
}
#let bullet(body) = block(above: 1.9mm, below: 0mm, grid(columns: (4mm, 1fr), [・], body))
#let aside(title, lines) = if lines.len() > 0 { block(breakable: false, above: 4.5mm, below: 0mm, width: 100%)[
  #text(9.5pt, weight: "bold", title)
  #for line in lines { block(above: 1.6mm, below: 0mm, grid(columns: (3.5mm, 1fr), text(9pt)[・], { set par(leading: 0.55em); text(9pt, line) })) }
] }

#grid(columns: (1fr, auto), small(d.reader), small(d.book))
#v(-1mm)
#line(length: 100%, stroke: 1pt + ink)
#heading(level: 1, d.title)
#block(above: 0mm, below: 4mm, d.introduction)
#let empty = d.points.len() + d.sections.len() == 0
#if empty { aside(d.words.withheld, d.withheld) }
#if d.points.len() > 0 {
  block(fill: tint, stroke: (left: 3pt + ink), inset: (x: 4mm, y: 3.5mm), width: 100%, above: 0mm, below: 4mm, {
    for (at, s) in d.points.enumerate() {
      block(above: if at == 0 { 0mm } else { 2.6mm }, below: 0mm, grid(columns: (6mm, 1fr), if d.points.len() > 1 { text(11pt, weight: "bold", str(at + 1)) }, text(11pt, said(s))))
    }
  })
}
#for f in d.figures {
  block(breakable: false, width: 100%, above: 4mm, below: 4mm, {
    text(10.5pt, weight: "bold", f.title)
    v(1.6mm, weak: true)
    small[#f.caption #h(0.4em) #to(f.address, f.table)]
    v(1.5mm, weak: true)
    layout(size => {
      let scale = calc.min(size.width / (f.width * 1pt), d.tallest * 1mm / (f.height * 1pt), 0.75)
      align(center, image(bytes(f.svg), format: "svg", width: f.width * scale * 1pt, alt: f.alt))
    })
  })
}
#for s in d.sections { block(breakable: s.lines.len() == 0, width: 100%, above: if s.lines.len() == 0 { 5mm } else { 3.4mm }, below: 0mm, {
  heading(level: 2, s.title)
  for one in s.sentences { bullet(said(one)) }
  if s.lines.len() > 0 {
    let half = calc.ceil(s.lines.len() / 2)
    let part(lines) = table(columns: (1fr, auto, auto), stroke: none, inset: (x: 1.2mm, y: 0.7mm), align: (left, right, right),
      table.header(small(d.words.category), small(d.words.cases), small(d.words.share)), table.hline(stroke: 0.4pt + rule-colour),
      ..lines.map(l => (text(8.5pt, l.name), text(8.5pt, l.figure), text(8.5pt, l.share))).flatten())
    block(breakable: false, above: 2.2mm, below: 0mm, if s.lines.len() > 3 {
      grid(columns: (1fr, 1fr), column-gutter: 6mm, part(s.lines.slice(0, half)), part(s.lines.slice(half)))
    } else { box(width: 55%, part(s.lines)) })
  }
  if s.released != none { block(above: 1.2mm, below: 0mm, small[#d.words.released #s.released]) }
}) }
#if d.asks.len() > 0 {
  if d.points.len() > 0 { pagebreak(weak: true) }
  heading(level: 2, d.words.asks)
  for a in d.asks {
    block(stroke: 1.2pt + ink, radius: 1mm, inset: 3mm, width: 100%, above: 2.4mm, below: 0mm, breakable: false)[
      #text(9.5pt, weight: "bold", a.title)
      #block(above: 1.6mm, below: 0mm, text(10pt, a.words))
    ]
  }
}
#aside(d.words.rules, d.rules)
#aside(d.words.cannotSay, d.cannotSay)
#if not empty { aside(d.words.withheld, d.withheld) }
#v(4mm)
#block(breakable: false, width: 100%)[
#line(length: 100%, stroke: 0.4pt + rule-colour)
#v(1mm)
#set par(leading: 0.5em, spacing: 0.75em)
#small[#d.words.tables：#for (at, t) in d.tables.enumerate() [#if at > 0 [・]#to(t.address, t.name)]]

#small(d.notes.join(if ja { "" } else { " " }))

#small[#d.words.citation：#d.citation]
]
`
