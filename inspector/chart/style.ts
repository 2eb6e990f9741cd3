/** Colours of a chart. */
const light = {
  ground: '#ffffff',
  frame: '#f5f8fc',
  ink: '#18212d',
  muted: '#52607a',
  line: '#5f6f86',
  edge: '#7b899d',
  guard: '#8a4706',
  order: '#0b57d0',
  active: '#0b57d0',
  'active-fill': '#dbe8ff',
  enabled: '#0a6b3d',
  'enabled-fill': '#dcf3e5',
  blocked: '#8c2f2f',
  taken: '#7a3fb0',
  'taken-fill': '#efe4fa',
  visited: '#e3f2e6',
  found: '#fff0b8',
};

const dark: typeof light = {
  ground: '#12171e',
  frame: '#181f29',
  ink: '#e6ebf2',
  muted: '#a3b0c2',
  line: '#8494aa',
  edge: '#74849a',
  guard: '#f0b26b',
  order: '#8ab4f8',
  active: '#8ab4f8',
  'active-fill': '#1d3558',
  enabled: '#6fd39b',
  'enabled-fill': '#173726',
  blocked: '#f09a9a',
  taken: '#c9a0f2',
  'taken-fill': '#34244a',
  visited: '#1b3526',
  found: '#4d4110',
};

/** The variables of a theme, as declarations of a style sheet. */
export function themeVariables(theme: 'light' | 'dark'): string {
  return Object.entries(theme === 'light' ? light : dark)
    .map(([name, colour]) => `--chart-${name}:${colour};`)
    .join('');
}

/**
 * The rules that paint a chart. Colours are the variables of a theme; line weight, dashes and signs say the same
 * without colour.
 */
export const chartRules = `
.chart{font-family:"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:12px;background:var(--chart-ground)}
.chart text{fill:var(--chart-ink)}
.chart .title{font-size:13px;font-weight:600}
.chart .key,.chart .count,.chart .action{fill:var(--chart-muted)}
.chart .tag{fill:var(--chart-guard);font-weight:600}
.chart .shape{fill:var(--chart-ground);stroke:var(--chart-line);stroke-width:1.2}
.chart .frame>.shape{fill:var(--chart-frame)}
.chart .parallel.frame>.shape{fill:var(--chart-ground)}
.chart .inner,.chart .behind{fill:none;stroke:var(--chart-line);stroke-width:1.2}
.chart .behind{fill:var(--chart-ground)}
.chart .toggle .knob{fill:var(--chart-ground);stroke:var(--chart-line)}
.chart .toggle{cursor:pointer}
.chart .cross,.chart .clock{fill:none;stroke:var(--chart-muted);stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round}
.chart .token,.chart .sign{display:none}
.chart .hits{text-anchor:end;fill:var(--chart-enabled);font-weight:600;paint-order:stroke;stroke:var(--chart-ground);stroke-width:4}
.chart .line{fill:none;stroke:var(--chart-edge);stroke-width:1.2}
.chart .head{fill:var(--chart-edge)}
.chart .start circle,.chart .start .head{fill:var(--chart-ink)}
.chart .start .line{stroke:var(--chart-ink)}
.chart .pill{fill:var(--chart-frame);stroke:none}
.chart .guard{fill:var(--chart-guard)}
.chart .order{fill:var(--chart-order);font-weight:600}
.chart .chip .shape{fill:var(--chart-frame);stroke-dasharray:none}
.chart .sign{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.chart .node.is-active>.shape{stroke:var(--chart-active);stroke-width:2.6}
.chart .box.is-active>.shape{fill:var(--chart-active-fill)}
.chart .box.is-active>.token{display:inline;fill:var(--chart-active)}
.chart .is-enabled>.line{stroke:var(--chart-enabled);stroke-width:2.8}
.chart .is-enabled>.head{fill:var(--chart-enabled)}
.chart .branch.is-enabled>.pill{fill:var(--chart-enabled-fill);stroke:var(--chart-enabled);stroke-width:1.4}
.chart .branch.is-enabled>.event{font-weight:600}
.chart .is-enabled>.sign.open{display:inline;stroke:var(--chart-enabled)}
.chart .is-blocked>.line{stroke:var(--chart-blocked);stroke-width:1.6;stroke-dasharray:2 4}
.chart .is-blocked>.head{fill:var(--chart-blocked)}
.chart .branch.is-blocked>.pill{stroke:var(--chart-blocked);stroke-dasharray:2 3}
.chart .is-blocked>.sign.shut{display:inline;stroke:var(--chart-blocked)}
.chart .is-taken>.line{stroke:var(--chart-taken);stroke-width:3.4}
.chart .is-taken>.head{fill:var(--chart-taken)}
.chart .branch.is-taken>.pill{fill:var(--chart-taken-fill);stroke:var(--chart-taken);stroke-width:2}
.chart .box.is-visited>.shape,.chart .branch.is-visited>.pill{fill:var(--chart-visited)}
.chart .is-visited>.line{stroke-width:2.4}
.chart .is-unvisited>.shape,.chart .is-unvisited>.line{stroke-dasharray:6 4}
.chart .is-unvisited>.title{font-style:italic}
.chart .is-unreachable>.shape,.chart .is-unreachable>.line{stroke-dasharray:1 4}
.chart .is-unreachable>.title,.chart .is-unreachable>.event{text-decoration:line-through}
.chart .is-found>.shape,.chart .is-found>.pill{fill:var(--chart-found);stroke:var(--chart-ink);stroke-width:2}
.chart .is-selected>.shape,.chart .is-selected>.pill{stroke:var(--chart-ink);stroke-width:2.6}
.chart .node:focus,.chart .toggle:focus,.chart .branch:focus{outline:none}
.chart .node:focus-visible>.shape,.chart .toggle:focus-visible>.knob{stroke:var(--chart-ink);stroke-width:3.4}
`;
