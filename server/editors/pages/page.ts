/** Plain pages that stand alone: no script, no remote file, readable on paper. */

import type { Language } from '../../../survey-schema/text.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!)

const STYLE = `
:root { color-scheme: light; --ink: #1d2327; --soft: #59636b; --line: #c9d0d5; --tint: #f3f5f6; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1.25rem 4rem; color: var(--ink); background: #fff;
  font: 1rem/1.7 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "BIZ UDPGothic", "Yu Gothic", sans-serif; overflow-wrap: anywhere; line-break: strict; }
h1 { font-size: 1.7rem; line-height: 1.35; margin: 1rem 0 .5rem; }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p, ul, ol { max-width: 44rem; margin: .5rem 0; }
li { margin: .25rem 0; }
.soft { color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; margin: .75rem 0; }
.scroll:focus-visible { outline: 2px solid var(--ink); }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; max-width: 44rem; }
tbody th { min-width: 6.5rem; } td:not(.n) { min-width: 8rem; }
th, td { overflow-wrap: break-word; border-bottom: 1px solid var(--line); padding: .3rem .7rem .3rem 0; text-align: left; vertical-align: top; }
th + td.n, td.n, th.n { text-align: right; white-space: nowrap; }
thead th { border-bottom: 2px solid var(--ink); }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; }
nav ol { columns: 2 18rem; }
.formula { background: var(--tint); padding: .5rem .75rem; max-width: 44rem; overflow-x: auto; }
.banner { border: 2px solid var(--ink); padding: .4rem .75rem; font-weight: 600; font-size: .9rem; line-height: 1.4; }
a { color: inherit; }
@media print {
  @page { margin: 22mm 14mm 16mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.5; }
  h2, h3, caption, thead { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .scroll { overflow: visible; } .scroll table { width: 100%; font-size: 8pt; }
  tbody th, td:not(.n) { min-width: 0; } th.n, td.n { white-space: normal; padding-right: .35rem; }
}
`

/** @param more style that this page needs besides */
export const page = (language: Language, title: string, body: string, more = ''): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}${more}</style>
</head>
<body>
${body}
</body>
</html>
`
