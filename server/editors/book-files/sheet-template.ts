/**
 * How a fact sheet is laid out (Typst): one A4 page. The drawing takes the room that the words leave; what the network asks for stands in a frame of
 * its own, apart from the figures.
 */
import { COMMENTARY_TEMPLATE } from './commentary-template.ts'
import { TEMPLATE_HEAD } from './template-head.ts'

export const SHEET_TEMPLATE = `${TEMPLATE_HEAD}${COMMENTARY_TEMPLATE}#set page(paper: "a4", margin: (top: 15mm, bottom: 14mm, x: 18mm))
#set text(font: "BIZ UDPGothic", size: 10.5pt, fill: ink, lang: d.language, region: if ja { "JP" } else { "GB" }, cjk-latin-spacing: none)
#set par(leading: 0.7em, spacing: 0.8em, justify: false)
#let small(body) = text(7.5pt, fill: soft, body)
#let to(address, body) = link(address, underline(stroke: 0.4pt + soft, offset: 1.6pt, body))
#let said(s) = {
  for p in s.pieces { if p.number { to(s.address, p.text) } else { p.text } }
  h(0.4em)
  box(text(0.75em, fill: soft)[#if ja [（] else [(]#to(s.address, s.table)#if ja [）] else [)]])
}

#grid(columns: (1fr, auto), small(d.kind), small(d.book))
#v(-1mm)
#line(length: 100%, stroke: 1pt + ink)
#block(above: 4mm, below: 4mm, [#text(22pt, weight: "bold", d.title) #h(3mm) #text(11pt, fill: soft, lang: d.otherLanguage, d.otherTitle)])
#block(above: 0mm, below: 4mm, text(11pt, d.question))
#block(fill: tint, stroke: (left: 3pt + ink), inset: (x: 4mm, y: 3.5mm), width: 100%, above: 0mm, below: 4mm, { set par(leading: 0.75em); text(14.5pt, weight: "bold", said(d.headline)) })
#if d.figure != none {
  let caption = small[#d.words.figure　#d.figure.caption #h(0.4em) #to(d.figure.address, d.figure.table)]
  block(height: 1fr, width: 100%, above: 0mm, below: 3mm, layout(size => {
    let room = size.height - measure(caption, width: size.width).height - 4mm
    let scale = calc.min(size.width / (d.figure.width * 1pt), room / (d.figure.height * 1pt), 0.75)
    v(1fr)
    align(center, image(bytes(d.figure.svg), format: "svg", width: d.figure.width * scale * 1pt, alt: d.figure.alt))
    v(2mm, weak: true)
    caption
    v(1fr)
  }))
} else { v(1fr) }
#for s in d.sentences [
  #block(above: 2.8mm, below: 0mm, grid(columns: (4mm, 1fr), [・], said(s)))
]
#commented(d.commentary, 9pt)
#v(4mm)
#grid(columns: (1fr, 1fr), column-gutter: 5mm,
  block(inset: (y: 3mm), width: 100%)[
    #text(9.5pt, weight: "bold", d.words.cannotSay)
    #for line in d.cannotSay [
      #block(above: 1.8mm, below: 0mm, grid(columns: (3.5mm, 1fr), text(9pt)[・], { set par(leading: 0.55em); text(9pt, line) }))
    ]
  ],
  block(stroke: 1.6pt + ink, radius: 1mm, inset: 3.5mm, width: 100%)[
    #text(9.5pt, weight: "bold", d.words.demand)
    #block(above: 1.8mm, below: 0mm, { set par(leading: 0.6em); text(9.5pt, d.demand) })
  ],
)
#v(3mm)
#line(length: 100%, stroke: 0.4pt + rule-colour)
#v(1mm)
#set par(leading: 0.5em, spacing: 0.75em)
#small[#d.words.tables：#for (at, t) in d.tables.enumerate() [#if at > 0 [・]#to(t.address, t.name)]]

#small(d.notes.join(if ja { "" } else { " " }))

#small[#d.words.citation：#d.citation]
`
