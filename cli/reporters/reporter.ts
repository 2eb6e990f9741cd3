import type { Run } from '../../replay/run.ts';
import type { Scenario } from '../../replay/scenario.ts';

/** A scenario that was played. */
export interface Played {
  readonly kind: 'passed' | 'diverged';
  readonly file: string;
  readonly scenario: Scenario;
  readonly run: Run;
  readonly milliseconds: number;
}

/** A file that is no scenario. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly file: string;
  /** Every problem on its own line, `file:line:column: message`. */
  readonly message: string;
}

/** What became of one file. */
export type Report = Played | Invalid;

/** What became of all files. */
export interface Summary {
  readonly passed: number;
  readonly diverged: number;
  readonly invalid: number;
  /** Files that were not played, because `--bail` ended the run. */
  readonly skipped: number;
  readonly milliseconds: number;
}

/** Writes what became of each file, as it is known, and a summary at the end. */
export interface Reporter {
  report(report: Report): void;
  end(summary: Summary): void;
}
