import { fonts } from '../../../ui/fonts.ts';
import { drawn } from './markup.ts';

/** Light paper on every screen; on A4 no picture, card or row of a table is cut. Our own text, so it is not escaped. */
export const reportStyle = drawn(`
:root{color-scheme:light;--ink:#1f2429;--quiet:#5c636a;--line:#dfe3e7;--soft:#f6f7f9;--accent:#3b5bdb}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;background:#eceef1;color:var(--ink);font:15px/1.65 ${fonts};line-break:strict;overflow-wrap:break-word}
body{margin:0}
main{max-width:880px;margin:28px auto;padding:48px 64px 64px;background:#fff;box-shadow:0 1px 4px rgba(0,0,0,.12)}
h1,h2,h3,h4{line-height:1.35;margin:0;text-wrap:balance}
h1{font-size:30px;font-weight:700;letter-spacing:.01em;margin:22px 0 4px}
h2{font-size:21px}
h3{font-size:16px;margin:0 0 8px}
h4{font-size:14px;margin:16px 0 4px}
p{margin:0 0 8px}
a{color:var(--accent)}
.brand{display:flex;justify-content:space-between;gap:16px;margin:0;padding-bottom:10px;border-bottom:3px solid var(--accent);font-size:13px;font-weight:600;color:var(--quiet)}
.brand span:first-child{color:var(--accent);letter-spacing:.04em}
.under{color:var(--quiet);font-size:13.5px}
.verdict{margin:22px 0 16px;padding:20px 24px 16px;background:var(--soft);border-left:6px solid var(--tone);border-radius:0 6px 6px 0}
.good{--tone:#00795a}.bad{--tone:#b64f00}.open{--tone:#5c636a}
.verdict h2{display:flex;align-items:center;gap:12px;font-size:13px;color:var(--quiet);font-weight:600}
.kind{background:var(--tone);color:#fff;border-radius:4px;padding:1px 10px;font-size:12.5px}
.sentence{font-size:20px;line-height:1.55;font-weight:650;margin:8px 0 10px}
.numbers{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:0 0 10px}
.numbers.three{grid-template-columns:repeat(3,1fr)}
.card{display:flex;flex-direction:column;border:1px solid var(--line);border-radius:6px;padding:10px 12px;min-width:0}
.card p{margin:0}
.card .label{font-size:12px;line-height:1.45;color:var(--quiet);flex:1}
.card .value{font-size:25px;font-weight:700;line-height:1.35;font-variant-numeric:tabular-nums}
.card .value.words{font-size:16px}
.card .interval{width:100%;height:auto;max-width:170px}
.card .interval-text{font-size:12px;color:var(--ink);font-variant-numeric:tabular-nums}
.card .n{font-size:12px;color:var(--quiet)}
.optimistic{background:repeating-linear-gradient(135deg,#fff 0 6px,#f4f5f7 6px 12px)}
nav{margin:22px 0 0;padding:10px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);font-size:13.5px}
nav ol{display:flex;flex-wrap:wrap;gap:4px 28px;margin:0;padding:0 0 0 18px}
nav li{padding-left:2px}
.chapter{margin-top:44px}
.chapter>h2{padding-bottom:8px;margin-bottom:14px;border-bottom:1px solid var(--line)}
.number{color:var(--accent);margin-right:4px}
.lead{color:var(--quiet)}
.block{margin:26px 0 0}
.note{font-size:12.5px;line-height:1.6;color:var(--quiet);margin:6px 0 8px}
.warning{border:1px solid #e0b66b;background:#fff8e8;border-radius:6px;padding:8px 12px;font-size:13.5px}
.quiet{color:var(--quiet);font-weight:400;font-size:12.5px}
.pairs{margin:10px 0 0}
.pairs>div{display:grid;grid-template-columns:180px 1fr;gap:4px 20px;padding:7px 0;border-top:1px solid var(--line)}
.pairs>div:first-child{border-top:0}
.pairs.short{display:grid;grid-template-columns:1fr 1fr;column-gap:32px}
.pairs.short>div{grid-template-columns:1fr 1fr}
.pairs.short>div:nth-child(2){border-top:0}
dt{font-weight:600;font-size:13.5px}
dd{margin:0;font-size:14px}
ul{margin:0;padding-left:20px}
li{margin:0 0 6px;font-size:14px}
table{width:100%;border-collapse:collapse;font-size:13px;line-height:1.55;margin:6px 0 8px}
table.fixed{table-layout:fixed;overflow-wrap:anywhere}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:7px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{font-size:12px;font-weight:600;color:var(--quiet);border-bottom:1.5px solid #adb5bd;vertical-align:bottom}
tbody th{font-weight:500}
th:first-child,td:first-child{padding-left:2px}
.num{text-align:right;font-variant-numeric:tabular-nums}
td{font-variant-numeric:tabular-nums}
.drawn{display:flex;align-items:center;gap:6px;flex-wrap:wrap}
.drawn .interval{flex:none}
.band{font-weight:600}
.symbol{display:inline-block;min-width:22px;padding:0 5px;border-radius:4px;text-align:center;font-weight:700;font-size:12.5px;line-height:1.6}
.bar{display:block;height:5px;background:#e9ecef;border-radius:3px;margin-top:4px}
.bar>span{display:block;height:5px;background:var(--accent);border-radius:3px}
.long-bar{display:block;height:14px;border-radius:2px;min-width:1px}
code{font:12px/1.5 ui-monospace,SFMono-Regular,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
figure{margin:6px 0}
figure svg{display:block;width:100%;height:auto}
figcaption{font-size:12.5px;line-height:1.6;color:var(--quiet);margin-top:4px}
.roc{display:grid;grid-template-columns:310px 1fr;gap:24px;align-items:center;margin-top:10px}
@media screen and (max-width:760px){main{margin:0;padding:24px 18px}.numbers,.numbers.three{grid-template-columns:1fr 1fr}.roc,.pairs>div{grid-template-columns:1fr}}
@page{size:A4;margin:13mm 14mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5c636a}}
@media print{
html{background:#fff;font-size:10.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:none;margin:0;padding:0;box-shadow:none}
h1{font-size:21pt}h2{font-size:15pt}h3{font-size:12pt}
.sentence{font-size:13.5pt;line-height:1.45;margin:5px 0 6px}
nav{display:none}
.verdict{margin:12px 0 10px;padding:14px 20px 8px}
h1{margin-top:12px}
.block{margin-top:18px}
.pairs.short{break-inside:avoid}
.chapter:has(>#methods){break-before:page;margin-top:0}
.chapter{margin-top:32px}
.block>p:not(.note){break-after:avoid}
h2,h3,h4,thead,.lead{break-after:avoid}
thead{display:table-header-group}
figure,tr,table.whole,.card,.numbers,.verdict,.roc,.pairs>div,li,.warning{break-inside:avoid}
p{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
}
`);
