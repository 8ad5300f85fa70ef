/**
 * How the findings volume is laid out (Typst): main points on the first page, then a page for each chapter that has a finding, its drawings
 * in what room the words leave; chapters without one share pages.
 */
import { COMMENTARY_TEMPLATE } from './commentary-template.ts'
import { TEMPLATE_HEAD } from './template-head.ts'

export const FINDINGS_TEMPLATE = `${TEMPLATE_HEAD}${COMMENTARY_TEMPLATE}#let accent = rgb("#1f4e79")
#let pale = rgb("#f2f5f8")
#set page(
  paper: "a4",
  margin: (top: 18mm, bottom: 19mm, x: 22mm),
  footer: context {
    set text(7.5pt, fill: soft)
    grid(columns: (1fr, auto), column-gutter: 6mm, [#d.running], [#counter(page).display() / #counter(page).final().first()])
  },
)
#set text(font: "BIZ UDPGothic", size: 10.5pt, fill: ink, lang: d.language, region: if ja { "JP" } else { "GB" }, cjk-latin-spacing: none)
#set par(leading: 0.72em, spacing: 0.9em, justify: false)
#let small(body) = text(8pt, fill: soft, body)
#let to(address, body) = link(address, text(fill: accent, body))
#let reference(s, size) = box(text(size, fill: soft)[#if ja [（] else [(]#to(s.address, s.table)#if ja [）] else [)]])
#let printed(pieces) = for p in pieces { if p.number { strong(p.text) } else { p.text } }
#let said(s) = { printed(s.pieces); h(0.35em); reference(s, 8pt) }
#show heading.where(level: 1): it => block(above: 0mm, below: 0mm, width: 100%, text(10pt, weight: "bold", fill: accent, it.body))
// On two lines where a smaller letter makes that possible, and of about the same length: no word stands alone on the last one.
#show heading.where(level: 2): it => block(above: 0mm, below: 0mm, width: 100%, layout(area => {
  set par(leading: 0.5em)
  let at(size) = text(size, weight: "bold", it.body)
  let lines-at(size) = calc.round(measure(at(size), width: area.width).height / (size * 1.24) + 0.4)
  let sizes = (20pt, 19pt, 18pt, 17pt).filter(size => lines-at(size) <= 2)
  let size = sizes.at(0, default: 18pt)
  let long = measure(at(size)).width
  let lines = calc.ceil(long / area.width)
  let widths = (64pt, 90pt, 120pt).map(more => calc.min(area.width, long / lines + if ja { 44pt } else { more }))
  let kept = widths.filter(width => measure(at(size), width: width).height <= measure(at(size), width: area.width).height + 1pt)
  block(width: kept.at(0, default: area.width), at(size))
}))
#show heading.where(level: 3): it => block(above: 0mm, below: 0mm, width: 100%, sticky: true, text(9pt, weight: "bold", it.body))
#show figure: set align(left)
#show figure: set block(above: 0mm, below: 0mm, breakable: false)
#set figure(numbering: none, gap: 2.4mm)
#show figure.caption: it => align(left, it.body)
#let captioned(f) = block(width: 100%, above: 0mm, below: 0mm, {
  set par(leading: 0.5em)
  block(above: 0mm, below: 2.3mm, text(10pt, weight: "bold", f.title))
  text(7.5pt, fill: soft)[#f.subtitle #reference(f, 7.5pt)]
})
#let drawn(f, scale) = figure(
  kind: "drawing",
  supplement: none,
  caption: figure.caption(position: top, captioned(f)),
  image(bytes(f.svg), format: "svg", width: f.width * scale * 1pt, alt: f.alt),
)
#let bullets(all) = block(width: 100%, above: 0mm, below: 0mm, for (at, s) in all.enumerate() {
  block(above: if at == 0 { 0mm } else { 3.6mm }, below: 0mm, width: 100%, stroke: (left: 1.4pt + rule-colour), inset: (left: 3.4mm, y: 0.4mm), { set par(leading: 0.62em); said(s) })
})
#let gap = 8mm
#let body-of(c) = block(height: 1fr, width: 100%, above: gap, below: 0mm, layout(size => {
  let captions = c.figures.map(f => measure(captioned(f), width: size.width).height + 2.4mm)
  let text-height = if c.sentences.len() > 0 { measure(bullets(c.sentences), width: size.width).height + gap } else { 0mm }
  let natural = c.figures.map(f => f.height * 1pt).sum(default: 0pt)
  let room = size.height - text-height - captions.sum(default: 0mm) - gap * calc.max(0, c.figures.len() - 1) - 1mm
  let scale = if natural > 0pt { calc.min(1, room / natural) } else { 1 }
  let parts = (
    ..c.figures.slice(0, calc.min(1, c.figures.len())).map(f => drawn(f, scale)),
    ..if c.sentences.len() > 0 { (bullets(c.sentences),) } else { () },
    ..c.figures.slice(calc.min(1, c.figures.len())).map(f => drawn(f, scale)),
  )
  for (at, part) in parts.enumerate() { block(above: if at == 0 { 0mm } else { gap }, below: 0mm, width: 100%, part) }
}))
#let limits-of(c) = block(fill: pale, inset: (x: 4mm, y: 3.4mm), width: 100%, above: 4mm, below: 0mm, {
  heading(level: 3, outlined: false, bookmarked: false, d.words.cannotSay)
  for l in c.limits { block(above: 2.6mm, below: 0mm, { set par(leading: 0.6em); text(9pt, l) }) }
})
#let sources-of(c) = if c.tables.len() > 0 {
  block(above: 3mm, below: 0mm, small[#d.words.tables #for (at, t) in c.tables.enumerate() [#if at > 0 [#if ja [、] else [, ]]#to(t.address, t.name)]#if ja [。] else [. ]#d.words.whole])
}
#let eyebrow(c) = block(above: 0mm, below: 0mm, width: 100%, stroke: (top: 1.2pt + accent), inset: (top: 3mm), {
  heading(level: 1, c.title)
  block(above: 3.6mm, below: 0mm, text(10.5pt, fill: soft, c.question))
})
#let rule-of-findings = block(breakable: false, width: 100%, {
  block(above: 0mm, below: 0mm, width: 100%, stroke: (top: 1.2pt + accent), inset: (top: 3mm), heading(level: 1, d.words.rule))
  for line in d.rule { block(above: 3.4mm, below: 0mm, { set par(leading: 0.6em); text(9pt, line) }) }
})

#grid(columns: (1fr, auto), align: (left, right), small(d.book), small(d.edition))
#v(4mm, weak: true)
#title(text(30pt, weight: "bold", fill: accent, d.volume))
#block(above: 2.5mm, below: 0mm, text(12pt, fill: soft, lang: d.otherLanguage, d.otherVolume))
#if d.fictional != "" { block(above: 5mm, below: 0mm, stroke: 1pt + ink, inset: (x: 3mm, y: 2.2mm), text(10pt, weight: "bold", d.fictional)) }
#block(above: 9mm, below: 0mm, width: 100%, stroke: (top: 1.2pt + accent), inset: (top: 3mm), heading(level: 1, d.words.mainPoints))
#if d.points.len() == 0 { block(above: 8mm, below: 14mm, text(15pt, d.words.noMainPoints)); rule-of-findings }
#block(height: 1fr, width: 100%, above: 5mm, below: 6mm, layout(area => {
  let set-at(size) = for (at, s) in d.points.enumerate() {
    block(above: 0mm, below: 0mm, width: 100%, inset: (y: size * 0.5), stroke: if at == 0 { none } else { (top: 0.4pt + rule-colour) }, breakable: false,
      grid(columns: (11mm, 1fr), text(size * 1.3, weight: "bold", fill: accent, str(at + 1)), {
        set par(leading: 0.6em)
        text(size, { printed(s.pieces); if s.figures.len() > 0 { box(printed(s.figures)) } })
        block(above: 3.6mm, below: 0mm, text(8.5pt, fill: soft)[#link(label(s.label), text(fill: accent, s.chapter))#if ja [・] else [, ]#to(s.address, s.table)])
      }))
  }
  let sizes = (17pt, 16pt, 15pt, 14pt, 13pt, 12pt, 11pt)
  let fitting = sizes.filter(size => measure(set-at(size), width: area.width).height <= area.height)
  set-at(fitting.at(0, default: sizes.last()))
}))
#block(width: 100%, stroke: (top: 0.4pt + rule-colour), inset: (top: 3mm), { set par(leading: 0.55em, spacing: 0.6em); for n in d.notes { par(small(n)) } })
#if d.commentary != none { pagebreak(); commented(d.commentary, 10pt) }

#for c in d.chapters {
  pagebreak()
  [#eyebrow(c) #label(c.label)]
  block(above: 8.5mm, below: 0mm, width: 100%, heading(level: 2, c.headline))
  block(above: 7mm, below: 0mm, width: 100%, { set par(leading: 0.65em); text(12pt, said(c.sentence)) })
  body-of(c)
  limits-of(c)
  sources-of(c)
  if c.commentaryHere { commented(c.commentary, 9pt) } else { pagebreak(); commented(c.commentary, 10pt) }
}
#pagebreak()
#if d.silent.len() > 0 {
  block(above: 0mm, below: 0mm, width: 100%, stroke: (top: 1.2pt + accent), inset: (top: 3mm), heading(level: 1, d.words.silent))
  show heading.where(level: 2): it => text(10.5pt, weight: "bold", it.body)
  for c in d.silent {
    block(above: 8mm, below: 0mm, width: 100%, breakable: c.commentary != none, {
      [#block(above: 0mm, below: 0mm, heading(level: 2, c.title)) #label(c.label)]
      block(above: 2.6mm, below: 0mm, text(9pt, fill: soft, c.question))
      block(above: 3.4mm, below: 0mm, { set par(leading: 0.6em); text(9.5pt, c.why) })
      if c.sentences.len() > 0 { block(above: 3.4mm, below: 0mm, { set text(9.5pt); bullets(c.sentences) }) }
      for l in c.limits { block(above: 3.4mm, below: 0mm, { set par(leading: 0.6em); text(8.5pt, fill: soft, l) }) }
      commented(c.commentary, 9pt)
    })
  }
  v(9mm)
}
#if d.points.len() > 0 { rule-of-findings }
#block(breakable: false, width: 100%, above: 9mm, {
  block(above: 0mm, below: 0mm, width: 100%, stroke: (top: 1.2pt + accent), inset: (top: 3mm), heading(level: 1, d.words.about))
  block(above: 4mm, below: 0mm, grid(columns: (auto, 1fr), column-gutter: 6mm, row-gutter: 2.6mm, ..d.imprint.map(((name, value)) => (small(name), text(8.5pt, value))).flatten()))
})
`
