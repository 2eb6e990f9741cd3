import { chartRules, themeVariables } from '../../chart/style.ts';

/** Gives the page the style sheet of charts, in the colours of the theme. No inline style: the page's policy forbids it. */
export function adoptChartStyle(): void {
  const sheet = new CSSStyleSheet();
  const [light, dark] = [themeVariables('light'), themeVariables('dark')];
  sheet.replaceSync(
    `:root{${light}}
    @media (prefers-color-scheme:dark){:root:not([data-theme='light']){${dark}}}
    :root[data-theme='dark']{${dark}}
    ${chartRules}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
