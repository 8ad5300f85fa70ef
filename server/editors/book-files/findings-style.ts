/** How the findings volume looks as one HTML file: both languages are in it, one is seen. */
export const FINDINGS_STYLE = `
:root{color:#1d2327;background:#fff;font:17px/1.75 'BIZ UDPGothic','Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',system-ui,sans-serif}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem 4rem}
#in-ja:checked~.book [lang=en],#in-en:checked~.book [lang=ja]{display:none}
input[name=language]{position:absolute;opacity:0}
input[name=language]+label{border:1px solid #4f5a62;border-radius:4px;cursor:pointer;display:inline-block;margin:0 .5rem .5rem 0;padding:.25rem .9rem}
input[name=language]:checked+label{background:#1f4e79;color:#fff}
input[name=language]:focus-visible+label,a:focus-visible,figure:focus-visible{outline:3px solid #86682b;outline-offset:2px}
[lang]{unicode-bidi:isolate}a{color:#1f4e79}ol,ul{list-style:none;margin:0;padding:0}
h1{color:#1f4e79;font-size:2.4rem;line-height:1.25;margin:1rem 0 .2rem}
h2{border-top:2px solid #1f4e79;color:#1f4e79;font-size:1.05rem;margin:4.5rem 0 0;padding-top:.8rem}
h3{font-size:1.75rem;line-height:1.35;margin:1.3rem 0 .9rem;text-wrap:balance}h3 [lang=ja],.points [lang=ja]{word-break:auto-phrase}
h4{font-size:.95rem;margin:0}
.edition,.question,.note,figcaption,dt{color:#4f5a62}.question{margin:.2rem 0 0}.note{font-size:.85rem;line-height:1.6;margin:.3rem 0}
.fictional{border:2px solid #1d2327;display:inline-block;font-weight:bold;margin:.8rem 0 0;padding:.3rem .8rem}
.points li{border-bottom:1px solid #b5bec4;counter-increment:point;font-size:1.3rem;line-height:1.55;padding:1.1rem 0 1.1rem 3rem;position:relative}
.points li:before{color:#1f4e79;content:counter(point);font-size:1.7rem;font-weight:bold;left:0;line-height:1.2;position:absolute}
.points .refs{display:block;font-size:.85rem;margin-top:.3rem}.lead{font-size:1.15rem}.ref{font-size:.85rem;white-space:nowrap}
nav ol{columns:18rem;font-size:.95rem;margin-top:.8rem}nav li{break-inside:avoid;padding:.2rem 0}
figure{margin:2.2rem 0;overflow-x:auto}figure img{display:block;height:auto;max-width:100%}
figcaption{font-size:.85rem;line-height:1.55;margin-bottom:.8rem}figcaption strong{color:#1d2327;display:block;font-size:1.05rem}
.further li{border-left:3px solid #b5bec4;margin:.9rem 0;padding-left:1rem}
.cannot{background:#f2f5f8;margin:2rem 0 1rem;padding:1rem 1.2rem}.cannot p{font-size:.95rem;margin:.3rem 0 0}
.silent h3{font-size:1.1rem;margin:2.2rem 0 0}.silent p{margin:.4rem 0}
.commentary{border:1px dashed #4f5a62;margin:1.5rem 0;padding:.6rem 1.2rem}.commentary h2,.commentary h3,.commentary h4{border:0;color:inherit;font-size:1rem;margin:.4rem 0 .2rem;padding:0}
.commentary ul{list-style:disc;padding-left:1.3rem}
dl{display:grid;font-size:.9rem;gap:.2rem 1.5rem;grid-template-columns:max-content 1fr}dd{margin:0;overflow-wrap:anywhere}
@media screen and (max-width:40rem){h1{font-size:1.9rem}h3{font-size:1.4rem}.points li{font-size:1.12rem;padding-left:2.2rem}figure img{max-width:none;width:34rem}}
@media print{input,input+label,nav{display:none!important}body{font-size:10pt;max-width:none}.chapter{break-before:page}figure,.cannot{break-inside:avoid}figure img{max-height:95mm;width:auto}}
`
