/**
 * How a printed block is laid out (Typst). A table is a table to a screen reader as well: its column names are its header, repeated on each
 * page that it reaches. What fits on a page is not torn. Widths come with the data, because they depend on the words.
 */
export const TABLE_TEMPLATE = `
#let small(body) = text(6.8pt, fill: soft, body)
#let cell-of(p, c) = {
  if p.shares and not p.stacked {
    c.text
    h(0.8mm)
    box(width: p.shareRoom * 1mm, align(right, text(6.2pt, fill: if c.dark { white } else if c.fill != "" { ink } else { soft }, c.share)))
  } else if c.share == "" { c.text } else { stack(spacing: 0.8mm, c.text, text(6.2pt, fill: if c.dark { white } else if c.fill != "" { ink } else { soft }, c.share)) }
}
#let head-cell(body, ..more) = table.cell(fill: tint, stroke: (top: 0.7pt + ink, bottom: 0.7pt + ink), ..more, text(6.8pt, weight: "bold", body))
#let captioned(b, p) = block(width: 100%, below: 1.4mm, {
  grid(columns: (1fr, auto), column-gutter: 3mm,
    text(8.6pt, weight: "bold", b.caption + if p.number != "" { "　" + p.number } else { "" }),
    if p.first { text(6.2pt, fill: soft, b.checksum) },
  )
  if p.first and b.above != "" { block(above: 1.2mm, below: 0mm, { set par(leading: 0.5em); small(b.above) }) }
})
#let lines-of(b, p) = {
  let inset = if p.dense { 0.72mm } else { 0.9mm }
  table(
    columns: p.widths.map(w => w * 1mm),
    align: (x, y) => if x == 0 { left + horizon } else { right + horizon },
    inset: (x: 0.9mm, y: inset),
    stroke: (x, y) => (bottom: 0.35pt + rule-colour),
    table.header(
      ..if b.across == "" { (head-cell(b.corner),) } else {
        (head-cell(b.corner, rowspan: 2), table.cell(colspan: p.heads.len(), fill: tint, stroke: (top: 0.7pt + ink), align: center, text(6.8pt, b.across)))
      },
      ..p.heads.map(h => head-cell(h)),
    ),
    ..p.rows.map(r => (
      table.cell(inset: (left: 0.9mm + r.depth * 4mm, right: 0.9mm, y: inset), text(fill: if r.frame { soft } else { ink }, r.label)),
      ..r.cells.map(c => {
        let body = if c.words { text(6.4pt, c.text) } else { text(fill: if c.dark { white } else { ink }, cell-of(p, c)) }
        if c.fill == "" { body } else { table.cell(fill: rgb(c.fill), body) }
      }),
    )).flatten(),
  )
}
#let printed(b, p) = figure(kind: table, caption: figure.caption(position: top, captioned(b, p)), lines-of(b, p))
#let under(lines) = block(above: 1.2mm, below: 0mm, width: 100%, {
  set par(leading: 0.5em, spacing: 0.5em)
  for line in lines { par(small(line)) }
})
#let drawn(f, scale: 1) = figure(
  kind: "drawing",
  supplement: none,
  caption: figure.caption(position: bottom, block(width: 100%, {
    set par(leading: 0.5em)
    small([#d.words.figure　#f.caption] + if f.subtitle != "" [ — #f.subtitle])
  })),
  image(bytes(f.svg), format: "svg", width: f.width * scale * 1mm, alt: f.alt),
)
`
