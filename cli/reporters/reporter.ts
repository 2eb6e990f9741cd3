import type { Divergence, Run } from '../../replay/run.ts';
import type { Scenario } from '../../replay/scenario.ts';

interface Played {
  readonly file: string;
  readonly scenario: Scenario;
  readonly run: Run;
  readonly milliseconds: number;
}

/** A scenario that does what it expects. */
export interface Passed extends Played {
  readonly kind: 'passed';
}

/** A scenario that does something else than it expects. */
export interface Diverged extends Played {
  readonly kind: 'diverged';
  readonly divergence: Divergence;
}

/** A scenario whose expectations were rewritten, because `--update` was asked for. */
export interface Updated extends Played {
  readonly kind: 'updated';
  /** What changed in the file, line by line. */
  readonly changes: readonly string[];
}

/** A file that is no scenario. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly file: string;
  /** Every problem on its own line, `file:line:column: message`. */
  readonly message: string;
}

/** What became of one file. */
export type Report = Passed | Diverged | Updated | Invalid;

/** What became of all files. */
export interface Summary {
  readonly passed: number;
  readonly diverged: number;
  readonly updated: number;
  readonly invalid: number;
  /** Files that were not played, because `--bail` ended the run. */
  readonly skipped: number;
  readonly milliseconds: number;
}

/** Writes what became of each file, as soon as it is known, and a summary at the end. */
export interface Reporter {
  report(report: Report): void;
  end(summary: Summary): void;
}
