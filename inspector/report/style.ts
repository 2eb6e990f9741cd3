/** How a report looks: one column, light or dark as the reader has it, and plain black on white in print. */
export const reportStyle = `
:root{color-scheme:light dark;--ink:#18212d;--muted:#52607a;--line:#d5dce6;--ground:#fff;--soft:#f5f8fc;--accent:#0b57d0;--bad:#8c2f2f}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf2;--muted:#a3b0c2;--line:#344052;--ground:#12171e;--soft:#181f29;--accent:#8ab4f8;--bad:#f09a9a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:32px 24px;background:var(--ground);color:var(--ink);font:15px/1.55 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
h1{margin:0 0 4px;font-size:26px;line-height:1.25}
h2{margin:36px 0 10px;padding-bottom:6px;border-bottom:1px solid var(--line);font-size:18px}
dt::first-letter{text-transform:uppercase}
h3{margin:0;color:var(--muted);font-size:13px;font-weight:600}
p{margin:4px 0}
code{color:var(--muted);font:12px ui-monospace,Consolas,monospace}
.quiet,.hint{color:var(--muted)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:10px 24px;margin:16px 0 0}
.facts dt,.layer dt{color:var(--muted);font-size:12px}
.facts dd,.layer dd{margin:0}
.layers{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:14px}
.layer{padding:14px 16px;border:1px solid var(--line);border-radius:8px;background:var(--soft);break-inside:avoid}
.layer .bearer{margin:2px 0 8px;font-size:19px;font-weight:600}
.layer dt{margin-top:8px}
table{width:100%;border-collapse:collapse}
th,td{padding:7px 10px 7px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{color:var(--muted);font-size:12px;font-weight:600}
tr{break-inside:avoid}
thead{display:table-header-group}
.time,.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.number{text-align:right}
.course ul{margin:0;padding:0;list-style:none}
.course li{padding-left:1.3em;text-indent:-1.3em}
.course th:first-child{white-space:nowrap}
.course td:nth-child(3){width:34%}
.course td:last-child{width:46%}
.course .ignored td,.course .rejected td{color:var(--bad)}
.note{padding:4px 10px;border-left:3px solid var(--accent);background:var(--soft)}
.picture{overflow:auto;border:1px solid var(--line);border-radius:8px}
@media (max-width:640px){body{padding:20px 14px}.course thead{display:none}.course tr{display:block;padding:8px 0;border-bottom:1px solid var(--line)}.course th,.course td:nth-child(n){display:block;width:auto;padding:1px 0;border:0}}
@media print{:root{color-scheme:light;--ink:#000;--muted:#444;--line:#bbb;--ground:#fff;--soft:#fff;--accent:#000;--bad:#700}body{max-width:none;padding:0;font-size:11pt}.picture{overflow:visible;border:0;break-before:page}.picture svg{width:100%;height:auto;max-height:26cm}}
`;
