/** The first chart, painted by the build; `null` if the layouts were stale. */
declare module 'virtual:first-chart/*' {
  const chart: import('./build/first-chart.ts').FirstChart | null;
  export default chart;
}
