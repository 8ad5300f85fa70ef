/** How the book looks as one HTML file: both languages are in it, one is seen. */
export const BOOK_STYLE = `
:root{color:#1d2327;background:#fff;font:16px/1.7 'BIZ UDPGothic','Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',system-ui,sans-serif}
body{margin:0 auto;max-width:58rem;padding:1rem}
#in-ja:checked~.book [lang=en],#in-en:checked~.book [lang=ja]{display:none}
input[name=language]{position:absolute;opacity:0}
input[name=language]+label{border:1px solid #4f5a62;border-radius:4px;cursor:pointer;display:inline-block;margin:0 .5rem .5rem 0;padding:.15rem .8rem}
input[name=language]:checked+label{background:#1f4e79;color:#fff}
input[name=language]:focus-visible+label{outline:3px solid #86682b;outline-offset:2px}
h1{font-size:2rem;line-height:1.3}h2{border-bottom:2px solid #1d2327;font-size:1.5rem;margin-top:3rem}h3{font-size:1.15rem;margin-top:2.5rem}
a{color:#1f4e79}dl{display:grid;gap:.1rem 1.5rem;grid-template-columns:max-content 1fr}dt{color:#4f5a62}dd{margin:0;overflow-wrap:anywhere}
[lang]{unicode-bidi:isolate}ol{padding-left:0}ol ol{padding-left:1.2rem}nav li{list-style:none}
.fictional,.silent{background:#eef1f3;padding:.6rem .8rem}.fictional{border:2px solid #1d2327;font-weight:bold}
.scroll{overflow-x:auto;position:relative}table{border-collapse:collapse;width:100%}caption{text-align:left}caption>*{display:block;left:0;max-width:min(56rem,calc(100vw - 2rem));position:sticky}
caption p,.under p,.note{color:#4f5a62;font-size:.8rem;line-height:1.5;margin:.1rem 0}
th,td{border-bottom:1px solid #b5bec4;padding:.25rem .5rem;vertical-align:top}
thead th{background:#eef1f3;border-bottom:1px solid #1d2327;font-size:.85rem;min-width:4rem}
td.dark{color:#fff}td.dark small{color:#fff}td.shade small{color:#1d2327}.sum{white-space:nowrap}.notes{background:#eef1f3;padding:.4rem .9rem .6rem}.notes h3{font-size:1rem;margin:.3rem 0}.notes p,.notes li{font-size:.85rem;line-height:1.5;margin:.15rem 0}.notes ol{list-style:decimal;margin:.3rem 0;padding-left:1.6rem}.notes li:target{outline:2px solid #86682b}
tbody th{font-weight:normal;min-width:9rem;text-align:left}thead th:first-child{text-align:left}
td{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}td.words{text-align:left;white-space:normal}td small{color:#4f5a62;display:block}
.sheet{border-top:2px solid #1d2327;margin-top:3rem}.headline{background:#eef1f3;border-left:5px solid #1d2327;font-size:1.25rem;font-weight:bold;padding:.8rem 1rem}.demand{border:2px solid #1d2327;padding:.2rem 1rem}.cannot h3,.demand h3{font-size:1rem;margin:.8rem 0 .2rem}.sheet ul{padding-left:1.3rem}
.commentary{border:1px dashed #4f5a62;margin:1.5rem 0;padding:.2rem 1rem}.commentary h2,.commentary h3{border:0;font-size:1rem;margin:.8rem 0 .2rem}
.frame th,.frame td{color:#4f5a62}.step-1{padding-left:1.7rem}.step-2{padding-left:2.9rem}
.aloud{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;white-space:nowrap;width:1px}
.block{margin:1.5rem 0}figure{margin:1.5rem 0;overflow-x:auto}figure img{height:auto;max-width:100%}figcaption{color:#4f5a62;font-size:.85rem}
@media screen and (max-width:40rem){th,td{padding:.25rem .3rem}tbody th{min-width:6.5rem}thead th{min-width:3.6rem}figure img{max-width:none;width:36rem}}
@media print{input,input+label{display:none!important}body{font-size:9pt;max-width:none}.chapter,.sheet{break-before:page}.sheet figure img{max-height:90mm;width:auto}thead{display:table-header-group}tr,figure{break-inside:avoid}h3{break-after:avoid}.scroll{overflow:visible}}
`
