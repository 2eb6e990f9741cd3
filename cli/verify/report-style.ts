const light = `--paper:#ffffff;--ink:#1c2330;--soft:#566072;--line:#d9dee7;--band:#f4f6f9;--accent:#0b5cad;--good:#17692f;--bad:#a8201a;`;
const dark = `--paper:#14181f;--ink:#e4e8ef;--soft:#a2adbd;--line:#323a47;--band:#1c222c;--accent:#7db7f5;--good:#7fd197;--bad:#ff9a93;`;

/** The style of the report: light or dark by the system or by choice, one language at a time, tables that print. */
export const reportStyle = `
:root{color-scheme:light;${light}}
@media(prefers-color-scheme:dark){:root{color-scheme:dark;${dark}}}
:root:has(#light:checked){color-scheme:light;${light}}
:root:has(#dark:checked){color-scheme:dark;${dark}}
:root:has(#zh:checked) span[lang=en],:root:has(#en:checked) span[lang=zh-CN]{display:none}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header,main{max-width:1280px;margin:0 auto;padding:24px}
h1{font-size:26px;margin:0 0 4px}h2{font-size:20px;margin:36px 0 6px}h3{font-size:16px;margin:24px 0 6px}
p{margin:4px 0 10px;color:var(--soft)}
.verdict{font-weight:600}.verdict.good{color:var(--good)}.verdict.bad{color:var(--bad)}
.choice{display:inline-block;border:0;padding:0;margin:8px 28px 8px 0}
.choice legend{float:left;margin-right:10px;color:var(--soft)}.choice label{margin-right:10px}
nav ul{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:12px 0 0;padding:12px 0 0;border-top:1px solid var(--line)}
a{color:var(--accent);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
.scroll{overflow-x:auto;width:fit-content;max-width:100%;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;font-size:13px}
th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{background:var(--band);font-weight:600;position:sticky;top:0}
tbody tr:last-child td{border-bottom:0}tbody tr:hover{background:var(--band)}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.id{white-space:nowrap}
.inner{padding-left:24px;color:var(--soft)}
meter{width:90px;height:10px;vertical-align:middle}
@media print{
:root,:root:has(#dark:checked){color-scheme:light;${light}}
.choice,nav{display:none}header,main{max-width:none;padding:0}
.scroll{overflow:visible;border:0}table{font-size:10px}th{position:static}
thead{display:table-header-group}tr{break-inside:avoid}h2,h3{break-after:avoid}
}
`;
