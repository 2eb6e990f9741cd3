/** Lets a host that opens and steps cases show them in the inspector. Needs Node, 20.19 or later. */
export { type CaseReporter, reportCases } from './host/report-cases.ts';
