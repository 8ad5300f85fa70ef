/** What every printed document begins with (Typst): its data, its language, its few colours, and no date. */
export const TEMPLATE_HEAD = `
#let d = json(bytes(sys.inputs.data))
#let ja = d.language == "ja"
#let ink = rgb("#1d2327")
#let soft = rgb("#4f5a62")
#let rule-colour = rgb("#b5bec4")
#let tint = rgb("#eef1f3")
#set document(title: d.title, date: none)
`
