/** How the paper form is drawn (Typst): A4, both languages in one glance, a circle where one answer is taken, a square where several. */
export const PAPER_TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1d2327")
#let soft = rgb("#4f5a62")
#let line-colour = rgb("#b5bec4")
#let tint = rgb("#f1f3f4")
#set document(title: d.paper.title.ja + " / " + d.paper.title.en)
#set page(
  paper: "a4",
  margin: (top: 19mm, bottom: 17mm, left: 16mm, right: 16mm),
  header: text(7.5pt, fill: soft)[#d.paper.title.ja / #d.paper.title.en #h(1fr) #(d.paper.version)版#if d.edition != none [ #h(3mm) #d.edition]],
  footer: context text(7.5pt, fill: soft)[#d.words.footer.ja / #d.words.footer.en #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set text(font: "BIZ UDPGothic", size: 9pt, fill: ink, lang: "ja")
#set par(leading: 0.5em, spacing: 0.6em)
#let en(body, size: 7.5pt) = text(size, fill: soft, lang: "en", body)
#let two(w, size: 7.5pt) = [#w.ja #h(0.6em) #en(w.en, size: size)]
#let square = box(width: 2.9mm, height: 2.9mm, stroke: 0.6pt + ink, radius: 0.3mm, baseline: 0.4mm)
#let round = box(width: 2.9mm, height: 2.9mm, stroke: 0.6pt + ink, radius: 50%, baseline: 0.4mm)
#let digits(n, width: 5mm) = box(baseline: 1.6mm, stack(dir: ltr, spacing: 0.8mm, ..range(n).map(_ => rect(width: width, height: 6mm, stroke: 0.6pt + ink))))
#let option(mark, w) = grid(columns: (3mm, 1fr), column-gutter: 1.6mm, mark, [#set par(leading: 0.35em); #text(8.5pt, w.ja)\\ #en(w.en, size: 7pt)])
#let states(list) = if list.len() > 0 {
  block(above: 2mm, fill: tint, inset: (x: 1.6mm, y: 1.1mm), radius: 0.6mm, width: 100%, grid(columns: list.map(_ => auto), column-gutter: 6mm, align: horizon,
    ..list.map(w => [#round #h(1mm) #text(7.5pt, w.ja) #en(w.en, size: 6.5pt)])))
}
#let width-of(w) = calc.max(w.ja.clusters().len() * 2, w.en.clusters().len() * 1.25)
#let columns-for(options) = {
  let widths = options.map(width-of)
  let widest = calc.max(..widths)
  if widest <= 18 and options.len() > 9 { 5 } else if widest <= 24 { 4 } else if widths.filter(w => w > 36).len() * 3 <= widths.len() and widest <= 66 { 3 } else { 2 }
}
#let heading-of(q) = grid(columns: (8mm, 1fr, auto), column-gutter: 1mm,
  text(9.5pt, weight: "bold", str(q.number)),
  [#text(9.5pt, weight: "bold", q.ja)#if q.required [ #text(7pt, fill: soft)[\\u{FF0A}]]\\ #en(q.en, size: 8pt)],
  align(right, [#text(7pt, fill: soft, d.words.kinds.at(q.kind).ja)#if q.kind == "several" and q.most != none [#text(7pt, fill: soft)[（#{q.most}つまで）]]\\ #en(size: 6.5pt, d.words.kinds.at(q.kind).en + if q.kind == "several" and q.most != none { " (up to " + str(q.most) + ")" } else { "" })]))
#let body-of(q) = {
  if q.kind == "one" or q.kind == "several" {
    let mark = if q.kind == "one" { round } else { square }
    grid(columns: (1fr,) * columns-for(q.options), column-gutter: 3mm, row-gutter: 2mm, ..q.options.map(w => option(mark, w)))
  } else if q.kind == "places" {
    grid(columns: (auto,) * (q.most + q.options.len()), column-gutter: 6mm, align: horizon, ..range(q.most).map(_ => digits(2)), ..q.options.map(w => [#square #h(1mm) #text(8.5pt, w.ja) #en(w.en, size: 7pt)]))
  } else if q.kind == "year" {
    [#digits(4) #h(1mm) #text(8.5pt, d.words.year.ja) #en(d.words.year.en, size: 7pt)]
  } else if q.kind == "line" {
    digits(q.most)
  } else {
    rect(width: 100%, height: 24mm, stroke: 0.6pt + line-colour)
    text(8pt, d.words.note.ja)
    linebreak()
    en(d.words.note.en)
  }
}
#let question(q) = block(breakable: false, above: 4.2mm, below: 0mm, width: 100%)[
  #heading-of(q)
  #block(inset: (left: 9mm), above: 1.8mm)[
    #body-of(q)
    #states(q.states)
  ]
]
#let go-to(w) = block(above: 4.5mm, below: 0mm, width: 100%, sticky: true, stroke: (left: 2pt + ink), inset: (left: 2.5mm, y: 0.8mm))[#text(8pt, w.ja)\\ #en(w.en, size: 7pt)]
#let row-words(w) = [#set par(leading: 0.3em); #text(8pt, w.ja) #h(0.5em) #en(w.en, size: 6.5pt)]
#let rows-of(r) = [
  #block(above: 4mm, below: 2mm, sticky: true)[#text(9.5pt, weight: "bold", r.ja) #h(0.6em) #en(r.en, size: 8pt)\\ #text(8pt, r.hint.ja)\\ #en(r.hint.en, size: 7pt)]
  #if r.first != none [
    #block(above: 2mm, below: 3mm, sticky: true)[#text(8.5pt, weight: "bold", r.first.ja) #en(r.first.en)
    #grid(columns: (1fr,) * r.first.options.len(), column-gutter: 3mm, ..r.first.options.map(w => option(round, w)))]
  ]
  #for q in r.questions {
    let cell(body) = align(center + horizon, body)
    let marks = if q.kind == "places" { box(stack(dir: ltr, spacing: 0.4mm, ..range(2).map(_ => rect(width: 4.2mm, height: 5.2mm, stroke: 0.6pt + ink)))) } else { round }
    let lines = if q.kind == "places" { ((ja: d.words.place.ja, en: d.words.place.en, plain: false),) } else { q.options.map(w => (ja: w.ja, en: w.en, plain: false)) }
    block(breakable: false, above: 3mm, width: 100%, table(
      columns: (1fr,) + (if q.kind == "places" { 11mm } else { 9mm },) * r.rows,
      stroke: (x, y) => (bottom: if y == 0 { 1pt + ink } else { 0.4pt + line-colour }),
      inset: (x: 1mm, y: 1.05mm),
      fill: (x, y) => if x > 0 and calc.even(x) { tint },
      [#text(9pt, weight: "bold")[#q.number] #h(1.5mm) #text(8.5pt, weight: "bold", q.ja)#if q.required [ #text(7pt, fill: soft)[\\u{FF0A}]] #h(0.4em) #en(q.en, size: 7pt)],
      ..range(r.rows).map(n => cell(text(8pt, str(n + 1)))),
      ..lines.map(w => (row-words(w), ..range(r.rows).map(_ => cell(marks)))).flatten(),
      ..q.states.map(w => (text(fill: soft, row-words(w)), ..range(r.rows).map(_ => cell(round)))).flatten(),
    ))
  }
]
#let section-title(s) = block(above: 7mm, below: 1mm, width: 100%, sticky: true, fill: ink, inset: (x: 2.5mm, y: 1.6mm), radius: 0.6mm)[#text(11pt, fill: white, weight: "bold")[#s.letter #h(1mm) #s.ja] #h(0.8em) #text(8.5pt, fill: white, s.en)]

#text(18pt, weight: "bold", d.paper.title.ja) #h(3mm) #text(11pt, fill: soft, d.paper.title.en) #h(1fr) #text(9pt, fill: soft)[#(d.paper.version)版]

#block(above: 3mm, stroke: 1pt + ink, inset: 3mm, radius: 0.8mm, width: 100%)[#text(11pt, weight: "bold", d.paper.independence.ja)\\ #en(d.paper.independence.en, size: 9pt)]

#for w in d.words.before [
  #block(above: 2.6mm, below: 0mm)[#text(8.5pt, w.ja)\\ #en(w.en, size: 7.5pt)]
]

#block(above: 4mm, width: 100%, fill: tint, inset: 3mm, radius: 0.8mm, grid(columns: (auto, 1fr), column-gutter: 4mm, row-gutter: 3mm, align: horizon,
  [#text(8.5pt, d.words.edition.ja)\\ #en(d.words.edition.en, size: 7pt)], if d.edition != none { text(10pt, d.edition) } else { box(width: 60mm, height: 6mm, stroke: (bottom: 0.6pt + ink)) },
  [#text(8.5pt, d.words.fingerprint.ja)\\ #en(d.words.fingerprint.en, size: 7pt)], if d.fingerprint != none { text(11pt, tracking: 0.5pt, d.fingerprint) } else { stack(dir: ltr, spacing: 2.5mm, ..range(5).map(_ => digits(4, width: 3.5mm))) },
))

#block(above: 4mm, grid(columns: 3, column-gutter: 8mm, ..d.words.legend.zip((round, square, text(8pt)[\\u{FF0A}])).map(((w, mark)) => [#mark #h(1mm) #text(8pt, w.ja) #en(w.en, size: 7pt)])))

#for s in d.paper.sections {
  section-title(s)
  for b in s.blocks {
    if b.goTo != none { go-to(b.goTo) }
    for q in b.questions { question(q) }
    if b.rows != none { rows-of(b.rows) }
  }
}

#block(above: 5mm, breakable: false, stroke: 1pt + ink, inset: 2.5mm, radius: 0.8mm, width: 100%)[#for w in d.words.after [
  #block(above: 2mm, below: 0mm)[#text(8.5pt, w.ja)\\ #en(w.en, size: 7.5pt)]
]]

#pagebreak()
#text(11pt, weight: "bold", d.words.places.ja) #h(0.8em) #en(d.words.places.en, size: 8.5pt)
#v(2mm)
#set par(leading: 0.3em, spacing: 0.4em)
#columns(5, gutter: 3mm)[#for p in d.paper.places [#block(breakable: false, above: 0.56em, below: 0mm, grid(columns: (6mm, 1fr), text(7pt, weight: "bold", p.code), [#text(6.6pt, p.ja) #h(0.2em) #en(p.en, size: 5.5pt)]))]]
`
